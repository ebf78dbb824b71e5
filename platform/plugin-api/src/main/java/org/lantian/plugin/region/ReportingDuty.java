package org.lantian.plugin.region;

import java.util.Optional;

/**
 * Something that is reported or checked at intervals.
 *
 * @param every interval
 * @param day day of the week 1–7 (Monday first) for WEEK, of the month 1–31 for MONTH, where a month is shorter its last
 *     day; empty where none is fixed
 * @param time local time as {@code HH:mm}; blank for the end of the day
 * @param shift what happens when the day is a holiday
 * @param reporter who reports
 * @param receiver to whom
 */
public record ReportingDuty(String id, String title, Every every, Optional<Integer> day, String time, HolidayShift shift,
        String reporter, String receiver, String source) implements Identified {

    /** Interval. */
    public enum Every {
        WEEK, MONTH, QUARTER, SEASON, YEAR
    }

    /**
     * The day before a holiday block on which a duty is due instead.
     *
     * @param days days before the block begins; 0 for no shift
     * @param mode whether working days or calendar days count
     */
    public record HolidayShift(int days, Mode mode) {

        /** Which days count. */
        public enum Mode {
            CALENDAR, WORKDAY
        }

        public static final HolidayShift NONE = new HolidayShift(0, Mode.CALENDAR);
    }

    public ReportingDuty {
        int last = every == Every.WEEK ? 7 : 31;
        day.filter(one -> one < 1 || one > last).ifPresent(one -> {
            throw new IllegalArgumentException("报送“" + id + "”的day须在1至" + last + "之间。");
        });
        if (!time.isBlank() && !time.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
            throw new IllegalArgumentException("报送“" + id + "”的time须为HH:mm。");
        }
    }
}
