package org.lantian.engine.sheet;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.lantian.engine.sheet.CellValue.Precision;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlineTextTest {

    @ParameterizedTest
    @CsvSource({"2026-06-30,2026-06-30,DAY", "2026-06-30T00:00,2026-06-30,DAY", "2026年6月30日前,2026-06-30,DAY",
            "2026/6/3,2026-06-03,DAY", "2026-06,2026-06-30,MONTH", "2026年6月,2026-06-30,MONTH",
            "2026年6月底前,2026-06-30,MONTH", "2024年2月,2024-02-29,MONTH", "2026.6,2026-06-30,MONTH",
            "２０２６年１２月底,2026-12-31,MONTH", "2026年上半年,2026-06-30,HALF_YEAR", "2026年第三季度,2026-09-30,QUARTER",
            "2026年,2026-12-31,YEAR", "2026,2026-12-31,YEAR", "2026年底前,2026-12-31,YEAR", "2026年年底,2026-12-31,YEAR"})
    void readsTheLastDayThatCounts(String text, LocalDate lastDay, Precision precision) {
        assertThat(DeadlineText.read(text)).hasValueSatisfying(deadline -> {
            assertThat(deadline.lastDay()).isEqualTo(lastDay);
            assertThat(deadline.precision()).isEqualTo(precision);
            assertThat(deadline.text()).isEqualTo(text);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"尽快", "2026年13月", "2026-02-30", "6月底前", "2026年6月，2027年12月", "1999"})
    void refusesWhatNamesNoSingleDate(String text) {
        assertThat(DeadlineText.read(text)).isEmpty();
    }

    @Test
    void namesCellsAsSpreadsheetsDo() {
        assertThat(Grid.reference(11, 5)).isEqualTo("F12");
        assertThat(Grid.reference(0, 26)).isEqualTo("AA1");
        assertThat(Grid.reference(0, 701)).isEqualTo("ZZ1");
        assertThat(Grid.reference(0, 702)).isEqualTo("AAA1");
    }
}
