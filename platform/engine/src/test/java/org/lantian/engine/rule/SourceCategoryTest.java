package org.lantian.engine.rule;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lantian.engine.profile.ProfileContribution;
import org.lantian.engine.profile.YamlProfile;
import org.lantian.engine.rule.Verdict.Clear;
import org.lantian.engine.rule.Verdict.Finding;
import org.lantian.engine.rule.Verdict.NotApplicable;
import org.lantian.engine.rule.Verdict.Unknown;
import org.lantian.plugin.region.SourceCategoryWords;
import org.lantian.plugin.rule.DiagnosisRule;
import org.lantian.plugin.rule.DiagnosisRule.Subject;
import org.lantian.plugin.rule.EmissionLimit;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.table.Field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Concentrations of table 2 against the limits of the source category that can be known without an outlet. */
class SourceCategoryTest {

    private static final Path PLUGIN = Path.of("../../plugins/profile-national/src/main/plugin");

    private static DiagnosisEngine engine = DiagnosisEngine.compile(List.of(), List.of(), List.of(), List.of());
    private static List<EmissionLimit> limits = List.of();

    @BeforeAll
    static void compile() {
        assumeThat(Files.isDirectory(PLUGIN)).as("the national profile's sources at " + PLUGIN).isTrue();
        ProfileContribution profile = YamlProfile.ofFolder(PLUGIN);
        limits = profile.limits();
        engine = DiagnosisEngine.compile(profile.diagnosisRules(), limits, profile.techniqueLists(),
                profile.region().sourceCategories());
    }

    @Test
    void aClosedFurnaceHasTheStricterLimit() {
        assertThat(judge("pm", "3140", "电", "密闭矿热炉", Field.TREATMENT_CONCENTRATION_PM, "42")).isInstanceOf(Finding.class);
        assertThat(judge("pm", "3140", "电", "半封闭矿热炉", Field.TREATMENT_CONCENTRATION_PM, "42")).isInstanceOf(Clear.class);
    }

    @Test
    void aMeanAboveTheLimitOfItsCategoryIsAFindingThatNamesTheStandard() {
        Finding finding = (Finding) judge("pm", "3140 铁合金冶炼", "电", "1#半封闭矿热炉", Field.TREATMENT_CONCENTRATION_PM, "51");

        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.text()).isEqualTo("1#半封闭矿热炉颗粒物年均排放浓度51毫克/立方米，不符合限值（≤50毫克/立方米，GB 28666—2012 新建企业）；"
                + "年均值超过小时限值，不能稳定达标。企业没有登记排放口，按环节名称、行业和燃料归入“铁合金半封闭炉”，请核实。");
        assertThat(finding.source()).contains("GB 28666—2012");
        assertThat(finding.evidence()).anySatisfy(one -> {
            assertThat(one.label()).isEqualTo("铁合金半封闭炉颗粒物限值");
            assertThat(one.value()).isEqualTo("50毫克/立方米（GB 28666—2012 新建企业）");
        });
        assertThat(finding.suggestion().orElseThrow().task()).isEqualTo("1#半封闭矿热炉的颗粒物治理设施提标改造，稳定达到≤50毫克/立方米");
    }

    @Test
    void aMeanThatReachesTheLimitProvesNothing() {
        assertThat(((Clear) judge("pm", "铁合金", "电", "半封闭矿热炉", Field.TREATMENT_CONCENTRATION_PM, "50")).text())
                .isEqualTo("年均值未超限，不足以判定稳定达标");
        assertThat(((Clear) judge("vocs", "2110", "电", "喷漆房", Field.TREATMENT_CONCENTRATION_VOCS, "120")).conclusive())
                .isFalse();
        assertThat(judge("vocs", "2110", "电", "喷漆房", Field.TREATMENT_CONCENTRATION_VOCS, "120.1"))
                .isInstanceOf(Finding.class);
    }

    @ParameterizedTest
    @CsvSource({"so2, 3311, 电, 焊接", "nox, 3140, 电, 半封闭矿热炉", "vocs, 3140, 电, 半封闭矿热炉"})
    void aCategoryWithoutALimitOfThePollutantIsNotJudged(String pollutant, String industry, String fuel, String process) {
        Field field = Field.ofId("treatment.concentration." + pollutant).orElseThrow();
        assertThat(judge(pollutant, industry, fuel, process, field, "9999")).isInstanceOf(NotApplicable.class);
    }

    @Test
    void aReferenceOxygenThatCannotBeKnownIsMissing() {
        assertThat(((Unknown) judge("so2", "4430", "天然气", "2t/h锅炉", Field.TREATMENT_CONCENTRATION_SO2, "900")).text())
                .isEqualTo("数据缺失：实测氧含量（“燃气锅炉”的限值按基准氧含量3.5%折算，表2没有氧含量，请登记排放口）");
        assertThat(judge("nox", "4430", "原煤", "燃煤锅炉", Field.TREATMENT_CONCENTRATION_NOX, "900"))
                .isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"3140, 电, 烘干", "3140, 电, 矿热炉", "3140, 电, 半封闭矿热炉、破碎工序", "4430, 电, 锅炉", "2921, 电, 破碎", "'', 电, 半封闭矿热炉"})
    void aCategoryThatCannotBeKnownIsMissing(String industry, String fuel, String process) {
        assertThat(((Unknown) judge("pm", industry, fuel, process, Field.TREATMENT_CONCENTRATION_PM, "900")).text())
                .isEqualTo("数据缺失：源类别（没有登记排放口，按环节名称、行业和燃料不能确定）");
    }

    @Test
    void twoFuelsOfOneBoilerHouseLeaveItsCategoryOpen() {
        EnterpriseFacts facts = Facts.enterprise(Facts.row(Field.ENTERPRISE_INDUSTRY, "4430"),
                Facts.row(Field.ENERGY_TYPE, "煤"), Facts.row(Field.ENERGY_TYPE, "天然气"),
                Facts.row(Field.TREATMENT_PROCESS, "锅炉", Field.TREATMENT_CONCENTRATION_PM, "900"));
        assertThat(verdict("pm", facts)).isInstanceOf(Unknown.class);
    }

    @Test
    void anEnterpriseWithOutletsIsJudgedByThem() {
        EnterpriseFacts facts = Facts.enterprise(Facts.row(Field.ENTERPRISE_INDUSTRY, "3140"),
                Facts.row(Field.TREATMENT_PROCESS, "半封闭矿热炉", Field.TREATMENT_CONCENTRATION_PM, "900"),
                Facts.row(Field.OUTLET_NUMBER, "DA001"));
        assertThat(verdict("pm", facts)).isInstanceOf(NotApplicable.class);
    }

    @ParameterizedTest
    @CsvSource({"燃煤锅炉, GB 13271-2014 表3, Clear", "燃煤锅炉, 《锅炉大气污染物排放标准》（GB13271）, Clear",
            "燃煤锅炉, DB61/1226-2018, Clear", "燃煤锅炉, GB 16297—1996 表2, Finding", "燃煤锅炉, 特别排放限值, Unknown",
            "焦炉烟囱（超低排放）, GB 16171-2012, NotApplicable"})
    void theAppliedStandardFitsTheCategory(String category, String standard, String verdict) {
        EnterpriseFacts facts = Facts.enterprise(Map.of(), Facts.row(Field.OUTLET_NUMBER, "DA001",
                Field.OUTLET_SOURCE_CATEGORY, category, Field.OUTLET_STANDARD, standard));
        assertThat(verdict(facts, "outlet-standard-unfit").getClass().getSimpleName()).isEqualTo(verdict);
    }

    @Test
    void theOutletsOwnLimitIsJudgedWhereItIsStricter() {
        Finding finding = (Finding) own("40", "30");
        assertThat(finding.text()).contains("颗粒物年均实测浓度40毫克/立方米", "折算为基准氧含量后40毫克/立方米", "登记的执行限值30毫克/立方米");
        assertThat(finding.suggestion().orElseThrow().target().orElseThrow().concentration()).isEqualByComparingTo("30");
        assertThat(own("30", "30")).isInstanceOf(Clear.class);
        assertThat(own("60", "30")).as("above the category's limit: the other rule's").isInstanceOf(NotApplicable.class);
        assertThat(own("40", "")).isInstanceOf(NotApplicable.class);
    }

    private static Verdict own(String concentration, String limit) {
        return verdict(Facts.enterprise(Map.of(), Facts.row(Field.OUTLET_NUMBER, "DA001", Field.OUTLET_SOURCE_CATEGORY, "燃煤锅炉",
                Field.OUTLET_OXYGEN, "9", Field.OUTLET_CONCENTRATION_PM, concentration, Field.OUTLET_LIMIT_PM, limit)),
                "outlet-above-own-limit-pm");
    }

    @Test
    void wordsMustLeadToACategoryOfTheLimits() {
        DiagnosisRule rule = new DiagnosisRule("one", Subject.TREATMENT, "", "given(treatment_vocs)",
                org.lantian.plugin.vocabulary.ProblemArea.PROCESS, java.util.Optional.empty(), Severity.INFO, "文", "源", true,
                List.of());
        assertThatThrownBy(() -> DiagnosisEngine.compile(List.of(rule), limits, List.of(), List.of(
                new SourceCategoryWords("moon", "月球车间", List.of("车间"), List.of(), List.of(), "源"))))
                        .hasMessage("源类别归类 moon：限值中没有源类别“月球车间”");
    }

    private static Verdict judge(String pollutant, String industry, String fuel, String process, Field field, String value) {
        return verdict(pollutant, Facts.enterprise(Facts.row(Field.ENTERPRISE_INDUSTRY, industry),
                Facts.row(Field.ENERGY_TYPE, fuel), Facts.row(Field.TREATMENT_PROCESS, process, field, value)));
    }

    private static Verdict verdict(String pollutant, EnterpriseFacts facts) {
        return verdict(facts, "table2-above-limit-" + pollutant);
    }

    private static Verdict verdict(EnterpriseFacts facts, String rule) {
        return engine.diagnose(facts).stream().filter(one -> one.origin().rule().equals(rule)).findFirst().orElseThrow();
    }
}
