package org.lantian.ledger.succession;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A rename, merge or split that was carried out.
 *
 * @param enterpriseId the one that was renamed, merged into or split
 * @param name its name after the command
 * @param others enterprises that went into it, or that came out of it; for a rename it alone, with the former name
 * @param figures what became of the figures; of a merge only
 * @param undone who undid it, if it was undone
 */
public record EnterpriseCommand(long id, Kind kind, long enterpriseId, String name, List<Named> others,
        Optional<Figures> figures, String reason, String actor, OffsetDateTime doneAt, Optional<Undone> undone) {

    public EnterpriseCommand {
        others = List.copyOf(others);
    }

    /** What was done. */
    public enum Kind {
        /** 更名. */
        RENAME("更名"),
        /** 合并. */
        MERGE("合并"),
        /** 拆分. */
        SPLIT("拆分");

        private final String term;

        Kind(String term) {
            this.term = term;
        }

        /** The Chinese word. */
        public String term() {
            return term;
        }
    }

    /** What a merge makes of the figures of a year that both enterprises have. */
    public enum Figures {
        /** 并列: one firm took over the other, the figures of both count. */
        ADD,
        /** 保留: one firm was entered twice, only those of the enterprise that stays count. */
        KEEP
    }

    /** An enterprise and its name at that time. */
    public record Named(long id, String name) {
    }

    /** Who undid a command, and when. */
    public record Undone(String actor, OffsetDateTime at) {
    }
}
