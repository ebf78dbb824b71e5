package org.lantian.engine.emission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.lantian.engine.emission.MaterialBalance.Material;
import org.lantian.plugin.vocabulary.Pollutant;

import static org.assertj.core.api.Assertions.assertThat;

/** The vectors that the accounting formulas are held to. */
class MaterialBalanceTest {

    @Test
    void aCoefficientGivesGenerationAndEmission() {
        Calculation generated = MaterialBalance.generated(Pollutant.PM, of("2.5"), of("100000"));
        assertThat(value(generated)).isEqualByComparingTo("250");
        assertThat(value(MaterialBalance.emitted(Pollutant.PM, of("250"), of("0.95"), of("0.9")))).isEqualByComparingTo("36.25");
    }

    @Test
    void aMaterialBalanceGivesVocs() {
        assertThat(value(MaterialBalance.vocsGenerated(List.of(new Material("油漆", new BigDecimal("120"), new BigDecimal("35"))))))
                .isEqualByComparingTo("42");
        assertThat(value(MaterialBalance.vocsOrganised(of("42"), of("0.9"), of("0.8")))).isEqualByComparingTo("7.56");
        assertThat(value(MaterialBalance.vocsFugitive(of("42"), of("0.9")))).isEqualByComparingTo("4.2");
    }

    @Test
    void coalGivesItsSulphurAndTreatmentsInARowTheirEfficiency() {
        assertThat(value(MaterialBalance.coalSulphurDioxide(of("10000"), of("0.8"), of("0.85")))).isEqualByComparingTo("136");
        assertThat(value(MaterialBalance.seriesEfficiency(List.of(new BigDecimal("0.6"), new BigDecimal("0.8")))))
                .isEqualByComparingTo("0.92");
    }

    @Test
    void aMissingInputIsUnknownAndNeverZero() {
        assertThat(MaterialBalance.generated(Pollutant.PM, Optional.empty(), of("1"))).isInstanceOf(Calculation.Unknown.class);
        assertThat(MaterialBalance.vocsGenerated(List.of())).isInstanceOfSatisfying(Calculation.Unknown.class,
                unknown -> assertThat(unknown.text()).contains("数据缺失"));
        assertThat(MaterialBalance.emitted(Pollutant.PM, of("250"), of("95"), of("0.9"))).isInstanceOfSatisfying(
                Calculation.Unknown.class, unknown -> assertThat(unknown.text()).contains("应为0到1"));
    }

    @Test
    void aConcentrationAtReferenceOxygenIsTurnedBackIntoTheMeasuredOne() {
        assertThat(value(Emissions.asMeasured(of("35"), of("6"), of("3.5")))).isEqualByComparingTo("30");
        assertThat(Emissions.asMeasured(of("35"), Optional.empty(), of("3.5"))).isInstanceOf(Calculation.Unknown.class);
    }

    private static BigDecimal value(Calculation calculation) {
        return ((Calculation.Known) calculation).value().value();
    }

    private static Optional<BigDecimal> of(String number) {
        return Optional.of(new BigDecimal(number));
    }
}
