/**
 * The API of diagnosis: findings, gaps, a run, decisions. Contributes to the schema; knows only its feature's offer.
 */
@NullMarked
package org.lantian.diagnosis.graphql;

import org.jspecify.annotations.NullMarked;
