package org.lantian.plan;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;
import org.lantian.engine.check.Remark;
import org.lantian.engine.document.Block;
import org.lantian.engine.document.Document;
import org.lantian.plan.draft.Composer;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlansTest extends PlanTest {

    @Test
    void composesTheOutlineWithItsFourTables() {
        Plan plan = compose();
        Document document = inTenant(() -> plans.document(plan.id()));
        assertThat(document.title()).hasSize(2);
        assertThat(document.mark()).isEqualTo("示例数据");
        assertThat(document.blocks()).filteredOn(Block.Heading.class::isInstance)
                .extracting(block -> ((Block.Heading) block).number() + ((Block.Heading) block).runs().getFirst().text())
                .contains("一、集群基本情况", "（一）集群概况", "（二）治理现状", "（三）存在的主要问题", "二、提升方案", "（一）目标", "（二）重点任务");
        assertThat(PlanDocument.tables(document)).extracting(table -> table.leaves().size())
                .containsExactly(20, 17, 6, 11);
        assertThat(PlanDocument.tables(document)).extracting(table -> table.rows().size())
                .containsExactly(69, 69, 69, 69);
        assertThat(document.blocks()).filteredOn(Block.Chart.class::isInstance).hasSize(1);
        assertThat(inTenant(() -> text(plan, "overview.distribution"))).contains("现有涉气企业69家")
                .contains("迎水桥镇26家、镇罗镇18家、宣和镇13家、常乐镇6家");
        assertThat(asOperator(other, () -> plans.list(0, 10))).isEmpty();
    }

    @Test
    void aFreshDraftAgreesWithItself() {
        Plan plan = compose();
        assertThat(inTenant(() -> plans.check(plan.id()))).filteredOn(remark -> remark.severity() == Severity.ERROR)
                .extracting(Remark::message).isEmpty();
    }

    @Test
    void aWrongGoalIsAnErrorAtItsClause() {
        Plan plan = compose();
        Clause goal = clause(plan, Composer.GOAL_CLAUSE);
        inTenant(() -> revise(goal.id(), goal.rowVersion(), goal.text().replaceFirst("\\d+家企业就地改造", "99家企业就地改造")));
        assertThat(inTenant(() -> plans.check(plan.id()))).filteredOn(remark -> remark.severity() == Severity.ERROR)
                .hasSize(1).allSatisfy(remark -> {
                    assertThat(remark.clause()).isEqualTo(Long.toString(goal.id()));
                    assertThat(remark.message()).contains("99家");
                });
    }

    /** Composed plans are held to the rules for plans that were received. */
    @Test
    void anImpossibleDateIsAnErrorAtItsClause() {
        Plan plan = compose();
        Clause clause = clause(plan, "overview.distribution");
        inTenant(() -> revise(clause.id(), clause.rowVersion(), clause.text() + "2026年2月30日前完成核查。"));
        assertThat(inTenant(() -> plans.check(plan.id()))).filteredOn(remark -> remark.severity() == Severity.ERROR)
                .singleElement().satisfies(remark -> {
                    assertThat(remark.code()).isEqualTo(RemarkCode.DATE_IMPOSSIBLE);
                    assertThat(remark.clause()).isEqualTo(Long.toString(clause.id()));
                    assertThat(remark.line()).isEmpty();
                });
    }

    @Test
    void aRedraftKeepsAPersonsWordsAndIds() {
        Plan plan = compose();
        Clause before = clause(plan, "overview.distribution");
        inTenant(() -> revise(before.id(), before.rowVersion(), "本集群现有涉气企业69家，由人工改写。"));
        Plans.Composed again = inTenant(() -> plans.recompose(plan.id()));
        assertThat(again).extracting(Plans.Composed::added, Plans.Composed::changed, Plans.Composed::removed)
                .containsExactly(0, 0, 0);
        Clause after = clause(plan, "overview.distribution");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.text()).isEqualTo("本集群现有涉气企业69家，由人工改写。");
        assertThat(after.edited()).isTrue();
        assertThat(after.stale()).isFalse();
        assertThat(after.runs()).anySatisfy(run -> assertThat(run.figure()).isPresent());
    }

    @Test
    void aSecondWriterIsToldOfTheConflict() {
        Plan plan = compose();
        Clause clause = clause(plan, "goals.principle");
        inTenant(() -> revise(clause.id(), clause.rowVersion(), "先到的话。"));
        assertThatThrownBy(() -> inTenant(() -> revise(clause.id(), clause.rowVersion(), "后到的话。")))
                .isInstanceOfSatisfying(DomainException.class,
                        refused -> assertThat(refused.category()).isEqualTo(ErrorCategory.CONFLICT));
    }

    @Test
    void everyFigureOfThePlanCanBeExplained() {
        Plan plan = compose();
        List<String> figures = inTenant(() -> plans.clauses(plan.id())).stream()
                .flatMap(clause -> clause.runs().stream()).flatMap(run -> run.figure().stream()).distinct().toList();
        assertThat(figures).isNotEmpty();
        assertThat(inTenant(() -> plans.explanations(plan.id(), figures))).hasSameSizeAs(figures);
    }

    private Clause clause(Plan plan, String key) {
        return inTenant(() -> plans.clauses(plan.id())).stream().filter(one -> one.key().equals(key)).findFirst()
                .orElseThrow();
    }

    private String text(Plan plan, String key) {
        return plans.clauses(plan.id()).stream().filter(one -> one.key().equals(key)).map(Clause::text)
                .collect(Collectors.joining());
    }
}
