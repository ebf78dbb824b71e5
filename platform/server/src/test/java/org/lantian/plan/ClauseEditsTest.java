package org.lantian.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;
import org.lantian.common.UserErrorsException;
import org.lantian.plan.draft.DraftClause.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClauseEditsTest extends PlanTest {

    @Test
    void anInsertedClauseStandsWhereItWasPutAndStaysThroughARedraft() {
        Plan plan = compose();
        Clause section = clause(plan, "goals");
        Clause principle = clause(plan, "goals.principle");
        Clause own = inTenant(() -> edits.insert(plan.id(), section.id(), Optional.of(principle.id()), Kind.ITEM,
                "坚持精准治污、科学治污、依法治污。"));
        inTenant(() -> plans.recompose(plan.id()));
        List<String> keys = keys(plan);
        assertThat(keys.indexOf(own.key())).isEqualTo(keys.indexOf("goals.principle") + 1);
        assertThat(inTenant(() -> plans.document(plan.id())).blocks().toString()).contains("坚持精准治污");
        assertThat(asOperator(other, () -> plans.clauses(plan.id()))).isEmpty();
    }

    @Test
    void aMovedClauseKeepsItsPlaceInARedraftAndGoesBackWhenUndone() {
        Plan plan = compose();
        List<String> before = keys(plan);
        Clause mobile = clause(plan, "tasks.mobile");
        inTenant(() -> edits.move(mobile.id(), mobile.rowVersion(), mobile.parent().orElseThrow(), Optional.empty()));
        List<String> moved = keys(plan);
        assertThat(moved.indexOf("tasks.mobile")).isEqualTo(moved.indexOf("tasks") + 1);
        inTenant(() -> plans.recompose(plan.id()));
        assertThat(keys(plan)).isEqualTo(moved);
        inTenant(() -> undo.undo(plan.id()));
        assertThat(keys(plan)).isEqualTo(before);
        inTenant(() -> undo.redo(plan.id()));
        assertThat(keys(plan)).isEqualTo(moved);
    }

    @Test
    void aDeletedHeadingTakesItsItemsAlongAndARedraftDoesNotBringThemBack() {
        Plan plan = compose();
        Clause heading = clause(plan, "tasks.control");
        inTenant(() -> edits.delete(heading.id(), heading.rowVersion()));
        inTenant(() -> plans.recompose(plan.id()));
        assertThat(keys(plan)).isNotEmpty().noneMatch(key -> key.startsWith("tasks.control"));
        Clause gone = inTenant(() -> plans.deletedClauses(plan.id())).getFirst();
        inTenant(() -> edits.restore(gone.id(), gone.rowVersion()));
        assertThat(keys(plan)).contains("tasks.control", "tasks.control.organised");
    }

    @Test
    void theOutlinesSectionsAndTablesCanNotBeDeletedNorMoved() {
        Plan plan = compose();
        for (String key : List.of("basics", "overview", "table1")) {
            Clause clause = clause(plan, key);
            refused(ErrorCategory.FAILED_PRECONDITION, () -> edits.delete(clause.id(), clause.rowVersion()));
            assertThatThrownBy(() -> inTenant(() -> edits.move(clause.id(), clause.rowVersion(),
                    clause(plan, "goals").id(), Optional.empty()))).isInstanceOf(UserErrorsException.class);
        }
    }

    @Test
    void aMovedHeadingTakesItsItemsIntoItsNewSectionAndBack() {
        Plan plan = compose();
        Clause heading = clause(plan, "tasks.control");
        Clause goals = clause(plan, "goals");
        inTenant(() -> edits.move(heading.id(), heading.rowVersion(), goals.id(), Optional.empty()));
        assertThat(clause(plan, "tasks.control.organised").node()).isEqualTo("goals");
        inTenant(() -> undo.undo(plan.id()));
        assertThat(clause(plan, "tasks.control.organised").node()).isEqualTo("tasks");
    }

    @Test
    void peopleAddNoTablesAndCharts() {
        Plan plan = compose();
        Clause goals = clause(plan, "goals");
        for (Kind kind : List.of(Kind.TABLE, Kind.CHART, Kind.SECTION)) {
            assertThatThrownBy(() -> inTenant(() -> edits.insert(plan.id(), goals.id(), Optional.empty(), kind, "图")))
                    .isInstanceOf(UserErrorsException.class);
        }
    }

    @Test
    void autosavesOfOneClauseAreUndoneTogether() {
        Plan plan = compose();
        Clause clause = clause(plan, "goals.principle");
        String before = clause.text();
        Clause first = inTenant(() -> edits.revise(clause.id(), clause.rowVersion(), "一", true));
        Clause second = inTenant(() -> edits.revise(clause.id(), first.rowVersion(), "一二", true));
        Clause third = inTenant(() -> edits.revise(clause.id(), second.rowVersion(), "一二三", false));
        Clause fourth = inTenant(() -> edits.revise(clause.id(), third.rowVersion(), "四", false));
        assertThat(inTenant(() -> edits.revise(clause.id(), fourth.rowVersion(), "四", true)).rowVersion())
                .isEqualTo(fourth.rowVersion());
        assertThat(inTenant(() -> undo.undo(plan.id())).text()).isEqualTo("一二三");
        assertThat(inTenant(() -> undo.undo(plan.id())).text()).isEqualTo(before);
        refused(ErrorCategory.FAILED_PRECONDITION, () -> undo.undo(plan.id()));
        assertThat(inTenant(() -> undo.redo(plan.id())).text()).isEqualTo("一二三");
        assertThat(clause(plan, "goals.principle").edited()).isTrue();
    }

    @Test
    void whatSomebodyElseChangedSinceIsNotUndone() {
        Plan plan = compose();
        Clause clause = clause(plan, "goals.principle");
        Clause mine = inTenant(() -> edits.revise(clause.id(), clause.rowVersion(), "甲的话", false));
        asUser("second", () -> edits.revise(clause.id(), mine.rowVersion(), "乙的话", false));
        refused(ErrorCategory.CONFLICT, () -> undo.undo(plan.id()));
        assertThat(clause(plan, "goals.principle").text()).isEqualTo("乙的话");
    }

    private <T> T asUser(String name, Supplier<T> work) {
        try (var ignored = io.micronaut.core.propagation.PropagatedContext.getOrEmpty()
                .plus(new org.lantian.common.Actor(name, java.util.Set.of(org.lantian.common.Role.PLANNER))).propagate()) {
            return tenants.write(tenant, work);
        }
    }

    private void refused(ErrorCategory category, Supplier<?> work) {
        assertThatThrownBy(() -> inTenant(work)).isInstanceOfSatisfying(DomainException.class,
                found -> assertThat(found.category()).isEqualTo(category));
    }

    private List<String> keys(Plan plan) {
        return inTenant(() -> plans.clauses(plan.id())).stream().map(Clause::key).toList();
    }

    private Clause clause(Plan plan, String key) {
        return inTenant(() -> plans.clauses(plan.id())).stream().filter(one -> one.key().equals(key)).findFirst()
                .orElseThrow();
    }
}
