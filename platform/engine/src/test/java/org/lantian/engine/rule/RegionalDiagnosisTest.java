package org.lantian.engine.rule;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lantian.engine.profile.InstalledProfiles;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.rule.Verdict.Clear;
import org.lantian.engine.rule.Verdict.Finding;
import org.lantian.plugin.region.RegisterSpec;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.table.Field;

import static org.assertj.core.api.Assertions.assertThat;

/** The same enterprise under the rules of several regions. */
class RegionalDiagnosisTest {

    @ParameterizedTest
    @CsvSource({"national,200,false", "national,200.01,true", "shaanxi,30,false", "shaanxi,31,true", "henan,199,false",
            "shandong,50,false", "shandong,50.1,true", "ningxia,49.9,false", "ningxia,50,true"})
    void aGasBoilerIsHeldToTheRegionsNoxLimit(String region, String nox, boolean found) {
        List<Verdict> verdicts = diagnose(region, outlet("燃气锅炉", nox, "3.5"), "outlet-above-limit-nox");

        if (found) {
            assertThat(verdicts).singleElement().isInstanceOfSatisfying(Finding.class, finding -> {
                assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                assertThat(finding.text()).contains("年均值超过小时限值", region.equals("ningxia") ? "＜50" : "≤");
            });
        } else {
            assertThat(verdicts).singleElement().isInstanceOfSatisfying(Clear.class,
                    clear -> assertThat(clear.text()).isEqualTo("年均值未超限，不足以判定稳定达标"));
        }
    }

    @Test
    void shaanxiPutsRubberFirmsBelowAOnARegister() {
        ResolvedProfile shaanxi = InstalledProfiles.resolve("shaanxi");
        RegisterSpec register = shaanxi.region().registers().getFirst();
        DiagnosisEngine rule = DiagnosisEngine.compile(RegisterRules.ruleOf(register).stream().toList(), shaanxi.limits(),
                shaanxi.techniqueLists(), shaanxi.region().sourceCategories());
        assertThat(rule.diagnose(Facts.enterprise(Facts.row(Field.ENTERPRISE_INDUSTRY, "2911 轮胎制造", Field.ENTERPRISE_GRADE, "B"))))
                .singleElement().isInstanceOf(Finding.class);
        assertThat(rule.diagnose(Facts.enterprise(Facts.row(Field.ENTERPRISE_INDUSTRY, "橡胶制品业", Field.ENTERPRISE_GRADE, "A级"))))
                .singleElement().isInstanceOf(Clear.class);
        assertThat(rule.diagnose(Facts.enterprise(Facts.row(Field.ENTERPRISE_INDUSTRY, "2911"))))
                .singleElement().isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aConcentrationIsComparedAtTheReferenceOxygen() {
        Finding finding = (Finding) diagnose("national", Facts.row(Field.OUTLET_NUMBER, "DA001", Field.OUTLET_SOURCE_CATEGORY,
                "燃煤锅炉", Field.OUTLET_CONCENTRATION_PM, "40", Field.OUTLET_OXYGEN, "12"), "outlet-above-limit-pm").getFirst();

        assertThat(finding.text()).contains("实测浓度40毫克/立方米、折算为基准氧含量后53.33毫克/立方米", "≤50");
        assertThat(finding.source()).contains("GB 13271—2014 表2");
    }

    @Test
    void aLimitWhoseTextWasNotSeenGivesAWarningAndNothingIsConvertedWithoutAReference() {
        Finding finding = (Finding) diagnose("national", Facts.row(Field.OUTLET_NUMBER, "DA001", Field.OUTLET_SOURCE_CATEGORY,
                "铁合金半封闭炉", Field.OUTLET_CONCENTRATION_PM, "51"), "outlet-above-limit-pm").getFirst();

        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.text()).contains("51毫克/立方米，不符合").doesNotContain("折算");
    }

    @ParameterizedTest
    @CsvSource({"national,10蒸吨/小时燃煤锅炉,true", "national,20蒸吨/小时燃煤锅炉,false", "shandong,20蒸吨/小时燃煤锅炉,true",
            "shandong,35蒸吨/小时燃煤锅炉,false", "ningxia,8蒸吨/小时燃煤锅炉,true", "ningxia,8蒸吨/小时燃气锅炉,false"})
    void smallCoalBoilersGo(String region, String boiler, boolean found) {
        assertThat(diagnose(region, Facts.row(Field.EQUIPMENT_NAME, boiler), "small-coal-boiler"))
                .singleElement().matches(verdict -> verdict instanceof Finding == found);
    }

    @Test
    void oneTechniqueIsOneFindingInEveryRegion() {
        for (String region : List.of("national", "shaanxi", "henan", "shandong", "ningxia")) {
            assertThat(findings(region, Facts.row(Field.TREATMENT_PROCESS, "锅炉", Field.TREATMENT_DESULPHURISATION, "简易碱法",
                    Field.TREATMENT_DENITRATION, "/", Field.TREATMENT_DEDUSTING, "布袋除尘", Field.TREATMENT_VOCS, "/"))).as(region)
                            .extracting(finding -> finding.origin().rule()).containsExactly("low-efficiency-desulphurisation");
            assertThat(findings(region, Facts.row(Field.TREATMENT_PROCESS, "喷漆", Field.TREATMENT_DESULPHURISATION, "/",
                    Field.TREATMENT_DENITRATION, "/", Field.TREATMENT_DEDUSTING, "布袋除尘", Field.TREATMENT_VOCS, "光氧化"))).as(region)
                            .extracting(finding -> finding.origin().rule()).containsExactly("low-efficiency-vocs");
        }
    }

    @Test
    void absorptionDoesNotServeInsolubleVocs() {
        Map<Field, FieldValue> absorption = Facts.row(Field.TREATMENT_PROCESS, "喷漆房", Field.TREATMENT_VOCS, "碱液喷淋+除雾");
        EnterpriseFacts paint = Facts.enterprise(Map.of(), absorption, Facts.row(Field.MATERIAL_NAME, "二甲苯"));
        EnterpriseFacts alcohol = Facts.enterprise(Map.of(), absorption, Facts.row(Field.MATERIAL_NAME, "乙醇"));

        assertThat(of(engine("shaanxi"), paint, "shaanxi-vocs-absorption")).singleElement().isInstanceOf(Finding.class);
        assertThat(of(engine("shaanxi"), alcohol, "shaanxi-vocs-absorption")).singleElement()
                .isInstanceOf(Verdict.NotApplicable.class);
    }

    private static Map<Field, FieldValue> outlet(String category, String nox, String oxygen) {
        return Facts.row(Field.OUTLET_NUMBER, "DA001", Field.OUTLET_SOURCE_CATEGORY, category, Field.OUTLET_CONCENTRATION_NOX,
                nox, Field.OUTLET_OXYGEN, oxygen);
    }

    private static List<Verdict> diagnose(String region, Map<Field, FieldValue> row, String rule) {
        return of(engine(region), Facts.enterprise(Map.of(), row), rule);
    }

    private static List<Finding> findings(String region, Map<Field, FieldValue> row) {
        return engine(region).diagnose(Facts.enterprise(Map.of(), row)).stream().filter(Finding.class::isInstance)
                .map(Finding.class::cast).toList();
    }

    private static List<Verdict> of(DiagnosisEngine engine, EnterpriseFacts facts, String rule) {
        return engine.diagnose(facts).stream().filter(verdict -> verdict.origin().rule().equals(rule)).toList();
    }

    private static DiagnosisEngine engine(String region) {
        ResolvedProfile profile = InstalledProfiles.resolve(region);
        return DiagnosisEngine.compile(profile.diagnosisRules(), profile.limits(), profile.techniqueLists(),
                profile.region().sourceCategories());
    }
}
