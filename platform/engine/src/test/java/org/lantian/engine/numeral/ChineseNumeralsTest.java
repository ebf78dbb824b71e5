package org.lantian.engine.numeral;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChineseNumeralsTest {

    @ParameterizedTest
    @CsvSource({"1,一", "10,十", "11,十一", "20,二十", "21,二十一", "99,九十九", "100,一百", "101,一百零一", "110,一百一十",
            "111,一百一十一", "120,一百二十", "205,二百零五", "999,九百九十九"})
    void writesHeadingNumbers(int number, String text) {
        assertThat(ChineseNumerals.write(number)).isEqualTo(text);
    }

    @Test
    void readsEverythingItWrites() {
        assertThat(IntStream.rangeClosed(1, 999)
                .allMatch(number -> ChineseNumerals.read(ChineseNumerals.write(number)).orElse(0) == number)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"两,2", "一百〇一,101"})
    void readsCommonVariants(String text, int number) {
        assertThat(ChineseNumerals.read(text)).hasValue(number);
    }

    @ParameterizedTest
    @CsvSource({"一十", "零", "十百", "甲"})
    void readsNothingElse(String text) {
        assertThat(ChineseNumerals.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1000"})
    void refusesNumbersOutsideOfHeadings(int number) {
        assertThatThrownBy(() -> ChineseNumerals.write(number)).isInstanceOf(IllegalArgumentException.class);
    }
}
