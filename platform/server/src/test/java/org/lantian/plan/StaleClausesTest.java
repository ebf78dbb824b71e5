package org.lantian.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.audit.AuditTrail;
import org.lantian.common.UserErrorsException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StaleClausesTest extends PlanTest {

    @Inject
    JdbcOperations jdbc;
    @Inject
    AuditTrail audit;

    @Test
    void changingOneEnterprisesFigureMarksTheRightClauseAndNothingElse() {
        Plan plan = compose();
        assertThat(stale(plan)).isEmpty();
        changeEnergy("100");
        assertThat(stale(plan)).containsExactly("overview.energy");
        changeEnergy("-100");
        assertThat(stale(plan)).isEmpty();
    }

    @Test
    void aStaleClauseOfTheComposersFollowsTheNextDraft() {
        Plan plan = compose();
        String before = clause(plan, "overview.energy").text();
        changeEnergy("1");
        assertThat(clause(plan, "overview.energy").text()).isEqualTo(before);
        inTenant(() -> plans.recompose(plan.id()));
        assertThat(stale(plan)).isEmpty();
        assertThat(clause(plan, "overview.energy").text()).isNotEqualTo(before);
        changeEnergy("-1");
    }

    @Test
    void aPersonsWordsAreMergedWithTodaysDraft() {
        Plan plan = compose();
        Clause energy = clause(plan, "overview.energy");
        inTenant(() -> edits.revise(energy.id(), energy.rowVersion(), energy.text().replace("集群使用能源：", "能源消费方面："),
                false));
        changeEnergy("7");
        inTenant(() -> plans.recompose(plan.id()));
        Clause stale = clause(plan, "overview.energy");
        assertThat(stale.text()).startsWith("能源消费方面：");
        assertThat(stale.stale()).isTrue();
        Clause settled = inTenant(() -> edits.settle(stale.id(), stale.rowVersion(), ClauseEdits.Settlement.MERGE,
                Optional.empty()));
        assertThat(settled.text()).isEqualTo(stale.draftedText().replace("集群使用能源：", "能源消费方面："));
        assertThat(settled.stale()).isFalse();
        assertThat(settled.edited()).isTrue();
        assertThat(settled.runs()).anySatisfy(run -> assertThat(run.figure()).isPresent());
        Clause back = inTenant(() -> undo.undo(plan.id()));
        assertThat(back.stale()).isTrue();
        assertThat(back.text()).isEqualTo(stale.text());
        assertThat(inTenant(() -> edits.settle(back.id(), back.rowVersion(), ClauseEdits.Settlement.TAKE,
                Optional.empty())).edited()).isFalse();
        changeEnergy("-7");
    }

    @Test
    void wordsThatDisagreeWithTheDraftNeedAPersonsMerge() {
        Plan plan = compose();
        Clause energy = clause(plan, "overview.energy");
        inTenant(() -> edits.revise(energy.id(), energy.rowVersion(), "能源消耗见表1。", false));
        changeEnergy("9");
        Clause stale = clause(plan, "overview.energy");
        assertThatThrownBy(() -> inTenant(() -> edits.settle(stale.id(), stale.rowVersion(),
                ClauseEdits.Settlement.MERGE, Optional.empty()))).isInstanceOf(UserErrorsException.class);
        Clause kept = inTenant(() -> edits.settle(stale.id(), stale.rowVersion(), ClauseEdits.Settlement.KEEP,
                Optional.empty()));
        assertThat(kept.stale()).isFalse();
        assertThat(kept.text()).isEqualTo("能源消耗见表1。");
        changeEnergy("-9");
    }

    /** Adds to one energy use of one enterprise, as an edit of the ledger would. */
    private void changeEnergy(String amount) {
        inTenant(() -> {
            jdbc.prepareStatement("UPDATE energy_use SET amount = amount + ?::numeric WHERE id = (SELECT min(id) FROM"
                    + " energy_use WHERE amount IS NOT NULL)", update -> {
                        update.setString(1, amount);
                        return update.executeUpdate();
                    });
            audit.note("enterprise.revised", "enterprise", "1", Map.of());
            return amount;
        });
    }

    private List<String> stale(Plan plan) {
        return inTenant(() -> plans.clauses(plan.id())).stream().filter(Clause::stale).map(Clause::key).toList();
    }

    private Clause clause(Plan plan, String key) {
        return inTenant(() -> plans.clauses(plan.id())).stream().filter(one -> one.key().equals(key)).findFirst()
                .orElseThrow();
    }
}
