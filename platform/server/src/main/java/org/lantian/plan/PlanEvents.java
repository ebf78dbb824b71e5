package org.lantian.plan;

/** Names of the events of plans; their key is the plan's id. */
public final class PlanEvents {

    /** Its text, state or stale marks changed. */
    public static final String CHANGED = "plan.changed";

    private PlanEvents() {
    }
}
