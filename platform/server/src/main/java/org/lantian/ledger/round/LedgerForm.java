package org.lantian.ledger.round;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.lantian.common.Clocks;
import org.lantian.ledger.LedgerEdits;

/**
 * One enterprise's form in a round.
 *
 * @param county its county, as the ledger has it
 * @param asked what must be filled
 * @param cells changes of the ledger that wait for verification
 * @param basis what the one who filled it saw of the ledger; empty while it was not filled
 * @param statement what the one who filled it says; needed where a figure jumps
 * @param remark what the one who verified or returned it says
 */
public record LedgerForm(long id, LedgerRound round, long enterpriseId, Optional<String> county, State state,
        List<Figure.Asked> asked, List<Figure> figures, List<LedgerEdits.Cell> cells, Optional<Basis> basis, String statement,
        Optional<FilledAs> filledAs, Optional<String> filledBy, Optional<OffsetDateTime> filledAt,
        Optional<String> verifiedBy, Optional<OffsetDateTime> verifiedAt, String remark, int rowVersion) {

    public LedgerForm {
        asked = List.copyOf(asked);
        figures = List.copyOf(figures);
        cells = List.copyOf(cells);
    }

    /**
     * The state of the ledger that a form was filled against.
     *
     * @param rowVersion version of the enterprise
     * @param year base year; its entries are what the form's cells name by their place
     */
    public record Basis(int rowVersion, int year) {
    }

    /** The same with these figures. */
    LedgerForm with(List<Figure> others) {
        return new LedgerForm(id, round, enterpriseId, county, state, asked, others, cells, basis, statement, filledAs,
                filledBy, filledAt, verifiedBy, verifiedAt, remark, rowVersion);
    }

    /** Where it stands. */
    public enum State {
        /** 待填报. */
        PENDING("待填报"),
        /** 待核. */
        FILLED("待核"),
        /** 退回. */
        RETURNED("退回"),
        /** 已核. */
        VERIFIED("已核");

        private final String term;

        State(String term) {
            this.term = term;
        }

        /** The Chinese word. */
        public String term() {
            return term;
        }
    }

    /** On whose behalf it was filled. */
    public enum FilledAs {
        /** 企业. */
        ENTERPRISE,
        /** 县（市）区. */
        COUNTY,
        /** 市级. */
        CITY
    }

    /** Who is late. */
    public enum Late {
        /** 逾期未填. */
        FILLING("逾期未填"),
        /** 逾期未核. */
        VERIFYING("逾期未核");

        private final String term;

        Late(String term) {
            this.term = term;
        }

        /** The Chinese word. */
        public String term() {
            return term;
        }
    }

    /** Whose turn it is although the day has passed; the days themselves still count. */
    public Optional<Late> late(LocalDate today) {
        return switch (state) {
            case PENDING, RETURNED -> today.isAfter(round.due()) ? Optional.of(Late.FILLING) : Optional.empty();
            case FILLED -> today.isAfter(round.verifyDue()) ? Optional.of(Late.VERIFYING) : Optional.empty();
            case VERIFIED -> Optional.empty();
        };
    }

    /** Whether it was filled after its last day, in China standard time. */
    public boolean filledLate() {
        return filledAt.filter(at -> at.atZoneSameInstant(Clocks.ZONE).toLocalDate().isAfter(round.due())).isPresent();
    }

    /** An act on a form. */
    public record Step(State act, String actor, OffsetDateTime at, String remark) {
    }
}
