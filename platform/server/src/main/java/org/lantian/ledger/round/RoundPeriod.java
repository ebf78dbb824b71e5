package org.lantian.ledger.round;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A month or a quarter of the calendar.
 *
 * @param text {@code 2026-10} or {@code 2026-Q3}
 */
public record RoundPeriod(Kind kind, String text) {

    private static final Pattern MONTH = Pattern.compile("20\\d{2}-(0[1-9]|1[0-2])");
    private static final Pattern QUARTER = Pattern.compile("20\\d{2}-Q[1-4]");

    /** How often. */
    public enum Kind {
        /** 月度动态更新. */
        MONTHLY("月度动态更新"),
        /** 季度校核. */
        QUARTERLY("季度校核");

        private final String term;

        Kind(String term) {
            this.term = term;
        }

        /** The Chinese word. */
        public String term() {
            return term;
        }
    }

    /** Reads {@code 2026-10} as a month, {@code 2026-Q3} as a quarter. */
    public static Optional<RoundPeriod> read(String given) {
        String text = given.strip().toUpperCase(Locale.ROOT);
        if (MONTH.matcher(text).matches()) {
            return Optional.of(new RoundPeriod(Kind.MONTHLY, text));
        }
        return QUARTER.matcher(text).matches() ? Optional.of(new RoundPeriod(Kind.QUARTERLY, text)) : Optional.empty();
    }

    /** The last day. */
    public LocalDate lastDay() {
        int year = Integer.parseInt(text.substring(0, 4));
        int month = kind == Kind.MONTHLY ? Integer.parseInt(text.substring(5)) : 3 * Integer.parseInt(text.substring(6));
        return YearMonth.of(year, month).atEndOfMonth();
    }

    /** The months of a quarter; none of a month. */
    public List<RoundPeriod> months() {
        if (kind == Kind.MONTHLY) {
            return List.of();
        }
        YearMonth last = YearMonth.from(lastDay());
        return Stream.of(2, 1, 0).map(back -> new RoundPeriod(Kind.MONTHLY, last.minusMonths(back).toString())).toList();
    }

    /** The same period of the year before. */
    public RoundPeriod yearBefore() {
        return new RoundPeriod(kind, (Integer.parseInt(text.substring(0, 4)) - 1) + text.substring(4));
    }

    /** 2026年10月, 2026年第3季度. */
    public String print() {
        String year = text.substring(0, 4) + "年";
        return kind == Kind.MONTHLY ? year + Integer.parseInt(text.substring(5)) + "月"
                : year + "第" + text.substring(6) + "季度";
    }
}
