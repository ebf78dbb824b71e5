package org.lantian.engine.rule;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.lantian.engine.profile.ProfileContribution;
import org.lantian.engine.profile.YamlProfile;
import org.lantian.plugin.rule.DiagnosisRule;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.TableSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The national profile's rules and conditions are in the language and reach every verdict. */
class NationalRulesTest {

    private static final Path PLUGIN = Path.of("../../plugins/profile-national/src/main/plugin");

    /** Shown by {@link SourceCategoryTest}. */
    private static final Set<String> TABLE_2 = Set.of("table2-above-limit-so2", "table2-above-limit-nox",
            "table2-above-limit-vocs");

    private static List<DiagnosisRule> rules = List.of();
    private static List<TableSpec> tables = List.of();
    private static DiagnosisEngine engine = DiagnosisEngine.compile(List.of(), List.of(), List.of(), List.of());

    @BeforeAll
    static void compile() {
        assumeThat(Files.isDirectory(PLUGIN)).as("the national profile's sources at " + PLUGIN).isTrue();
        ProfileContribution profile = YamlProfile.ofFolder(PLUGIN);
        rules = profile.diagnosisRules();
        tables = profile.tables();
        engine = DiagnosisEngine.compile(rules, profile.limits(), profile.techniqueLists(),
                profile.region().sourceCategories());
    }

    @Test
    void everyRuleFindsItsProblem() {
        Map<Field, FieldValue> dirty = Facts.row(Field.ENTERPRISE_NAME, "脏企业", Field.ENTERPRISE_GRADE, "C级",
                Field.TRANSPORT_AMOUNT, "10", Field.TRANSPORT_MODE, "公路（国三柴油货车）", Field.ENTERPRISE_INDUSTRY, "3120",
                Field.TRANSPORT_CLEAN_SHARE, "45", Field.ENTERPRISE_CREDIT_CODE, "91610400MA6XN0003B",
                Field.ENTERPRISE_PERMIT_NUMBER, "91371500MA3C00003Q001P");
        EnterpriseFacts treated = Facts.enterprise(dirty,
                Facts.row(Field.TREATMENT_PROCESS, "焙烧窑", Field.TREATMENT_COLLECTION, "外部集气罩",
                        Field.TREATMENT_DESULPHURISATION, "除尘脱硫一体化", Field.TREATMENT_DENITRATION, "SNCR",
                        Field.TREATMENT_REDUCTANT, "/", Field.TREATMENT_AMMONIA, "/", Field.TREATMENT_DEDUSTING,
                        "水膜除尘（带旁路）", Field.TREATMENT_VOCS, "光催化"),
                Facts.row(Field.TREATMENT_PROCESS, "锅炉", Field.TREATMENT_COLLECTION, "/", Field.TREATMENT_DENITRATION,
                        "湿法脱硝", Field.TREATMENT_VOCS, "活性炭"),
                Facts.row(Field.OUTLET_NUMBER, "DA001", Field.OUTLET_SOURCE_CATEGORY, "燃煤锅炉",
                        Field.OUTLET_CONCENTRATION_PM, "60", Field.OUTLET_CONCENTRATION_SO2, "400",
                        Field.OUTLET_CONCENTRATION_NOX, "400", Field.OUTLET_OXYGEN, "9"),
                Facts.row(Field.OUTLET_NUMBER, "DA002", Field.OUTLET_SOURCE_CATEGORY, "其他工艺废气",
                        Field.OUTLET_CONCENTRATION_VOCS, "200", Field.OUTLET_STANDARD, "GB 13271—2014 表2", Field.OUTLET_LIMIT_PM,
                        "150", Field.OUTLET_LIMIT_SO2, "600", Field.OUTLET_LIMIT_NOX, "300", Field.OUTLET_LIMIT_VOCS, "150"),
                Facts.row(Field.OUTLET_NUMBER, "DA003", Field.OUTLET_SOURCE_CATEGORY, "燃煤锅炉", Field.OUTLET_STANDARD, "/"),
                Facts.row(Field.OUTLET_NUMBER, "DA004", Field.OUTLET_SOURCE_CATEGORY, "燃煤锅炉", Field.OUTLET_OXYGEN, "9",
                        Field.OUTLET_CONCENTRATION_PM, "40", Field.OUTLET_LIMIT_PM, "30", Field.OUTLET_CONCENTRATION_SO2, "150",
                        Field.OUTLET_LIMIT_SO2, "100", Field.OUTLET_CONCENTRATION_NOX, "150", Field.OUTLET_LIMIT_NOX, "100",
                        Field.OUTLET_STANDARD, "GB 9078—1996"),
                Facts.row(Field.OUTLET_NUMBER, "DA005", Field.OUTLET_SOURCE_CATEGORY, "VOCs排放源",
                        Field.OUTLET_CONCENTRATION_VOCS, "100", Field.OUTLET_LIMIT_VOCS, "60"),
                Facts.row(Field.VOCS_MATERIAL_NAME, "油漆", Field.VOCS_MATERIAL_USE, "2", Field.VOCS_MATERIAL_CONTENT, "60"),
                Facts.row(Field.EMISSION_POLLUTANT, "颗粒物", Field.EMISSION_PERMITTED, "20", Field.EMISSION_ACTUAL, "20.1",
                        Field.EMISSION_METHOD, "手工监测", Field.EMISSION_SOURCE, "执行报告"),
                Facts.row(Field.LINE_NAME, "一线", Field.LINE_CAPACITY, "30", Field.LINE_PERMITTED, "25", Field.LINE_UNIT, "万吨"),
                Facts.row(Field.ENERGY_TYPE, "原煤", Field.ENERGY_AMOUNT, "5000", Field.ENERGY_UNIT, "吨"),
                Facts.row(Field.EQUIPMENT_NAME, "燃煤热风炉"), Facts.row(Field.EQUIPMENT_NAME, "4蒸吨/小时燃煤锅炉"));
        EnterpriseFacts untreated = Facts.enterprise(dirty, Facts.row(Field.MATERIAL_NAME, "油性稀释剂"),
                Facts.row(Field.VOCS_MATERIAL_NAME, "油漆", Field.VOCS_MATERIAL_CONTENT, "60"),
                Facts.row(Field.TREATMENT_PROCESS, "喷漆房", Field.TREATMENT_VOCS, "/"));

        EnterpriseFacts coking = Facts.enterprise(Facts.row(Field.ENTERPRISE_INDUSTRY, "2521", Field.TRANSPORT_CLEAN_SHARE,
                "79.9", Field.ENTERPRISE_PERMIT_NUMBER, "/"));
        EnterpriseFacts table2 = Facts.enterprise(Facts.row(Field.ENTERPRISE_INDUSTRY, "3140"),
                Facts.row(Field.TREATMENT_PROCESS, "半封闭矿热炉", Field.TREATMENT_CONCENTRATION_PM, "51"));

        assertThat(Stream.of(treated, untreated, coking, table2).flatMap(facts -> findings(facts).stream())
                .map(finding -> finding.origin().rule()).collect(Collectors.toSet()))
                        .isEqualTo(rules.stream().map(DiagnosisRule::id).filter(id -> !TABLE_2.contains(id))
                                .collect(Collectors.toSet()));
        assertThat(findings(treated)).allSatisfy(finding -> {
            assertThat(finding.text()).doesNotContain("{", "未填");
            assertThat(finding.evidence()).isNotEmpty();
            assertThat(finding.source()).isNotBlank();
        });
    }

    @Test
    void noRuleFindsAProblemInACleanEnterprise() {
        EnterpriseFacts clean = Facts.enterprise(
                Facts.row(Field.ENTERPRISE_NAME, "净企业", Field.ENTERPRISE_GRADE, "A级", Field.TRANSPORT_AMOUNT, "10",
                        Field.TRANSPORT_MODE, "铁路", Field.ENTERPRISE_INDUSTRY, "3140", Field.ENTERPRISE_CREDIT_CODE,
                        "91610400MA6XN0003B", Field.ENTERPRISE_PERMIT_NUMBER, "91610400MA6XN0003B001P"),
                Facts.row(Field.TREATMENT_PROCESS, "焙烧窑", Field.TREATMENT_COLLECTION, "密闭负压",
                        Field.TREATMENT_DESULPHURISATION, "石灰石-石膏法", Field.TREATMENT_DENITRATION, "SCR",
                        Field.TREATMENT_REDUCTANT, "尿素", Field.TREATMENT_AMMONIA, "5-8 升/分钟", Field.TREATMENT_DEDUSTING,
                        "布袋除尘", Field.TREATMENT_VOCS, "RTO"),
                Facts.row(Field.OUTLET_NUMBER, "DA001", Field.OUTLET_SOURCE_CATEGORY, "燃煤锅炉",
                        Field.OUTLET_CONCENTRATION_PM, "5", Field.OUTLET_CONCENTRATION_SO2, "20",
                        Field.OUTLET_CONCENTRATION_NOX, "40", Field.OUTLET_OXYGEN, "9", Field.OUTLET_STANDARD,
                        "GB 13271—2014 表3", Field.OUTLET_LIMIT_PM, "50", Field.OUTLET_LIMIT_SO2, "200"),
                Facts.row(Field.VOCS_MATERIAL_NAME, "油漆", Field.VOCS_MATERIAL_USE, "2", Field.VOCS_MATERIAL_CONTENT, "60"),
                Facts.row(Field.EMISSION_POLLUTANT, "颗粒物", Field.EMISSION_PERMITTED, "20", Field.EMISSION_ACTUAL, "20"),
                Facts.row(Field.LINE_NAME, "一线", Field.LINE_CAPACITY, "25", Field.LINE_PERMITTED, "25"),
                Facts.row(Field.ENERGY_TYPE, "天然气"), Facts.row(Field.EQUIPMENT_NAME, "天然气锅炉"),
                Facts.row(Field.MATERIAL_NAME, "石灰石"));

        assertThat(findings(clean)).isEmpty();
        assertThat(engine.diagnose(clean)).noneMatch(Verdict.Unknown.class::isInstance);
    }

    @Test
    void noRulePassesAnEnterpriseOfWhichNothingIsKnown() {
        List<Verdict> verdicts = engine.diagnose(Facts.enterprise(Map.of()));
        assertThat(verdicts).hasSize(rules.size()).allMatch(
                verdict -> verdict instanceof Verdict.Unknown || verdict instanceof Verdict.NotApplicable);
        assertThat(verdicts).filteredOn(Verdict.NotApplicable.class::isInstance)
                .extracting(verdict -> verdict.origin().rule()).allMatch(
                        id -> id.matches("outlet-(above-own-limit|limit-above-standard)-.*|table2-above-limit-.*|outlet-standard-missing"
                                + "|permit-of-another|(emission|line)-above-permit"));
    }

    @Test
    void asksForVocsMaterialsOnlyWhereRawMaterialsMayHoldThem() {
        assertThat(vocsMaterials(Facts.row(Field.MATERIAL_NAME, "石灰石"))).isInstanceOf(Verdict.NotApplicable.class);
        assertThat(vocsMaterials(Facts.row(Field.MATERIAL_NAME, "油性稀释剂"))).isInstanceOfSatisfying(Verdict.Unknown.class,
                unknown -> assertThat(unknown.text()).contains("含VOCs物料"));
        assertThat(vocsMaterials(Facts.row(Field.MATERIAL_AMOUNT, "3"))).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void oneRegisteredMaterialDoesNotSpeakForTheOthers() {
        Map<Field, FieldValue> untreated = Facts.row(Field.TREATMENT_PROCESS, "喷漆房", Field.TREATMENT_VOCS, "/");
        Map<Field, FieldValue> harmless = Facts.row(Field.VOCS_MATERIAL_NAME, "水性漆", Field.VOCS_MATERIAL_CONTENT, "5");
        assertThat(verdict("vocs-untreated", Facts.enterprise(Map.of(), Facts.row(Field.MATERIAL_NAME, "油性稀释剂"),
                Facts.row(Field.MATERIAL_NAME, "水性漆"), harmless, untreated))).isInstanceOf(Verdict.Finding.class);
        assertThat(verdict("vocs-untreated", Facts.enterprise(Map.of(), Facts.row(Field.MATERIAL_NAME, "水性漆"), harmless,
                untreated))).isInstanceOf(Verdict.NotApplicable.class);
    }

    @Test
    void aMaterialThatIsTreatedIsNotOpenBecauseOfAnotherProcess() {
        EnterpriseFacts facts = Facts.enterprise(Map.of(),
                Facts.row(Field.VOCS_MATERIAL_NAME, "油漆", Field.VOCS_MATERIAL_CONTENT, "60"),
                Facts.row(Field.TREATMENT_PROCESS, "喷漆房", Field.TREATMENT_COLLECTION, "密闭负压", Field.TREATMENT_VOCS, "RTO"),
                Facts.row(Field.TREATMENT_PROCESS, "注塑", Field.TREATMENT_COLLECTION, "/", Field.TREATMENT_VOCS, "活性炭"));
        assertThat(verdict("vocs-material-open", facts)).isInstanceOf(Verdict.Clear.class);
    }

    @Test
    void doesNotCallAnIndustryStandardUnfitOrALimitTooWide() {
        EnterpriseFacts facts = Facts.enterprise(Map.of(), Facts.row(Field.OUTLET_NUMBER, "DA001", Field.OUTLET_SOURCE_CATEGORY,
                "VOCs排放源", Field.OUTLET_STANDARD, "GB 41616—2022", Field.OUTLET_LIMIT_VOCS, "120"));
        assertThat(verdict("outlet-standard-unfit", facts)).isInstanceOf(Verdict.NotApplicable.class);
        assertThat(verdict("outlet-limit-above-standard-vocs", facts)).isInstanceOf(Verdict.Clear.class);
    }

    private static Verdict vocsMaterials(Map<Field, FieldValue> material) {
        return verdict("vocs-material-open", Facts.enterprise(Map.of(), material));
    }

    private static Verdict verdict(String rule, EnterpriseFacts facts) {
        return engine.diagnose(facts).stream().filter(verdict -> verdict.origin().rule().equals(rule)).findFirst().orElseThrow();
    }

    @Test
    void everyConditionOfAColumnCompiles() {
        Set<Field> all = EnumSet.copyOf(Arrays.asList(Field.values()));

        assertThat(tables).isNotEmpty();
        tables.stream().flatMap(table -> table.leaves().stream()).map(ColumnSpec::requiredWhen).distinct()
                .forEach(condition -> assertThatCode(() -> Condition.compile(condition, all)).as(condition)
                        .doesNotThrowAnyException());
    }

    private static List<Verdict.Finding> findings(EnterpriseFacts facts) {
        return engine.diagnose(facts).stream().filter(Verdict.Finding.class::isInstance)
                .map(Verdict.Finding.class::cast).toList();
    }
}
