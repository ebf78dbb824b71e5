package org.lantian.ledger.history;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * An entry of the history: one field of one enterprise or cluster, changed by one act.
 *
 * @param id of the act's row and the field's place in it, as {@code row.place}
 * @param subject id of the enterprise or cluster
 * @param ofCluster whether the subject is a cluster
 * @param originId id of the import, command or form; empty for an edit
 * @param actor user name of who did it
 */
public record LedgerChange(String id, long subject, boolean ofCluster, FieldChange change, Origin origin,
        Optional<Long> originId, String actor, OffsetDateTime changedAt) {

    /** What changed the ledger. */
    public enum Origin {
        IMPORT("导入"), EDIT("修改"), COMMAND("更名合并拆分"), ROUND("更新校核");

        private final String term;

        Origin(String term) {
            this.term = term;
        }

        /** The Chinese word. */
        public String term() {
            return term;
        }
    }
}
