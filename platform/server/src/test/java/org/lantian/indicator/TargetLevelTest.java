package org.lantian.indicator;

import java.math.BigDecimal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TargetLevelTest {

    @ParameterizedTest
    @CsvSource({"2376.16, 6.5, 2221.71, 154.45", "2697.45, 8, 2481.65, 215.80", "3301.24, 2.2, 3228.61, 72.63"})
    void cutsTheEmissionsOfShapotou(BigDecimal base, BigDecimal percent, BigDecimal value, BigDecimal cut) {
        TargetLevel level = TargetLevel.of(base, percent);

        assertThat(level.value()).isEqualTo(value);
        assertThat(level.cut()).isEqualTo(cut);
    }

    @ParameterizedTest
    @CsvSource({"100, 0.5, 100, 0", "100, 1.5, 98, 2", "7, 0, 7, 0", "7, 100, 0, 7"})
    void roundsHalfToEvenToTheDecimalsOfTheBase(BigDecimal base, BigDecimal percent, BigDecimal value,
            BigDecimal cut) {
        TargetLevel level = TargetLevel.of(base, percent);

        assertThat(level.value()).isEqualTo(value);
        assertThat(level.cut()).isEqualTo(cut);
        assertThat(level.raw()).isEqualByComparingTo(base.multiply(new BigDecimal("100").subtract(percent))
                .movePointLeft(2));
    }
}
