package org.lantian.engine.emission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lantian.engine.quantity.Quantity;
import org.lantian.plugin.vocabulary.Pollutant;

import static org.assertj.core.api.Assertions.assertThat;

class EmissionsTest {

    @ParameterizedTest
    @CsvSource({"35,50000,7200,12.6", "50,120000,7920,47.52"})
    void computesAMeasuredEmission(BigDecimal concentration, BigDecimal flow, BigDecimal hours, String tonnes) {
        assertThat(known(Emissions.measured(Pollutant.PM, Optional.of(concentration), Optional.of(flow),
                Optional.of(hours)))).isEqualTo(Quantity.of(tonnes, "吨"));
    }

    @Test
    void computesAReductionByConcentration() {
        assertThat(known(Emissions.reductionByConcentration(Pollutant.NOX, of("120"), of("30"), of("80000"),
                of("6000")))).isEqualTo(Quantity.of("43.2", "吨"));
    }

    @Test
    void countsTheWholeBaselineOfAClosure() {
        assertThat(known(Emissions.wholeBaseline(Pollutant.SO2, of("12.60")))).isEqualTo(Quantity.of("12.6", "吨"));
    }

    @ParameterizedTest
    @CsvSource({"40,12,9,53.33", "30,6,3.5,35", "28,11.2,10,31.43"})
    void convertsToTheReferenceOxygen(BigDecimal concentration, BigDecimal measured, BigDecimal reference,
            String expected) {
        assertThat(known(Emissions.oxygenCorrected(Optional.of(concentration), Optional.of(measured),
                Optional.of(reference)))).isEqualTo(Quantity.of(expected, "毫克/立方米"));
    }

    @Test
    void namesEveryMissingInput() {
        Calculation calculation = Emissions.measured(Pollutant.PM, Optional.empty(), of("50000"), Optional.empty());

        assertThat(calculation).isEqualTo(new Calculation.Unknown("颗粒物排放量", List.of("C 年均实测浓度", "T 年运行小时"),
                "颗粒物排放量无法核算，数据缺失：C 年均实测浓度、T 年运行小时。"));
        assertThat(calculation.found()).isEmpty();
    }

    @Test
    void givesNoReductionForAGoalAboveThePresent() {
        assertThat(Emissions.reductionByConcentration(Pollutant.NOX, of("30"), of("50"), of("80000"), of("6000")))
                .isEqualTo(new Calculation.Unknown("NOx减排量", List.of(), "NOx减排量无法核算：目标浓度高于现状浓度。"));
    }

    @Test
    void refusesNegativeInputsAndImpossibleOxygen() {
        assertThat(Emissions.measured(Pollutant.PM, of("-1"), of("1"), of("1"))).isInstanceOf(Calculation.Unknown.class);
        assertThat(Emissions.oxygenCorrected(of("40"), of("21"), of("9"))).isInstanceOf(Calculation.Unknown.class);
    }

    @Test
    void explainsTheNumber() {
        assertThat(Emissions.measured(Pollutant.PM, of("35"), of("50000"), of("7200")).found()).hasValueSatisfying(
                explanation -> assertThat(explanation.print()).contains("E = C × Q × T × 10⁻⁹",
                        "Q 标干流量 = 50000标立方米/小时", "结果 12.6吨", "HJ 884-2018"));
    }

    private static Quantity known(Calculation calculation) {
        return ((Calculation.Known) calculation).value();
    }

    private static Optional<BigDecimal> of(String number) {
        return Optional.of(new BigDecimal(number));
    }
}
