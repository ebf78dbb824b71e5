package org.lantian.plan;

import java.time.OffsetDateTime;
import java.util.Optional;

import org.lantian.common.Role;

/**
 * A step of the approval of a submitted version.
 *
 * @param ordinal 1 for the first step
 * @param role who may decide
 */
public record Approval(long id, long plan, long version, int ordinal, Role role, Decision decision,
        Optional<String> actor, String note, Optional<OffsetDateTime> decidedAt) {

    /** What was decided. */
    public enum Decision {
        /** 待审. */
        PENDING,
        /** 同意. */
        APPROVED,
        /** 退回. */
        RETURNED
    }
}
