package org.lantian.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A plan of one cluster.
 *
 * @param title one line a list entry
 * @param mark a line in the top margin of every page, for example 示例数据; blank for none
 * @param profile the profile it was made with, as {@code id@version}
 * @param number 发文字号 of an issued plan
 * @param revises the issued plan whose place it is to take
 */
public record Plan(long id, long cluster, List<String> title, String mark, int baseYear, int termFrom, int termTo,
        State state, String profile, String profileHash, Optional<String> number, Optional<LocalDate> issuedOn,
        Optional<Long> revises, int rowVersion, OffsetDateTime createdAt, OffsetDateTime updatedAt) {

    /** Where a plan stands. */
    public enum State {
        DRAFT("草稿"), CONSULTATION("征求意见"), REVIEW("送审"), APPROVED("审定"), ISSUED("印发"),
        /** A newer plan took the place of this issued one. */
        REVISED("已修订"),
        WITHDRAWN("撤回");

        private final String term;

        State(String term) {
            this.term = term;
        }

        public String term() {
            return term;
        }
    }

    public Plan {
        title = List.copyOf(title);
    }

    /** The title on one line. */
    public String printedTitle() {
        return String.join("", title);
    }

    /** Whether its text is open: before it is submitted. */
    boolean editable() {
        return state == State.DRAFT || state == State.CONSULTATION;
    }

    /** Whether it prints from its newest frozen version. */
    boolean frozen() {
        return !editable();
    }
}
