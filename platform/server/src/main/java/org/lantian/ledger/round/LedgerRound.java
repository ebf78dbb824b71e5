package org.lantian.ledger.round;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * 一轮更新或校核.
 *
 * @param cluster only its enterprises; empty for all
 * @param due last day for filling that still counts, in China standard time
 * @param verifyDue last day for verifying that still counts
 * @param dueSource where those days come from, where they were proposed; empty if the opener named both
 * @param jumpRatio share of the year before by which a figure may differ before it is flagged: 0.3 is 30 %
 */
public record LedgerRound(long id, RoundPeriod period, Optional<Long> cluster, LocalDate due, LocalDate verifyDue,
        Optional<String> dueSource, BigDecimal jumpRatio, State state, String openedBy, OffsetDateTime openedAt) {

    /** Whether it takes forms. */
    public enum State {
        /** 进行中. */
        OPEN,
        /** 已结束. */
        CLOSED
    }
}
