package org.lantian.plan;

import java.util.Set;

import jakarta.inject.Singleton;

import org.lantian.audit.ChangeListener;
import org.lantian.plan.draft.Composer;
import org.lantian.plan.measure.Measures;

/**
 * Marks clauses stale when the data change that they rest on: at the end of a transaction that changed data, each plan
 * whose text is open is drafted again and compared, in the same transaction.
 */
@Singleton
class StalePlans implements ChangeListener {

    /** Things that no draft rests on. */
    private static final Set<String> WITHOUT_DATA = Set.of("plan", "clause", "consultation", "plan_comment", "file",
            "user_account", "org_unit", "job", "notice", "api_token", "saved_report");

    private final PlanRows plans;
    private final PlanContents contents;
    private final ExplanationRows explanations;
    private final Drafting drafting;
    private final Redraft redraft;
    private final Measures measures;

    StalePlans(PlanRows plans, PlanContents contents, ExplanationRows explanations, Drafting drafting,
            Redraft redraft, Measures measures) {
        this.plans = plans;
        this.contents = contents;
        this.explanations = explanations;
        this.drafting = drafting;
        this.redraft = redraft;
        this.measures = measures;
    }

    @Override
    public void changed(Set<String> entities) {
        if (!WITHOUT_DATA.containsAll(entities)) {
            plans.listEditable().forEach(this::mark);
        }
    }

    /** @return how many clauses the composer would write otherwise today */
    int mark(Plan plan) {
        measures.recompute(plan.cluster());
        plans.lock(plan.id());
        Composer.Draft draft = drafting.draft(contents.facts(plan), contents.profile(plan));
        explanations.add(plan.id(), draft.explanations());
        return redraft.mark(plan.id(), draft.clauses());
    }
}
