package org.lantian.plan.consult;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A unit's comment.
 *
 * @param clause the clause that it is about; empty for the whole plan
 * @param proposal words that the unit proposes; blank for none
 * @param late whether it came after the deadline
 * @param reason why it was not or only partly adopted; may be blank if adopted
 */
public record PlanComment(long id, long consultation, long unit, Optional<Long> clause, String text, String proposal,
        boolean late, String actor, OffsetDateTime createdAt, Optional<Decision> decision, String reason,
        Optional<String> decidedBy, Optional<OffsetDateTime> decidedAt, int rowVersion) {

    /** What became of a comment. */
    public enum Decision {
        ADOPTED("采纳"), PARTLY_ADOPTED("部分采纳"), NOT_ADOPTED("未采纳");

        private final String term;

        Decision(String term) {
            this.term = term;
        }

        public String term() {
            return term;
        }
    }
}
