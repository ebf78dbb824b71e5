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
 */
public record Plan(long id, long cluster, List<String> title, String mark, int baseYear, int termFrom, int termTo,
        State state, String profile, String profileHash, Optional<String> number, Optional<LocalDate> issuedOn,
        int rowVersion, OffsetDateTime createdAt, OffsetDateTime updatedAt) {

    /** Where a plan stands. */
    public enum State {
        /** 草稿. */
        DRAFT,
        /** 征求意见. */
        CONSULTATION,
        /** 送审. */
        REVIEW,
        /** 审定. */
        APPROVED,
        /** 签发. */
        ISSUED,
        /** 撤回. */
        WITHDRAWN
    }

    public Plan {
        title = List.copyOf(title);
    }

    /** The title on one line. */
    public String printedTitle() {
        return String.join("", title);
    }

    boolean editable() {
        return state != State.ISSUED && state != State.WITHDRAWN;
    }
}
