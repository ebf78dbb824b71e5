package org.lantian.engine.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lantian.engine.rule.Verdict.Clear;
import org.lantian.engine.rule.Verdict.Evidence;
import org.lantian.engine.rule.Verdict.Finding;
import org.lantian.engine.rule.Verdict.NotApplicable;
import org.lantian.engine.rule.Verdict.Unknown;
import org.lantian.plugin.rule.DiagnosisRule;
import org.lantian.plugin.rule.DiagnosisRule.Subject;
import org.lantian.plugin.rule.EmissionLimit;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.rule.TechniqueList;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.ProblemArea;
import org.lantian.plugin.vocabulary.ProblemColumn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DiagnosisEngineTest {

    private static final List<EmissionLimit> LIMITS = List.of(
            new EmissionLimit("gas-nox", "燃气锅炉", Pollutant.NOX, new BigDecimal("50"),
                    Optional.of(new BigDecimal("3.5")), "GB 13271-2014 表3", true),
            new EmissionLimit("kiln-pm", "砖瓦窑", Pollutant.PM, new BigDecimal("30"), Optional.empty(), "GB 29620-2013",
                    false));
    private static final List<TechniqueList> LISTS = List.of(
            new TechniqueList("low-efficiency", "低效失效治理技术", List.of("水膜除尘", "单级活性炭"), "方案附件"),
            new TechniqueList("vocs-material", "含VOCs原辅材料", List.of("油漆", "稀释剂"), "GB 37822-2019"),
            new TechniqueList("coal", "煤炭", List.of("煤"), "大纲"),
            new TechniqueList("coal-gas", "煤气", List.of("煤气", "煤层气"), "大纲"));
    private static final DiagnosisRule LOW_EFFICIENCY = rule("low-efficiency-dust", Subject.TREATMENT, "",
            "listed(treatment_dedusting, 'low-efficiency')", "{treatment.process}采用{treatment.dedusting}，属低效失效技术");
    private static final DiagnosisRule NOX_LIMIT = rule("nox-limit", Subject.OUTLET, "",
            "corrected(outlet_concentration_nox, outlet_oxygen, outlet_sourceCategory) > limit(outlet_sourceCategory, 'NOX')",
            "{outlet.number}NOx折算浓度{corrected}毫克/立方米，超过限值{limit}毫克/立方米");

    @Test
    void findsAProblemWithItsEvidence() {
        Finding finding = (Finding) diagnose(LOW_EFFICIENCY,
                Facts.row(Field.TREATMENT_PROCESS, "破碎", Field.TREATMENT_DEDUSTING, "水膜 除尘器"));

        assertThat(finding.text()).isEqualTo("破碎采用水膜 除尘器，属低效失效技术");
        assertThat(finding.origin().subject()).isEqualTo("破碎");
        assertThat(finding.area()).isEqualTo(ProblemArea.TREATMENT);
        assertThat(finding.column()).hasValue(ProblemColumn.ORGANISED);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.evidence())
                .containsExactly(new Evidence("treatment.dedusting", "除尘工艺", "水膜 除尘器"));
        assertThat(finding.source()).isEqualTo("GB 1");
    }

    @Test
    void isClearWithoutAProblem() {
        assertThat(diagnose(LOW_EFFICIENCY, Facts.row(Field.TREATMENT_DEDUSTING, "布袋除尘"))).isInstanceOf(Clear.class);
        assertThat(diagnose(LOW_EFFICIENCY, Facts.row(Field.TREATMENT_DEDUSTING, "/"))).isInstanceOf(Clear.class);
    }

    @Test
    void neverPassesAnAbsentInput() {
        Unknown unknown = (Unknown) diagnose(LOW_EFFICIENCY,
                Facts.row(Field.TREATMENT_PROCESS, "破碎", Field.TREATMENT_DEDUSTING, ""));

        assertThat(unknown.missing()).containsExactly("treatment.dedusting");
        assertThat(unknown.text()).isEqualTo("数据缺失：除尘工艺");
    }

    @Test
    void comparesTheCorrectedConcentrationWithTheLimit() {
        Finding finding = (Finding) diagnose(NOX_LIMIT, outlet("燃气锅炉", "50", "6"));

        assertThat(finding.text()).isEqualTo("DA001NOx折算浓度58.33毫克/立方米，超过限值50毫克/立方米");
        assertThat(finding.source()).isEqualTo("GB 1；GB 13271-2014 表3");
        assertThat(finding.explanations()).singleElement()
                .satisfies(explanation -> assertThat(explanation.formula()).contains("21 − O2基准"));
        assertThat(finding.evidence()).extracting(Evidence::value).contains("50毫克/立方米（GB 13271-2014 表3）",
                "58.33毫克/立方米", "6");
    }

    @Test
    void doesNotTakeAnAnnualMeanBelowTheLimitForCompliance() {
        assertThat(((Clear) diagnose(NOX_LIMIT, outlet("燃气锅炉", "30", "3.5"))).text())
                .isEqualTo("年均值未超限，不足以判定稳定达标");
    }

    @Test
    void needsTheOxygenOnlyWhereTheCategoryHasAReference() {
        DiagnosisRule dust = rule("dust-limit", Subject.OUTLET, "",
                "corrected(outlet_concentration_pm, outlet_oxygen, outlet_sourceCategory) > limit(outlet_sourceCategory, 'PM')",
                "超过{limit}");

        assertThat(diagnose(dust, Facts.row(Field.OUTLET_SOURCE_CATEGORY, "砖瓦窑", Field.OUTLET_CONCENTRATION_PM, "31")))
                .isInstanceOf(Finding.class);
        assertThat(((Unknown) diagnose(NOX_LIMIT, outlet("燃气锅炉", "50", ""))).missing())
                .containsExactly("outlet.oxygen");
    }

    @Test
    void lowersAnErrorThatRestsOnAnUnverifiedLimit() {
        DiagnosisRule dust = rule("dust-limit", Subject.OUTLET, "",
                "outlet_concentration_pm > limit(outlet_sourceCategory, 'PM')", "超过{limit}");

        assertThat(((Finding) diagnose(dust,
                Facts.row(Field.OUTLET_SOURCE_CATEGORY, "砖瓦窑", Field.OUTLET_CONCENTRATION_PM, "31"))).severity())
                        .isEqualTo(Severity.WARNING);
    }

    @ParameterizedTest
    @CsvSource({"水泥窑,50,10,数据缺失：源类别“水泥窑”的排放限值", "燃气锅炉,50,21,数据缺失：折算浓度无法核算：实测氧含量应低于21%。"})
    void saysWhichLimitOrOxygenIsMissing(String category, String nox, String oxygen, String text) {
        assertThat(((Unknown) diagnose(NOX_LIMIT, outlet(category, nox, oxygen))).text()).startsWith(text);
    }

    @Test
    void doesNotApplyWhereTheConditionDoesNotHold() {
        DiagnosisRule reductant = rule("reductant", Subject.TREATMENT, "!isNone(treatment_denitration)",
                "isNone(treatment_reductant)", "未填还原剂");

        assertThat(diagnose(reductant, Facts.row(Field.TREATMENT_DENITRATION, "/"))).isInstanceOf(NotApplicable.class);
        assertThat(diagnose(reductant, Facts.row(Field.TREATMENT_DENITRATION, ""))).isInstanceOf(Unknown.class);
        assertThat(diagnose(reductant,
                Facts.row(Field.TREATMENT_DENITRATION, "SCR", Field.TREATMENT_REDUCTANT, "/"))).isInstanceOf(Finding.class);
    }

    @Test
    void isUnknownWhenADeclaredInputIsAbsent() {
        DiagnosisRule rule = new DiagnosisRule("declared", Subject.TREATMENT, "", "true", ProblemArea.TREATMENT,
                Optional.empty(), Severity.WARNING, "文", "GB 1", true, List.of("treatment.ammonia"));

        assertThat(((Unknown) diagnose(rule, Facts.row(Field.TREATMENT_PROCESS, "锅炉"))).text())
                .isEqualTo("数据缺失：正常工况喷氨量");
    }

    @Test
    void isUnknownWithoutAnyRow() {
        DiagnosisEngine engine = DiagnosisEngine.compile(List.of(LOW_EFFICIENCY), LIMITS, LISTS, List.of());

        assertThat(engine.diagnose(Facts.enterprise(Map.of()))).singleElement()
                .isInstanceOfSatisfying(Unknown.class, unknown -> assertThat(unknown.text()).isEqualTo("数据缺失：废气治理现状"));
    }

    @Test
    void tellsRowsOfTheSameNameApart() {
        DiagnosisEngine engine = DiagnosisEngine.compile(List.of(LOW_EFFICIENCY), LIMITS, LISTS, List.of());
        Map<Field, FieldValue> row = Facts.row(Field.TREATMENT_PROCESS, "破碎", Field.TREATMENT_DEDUSTING, "水膜除尘");

        assertThat(engine.diagnose(Facts.enterprise(Map.of(), row, row,
                Facts.row(Field.TREATMENT_DEDUSTING, "水膜除尘")))).extracting(verdict -> verdict.origin().subject())
                        .containsExactly("破碎", "破碎#2", "第3行");
    }

    @ParameterizedTest
    @CsvSource({"any_coal,煤,TRUE", "any_coal,无烟煤,TRUE", "any_coal,天然气,FALSE", "any_coal,煤气,FALSE", "any_coal,煤和煤气,TRUE", "any_coal,'',UNKNOWN"})
    void knowsWhetherAnyFuelIsCoal(String variable, String fuel, Truth expected) {
        assertThat(derived(variable, Facts.row(Field.ENERGY_TYPE, fuel))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"any_vocs_material,油性稀释剂,TRUE", "any_vocs_material,石灰石,FALSE", "any_vocs_material,'',UNKNOWN"})
    void knowsWhetherAnyMaterialHasVocs(String variable, String material, Truth expected) {
        assertThat(derived(variable, Facts.row(Field.MATERIAL_NAME, material))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"RTO,TRUE", "/,FALSE", "'',UNKNOWN"})
    void knowsWhetherVocsAreTreated(String treatment, Truth expected) {
        assertThat(derived("any_vocs_treatment", Facts.row(Field.TREATMENT_VOCS, treatment))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"/,TRUE", "外部集气罩,FALSE", "'',UNKNOWN"})
    void knowsWhetherACollectionIsMissing(String collection, Truth expected) {
        assertThat(derived("any_collection_missing", Facts.row(Field.TREATMENT_COLLECTION, collection)))
                .isEqualTo(expected);
    }

    @Test
    void doesNotTakeAnEnterpriseWithoutRowsForClean() {
        DiagnosisRule rule = rule("coal", Subject.ENTERPRISE, "", "any_coal", "文");

        assertThat(((Unknown) DiagnosisEngine.compile(List.of(rule), LIMITS, LISTS, List.of())
                .diagnose(Facts.enterprise(Map.of())).getFirst()).missing()).containsExactly("energy.type");
    }

    @Test
    void failsWithEveryProblemAtOnce() {
        List<DiagnosisRule> rules = List.of(rule("a", Subject.TREATMENT, "nothing", "true", "文"),
                rule("b", Subject.TREATMENT, "", "listed(treatment_dedusting, 'none-such')", "{outlet.number}"),
                rule("c", Subject.OUTLET, "", "outlet_hours > limit(outlet_sourceCategory, 'DUST')", "文"),
                rule("d", Subject.EQUIPMENT, "", "outlet_hours > 1", "文"), rule("d", Subject.EQUIPMENT, "", "true", "文"));

        assertThatThrownBy(() -> DiagnosisEngine.compile(rules, List.of(LIMITS.getFirst(), LIMITS.getFirst()), List.of(), List.of()))
                .isInstanceOfSatisfying(RuleCompilationException.class, e -> assertThat(e.problems())
                        .anyMatch(problem -> problem.startsWith("规则 a 的 when（1:1）"))
                        .anyMatch(problem -> problem.startsWith("规则 b 的 finding（1:7）：listed()"))
                        .anyMatch(problem -> problem.contains("规则 b 的 text：占位符 {outlet.number}"))
                        .anyMatch(problem -> problem.startsWith("规则 c 的 finding（1:21）：limit()"))
                        .anyMatch(problem -> problem.startsWith("规则 d 的 finding（1:1）"))
                        .anyMatch(problem -> problem.equals("规则 d 重复"))
                        .anyMatch(problem -> problem.contains("限值重复")).hasSize(7));
    }

    @Test
    void needsTheListsThatADerivedFactIsReadWith() {
        assertThatThrownBy(() -> DiagnosisEngine.compile(List.of(rule("coal", Subject.ENTERPRISE, "", "any_coal", "文")),
                LIMITS, List.of(), List.of())).hasMessage("规则 coal 的 finding：any_coal 需要工艺清单 coal\n规则 coal 的 finding：any_coal 需要工艺清单 coal-gas");
    }

    @Test
    void changesTheVersionOnlyWithTheRule() {
        String version = diagnose(LOW_EFFICIENCY, Facts.row(Field.TREATMENT_DEDUSTING, "/")).origin().version();

        assertThat(diagnose(LOW_EFFICIENCY, Facts.row(Field.TREATMENT_DEDUSTING, "布袋")).origin().version())
                .isEqualTo(version);
        assertThat(diagnose(rule("low-efficiency-dust", Subject.TREATMENT, "", LOW_EFFICIENCY.finding(), "另一句"),
                Facts.row(Field.TREATMENT_DEDUSTING, "/")).origin().version()).isNotEqualTo(version);
    }

    private static Truth derived(String variable, Map<Field, FieldValue> row) {
        Verdict verdict = diagnose(rule("derived", Subject.ENTERPRISE, "", variable, "文"), row);
        return switch (verdict) {
            case Finding _ -> Truth.TRUE;
            case Clear _ -> Truth.FALSE;
            case Unknown _, NotApplicable _ -> Truth.UNKNOWN;
        };
    }

    private static Verdict diagnose(DiagnosisRule rule, Map<Field, FieldValue> row) {
        return DiagnosisEngine.compile(List.of(rule), LIMITS, LISTS, List.of()).diagnose(Facts.enterprise(Map.of(), row)).getFirst();
    }

    private static Map<Field, FieldValue> outlet(String category, String nox, String oxygen) {
        return Facts.row(Field.OUTLET_NUMBER, "DA001", Field.OUTLET_SOURCE_CATEGORY, category,
                Field.OUTLET_CONCENTRATION_NOX, nox, Field.OUTLET_OXYGEN, oxygen);
    }

    private static DiagnosisRule rule(String id, Subject subject, String when, String finding, String text) {
        return new DiagnosisRule(id, subject, when, finding, ProblemArea.TREATMENT,
                Optional.of(ProblemColumn.ORGANISED), Severity.ERROR, text, "GB 1", true, List.of());
    }
}
