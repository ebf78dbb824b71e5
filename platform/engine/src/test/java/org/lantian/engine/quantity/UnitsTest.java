package org.lantian.engine.quantity;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UnitsTest {

    @Test
    void tonnesOfAnySizeMeasureTheSame() {
        assertThat(List.of("吨", "万吨", "t", "千克", "kg", "亿吨")).allSatisfy(
                unit -> assertThat(Units.base(unit)).isEqualTo("吨"));
        assertThat(Units.base("万立方米")).isEqualTo("立方米");
        assertThat(Units.base("万块")).isEqualTo("块");
        assertThat(Units.base("万")).isEqualTo("万");
    }

    @Test
    void convertsExactly() {
        assertThat(Units.convert(new BigDecimal("9862"), "吨", "万吨")).isEqualByComparingTo("0.9862");
        assertThat(Units.convert(new BigDecimal("53"), "万吨", "吨")).isEqualByComparingTo("530000");
        assertThat(Units.convert(new BigDecimal("12.5"), "千克", "吨")).isEqualByComparingTo("0.0125");
        assertThat(Units.largest(List.of("吨", "万吨", "kg"))).isEqualTo("万吨");
    }

    @Test
    void differentThingsAreNotConverted() {
        assertThatThrownBy(() -> Units.convert(BigDecimal.ONE, "吨", "立方米"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
