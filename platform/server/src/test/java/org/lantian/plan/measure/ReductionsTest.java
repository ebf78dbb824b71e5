package org.lantian.plan.measure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.lantian.engine.emission.ReferenceOxygen;
import org.lantian.engine.rule.EnterpriseFacts;
import org.lantian.plan.draft.Facts;
import org.lantian.plan.draft.MeasureFacts.Method;
import org.lantian.plan.draft.MeasureFacts.Part;
import org.lantian.plan.measure.Reductions.Aim;
import org.lantian.plugin.rule.EmissionLimit;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.UpgradeType;

import static org.assertj.core.api.Assertions.assertThat;

class ReductionsTest {

    private static final ReferenceOxygen NONE = ReferenceOxygen.of(List.of());
    private static final ReferenceOxygen GAS = ReferenceOxygen.of(List.of(new EmissionLimit("gas", "燃气锅炉", Pollutant.NOX,
            new BigDecimal("50"), Optional.of(new BigDecimal("3.5")), "GB 13271—2014", true)));

    /** 120 → 30 mg/m³ at 80 000 Nm³/h and 6 000 h is 43.2 t. */
    private static final EnterpriseFacts PLANT = Facts.enterprise("1", "甲厂", "镇罗镇", "3140",
            Facts.outlet("DA001", "120", "50", "80000", "6000"), Facts.outlet("DA002", "35", "/", "50000", "7200"));

    @Test
    void sumsTheOutletsThatTheGoalLowers() {
        Part part = only(aim("a", UpgradeType.RETROFIT, "颗粒物≤30毫克/立方米")).get(Pollutant.PM);
        assertThat(part.tonnes()).contains(new BigDecimal("45"));
        assertThat(part.explanation().orElseThrow().inputs()).hasSize(2);
        assertThat(part.explanation().orElseThrow().print()).contains("DA001（120→30）");
    }

    @Test
    void aClosureCountsTheWholeEmission() {
        Map<Pollutant, Part> parts = only(aim("a", UpgradeType.CLOSURE, ""));
        assertThat(parts.get(Pollutant.PM).tonnes()).contains(new BigDecimal("70.2"));
        assertThat(parts.get(Pollutant.NOX).tonnes()).contains(new BigDecimal("24"));
        assertThat(parts).doesNotContainKeys(Pollutant.SO2, Pollutant.VOCS);
    }

    @Test
    void noTonneCountsTwice() {
        Map<String, Map<Pollutant, Part>> parts = Reductions.of(PLANT, NONE, List.of(
                aim("first", UpgradeType.RETROFIT, "颗粒物≤30毫克/立方米"), aim("then", UpgradeType.CLOSURE, "")));
        BigDecimal both = parts.get("first").get(Pollutant.PM).tonnes().orElseThrow()
                .add(parts.get("then").get(Pollutant.PM).tonnes().orElseThrow());
        assertThat(both).isEqualByComparingTo("70.2");
    }

    @Test
    void aTargetOfOneOutletLeavesTheOthers() {
        Aim aim = new Aim("a", UpgradeType.EXCELLENCE, "",
                Map.of("DA002", Map.of(Pollutant.PM, new BigDecimal("10"))), Map.of());
        assertThat(only(aim).get(Pollutant.PM).tonnes()).contains(new BigDecimal("9"));
    }

    @Test
    void withoutDataItIsUnknownAndNeverZero() {
        EnterpriseFacts bare = Facts.enterprise("1", "甲厂", "镇罗镇", "3140");
        Part none = Reductions.of(bare, NONE, List.of(aim("a", UpgradeType.RETROFIT, "颗粒物≤30毫克/立方米"))).get("a")
                .get(Pollutant.PM);
        assertThat(none.method()).isEqualTo(Method.UNKNOWN);
        assertThat(none.tonnes()).isEmpty();
        assertThat(none.note()).contains("没有登记排放口");
        EnterpriseFacts noHours = Facts.enterprise("1", "甲厂", "镇罗镇", "3140", Facts.row(Field.OUTLET_NUMBER, "DA001",
                Field.OUTLET_CONCENTRATION_PM, "120", Field.OUTLET_DRY_FLOW, "80000"));
        assertThat(Reductions.of(noHours, NONE, List.of(aim("a", UpgradeType.CLOSURE, ""))).get("a").get(Pollutant.PM).note())
                .contains("DA001").contains("年运行小时");
    }

    @Test
    void aTargetHoldsAtTheReferenceOxygenAndTonnesAreCountedAsMeasured() {
        EnterpriseFacts boiler = Facts.enterprise("1", "甲厂", "镇罗镇", "4430", Facts.row(Field.OUTLET_NUMBER, "DA001",
                Field.OUTLET_SOURCE_CATEGORY, "燃气锅炉", Field.OUTLET_OXYGEN, "6", Field.OUTLET_CONCENTRATION_NOX, "90",
                Field.OUTLET_DRY_FLOW, "10000", Field.OUTLET_HOURS, "5000"));
        Part part = Reductions.of(boiler, GAS, List.of(aim("a", UpgradeType.RETROFIT, "NOx≤35毫克/立方米"))).get("a")
                .get(Pollutant.NOX);
        assertThat(part.tonnes().orElseThrow()).isEqualByComparingTo("3");
        assertThat(part.explanation().orElseThrow().print()).contains("90→30，由基准氧含量下35换算");

        EnterpriseFacts dark = Facts.enterprise("1", "甲厂", "镇罗镇", "4430", Facts.row(Field.OUTLET_NUMBER, "DA001",
                Field.OUTLET_SOURCE_CATEGORY, "燃气锅炉", Field.OUTLET_CONCENTRATION_NOX, "90", Field.OUTLET_DRY_FLOW, "10000",
                Field.OUTLET_HOURS, "5000"));
        assertThat(Reductions.of(dark, GAS, List.of(aim("a", UpgradeType.RETROFIT, "NOx≤35毫克/立方米"))).get("a")
                .get(Pollutant.NOX).note()).contains("DA001", "O2实测");
        assertThat(Reductions.of(dark, GAS, List.of(aim("a", UpgradeType.CLOSURE, ""))).get("a").get(Pollutant.NOX).tonnes()
                .orElseThrow()).isEqualByComparingTo("4.5");
    }

    @Test
    void whatAPersonEnteredBeforeIsTakenOffAClosure() {
        Aim entered = new Aim("first", UpgradeType.RETROFIT, "", Map.of(), Map.of(Pollutant.PM, new BigDecimal("20.2")));
        Map<Pollutant, Part> closure = Reductions.of(PLANT, NONE, List.of(entered, aim("then", UpgradeType.CLOSURE, "")))
                .get("then");
        assertThat(closure.get(Pollutant.PM).tonnes().orElseThrow()).isEqualByComparingTo("50");
        assertThat(closure.get(Pollutant.PM).explanation().orElseThrow().print()).contains("前序任务已计入");
        assertThat(closure.get(Pollutant.NOX).tonnes().orElseThrow()).isEqualByComparingTo("24");

        Aim tooMuch = new Aim("first", UpgradeType.RETROFIT, "", Map.of(), Map.of(Pollutant.PM, new BigDecimal("99")));
        assertThat(Reductions.of(PLANT, NONE, List.of(tooMuch, aim("then", UpgradeType.CLOSURE, ""))).get("then")
                .get(Pollutant.PM).note()).contains("已超过");
    }

    @Test
    void anOutletThatCannotBeCountedLeavesTheOthersToLaterMeasures() {
        EnterpriseFacts half = Facts.enterprise("1", "甲厂", "镇罗镇", "3140", Facts.outlet("DA001", "120", "/", "80000", "6000"),
                Facts.row(Field.OUTLET_NUMBER, "DA002", Field.OUTLET_CONCENTRATION_PM, "60", Field.OUTLET_DRY_FLOW, "1000"));
        Map<String, Map<Pollutant, Part>> parts = Reductions.of(half, NONE, List.of(
                aim("first", UpgradeType.RETROFIT, "颗粒物≤30毫克/立方米"), new Aim("then", UpgradeType.RETROFIT, "",
                        Map.of("DA001", Map.of(Pollutant.PM, new BigDecimal("30"))), Map.of())));
        assertThat(parts.get("first").get(Pollutant.PM).method()).isEqualTo(Method.UNKNOWN);
        assertThat(parts.get("then").get(Pollutant.PM).tonnes().orElseThrow()).isEqualByComparingTo("43.2");
    }

    @Test
    void aTargetAboveThePresentGivesNoReduction() {
        assertThat(only(aim("a", UpgradeType.RETROFIT, "颗粒物≤150毫克/立方米")).get(Pollutant.PM).note())
                .contains("已低于目标浓度");
    }

    @Test
    void aGoalWithoutConcentrationClaimsNothing() {
        assertThat(only(aim("a", UpgradeType.RETROFIT, "厂内运输车辆全部新能源化"))).isEmpty();
    }

    private static Aim aim(String key, UpgradeType type, String goal) {
        return new Aim(key, type, goal, Map.of(), Map.of());
    }

    private static Map<Pollutant, Part> only(Aim aim) {
        return Reductions.of(PLANT, NONE, List.of(aim)).get(aim.measure());
    }
}
