package org.lantian.plan;

import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.common.Role;
import org.lantian.plan.ClauseEdit.Content;

/**
 * Undoes a person's own edits of a plan, the last one first, and does them again, while nobody else has changed the
 * clause since. Called inside the tenant's transaction.
 */
@Singleton
public class ClauseUndo {

    private final PlanRows plans;
    private final ClauseRows clauses;
    private final EditRows edits;
    private final AuditTrail audit;

    ClauseUndo(PlanRows plans, ClauseRows clauses, EditRows edits, AuditTrail audit) {
        this.plans = plans;
        this.clauses = clauses;
        this.edits = edits;
        this.audit = audit;
    }

    /** Undoes the actor's last edit of the plan. */
    public Clause undo(long planId) {
        return replay(planId, edits.lastDone(planId), "UNDONE");
    }

    /** Does the actor's edit again that was undone last. */
    public Clause redo(long planId) {
        return replay(planId, edits.firstUndone(planId), "DONE");
    }

    private Clause replay(long planId, Optional<ClauseEdit> found, String state) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        plans.requireEditable(planId);
        plans.lock(planId);
        boolean undoing = state.equals("UNDONE");
        ClauseEdit edit = found.orElseThrow(() -> DomainException.failedPrecondition("NOTHING_TO_UNDO",
                undoing ? "没有可撤销的修改。" : "没有可重做的修改。"));
        Clause now = clauses.find(edit.clause()).orElseThrow();
        if (!(undoing ? edit.after() : edit.before()).still(now)) {
            throw DomainException.conflict("EDIT_OVERTAKEN", "该条款此后又有改动，不能撤销或重做。");
        }
        Content wanted = undoing ? edit.before() : edit.after();
        Clause next = now.saying(wanted.runs()).under(wanted.parent(), wanted.node()).deleted(wanted.deleted());
        if (!clauses.save(edit.kind() == ClauseEdit.Kind.SETTLE ? next.restingOn(wanted.base(), wanted.today()) : next)) {
            throw ClauseEdits.conflict();
        }
        if (edit.kind() == ClauseEdit.Kind.MOVE) {
            clauses.followSection(now.id());
            ClauseOrder order = ClauseOrder.of(clauses.listWithDeleted(planId));
            order.put(wanted.parent(), wanted.behind(), now.id());
            clauses.reorder(order.flat());
        }
        plans.touch(planId);
        edits.setState(edit.id(), state);
        audit.note(undoing ? "clause.undone" : "clause.redone", "clause", Long.toString(now.id()),
                Map.of("edit", edit.kind().name()));
        return clauses.find(now.id()).orElseThrow();
    }
}
