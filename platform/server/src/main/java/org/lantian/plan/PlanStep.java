package org.lantian.plan;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * One step of a plan from state to state.
 *
 * @param note what the actor said; may be blank
 * @param version the version that the step froze or rests on
 */
public record PlanStep(long id, long plan, Plan.State from, Plan.State to, String actor, String note,
        Optional<Long> version, OffsetDateTime createdAt) {
}
