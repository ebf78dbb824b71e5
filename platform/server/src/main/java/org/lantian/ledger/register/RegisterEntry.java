package org.lantian.ledger.register;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * That an enterprise stands on a register.
 *
 * @param from first day
 * @param to last day that still counts; empty while it has no end
 * @param source document, or the rule's source
 * @param reason why; of a derived entry what the rule found, with values
 */
public record RegisterEntry(long id, long registerId, long enterpriseId, LocalDate from, Optional<LocalDate> to,
        String source, String reason, Origin origin, String addedBy, OffsetDateTime addedAt, Optional<String> endedBy,
        int rowVersion) {

    /** Who put it there. */
    public enum Origin {
        /** 人工列入. */
        MANUAL,
        /** 规则判定. */
        RULE
    }
}
