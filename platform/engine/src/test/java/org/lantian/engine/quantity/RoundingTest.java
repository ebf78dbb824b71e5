package org.lantian.engine.quantity;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RoundingTest {

    @ParameterizedTest
    @CsvSource({"60.5,0,60", "61.5,0,62", "12.5,0,12", "12.51,0,13", "0.25,1,0.2", "0.35,1,0.4", "2.45,1,2.4",
            "1.35,1,1.4", "-1.5,0,-2", "2.675,2,2.68"})
    void roundsHalfToEvenByTheStandard(BigDecimal exact, int scale, BigDecimal rounded) {
        assertThat(Rounding.HALF_EVEN.round(exact, scale)).isEqualByComparingTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({"HALF_UP,60.5,61", "HALF_UP,-1.5,-2", "FLOOR,60.9,60", "FLOOR,-1.1,-2"})
    void roundsAsNamed(Rounding rounding, BigDecimal exact, BigDecimal rounded) {
        assertThat(rounding.round(exact, 0)).isEqualByComparingTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({"12.60,12.6", "1E+3,1000", "0.000,0", "0.00000001,0.00000001", "100,100", "-3.50,-3.5"})
    void printsPlainDigits(BigDecimal value, String text) {
        assertThat(Decimals.print(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"12.345,2,12.34", "12.601,2,12.6", "99.999,2,100", "1234.5,0,1234"})
    void printsAtMostTheScale(BigDecimal value, int scale, String text) {
        assertThat(Decimals.print(value, scale)).isEqualTo(text);
    }

    @Test
    void comparesQuantitiesByNumberNotByScale() {
        assertThat(Quantity.of("12.60", "吨")).isEqualTo(Quantity.of("12.6", "吨"))
                .isNotEqualTo(Quantity.of("12.6", "千克"));
    }

    @Test
    void keepsTheRawValueBesideTheRoundedOne() {
        Explanation.Basis basis = new Explanation.Basis("r", "1", "x × y", "GB 1");
        List<Explanation.Input> inputs = List.of(new Explanation.Input("x", new BigDecimal("2.50"), "吨"));

        Explanation explanation = Explanation.of("减排量", inputs, basis, new BigDecimal("12.345"),
                Rounding.HALF_EVEN, 2, "吨");

        assertThat(explanation.raw()).isEqualByComparingTo("12.345");
        assertThat(explanation.result()).isEqualTo(Quantity.of("12.34", "吨"));
        assertThat(explanation.print())
                .isEqualTo("减排量：x × y；其中 x = 2.5吨；结果 12.34吨（按GB/T 8170修约，保留2位小数）。依据：GB 1。");
        assertThat(explanation.id()).isEqualTo(Explanation.of("减排量", inputs, basis, new BigDecimal("12.3450"),
                Rounding.HALF_EVEN, 2, "吨").id());
    }
}
