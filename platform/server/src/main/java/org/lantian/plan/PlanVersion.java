package org.lantian.plan;

import java.time.OffsetDateTime;

/**
 * A frozen version of a plan.
 *
 * @param stage what it was frozen for
 * @param sha256 of the tree's canonical JSON in UTF-8
 */
public record PlanVersion(long id, long plan, int ordinal, Stage stage, String sha256, String actor,
        OffsetDateTime createdAt) {

    /** What a version is frozen for. */
    public enum Stage {
        /** 征求意见稿. */
        CONSULTATION,
        /** 送审稿. */
        REVIEW,
        /** 印发. */
        ISSUED
    }
}
