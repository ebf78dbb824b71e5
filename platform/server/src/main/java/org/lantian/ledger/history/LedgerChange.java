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
        /** 导入. */
        IMPORT,
        /** 修改. */
        EDIT,
        /** 更名、合并、拆分. */
        COMMAND,
        /** 动态更新、校核. */
        ROUND
    }
}
