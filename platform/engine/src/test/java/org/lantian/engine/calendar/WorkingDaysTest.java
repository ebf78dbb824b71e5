package org.lantian.engine.calendar;

import java.time.LocalDate;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkingDaysTest {

    private final WorkingDays days = WorkingDays.china();

    @ParameterizedTest
    @CsvSource({"2026-09-30,true", "2026-10-01,false", "2026-10-10,true", "2026-10-11,false", "2026-11-27,true",
            "2026-11-28,false", "2022-01-29,true", "2027-10-01,true"})
    void theArrangementGoesBeforeTheDayOfTheWeek(LocalDate day, boolean workday) {
        assertThat(days.isWorkday(day)).isEqualTo(workday);
    }

    @Test
    void tellsWhichYearsHaveAnArrangement() {
        assertThat(days.isPublished(2026)).isTrue();
        assertThat(days.isPublished(2027)).isFalse();
    }

    @Test
    void countsWorkingDaysAcrossHolidays() {
        assertThat(days.after(LocalDate.of(2026, 9, 30), 3)).isEqualTo(LocalDate.of(2026, 10, 10));
        assertThat(days.before(LocalDate.of(2022, 1, 31), 2)).isEqualTo(LocalDate.of(2022, 1, 29));
        assertThat(days.atOrBefore(LocalDate.of(2026, 10, 5))).isEqualTo(LocalDate.of(2026, 9, 30));
    }

    @ParameterizedTest
    @CsvSource({"2021-10-07,2021-10-01", "2022-02-03,2022-01-31", "2026-11-28,", "2026-11-27,"})
    void holidaysAreNoOrdinaryWeekend(LocalDate day, LocalDate first) {
        assertThat(days.findHolidays(day)).isEqualTo(Optional.ofNullable(first));
    }
}
