package org.lantian.engine.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lantian.plugin.region.ReportingDuty;
import org.lantian.plugin.region.ReportingDuty.Every;
import org.lantian.plugin.region.ReportingDuty.HolidayShift;
import org.lantian.plugin.region.ReportingDuty.HolidayShift.Mode;

import static org.assertj.core.api.Assertions.assertThat;

class DueDaysTest {

    private final DueDays dues = new DueDays(WorkingDays.china());

    @ParameterizedTest
    @CsvSource({"1,2026-10-31,2026-11-02", "30,2026-10-31,2026-11-30", "30,2026-02-28,2026-02-28", "31,2026-04-30,2026-04-30",
            "1,2026-09-30,2026-10-08"})
    void aDayThatIsNoWorkingDayGivesWayToTheNext(int day, LocalDate earliest, LocalDate due) {
        assertThat(dues.first(duty(day, HolidayShift.NONE), YearMonth.from(earliest), earliest).day()).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"CALENDAR,2026-02-13", "WORKDAY,2026-02-13"})
    void inHolidaysItMovesBeforeTheyBegin(Mode mode, LocalDate due) {
        assertThat(dues.first(duty(20, new HolidayShift(2, mode)), YearMonth.of(2026, 2), LocalDate.of(2026, 2, 1)))
                .isEqualTo(new DueDays.Due(due, LocalDate.of(2026, 2, 20)));
        assertThat(dues.first(duty(20, new HolidayShift(2, mode)), YearMonth.of(2026, 2), LocalDate.of(2026, 2, 14)).day())
                .isEqualTo(LocalDate.of(2026, 3, 20));
    }

    @Test
    void holidaysAtTheBeginningOfAMonthDoNotMoveADayIntoTheMonthBefore() {
        assertThat(dues.first(duty(1, new HolidayShift(2, Mode.CALENDAR)), YearMonth.of(2026, 10), LocalDate.of(2026, 9, 20)))
                .isEqualTo(new DueDays.Due(LocalDate.of(2026, 10, 8), LocalDate.of(2026, 10, 1)));
    }

    @Test
    void theLastWorkingDayIsNeverBeforeTheFirstThatWillDo() {
        assertThat(dues.lastWorkday(YearMonth.of(2026, 10), LocalDate.of(2026, 10, 1))).isEqualTo(LocalDate.of(2026, 10, 30));
        assertThat(dues.lastWorkday(YearMonth.of(2026, 10), LocalDate.of(2026, 10, 31))).isEqualTo(LocalDate.of(2026, 11, 30));
    }

    private static ReportingDuty duty(int day, HolidayShift shift) {
        return new ReportingDuty("monthly", "月报", Every.MONTH, Optional.of(day), "", shift, "企业", "市局", "方案");
    }
}
