package org.lantian.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.common.Role;

/** What becomes of issued plans: a revision takes their place, or they are withdrawn. Called inside a transaction. */
@Singleton
public class Revisions {

    private final PlanSteps steps;
    private final PlanRows plans;
    private final ClauseRows clauses;
    private final ExplanationRows explanations;
    private final StalePlans stale;
    private final PublishedPlans published;
    private final AuditTrail audit;

    Revisions(PlanSteps steps, PlanRows plans, ClauseRows clauses, ExplanationRows explanations, StalePlans stale,
            PublishedPlans published, AuditTrail audit) {
        this.steps = steps;
        this.plans = plans;
        this.clauses = clauses;
        this.explanations = explanations;
        this.stale = stale;
        this.published = published;
        this.audit = audit;
    }

    /**
     * Begins a revision: a draft with the issued plan's clauses, which stays in force until the revision is issued.
     * Clauses whose data changed since are stale.
     */
    public Plan revise(long id) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        Plan issued = steps.require(id, "修订", Plan.State.ISSUED);
        if (plans.revisionOf(id).isPresent()) {
            throw DomainException.failedPrecondition("REVISION_EXISTS", "该方案已有正在编制的修订稿。");
        }
        long draft = plans.insertRevision(issued, issued.profile(), issued.profileHash());
        Map<Long, Long> copies = new HashMap<>();
        for (Clause clause : clauses.listOf(id)) {
            long copy = clauses.insert(new Clause(0, draft, clause.parent().map(copies::get), clause.ordinal(),
                    clause.kind(), clause.node(), clause.key(), clause.runs(), clause.base(), Optional.empty(),
                    clause.edited(), false, 0), Optional.of(clause.id()));
            copies.put(clause.id(), copy);
        }
        explanations.add(draft, explanations.listOf(id));
        stale.mark(plans.require(draft));
        audit.note("plan.revision_begun", "plan", Long.toString(draft), Map.of("revises", id));
        return plans.require(draft);
    }

    /** Withdraws an issued plan 撤回; what was published of it is published as withdrawn. */
    public Plan withdraw(long id, int rowVersion, String reason) {
        Actor.requireAny(Role.LEADER);
        Plan issued = steps.require(id, "撤回", Plan.State.ISSUED);
        String why = PlanSteps.reason(reason);
        Plan withdrawn = steps.take(issued, rowVersion, Plan.State.WITHDRAWN);
        steps.keep(issued, Plan.State.WITHDRAWN, why, Optional.empty());
        published.withdraw(issued.id());
        return withdrawn;
    }

    /** The issued plan that the new one takes the place of, as it is afterwards. */
    void replace(Plan newlyIssued) {
        newlyIssued.revises().map(plans::require).filter(old -> old.state() == Plan.State.ISSUED).ifPresent(old -> {
            steps.take(old, old.rowVersion(), Plan.State.REVISED);
            steps.keep(old, Plan.State.REVISED, "由" + newlyIssued.number().orElse("新方案") + "修订", Optional.empty());
        });
    }
}
