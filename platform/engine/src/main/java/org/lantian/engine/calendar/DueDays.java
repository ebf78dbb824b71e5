package org.lantian.engine.calendar;

import java.time.LocalDate;
import java.time.YearMonth;

import org.lantian.plugin.region.ReportingDuty;
import org.lantian.plugin.region.ReportingDuty.HolidayShift;
import org.lantian.plugin.region.ReportingDuty.HolidayShift.Mode;

/**
 * Days on which something is due in a month. A day that lies in holidays moves as the duty says, so many days before the
 * holidays begin, but not into the month before; where the duty says nothing, and on ordinary weekends, it moves to the next
 * working day.
 */
public final class DueDays {

    private final WorkingDays days;

    public DueDays(WorkingDays days) {
        this.days = days;
    }

    /**
     * @param day when it is due
     * @param nominal the day that the rule names
     */
    public record Due(LocalDate day, LocalDate nominal) {

        public boolean moved() {
            return !day.equals(nominal);
        }
    }

    /**
     * The first due day of a duty with a fixed day of the month; in shorter months the last day stands for it.
     *
     * @param first first month that will do
     * @param earliest first day that will do
     */
    public Due first(ReportingDuty duty, YearMonth first, LocalDate earliest) {
        int wanted = duty.day().orElseThrow(() -> new IllegalArgumentException(duty.id() + " has no day"));
        YearMonth month = first;
        while (true) {
            LocalDate nominal = month.atDay(Math.min(wanted, month.lengthOfMonth()));
            LocalDate day = moved(nominal, duty.shift());
            if (!day.isBefore(earliest)) {
                return new Due(day, nominal);
            }
            month = month.plusMonths(1);
        }
    }

    /**
     * The last working day of a month.
     *
     * @param first first month that will do
     * @param earliest first day that will do
     */
    public LocalDate lastWorkday(YearMonth first, LocalDate earliest) {
        YearMonth month = first;
        while (days.atOrBefore(month.atEndOfMonth()).isBefore(earliest)) {
            month = month.plusMonths(1);
        }
        return days.atOrBefore(month.atEndOfMonth());
    }

    private LocalDate moved(LocalDate nominal, HolidayShift shift) {
        if (shift.days() == 0) {
            return days.atOrAfter(nominal);
        }
        return days.findHolidays(nominal).map(start -> shift.mode() == Mode.CALENDAR ? start.minusDays(shift.days())
                : days.before(start, shift.days())).filter(day -> !day.isBefore(nominal.withDayOfMonth(1))).orElseGet(() -> days.atOrAfter(nominal));
    }
}
