package org.lantian.plan;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;
import org.lantian.common.UserErrorsException;
import org.lantian.engine.diff.ClauseChange;
import org.lantian.plan.draft.DraftClause.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VersionDiffTest extends PlanTest {

    @Inject
    Freezing freezing;

    @Test
    void anotherYearsPlanIsComparedByTheComposersNames() {
        Plan last = approved();
        Plan now = compose();
        Plan shorter = inTenant(() -> plans.reorder(now.id(), now.rowVersion(), new PlanOrder(2024, 2025, 2026, ""))).plan();
        assertThat(shorter.termTo()).isEqualTo(2026);
        assertThat(clause(shorter, "goals.principle").text()).contains("用两年时间（2025—2026年）");
        long older = version(last);
        List<ClauseChange> changes = inTenant(() -> plans.diff(older, frozen(shorter)));
        assertThat(changes).extracting(ClauseChange::kind).containsOnly(ClauseChange.Kind.CHANGED);
        assertThat(changes).extracting(change -> change.after().orElseThrow().place()).contains("二、（一）第1段");
    }

    @Test
    void oneMovedClauseIsOneMove() {
        Plan plan = compose();
        Plan before = approve(plan);
        long first = version(before);
        Plan open = inTenant(() -> approvals.recall(before.id(), before.rowVersion(), "调整顺序"));
        Clause grade = clause(open, "tasks.grade");
        inTenant(() -> edits.move(grade.id(), grade.rowVersion(), grade.parent().orElseThrow(), Optional.empty()));
        Clause section = clause(open, "goals");
        inTenant(() -> edits.insert(plan.id(), section.id(), Optional.empty(), Kind.PARAGRAPH, "指导思想另有规定。"));
        long second = version(approve(open));
        List<ClauseChange> changes = inTenant(() -> plans.diff(first, second));
        assertThat(changes).extracting(ClauseChange::kind).containsExactly(ClauseChange.Kind.MOVED, ClauseChange.Kind.ADDED);
        assertThat(changes.getFirst().after().orElseThrow().text()).startsWith("开展环保绩效提级行动");
    }

    @Test
    void theTermHasOneToThreeYearsAndIsChangedOnceByWhoSawIt() {
        Plan plan = compose();
        assertThatThrownBy(() -> new PlanOrder(2024, 2025, 2028, "")).isInstanceOf(UserErrorsException.class);
        assertThatThrownBy(() -> inTenant(() -> plans.reorder(plan.id(), plan.rowVersion() - 1,
                new PlanOrder(2024, 2025, 2025, "")))).isInstanceOfSatisfying(DomainException.class,
                        refused -> assertThat(refused.category()).isEqualTo(ErrorCategory.CONFLICT));
        assertThatThrownBy(() -> asOperator(other, () -> plans.reorder(plan.id(), plan.rowVersion(),
                new PlanOrder(2024, 2025, 2025, "")))).isInstanceOf(DomainException.class);
    }

    /** Measures after the shorter term are errors of the check, which the comparison does not need. */
    private long frozen(Plan plan) {
        return freezing.freeze(plan, PlanVersion.Stage.REVIEW).id();
    }

    private long version(Plan plan) {
        return inTenant(() -> plans.versions(List.of(plan.id()))).get(plan.id()).getLast().id();
    }

    private Clause clause(Plan plan, String key) {
        return inTenant(() -> plans.clauses(plan.id())).stream().filter(one -> one.key().equals(key)).findFirst()
                .orElseThrow();
    }
}
