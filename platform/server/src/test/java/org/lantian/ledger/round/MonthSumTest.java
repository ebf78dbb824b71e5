package org.lantian.ledger.round;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.lantian.plugin.table.Field;

import static org.assertj.core.api.Assertions.assertThat;

class MonthSumTest {

    private static final RoundPeriod QUARTER = RoundPeriod.read("2026-Q3").orElseThrow();
    private static final List<RoundPeriod> MONTHS = QUARTER.months();

    @Test
    void aQuarterHasThreeMonthsAndAMonthNone() {
        assertThat(MONTHS).extracting(RoundPeriod::text).containsExactly("2026-07", "2026-08", "2026-09");
        assertThat(MONTHS.getFirst().months()).isEmpty();
    }

    @Test
    void monthsAreAddedInTheUnitOfTheQuarter() {
        Map<RoundPeriod, List<Figure>> verified = Map.of(MONTHS.get(0), List.of(output("1.5", "万吨")), MONTHS.get(1),
                List.of(output("5000", "吨")), MONTHS.get(2), List.of(output("0", "吨")));

        assertThat(MonthSum.of(output("2", "万吨"), MONTHS, verified).orElseThrow()).satisfies(sum -> {
            assertThat(sum.sum()).isEqualByComparingTo("2");
            assertThat(sum.missing()).isEmpty();
            assertThat(sum.differs()).isFalse();
        });
        assertThat(MonthSum.of(output("2.01", "万吨"), MONTHS, verified).orElseThrow().differs()).isTrue();
    }

    @Test
    void whileMonthsAreMissingOnlyLessThanTheirSumDiffers() {
        Map<RoundPeriod, List<Figure>> verified = Map.of(MONTHS.get(0), List.of(output("3", "吨")), MONTHS.get(1),
                List.of(output("4", "台")));

        assertThat(MonthSum.of(output("9", "吨"), MONTHS, verified).orElseThrow()).satisfies(sum -> {
            assertThat(sum.counted()).containsExactly(MONTHS.get(0));
            assertThat(sum.missing()).containsExactly(MONTHS.get(1), MONTHS.get(2));
            assertThat(sum.differs()).isFalse();
        });
        assertThat(MonthSum.of(output("2.9", "吨"), MONTHS, verified).orElseThrow().differs()).isTrue();
        assertThat(MonthSum.of(output("9", "吨"), MONTHS, Map.of())).isEmpty();
    }

    @Test
    void meansAreNotAdded() {
        Figure mean = new Figure(Field.OUTLET_CONCENTRATION_NOX.id(), "DA001", "毫克/立方米", BigDecimal.TEN);
        assertThat(MonthSum.of(mean, MONTHS, Map.of(MONTHS.get(0), List.of(mean)))).isEmpty();
        Figure tonnes = new Figure(Field.EMISSION_ACTUAL.id(), "NOx", "吨", BigDecimal.TEN);
        assertThat(MonthSum.of(tonnes, MONTHS, Map.of(MONTHS.get(0), List.of(tonnes)))).isPresent();
    }

    private static Figure output(String value, String unit) {
        return new Figure(Field.PRODUCT_OUTPUT.id(), "硅铁", unit, new BigDecimal(value));
    }
}
