package org.lantian.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.common.Role;
import org.lantian.engine.check.Remark;
import org.lantian.engine.diff.ClauseChange;
import org.lantian.engine.document.Document;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.quantity.Explanation;
import org.lantian.plan.draft.Composer;
import org.lantian.plan.draft.LedgerFacts;
import org.lantian.plan.measure.Measures;

/** The plans of a tenant; called inside its transaction. */
@Singleton
public class Plans {

    private final PlanRows rows;
    private final ClauseRows clauses;
    private final ExplanationRows explanations;
    private final VersionRows versions;
    private final Drafting drafting;
    private final Redraft redraft;
    private final StalePlans stale;
    private final PlanContents contents;
    private final Measures measures;
    private final LedgerFacts ledger;
    private final AuditTrail audit;

    Plans(PlanRows rows, ClauseRows clauses, ExplanationRows explanations, VersionRows versions, Drafting drafting,
            Redraft redraft, StalePlans stale, PlanContents contents, Measures measures, LedgerFacts ledger, AuditTrail audit) {
        this.rows = rows;
        this.clauses = clauses;
        this.explanations = explanations;
        this.versions = versions;
        this.drafting = drafting;
        this.redraft = redraft;
        this.stale = stale;
        this.contents = contents;
        this.measures = measures;
        this.ledger = ledger;
        this.audit = audit;
    }

    /**
     * What composing did.
     *
     * @param stale clauses in which a person's words rest on older data
     */
    public record Composed(Plan plan, int added, int changed, int stale, int removed) {
    }

    /** Drafts a new plan of a cluster with the profile that the tenant has pinned. */
    public Composed compose(long cluster, PlanOrder order) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        measures.recompute(cluster);
        ResolvedProfile profile = ledger.profile();
        Composer.Draft draft = drafting.draft(
                contents.facts(cluster, order.baseYear(), order.termFrom(), order.termTo()), profile);
        long id = rows.insert(cluster, draft.title(), order, profile.ref().toString(), profile.hash());
        return apply(id, draft, "plan.composed");
    }

    /** Drafts a plan again from today's data; a person's words stay. */
    public Composed recompose(long id) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        Plan plan = rows.requireEditable(id);
        measures.recompute(plan.cluster());
        rows.lock(id);
        return apply(id, drafting.draft(contents.facts(plan), contents.profile(plan)), "plan.recomposed");
    }

    /**
     * Gives an open plan another base year, term or mark, and drafts it again; a person's words stay.
     *
     * @throws DomainException CONFLICT if somebody else changed the plan since that version
     */
    public Composed reorder(long id, int rowVersion, PlanOrder order) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        Plan before = rows.requireEditable(id);
        if (!rows.reorder(id, rowVersion, order)) {
            throw PlanSteps.conflict();
        }
        audit.note("plan.reordered", "plan", Long.toString(id),
                Map.of("before", List.of(before.baseYear(), before.termFrom(), before.termTo()), "after",
                        List.of(order.baseYear(), order.termFrom(), order.termTo())));
        return recompose(id);
    }

    private Composed apply(long id, Composer.Draft draft, String action) {
        explanations.add(id, draft.explanations());
        Redraft.Outcome outcome = redraft.apply(id, draft.clauses());
        rows.touch(id);
        audit.note(action, "plan", Long.toString(id), Map.of("added", outcome.added(), "changed", outcome.changed(),
                "stale", outcome.stale(), "removed", outcome.removed()));
        return new Composed(require(id), outcome.added(), outcome.changed(), outcome.stale(), outcome.removed());
    }

    public Optional<Plan> find(long id) {
        return rows.find(id);
    }

    /** @throws DomainException NOT_FOUND if there is none */
    public Plan require(long id) {
        return rows.require(id);
    }

    /** Plans by their ids. */
    public Map<Long, Plan> byIds(java.util.Collection<Long> ids) {
        return rows.byIds(ids);
    }

    /** The newest first. */
    public List<Plan> list(int offset, int count) {
        return rows.list(offset, count);
    }

    public long count() {
        return rows.count();
    }

    /** A plan's clauses in print order. */
    public List<Clause> clauses(long plan) {
        return clauses.listOf(plan);
    }

    /** Clauses of several plans at once. */
    public Map<Long, List<Clause>> clauses(java.util.Collection<Long> plans) {
        return clauses.listOf(plans);
    }

    public Map<Long, List<PlanVersion>> versions(java.util.Collection<Long> plans) {
        return versions.listOf(plans);
    }

    public Map<Long, List<IssuedDocument>> documents(java.util.Collection<Long> versionIds) {
        return versions.documentsOf(versionIds);
    }

    /** How figures of a plan came about; unknown ids are left out. */
    public List<Explanation> explanations(long plan, java.util.Collection<String> ids) {
        return explanations.list(plan, ids);
    }

    /** The plan laid out; an issued one from its frozen tree. */
    public Document document(long id) {
        return contents.document(require(id));
    }

    /** Remarks 校核意见, none if the plan agrees with itself. */
    public List<Remark> check(long id) {
        return contents.check(require(id));
    }

    /** Marks the clauses stale that the composer would write otherwise today; returns how many there are. */
    public int refresh(long id) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        return stale.mark(rows.requireEditable(id));
    }

    /** Clauses that were taken out of a plan and can be brought back. */
    public List<Clause> deletedClauses(long plan) {
        return clauses.listWithDeleted(plan).stream().filter(clause -> clause.deleted() && !clause.dropped()).toList();
    }

    /** What changed between two frozen versions, of one plan or of two. */
    public List<ClauseChange> diff(long from, long to) {
        return VersionDiff.of(requireTree(from), requireTree(to));
    }

    private PlanTree requireTree(long version) {
        return versions.tree(version).orElseThrow(
                () -> DomainException.notFound("VERSION_NOT_FOUND", "没有编号为 " + version + " 的版本。"));
    }

    /** Frozen versions by their ids. */
    public Map<Long, PlanVersion> versionsByIds(java.util.Collection<Long> ids) {
        return versions.byIds(ids);
    }

}
