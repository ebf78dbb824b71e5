package org.lantian.engine.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lantian.engine.check.PlanFacts.Clause;
import org.lantian.engine.check.PlanFacts.NamedRows;
import org.lantian.engine.check.PlanFacts.Problem;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.vocabulary.TaskAspect;
import org.lantian.plugin.vocabulary.UpgradeType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PlanCheckTest {

    private static final List<String> NAMES = List.of("甲公司", "乙公司", "丙公司（一厂）");
    private static final List<PlannedMeasure> MEASURES = List.of(
            measure("甲公司", UpgradeType.CLOSURE, "2025-12-31", "12.6"),
            measure("乙公司", UpgradeType.RETROFIT, "2025-06-30", "30"),
            measure("乙公司", UpgradeType.RETROFIT, "2025-12-31", "0.4"),
            measure("丙公司（一厂）", UpgradeType.EXCELLENCE, "2026-12-31", "47.52"));
    private static final String GOAL = GoalSentence.write(YearGoal.of(MEASURES));

    @Test
    void hasNothingToRemarkOnAPlanThatAgreesWithItself() {
        assertThat(GOAL).isEqualTo("2025年，完成1家企业淘汰关停、1家企业就地改造，实现主要污染物减排量43吨；2026年，完成1家企业做优做强，实现主要污染物减排量47.52吨。");
        assertThat(PlanCheck.check(plan(NAMES, MEASURES, GOAL))).isEmpty();
    }

    @Test
    void saysEveryMissingAndExtraName() {
        List<Remark> remarks = PlanCheck.check(plan(List.of("甲公司", "丁公司", "丙公司(一厂)"), MEASURES, GOAL));

        assertThat(remarks).extracting(Remark::code, Remark::clause, Remark::evidence).containsExactly(
                tuple(RemarkCode.ENTERPRISE_MISSING_IN_TABLE, "table2", List.of("乙公司")),
                tuple(RemarkCode.ENTERPRISE_EXTRA_IN_TABLE, "table2", List.of("丁公司")));
        assertThat(remarks.getFirst().message()).isEqualTo("表2缺少表1中的企业：乙公司。");
        assertThat(remarks.getFirst().arithmetic()).isEqualTo("表1 3家；表2 3家，缺1家，多1家");
    }

    @Test
    void countsTheMembersOfAClusterRow() {
        List<PlannedMeasure> whole = List.of(new PlannedMeasure("测试集群", NAMES, UpgradeType.RETROFIT,
                Optional.of(LocalDate.of(2025, 12, 31)), Optional.of(new BigDecimal("9")), Set.of(), ""));

        assertThat(PlanCheck.check(plan(NAMES, whole, "2025年，完成3家企业就地改造，实现主要污染物减排量9吨。"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1家企业淘汰关停,2家企业淘汰关停,GOAL_COUNT_DIFFERS,2025年淘汰关停：目标写2家，表4为1家。",
            "1家企业淘汰关停、,'',GOAL_COUNT_DIFFERS,2025年淘汰关停：目标写0家，表4为1家。",
            "47.52吨,40吨,GOAL_TONNES_DIFFER,2026年：目标减排量40吨，表4合计47.52吨。",
            "47.52吨,47.5吨,GOAL_TONNES_ROUNDED,2026年：目标减排量47.5吨，表4合计47.52吨。",
            "2026年,2027年,GOAL_YEAR_MISSING,表4有2026年完成的任务，目标段落没有写2026年。"})
    void remarksOnAnEditedGoal(String from, String to, RemarkCode code, String message) {
        assertThat(GOAL).contains(from);
        assertThat(PlanCheck.check(plan(NAMES, MEASURES, GOAL.replace(from, to)))).first()
                .satisfies(remark -> assertThat(remark.code()).isEqualTo(code))
                .satisfies(remark -> assertThat(remark.message()).isEqualTo(message))
                .satisfies(remark -> assertThat(remark.clause()).isEqualTo("goals"));
    }

    @Test
    void showsTheArithmetic() {
        assertThat(PlanCheck.check(plan(NAMES, MEASURES, GOAL.replace("43吨", "99吨")))).singleElement()
                .extracting(Remark::arithmetic).isEqualTo("甲公司 12.6 + 乙公司 30 + 乙公司 0.4 = 43吨");
    }

    @Test
    void remarksOnAGoalForAYearWithoutMeasures() {
        assertThat(PlanCheck.check(plan(NAMES, MEASURES, GOAL + "2027年，完成1家企业淘汰关停。"))).extracting(Remark::code)
                .containsExactly(RemarkCode.GOAL_YEAR_WITHOUT_MEASURES);
    }

    @Test
    void remarksOnAGoalThatCannotBeRead() {
        assertThat(PlanCheck.check(plan(NAMES, MEASURES, "全面提升。"))).extracting(Remark::code)
                .containsExactly(RemarkCode.GOAL_UNREADABLE);
    }

    @Test
    void wantsUnknownReductionsToBeTold() {
        List<PlannedMeasure> measures = new ArrayList<>(MEASURES.subList(0, 3));
        measures.add(new PlannedMeasure("丙公司（一厂）", List.of(), UpgradeType.EXCELLENCE,
                Optional.of(LocalDate.of(2025, 12, 31)), Optional.empty(), Set.of(TaskAspect.GRADE), "由C提升为B"));
        String goal = GoalSentence.write(YearGoal.of(measures));

        assertThat(goal).endsWith("减排量43吨（其中1家减排量待核算）。");
        assertThat(PlanCheck.check(plan(NAMES, measures, goal))).isEmpty();
        assertThat(PlanCheck.check(plan(NAMES, measures, goal.replace("（其中1家减排量待核算）", "")))).singleElement()
                .satisfies(remark -> assertThat(remark.code()).isEqualTo(RemarkCode.GOAL_PENDING_DIFFERS))
                .satisfies(remark -> assertThat(remark.evidence()).containsExactly("丙公司（一厂）"));
    }

    @Test
    void keepsDeadlinesInsideTheTerm() {
        List<PlannedMeasure> measures = new ArrayList<>(MEASURES);
        measures.add(measure("甲公司", UpgradeType.RETROFIT, "2028-01-31", "1"));
        measures.add(new PlannedMeasure("乙公司", List.of(), UpgradeType.RETROFIT, Optional.empty(), Optional.empty(),
                Set.of(), ""));

        assertThat(PlanCheck.check(plan(NAMES, measures, GOAL + "2028年，完成1家企业就地改造，减排1吨。")))
                .extracting(Remark::code, Remark::message)
                .containsExactly(
                        tuple(RemarkCode.DEADLINE_OUTSIDE_TERM,
                                "表4“甲公司”的完成时限2028年1月31日不在方案期限2025年至2027年之内。"),
                        tuple(RemarkCode.DEADLINE_MISSING, "表4“乙公司”没有完成时限，未计入任何年度的目标。"));
    }

    @Test
    void remarksOnAProblemThatNoMeasureAnswers() {
        List<Problem> problems = List.of(problem("甲公司", TaskAspect.ORGANISED, Severity.WARNING, "关停的企业"),
                problem("乙公司", TaskAspect.FUGITIVE, Severity.WARNING, "敞开收集"),
                problem("乙公司", TaskAspect.ORGANISED, Severity.WARNING, "已有任务"),
                new Problem("乙公司", Optional.empty(), Severity.INFO, "不在表3的问题", false),
                problem("丙公司（一厂）", TaskAspect.MOBILE, Severity.INFO, "清洁运输比例偏低"));

        assertThat(PlanCheck.check(plan(NAMES, MEASURES, GOAL, problems)))
                .extracting(Remark::code, Remark::severity, Remark::message, Remark::evidence).containsExactly(
                        tuple(RemarkCode.FINDING_WITHOUT_MEASURE, Severity.WARNING,
                                "乙公司有1项问题没有对应的提升任务，也没有注明不采纳的理由。", List.of("敞开收集")),
                        tuple(RemarkCode.FINDING_WITHOUT_MEASURE, Severity.INFO,
                                "丙公司（一厂）有1项问题没有对应的提升任务，也没有注明不采纳的理由。", List.of("清洁运输比例偏低")));
    }

    @Test
    void aStoredLinkCountsBeforeTheColumnOfATask() {
        Problem linked = new Problem("乙公司", Optional.of(TaskAspect.FUGITIVE), Severity.WARNING, "有链接", true);
        Problem other = problem("乙公司", TaskAspect.ORGANISED, Severity.WARNING, "同一方面的另一问题");
        List<PlannedMeasure> measures = MEASURES.stream().map(one -> new PlannedMeasure(one.subject(), one.members(), one.type(),
                one.deadline(), one.reduction(), one.aspects(), one.gradeTask(), true)).toList();

        assertThat(PlanCheck.check(plan(NAMES, measures, GOAL, List.of(linked, other)))).singleElement()
                .satisfies(remark -> assertThat(remark.evidence()).containsExactly("同一方面的另一问题"));
        assertThat(PlanCheck.check(plan(NAMES, MEASURES, GOAL, List.of(linked, other)))).isEmpty();
    }

    private static Problem problem(String enterprise, TaskAspect aspect, Severity severity, String text) {
        return new Problem(enterprise, Optional.of(aspect), severity, text, false);
    }

    private static PlanFacts plan(List<String> table2, List<PlannedMeasure> measures, String goal) {
        return plan(table2, measures, goal, List.of());
    }

    private static PlanFacts plan(List<String> table2, List<PlannedMeasure> measures, String goal, List<Problem> problems) {
        return new PlanFacts(2025, 2027,
                List.of(new NamedRows("table1", "表1", NAMES), new NamedRows("table2", "表2", table2),
                        new NamedRows("table3", "表3", NAMES)),
                measures, "table4", problems, new Clause("goals", goal));
    }

    private static PlannedMeasure measure(String name, UpgradeType type, String deadline, String tonnes) {
        return new PlannedMeasure(name, List.of(), type, Optional.of(LocalDate.parse(deadline)),
                Optional.of(new BigDecimal(tonnes)), switch (type) {
                    case CLOSURE -> Set.of();
                    case EXCELLENCE -> Set.of(TaskAspect.ORGANISED, TaskAspect.GRADE);
                    case RELOCATION, RETROFIT -> Set.of(TaskAspect.ORGANISED);
                }, type == UpgradeType.EXCELLENCE ? "由B级提升为A级" : "");
    }

    @Test
    void aClosureHasNoRetrofitAndExcellenceABetterGrade() {
        List<PlannedMeasure> measures = List.of(typed("甲公司", UpgradeType.CLOSURE, Set.of(TaskAspect.FUGITIVE), ""),
                typed("乙公司", UpgradeType.EXCELLENCE, Set.of(), ""),
                typed("丙公司（一厂）", UpgradeType.EXCELLENCE, Set.of(TaskAspect.GRADE), "由引领性提升为非引领性"),
                typed("丙公司（一厂）", UpgradeType.EXCELLENCE, Set.of(TaskAspect.GRADE), "由B-级提升至B级"),
                typed("丙公司（一厂）", UpgradeType.EXCELLENCE, Set.of(TaskAspect.GRADE), "达到先进等级"));

        assertThat(PlanCheck.check(plan(NAMES, measures, GoalSentence.write(YearGoal.of(measures)))))
                .extracting(Remark::code, Remark::severity).containsExactly(
                        tuple(RemarkCode.CLOSURE_WITH_TASKS, Severity.ERROR),
                        tuple(RemarkCode.EXCELLENCE_WITHOUT_GRADE, Severity.WARNING),
                        tuple(RemarkCode.EXCELLENCE_GRADE_NOT_BETTER, Severity.ERROR));
    }

    private static PlannedMeasure typed(String name, UpgradeType type, Set<TaskAspect> aspects, String grade) {
        return new PlannedMeasure(name, List.of(), type, Optional.of(LocalDate.of(2025, 12, 31)),
                Optional.of(BigDecimal.ONE), aspects, grade);
    }
}
