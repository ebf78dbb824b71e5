package org.lantian.plan;

import java.time.OffsetDateTime;

/**
 * A frozen version of a plan.
 *
 * @param sha256 of the tree's canonical JSON in UTF-8
 */
public record PlanVersion(long id, long plan, int ordinal, String sha256, String actor, OffsetDateTime createdAt) {
}
