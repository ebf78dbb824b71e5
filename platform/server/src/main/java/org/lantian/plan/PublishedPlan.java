package org.lantian.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * What an observer reads of a tenant's issued plan.
 *
 * @param sha256 of the projection's canonical JSON
 * @param withdrawn whether the tenant has withdrawn the plan since
 */
public record PublishedPlan(long id, String tenant, String tenantName, String regionCode, int version, String number,
        String title, LocalDate issuedOn, String sha256, OffsetDateTime publishedAt, boolean withdrawn) {
}
