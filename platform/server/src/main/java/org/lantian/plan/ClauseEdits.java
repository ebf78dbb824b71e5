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
import org.lantian.engine.document.Run;
import org.lantian.plan.ClauseEdit.Content;
import org.lantian.plan.draft.DraftClause.Kind;

/**
 * What people do to the clauses of a plan whose text is open; called inside the tenant's transaction. Each act names
 * the version of the clause that the person saw, and is kept so that {@link ClauseUndo} can undo it.
 */
@Singleton
public class ClauseEdits {

    private final PlanRows plans;
    private final ClauseRows clauses;
    private final EditRows edits;
    private final AuditTrail audit;

    ClauseEdits(PlanRows plans, ClauseRows clauses, EditRows edits, AuditTrail audit) {
        this.plans = plans;
        this.clauses = clauses;
        this.edits = edits;
        this.audit = audit;
    }

    /** How a person settles a clause whose data changed. */
    public enum Settlement {
        /** The person's words stay, now resting on today's data. */
        KEEP,
        /** Today's draft replaces them. */
        TAKE,
        /** The merge of both, or the person's own merge. */
        MERGE
    }

    /**
     * Puts a person's words in the place of a clause's; the same words again change nothing.
     *
     * @param autosaved whether the person is still writing: the next save joins this one as one step to undo
     * @throws DomainException CONFLICT if somebody else changed the clause since that version
     */
    public Clause revise(long id, int rowVersion, String text, boolean autosaved) {
        Clause clause = open(id, rowVersion);
        ClauseRules.requireText(clause);
        Clause next = clause.saying(Wording.keepFigures(ClauseRules.words(text), clause.runs(), clause.drafted()));
        return next.runs().equals(clause.runs()) ? clause : save(clause, next, ClauseEdit.Kind.REVISE, autosaved);
    }

    /**
     * Adds a clause of a person's own.
     *
     * @param behind the sibling that it stands behind; first if empty
     */
    public Clause insert(long planId, long parentId, Optional<Long> behind, Kind kind, String text) {
        require(Role.PLANNER, Role.ADMINISTRATOR);
        plans.requireEditable(planId);
        plans.touch(planId);
        Clause parent = require(parentId);
        ClauseOrder order = order(planId);
        ClauseRules.requireWritable(kind);
        ClauseRules.requirePlace(kind, parent, planId, behind, order);
        List<Run> runs = List.of(Run.text(ClauseRules.words(text)));
        long id = clauses.insert(new Clause(0, planId, Optional.of(parentId), 0, kind, parent.node(), Clause.freshKey(),
                runs, List.of(), Optional.empty(), true, false, 0), Optional.empty());
        order.put(Optional.of(parentId), behind, id);
        clauses.reorder(order.flat());
        Clause added = require(id);
        Content after = Content.of(added, order);
        edits.insert(planId, id, ClauseEdit.Kind.INSERT, Content.of(added.deleted(true), order), after, false);
        audit.note("clause.inserted", "clause", Long.toString(id), Map.of("text", added.text()));
        return added;
    }

    /** Moves a clause behind a sibling, or first below its parent; numbers follow from the places. */
    public Clause move(long id, int rowVersion, long parentId, Optional<Long> behind) {
        Clause clause = open(id, rowVersion);
        Clause parent = require(parentId);
        ClauseOrder order = order(clause.plan());
        ClauseRules.requirePlace(clause.kind(), parent, clause.plan(), behind.filter(one -> one != id), order);
        if (behind.filter(one -> one == id).isPresent() || parentId == id) {
            throw ClauseRules.misplaced("behindId", "条款不能移到自己之后或之下。");
        }
        Content before = Content.of(clause, order);
        order.put(Optional.of(parentId), behind, id);
        write(clause.under(Optional.of(parentId), parent.node()));
        clauses.followSection(id);
        clauses.reorder(order.flat());
        return kept(clause, before, ClauseEdit.Kind.MOVE, false);
    }

    /** Takes a clause out, with what stands below it; a redraft does not bring it back. */
    public Clause delete(long id, int rowVersion) {
        Clause clause = open(id, rowVersion);
        if (clause.kind() == Kind.CHAPTER || clause.kind() == Kind.SECTION || clause.kind() == Kind.TABLE) {
            throw DomainException.failedPrecondition("CLAUSE_REQUIRED", "大纲规定的章、节和表不能删除。");
        }
        return save(clause, clause.deleted(true), ClauseEdit.Kind.DELETE, false);
    }

    /** Brings a clause back that was taken out. */
    public Clause restore(long id, int rowVersion) {
        Clause clause = open(id, rowVersion);
        return save(clause, clause.deleted(false), ClauseEdit.Kind.RESTORE, false);
    }

    /**
     * Settles a clause whose data changed.
     *
     * @param text the person's own merge; needed where the two disagree
     */
    public Clause settle(long id, int rowVersion, Settlement how, Optional<String> text) {
        Clause clause = open(id, rowVersion);
        List<Run> today = clause.today().orElseThrow(
                () -> DomainException.failedPrecondition("CLAUSE_NOT_STALE", "该条款没有待确认的数据变化。"));
        List<Run> runs = switch (how) {
            case KEEP -> clause.runs();
            case TAKE -> today;
            case MERGE -> text.map(words -> Wording.keepFigures(ClauseRules.words(words), clause.runs(), today))
                    .or(() -> clause.merge().flatMap(merge -> merge.runs()))
                    .orElseThrow(() -> new UserErrorsException(List.of(UserError.of("text", "MERGE_DISPUTED",
                            "人工文字与新草稿在同一处都有改动，不能自动合并，请给出合并后的文字。"))));
        };
        Clause next = clause.saying(runs).restingOn(today, Optional.empty());
        return save(clause, today.isEmpty() && how == Settlement.TAKE ? clause.deleted(true) : next,
                ClauseEdit.Kind.SETTLE, false);
    }

    private Clause save(Clause clause, Clause next, ClauseEdit.Kind kind, boolean autosaved) {
        Content before = Content.of(clause, order(clause.plan()));
        write(next);
        return kept(clause, before, kind, autosaved);
    }

    private Clause kept(Clause clause, Content before, ClauseEdit.Kind kind, boolean autosaved) {
        Clause after = require(clause.id());
        Content content = Content.of(after, order(clause.plan()));
        Optional<ClauseEdit> running = edits.lastDone(clause.plan()).filter(edit -> kind == ClauseEdit.Kind.REVISE
                && edit.autosaved() && edit.clause() == clause.id() && edit.after().still(clause));
        if (running.isPresent()) {
            edits.extend(running.get().id(), content, autosaved);
        } else {
            edits.insert(clause.plan(), clause.id(), kind, before, content, autosaved);
        }
        audit.note(action(kind), "clause", Long.toString(clause.id()),
                Map.of("before", clause.text(), "after", after.text()));
        return after;
    }

    private static String action(ClauseEdit.Kind kind) {
        return switch (kind) {
            case REVISE -> "clause.revised";
            case INSERT -> "clause.inserted";
            case MOVE -> "clause.moved";
            case DELETE -> "clause.deleted";
            case RESTORE -> "clause.restored";
            case SETTLE -> "clause.settled";
        };
    }

    private void write(Clause next) {
        if (!clauses.save(next)) {
            throw conflict();
        }
        plans.touch(next.plan());
    }

    /** The clause for editing; its plan's row is taken first, so that edits of one plan come one after another. */
    private Clause open(long id, int rowVersion) {
        require(Role.PLANNER, Role.ADMINISTRATOR);
        long plan = plans.requireEditable(require(id).plan()).id();
        plans.lock(plan);
        Clause clause = require(id);
        if (clause.rowVersion() != rowVersion) {
            throw conflict();
        }
        return clause;
    }

    private static void require(Role... allowed) {
        Actor.requireAny(allowed);
    }

    private Clause require(long id) {
        return clauses.find(id)
                .orElseThrow(() -> DomainException.notFound("CLAUSE_NOT_FOUND", "没有编号为 " + id + " 的条款。"));
    }

    private ClauseOrder order(long plan) {
        return ClauseOrder.of(clauses.listWithDeleted(plan));
    }

    static DomainException conflict() {
        return DomainException.conflict("CLAUSE_CHANGED", "该条款已被他人修改，请刷新后重试。");
    }
}
