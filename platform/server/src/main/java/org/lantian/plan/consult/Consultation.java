package org.lantian.plan.consult;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One round of asking units for their comments on a frozen version of a plan.
 *
 * @param version id of the version that the units were given
 * @param deadline last day for comments
 */
public record Consultation(long id, long plan, long version, LocalDate deadline, String note, String actor,
        OffsetDateTime createdAt, Optional<OffsetDateTime> closedAt, List<Invited> units) {

    public Consultation {
        units = List.copyOf(units);
    }

    public boolean open() {
        return closedAt.isEmpty();
    }

    /** An invited unit and whether it has answered. */
    public record Invited(long consultation, long unit, Answer answer, Optional<OffsetDateTime> answeredAt) {
    }

    /** What an invited unit answered. */
    public enum Answer {
        /** 未反馈. */
        PENDING,
        /** 无意见. */
        NO_OBJECTION,
        /** 有意见. */
        COMMENTED
    }
}
