package org.lantian.tenancy;

import java.time.Duration;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Limits of a transaction.
 *
 * @param statementTimeout after this time PostgreSQL cancels a statement
 */
@ConfigurationProperties("lantian.transaction")
record TransactionLimits(@Bindable(defaultValue = "60s") Duration statementTimeout) {
}
