package org.lantian.engine.reading;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When something is due, as written. A date is the last day that still counts: 2023年4月底前 is 2023-04-30; 2027年前 is
 * 2026-12-31, since a year that something must precede does not count; 2027年底前 is 2027-12-31.
 */
public sealed interface Deadline {

    /** The words of the document; blank where it says nothing. */
    String text();

    /** Due on or before a day. */
    record By(String text, LocalDate date) implements Deadline {
    }

    /** Due before a month ends. */
    record MonthEnd(String text, LocalDate date) implements Deadline {
    }

    /** Due before a half-year ends. */
    record HalfYear(String text, LocalDate date) implements Deadline {
    }

    /** To be done between two days, both included. */
    record Window(String text, LocalDate from, LocalDate to) implements Deadline {
    }

    /** To be done within a year. */
    record WholeYear(String text, LocalDate from, LocalDate to) implements Deadline {
    }

    /** Without end: 长期坚持, 常态化, 每月. */
    record Ongoing(String text) implements Deadline {
    }

    /** As a higher plan says: 按国家方案要求时限. */
    record HigherPlan(String text) implements Deadline {
    }

    /** A season, or from a day on; the days are known only where the document gives them. */
    record Period(String text, Optional<LocalDate> from, Optional<LocalDate> to) implements Deadline {
    }

    /** No deadline, or one that names no day that exists (2月30日). */
    record None(String text) implements Deadline {
    }

    /** The last day that still counts, where there is one. */
    default Optional<LocalDate> last() {
        return switch (this) {
            case By by -> Optional.of(by.date());
            case MonthEnd end -> Optional.of(end.date());
            case HalfYear half -> Optional.of(half.date());
            case Window window -> Optional.of(window.to());
            case WholeYear year -> Optional.of(year.to());
            case Period period -> period.to();
            case Ongoing ongoing -> Optional.empty();
            case HigherPlan higher -> Optional.empty();
            case None none -> Optional.empty();
        };
    }

    /** Its kind in JSON. */
    default String kind() {
        return switch (this) {
            case By by -> "by";
            case MonthEnd end -> "monthEnd";
            case HalfYear half -> "halfYear";
            case Window window -> "window";
            case WholeYear year -> "wholeYear";
            case Ongoing ongoing -> "ongoing";
            case HigherPlan higher -> "higherPlan";
            case Period period -> "period";
            case None none -> "none";
        };
    }
}
