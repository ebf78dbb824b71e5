package org.lantian.engine.rule;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BoilerSizeTest {

    @ParameterizedTest
    @CsvSource({"6蒸吨/小时燃煤锅炉,6", "４ｔ／ｈ燃煤锅炉,4", "10 吨燃气锅炉,10", "燃煤锅炉（0.5t/h）,0.5", "2.8MW热水锅炉,4", "7兆瓦燃煤锅炉,10"})
    void readsTonnesOfSteamAnHour(String name, BigDecimal size) {
        assertThat(BoilerSize.of(name)).hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(size));
    }

    @Test
    void isEmptyWithoutASize() {
        assertThat(BoilerSize.of("2号燃煤锅炉")).isEmpty();
    }
}
