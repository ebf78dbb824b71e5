package org.lantian.plan.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.lantian.engine.check.GoalSentence;
import org.lantian.engine.check.YearGoal;
import org.lantian.engine.document.Block;
import org.lantian.engine.document.Run;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.quantity.Explanation;
import org.lantian.engine.rule.EnterpriseFacts;
import org.lantian.engine.rule.FieldValue;
import org.lantian.plugin.rule.EmissionLimit;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.ProblemArea;
import org.lantian.plugin.vocabulary.ProblemColumn;
import org.lantian.plugin.vocabulary.TaskAspect;
import org.lantian.plugin.vocabulary.UpgradeType;

import static org.assertj.core.api.Assertions.assertThat;

class ComposerTest {

    private static final ResolvedProfile PROFILE = Facts.profile();
    private static final EnterpriseFacts FIRST = Facts.enterprise("1", "甲冶炼厂", "镇罗镇", "3140",
            Facts.product("硅铁", "18.0", "13.2", "万吨"), Facts.product("微硅粉", "3.96", "2.51", "万吨"),
            Facts.row(Field.ENERGY_TYPE, "电", Field.ENERGY_AMOUNT, "107580", Field.ENERGY_UNIT, "万千瓦时"),
            Facts.row(Field.TREATMENT_PROCESS, "矿热炉", Field.TREATMENT_COLLECTION, "密闭负压",
                    Field.TREATMENT_DENITRATION, "/", Field.TREATMENT_CONCENTRATION_PM, "16.4"));
    private static final EnterpriseFacts SECOND = Facts.enterprise("2", "乙冶炼厂", "镇罗镇", "3140",
            Facts.product("硅铁", "15", "10.0", "万吨"), Facts.product("硅铁", "200", "100", "吨"),
            Facts.row(Field.ENERGY_TYPE, "电", Field.ENERGY_AMOUNT, "98615", Field.ENERGY_UNIT, "万千瓦时"));
    private static final EnterpriseFacts THIRD = Facts.enterprise("3", "丙印刷厂", "宣和镇", "2311");

    @Test
    void titleDoesNotSayTheCountyTwice() {
        assertThat(compose(List.of(FIRST), List.of()).title()).containsExactly("中卫市沙坡头区铁合金集群", "大气污染防治水平提升工作方案");
    }

    @Test
    void tellsWhereTheEnterprisesAre() {
        assertThat(text(compose(List.of(FIRST, SECOND, THIRD), List.of()), "overview.distribution"))
                .isEqualTo("中卫市沙坡头区铁合金集群为自发聚集形成的产业集群，现有涉气企业3家。按乡镇（街道）分，镇罗镇2家、宣和镇1家。");
    }

    @Test
    void oneEnterpriseIsNotBrokenDown() {
        assertThat(text(compose(List.of(FIRST), List.of()), "overview.distribution"))
                .isEqualTo("中卫市沙坡头区铁合金集群为自发聚集形成的产业集群，现有涉气企业1家，位于镇罗镇。");
    }

    @Test
    void addsAmountsWhoseUnitsMeasureTheSame() {
        assertThat(text(compose(List.of(FIRST, SECOND), List.of()), "overview.products"))
                .contains("硅铁产能33.02万吨、2024年产量23.21万吨").contains("微硅粉产能3.96万吨、2024年产量2.51万吨");
    }

    @Test
    void everyFigureHasItsExplanation() {
        Composer.Draft draft = compose(List.of(FIRST, SECOND, THIRD), measures());
        List<String> known = draft.explanations().stream().map(Explanation::id).toList();
        assertThat(draft.clauses().stream().flatMap(clause -> clause.content().stream())
                .flatMap(run -> run.figure().stream())).isNotEmpty().allMatch(known::contains);
        Explanation products = draft.explanations().stream().filter(one -> one.title().equals("硅铁产能")
                && one.result().unit().equals("万吨")).findFirst().orElseThrow();
        assertThat(products.inputs()).extracting(Explanation.Input::name).containsExactly("甲冶炼厂", "乙冶炼厂", "乙冶炼厂");
    }

    @Test
    void saysThatNobodyEmitsVocsRatherThanNothing() {
        assertThat(text(compose(List.of(FIRST), List.of()), "overview.vocs")).isEqualTo("台账中没有登记涉VOCs排放的企业。");
    }

    @Test
    void namesThoseThatEmitVocs() {
        EnterpriseFacts printer = Facts.enterprise("3", "丙印刷厂", "宣和镇", "2311",
                Facts.row(Field.TREATMENT_PROCESS, "印刷", Field.TREATMENT_VOCS, "活性炭吸附"),
                Facts.row(Field.MATERIAL_NAME, "油墨", Field.MATERIAL_AMOUNT, "12.5", Field.MATERIAL_UNIT, "吨"));
        assertThat(text(compose(List.of(FIRST, printer), List.of()), "overview.vocs"))
                .startsWith("涉VOCs排放的企业1家，为丙印刷厂。其原辅材料：油墨年使用量12.5吨。VOCs含量");
    }

    @Test
    void vocsMaterialsAreToldWithContentUseAndGeneration() {
        EnterpriseFacts printer = Facts.enterprise("3", "丙印刷厂", "宣和镇", "2319",
                Facts.row(Field.VOCS_MATERIAL_NAME, "油墨", Field.VOCS_MATERIAL_USE, "12.5", Field.VOCS_MATERIAL_CONTENT, "30",
                        Field.VOCS_MATERIAL_GENERATION, "3.75"),
                Facts.row(Field.VOCS_MATERIAL_NAME, "稀释剂", Field.VOCS_MATERIAL_USE, "2", Field.VOCS_MATERIAL_CONTENT, "100",
                        Field.VOCS_MATERIAL_GENERATION, "2"));
        EnterpriseFacts other = Facts.enterprise("4", "丁印刷厂", "宣和镇", "2319",
                Facts.row(Field.VOCS_MATERIAL_NAME, "油墨", Field.VOCS_MATERIAL_USE, "1", Field.VOCS_MATERIAL_CONTENT, "45.5"));
        EnterpriseFacts silent = Facts.enterprise("5", "戊厂", "宣和镇", "2319", Facts.row(Field.TREATMENT_VOCS, "活性炭"));

        assertThat(text(compose(List.of(FIRST, printer, other, silent), List.of()), "overview.vocs")).isEqualTo(
                "涉VOCs排放的企业3家，为丙印刷厂、丁印刷厂、戊厂。含VOCs物料：油墨使用量13.5吨、VOCs含量30%～45.5%、VOCs原始产生量3.75吨（1项未填报）；"
                        + "稀释剂使用量2吨、VOCs含量100%、VOCs原始产生量2吨。VOCs原始产生量合计5.75吨（1项未填报）。"
                        + "另有1家未填报VOCs含量、使用量和原始产生量，待补报后核定。");
    }

    @Test
    void statesTheYearlyGoalsAsTheCheckReadsThem() {
        assertThat(text(compose(List.of(FIRST, SECOND, THIRD), measures()), Composer.GOAL_CLAUSE))
                .isEqualTo("2025年，完成1家企业淘汰关停，实现主要污染物减排量12.6吨；2026年，巩固已有成效，没有到期的提升任务；"
                        + "2027年，完成1家企业就地改造、1家企业做优做强，"
                        + "实现主要污染物减排量3.5吨（其中1家减排量待核算）。");
    }

    @Test
    void theGoalOfAYearWithoutMeasuresSaysSoAndIsNoGoalToTheCheck() {
        String text = text(compose(List.of(THIRD), measures().subList(0, 1)), Composer.GOAL_CLAUSE);
        assertThat(text).isEqualTo("2025年，完成1家企业淘汰关停，实现主要污染物减排量12.6吨；2026年，巩固已有成效，没有到期的提升任务；"
                + "2027年，巩固已有成效，没有到期的提升任务。");
        assertThat(GoalSentence.read(text)).extracting(YearGoal::year).containsExactly(2025);
    }

    @Test
    void tellsWhichOutletsExceedTheirLimits() {
        EmissionLimit limit = PROFILE.limits().stream().filter(one -> one.pollutant() == Pollutant.NOX
                && one.referenceOxygen().isPresent()).findFirst().orElseThrow();
        EnterpriseFacts boiler = Facts.enterprise("9", "丁热力厂", "镇罗镇", "4430", outlet(limit, "DA001", "900"),
                outlet(limit, "DA002", "1"));
        Composer.Draft draft = compose(List.of(FIRST, boiler), List.of());
        assertThat(text(draft, "status.exceedances")).startsWith("以排放口年均浓度与限值对照，2个排放口有可对照的数据，其中1个超过限值，涉及企业1家："
                + "丁热力厂DA001NOx折算浓度").endsWith("毫克/立方米）。");
        assertThat(text(compose(List.of(Facts.enterprise("9", "丁热力厂", "镇罗镇", "4430", outlet(limit, "DA002", "1"))),
                List.of()), "status.exceedances")).contains("均未超过限值");
        assertThat(compose(List.of(FIRST), List.of()).clauses()).extracting(DraftClause::key)
                .doesNotContain("status.exceedances");
    }

    private static Map<Field, FieldValue> outlet(EmissionLimit limit, String number, String concentration) {
        return Facts.row(Field.OUTLET_NUMBER, number, Field.OUTLET_SOURCE_CATEGORY, limit.sourceCategory(),
                Field.OUTLET_OXYGEN, "9", Field.OUTLET_CONCENTRATION_NOX, concentration);
    }

    @Test
    void theTotalNamesItsPartsAndWhatIsUnknown() {
        assertThat(text(compose(List.of(FIRST, SECOND, THIRD), measures()), "goals.total"))
                .isEqualTo("规划期内累计完成淘汰关停1家、就地改造1家、做优做强1家，实现主要污染物减排量16.1吨，其中颗粒物13.1吨、NOx 3吨；"
                        + "另有1项任务的减排量待核算，未计入。");
    }

    @Test
    void aClusterWithoutMeasuresPromisesNothing() {
        Composer.Draft draft = compose(List.of(FIRST), List.of());
        assertThat(draft.clauses()).extracting(DraftClause::key).doesNotContain(Composer.GOAL_CLAUSE, "goals.total",
                ReductionChart.KEY);
        assertThat(text(draft, "goals.principle")).endsWith("提升任务待逐企确定。");
        assertThat(text(draft, "tasks.none")).isNotEmpty();
    }

    @Test
    void anEmptyLedgerGivesAWholeOutline() {
        Composer.Draft draft = compose(List.of(), List.of());
        assertThat(draft.clauses()).extracting(DraftClause::key).contains("basics", "overview", "status", "problems",
                "programme", "goals", "tasks", "table1", "table2", "table3", "table4");
    }

    @Test
    void problemsAreToldByAreaAndEnterprise() {
        List<FindingFacts> findings = List.of(finding("1", "r1", ProblemArea.TREATMENT, "矿热炉颗粒物偏高"),
                finding("2", "r1", ProblemArea.TREATMENT, "除尘器颗粒物偏高"), finding("2", "r2", ProblemArea.TRANSPORT, "使用国四车辆。"));
        Composer.Draft draft = Composer.compose(Facts.cluster(List.of(FIRST, SECOND), findings, List.of()), PROFILE);
        assertThat(text(draft, "problems.summary")).endsWith("共查找出问题3项，涉及2家企业。");
        assertThat(text(draft, "problems.treatment"))
                .isEqualTo("治污水平方面。问题2项，涉及2家企业。甲冶炼厂、乙冶炼厂存在同类问题，如甲冶炼厂：矿热炉颗粒物偏高。");
        assertThat(text(draft, "problems.transport")).endsWith("乙冶炼厂：使用国四车辆。");
        assertThat(text(draft, "problems.energy")).isEqualTo("能源使用方面。未发现突出问题。");
    }

    @Test
    void equalTasksAreToldTogether() {
        assertThat(text(compose(List.of(FIRST, SECOND, THIRD), measures()), "tasks.control.organised"))
                .isEqualTo("末端治理。涉及企业2家。甲冶炼厂、乙冶炼厂：更换覆膜滤料。");
    }

    @Test
    void tableOneHasTwentyColumnsAndAlignedLines() {
        Block.Table table = new PlanTables(Facts.cluster(List.of(FIRST, SECOND), List.of(), List.of()))
                .table(PROFILE.requireTable("table1"), "");
        assertThat(table.leaves()).hasSize(20);
        assertThat(table.caption()).isEqualTo("表1  中卫市沙坡头区铁合金集群基本信息");
        List<String> headers = table.leaves().stream().map(Block.Column::header).toList();
        assertThat(headers).contains("2024年产量");
        List<String> row = table.rows().getFirst();
        assertThat(row.get(headers.indexOf("产品名称"))).isEqualTo("硅铁\n微硅粉");
        assertThat(row.get(headers.indexOf("产能"))).isEqualTo("18\n3.96");
        assertThat(row.get(headers.indexOf("批准情况（国家级、省级、市级、区县级、自发聚集）"))).isEqualTo("自发聚集");
    }

    @Test
    void tableTwoTellsNoneFromMissing() {
        Block.Table table = new PlanTables(Facts.cluster(List.of(FIRST), List.of(), List.of()))
                .table(PROFILE.requireTable("table2"), "");
        assertThat(table.leaves()).hasSize(17);
        List<String> ids = table.leaves().stream().map(Block.Column::id).toList();
        assertThat(table.rows().getFirst().get(ids.indexOf("denitration"))).isEqualTo("/");
        assertThat(table.rows().getFirst().get(ids.indexOf("desulphurisation"))).isEmpty();
    }

    @Test
    void tableThreeHasOneRowAnEnterpriseWithTheFindingsOfEachColumn() {
        List<FindingFacts> findings = List.of(finding("1", "r1", ProblemArea.TREATMENT, "甲"),
                finding("1", "r2", ProblemArea.TREATMENT, "乙"));
        Block.Table table = new PlanTables(Facts.cluster(List.of(FIRST, SECOND), findings, List.of()))
                .table(PROFILE.requireTable("table3"), "");
        assertThat(table.rows()).containsExactly(List.of("1", "甲冶炼厂", "/", "甲\n乙", "/", "/"),
                List.of("2", "乙冶炼厂", "/", "/", "/", "/"));
    }

    @Test
    void tableFourPrintsUnknownAndManualReductionsAsSuch() {
        Block.Table table = new PlanTables(Facts.cluster(List.of(FIRST, SECOND, THIRD), List.of(), measures()))
                .table(PROFILE.requireTable("table4"), "");
        assertThat(table.leaves()).hasSize(11);
        assertThat(table.rows()).extracting(List::getLast).containsExactly("12.6\n颗粒物 9.6\nNOx 3\n（人工填报）",
                "颗粒物 3.5\n（人工填报）", "待核算");
    }

    private static FindingFacts finding(String enterprise, String rule, ProblemArea area, String text) {
        return new FindingFacts(enterprise, rule, area, Optional.of(ProblemColumn.ORGANISED), text, Severity.WARNING,
                Optional.of(TaskAspect.ORGANISED));
    }

    private static List<MeasureFacts> measures() {
        return List.of(
                Facts.measure("1", THIRD, UpgradeType.CLOSURE, "2025-12-31",
                        Map.of(Pollutant.PM, "9.60", Pollutant.NOX, "3")),
                Facts.measure("2", FIRST, UpgradeType.RETROFIT, "2027-06-30", Map.of(Pollutant.PM, "3.5")),
                Facts.measure("3", SECOND, UpgradeType.EXCELLENCE, "2027-12-31", Map.of(Pollutant.PM, "")));
    }

    private static Composer.Draft compose(List<EnterpriseFacts> enterprises, List<MeasureFacts> measures) {
        return Composer.compose(Facts.cluster(enterprises, List.of(), measures), PROFILE);
    }

    private static String text(Composer.Draft draft, String key) {
        return draft.clauses().stream().filter(clause -> clause.key().equals(key)).findFirst().orElseThrow().content()
                .stream().map(Run::text).collect(Collectors.joining());
    }
}
