package org.lantian.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.common.Role;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.engine.check.Remark;
import org.lantian.engine.document.Document;
import org.lantian.engine.document.Run;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.quantity.Explanation;
import org.lantian.plan.draft.Composer;
import org.lantian.plan.draft.DraftClause;
import org.lantian.plan.draft.LedgerFacts;
import org.lantian.plan.measure.Measures;

/** The plans of a tenant; called inside its transaction. */
@Singleton
public class Plans {

    private static final int LONGEST_CLAUSE = 20_000;

    private final PlanRows rows;
    private final ClauseRows clauses;
    private final ExplanationRows explanations;
    private final VersionRows versions;
    private final Redraft redraft;
    private final PlanContents contents;
    private final Measures measures;
    private final LedgerFacts ledger;
    private final AuditTrail audit;

    Plans(PlanRows rows, ClauseRows clauses, ExplanationRows explanations, VersionRows versions, Redraft redraft,
            PlanContents contents, Measures measures, LedgerFacts ledger, AuditTrail audit) {
        this.rows = rows;
        this.clauses = clauses;
        this.explanations = explanations;
        this.versions = versions;
        this.redraft = redraft;
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
        Composer.Draft draft = Composer.compose(
                contents.facts(cluster, order.baseYear(), order.termFrom(), order.termTo()), profile);
        long id = rows.insert(cluster, draft.title(), order, profile.ref().toString(), profile.hash());
        return apply(id, draft, "plan.composed");
    }

    /** Drafts a plan again from today's data; a person's words stay. */
    public Composed recompose(long id) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        Plan plan = requireEditable(id);
        measures.recompute(plan.cluster());
        return apply(id, Composer.compose(contents.facts(plan), contents.profile(plan)), "plan.recomposed");
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
        return rows.find(id)
                .orElseThrow(() -> DomainException.notFound("PLAN_NOT_FOUND", "没有编号为 " + id + " 的方案。"));
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

    /**
     * Puts a person's words in the place of a clause's.
     *
     * @throws DomainException CONFLICT if somebody else changed the clause since that version
     */
    public Clause revise(long clauseId, int rowVersion, String text) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        Clause clause = clauses.find(clauseId)
                .orElseThrow(() -> DomainException.notFound("CLAUSE_NOT_FOUND", "没有编号为 " + clauseId + " 的条款。"));
        requireEditable(clause.plan());
        if (clause.kind() == DraftClause.Kind.TABLE || clause.kind() == DraftClause.Kind.CHART) {
            throw DomainException.failedPrecondition("CLAUSE_NOT_TEXT", "表格和图由台账和提升任务生成，请在台账或任务中修改。");
        }
        String words = text.strip();
        if (words.isEmpty() || words.length() > LONGEST_CLAUSE) {
            throw new UserErrorsException(List.of(UserError.of("text", "TEXT_LENGTH",
                    "条款应有 1 至 " + LONGEST_CLAUSE + " 个字。")));
        }
        List<Run> runs = Wording.keepFigures(words, clause.runs(), clause.drafted());
        if (!clauses.revise(clauseId, rowVersion, runs, !runs.equals(clause.drafted()))) {
            throw DomainException.conflict("CLAUSE_CHANGED", "该条款已被他人修改，请刷新后重试。");
        }
        rows.touch(clause.plan());
        audit.note("clause.revised", "clause", Long.toString(clauseId), Map.of("before", clause.text(), "after", words));
        return clauses.find(clauseId).orElseThrow();
    }

    Plan requireEditable(long id) {
        Plan plan = require(id);
        if (!plan.editable()) {
            throw DomainException.failedPrecondition("PLAN_NOT_EDITABLE", "方案已签发或撤回，不能再修改。");
        }
        return plan;
    }
}
