package org.lantian.engine.emission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.lantian.engine.emission.Accounting.Method;
import org.lantian.engine.emission.Accounting.State;
import org.lantian.engine.emission.MaterialBalance.Material;
import org.lantian.plugin.vocabulary.Pollutant;

import static org.assertj.core.api.Assertions.assertThat;

/** The accounting methods with the check values of the domain notes. */
class AccountingTest {

    private static final State NOTHING = new State(Optional.empty(), Optional.empty(), List.of(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    @Test
    void aCoefficientIsTreatedByWhatReallyRuns() {
        Accounting dust = new Accounting("一线", Pollutant.PM, Method.COEFFICIENT, coefficient("2.5", "100000", "0"),
                Optional.of(treated("0.9", "0.95")));
        assertThat(value(dust.emissionBefore())).isEqualByComparingTo("250");
        assertThat(value(dust.emissionAfter().orElseThrow())).isEqualByComparingTo("36.25");
        assertThat(((Calculation.Known) dust.emissionAfter().orElseThrow()).explanation().print()).contains("产污系数 = 2.5",
                "η1 = 0.95", "k 实际运行率 = 0.9", "公告2021年第24号");
    }

    @Test
    void materialsAreBalancedByCollectionAndTreatment() {
        State open = new State(Optional.empty(), Optional.empty(), List.of(new Material("油漆", new BigDecimal("120"),
                new BigDecimal("35"))), Optional.empty(), Optional.empty(), Optional.empty(), number("0"),
                List.of(BigDecimal.ZERO), Optional.empty());
        State closed = new State(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(),
                Optional.empty(), number("0.9"), List.of(new BigDecimal("0.8")), Optional.empty());
        Accounting paint = new Accounting("", Pollutant.VOCS, Method.BALANCE, open, Optional.of(closed));
        assertThat(value(paint.emissionBefore())).isEqualByComparingTo("42");
        assertThat(value(paint.emissionAfter().orElseThrow())).isEqualByComparingTo("11.76");
    }

    @Test
    void coalEmitsItsSulphurAndTreatmentsWorkInARow() {
        State coal = new State(Optional.empty(), Optional.empty(), List.of(), number("10000"), number("0.8"), number("0.85"),
                Optional.empty(), List.of(BigDecimal.ZERO), Optional.empty());
        Accounting boiler = new Accounting("锅炉", Pollutant.SO2, Method.SULPHUR, coal,
                Optional.of(treated("1", "0.6", "0.8")));
        assertThat(value(boiler.emissionBefore())).isEqualByComparingTo("136");
        assertThat(value(boiler.emissionAfter().orElseThrow())).isEqualByComparingTo("10.88");
    }

    @Test
    void aMissingInputIsNamed() {
        assertThat(missing(NOTHING)).contains("产污系数", "产品产量");
        assertThat(missing(coefficient("2.5", "100", ""))).contains("各级效率");
        assertThat(missing(new State(number("2.5"), number("100"), List.of(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), List.of(new BigDecimal("0.9")), Optional.empty()))).contains("k 实际运行率");
        assertThat(missing(coefficient("2.5", "100", "95"))).contains("应为0到1");
    }

    private static String missing(State before) {
        return ((Calculation.Unknown) new Accounting("", Pollutant.PM, Method.COEFFICIENT, before, Optional.empty())
                .emissionBefore()).text();
    }

    private static State coefficient(String coefficient, String activity, String efficiency) {
        return new State(number(coefficient), number(activity), List.of(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), efficiency.isEmpty() ? List.of() : List.of(new BigDecimal(efficiency)),
                Optional.empty());
    }

    private static State treated(String running, String... efficiencies) {
        return new State(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), List.of(efficiencies).stream().map(BigDecimal::new).toList(), number(running));
    }

    private static Optional<BigDecimal> number(String value) {
        return Optional.of(new BigDecimal(value));
    }

    private static BigDecimal value(Calculation calculation) {
        return ((Calculation.Known) calculation).value().value();
    }
}
