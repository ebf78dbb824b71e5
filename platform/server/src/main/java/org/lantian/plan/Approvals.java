package org.lantian.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.common.Role;
import org.lantian.plan.consult.Consultations;

/**
 * Submits plans and takes them through the approval steps: the reviewer's 审核, then the leader's 审定. Called inside the
 * tenant's transaction.
 */
@Singleton
public class Approvals {

    private static final List<Role> STEPS = List.of(Role.REVIEWER, Role.LEADER);

    private final PlanSteps steps;
    private final Freezing freezing;
    private final ApprovalRows rows;
    private final ReviewGate gate;
    private final Consultations consultations;

    Approvals(PlanSteps steps, Freezing freezing, ApprovalRows rows, ReviewGate gate, Consultations consultations) {
        this.steps = steps;
        this.freezing = freezing;
        this.rows = rows;
        this.gate = gate;
        this.consultations = consultations;
    }

    /**
     * Submits a plan for review: it passes the check and is frozen as 送审稿.
     *
     * @param word on the warnings that have none; blank for no such word
     * @throws DomainException FAILED_PRECONDITION for errors, unanswered warnings, an open consultation or undecided
     *     comments; CONFLICT if the plan changed since that version
     */
    public Plan submit(long id, int rowVersion, String note, String word) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        Plan plan = steps.require(id, "送审", Plan.State.DRAFT, Plan.State.CONSULTATION);
        if (consultations.findOpen(id).isPresent()) {
            throw DomainException.failedPrecondition("CONSULTATION_OPEN", "征求意见尚未结束，不能送审。");
        }
        long undecided = consultations.undecided(id);
        if (undecided > 0) {
            throw DomainException.failedPrecondition("COMMENTS_UNDECIDED", "还有" + undecided + "条意见没有处理，不能送审。");
        }
        gate.pass(plan, word);
        Plan submitted = steps.take(plan, rowVersion, Plan.State.REVIEW);
        PlanVersion version = freezing.freeze(submitted, PlanVersion.Stage.REVIEW);
        rows.open(id, version.id(), STEPS);
        steps.keep(plan, Plan.State.REVIEW, PlanSteps.note(note), Optional.of(version.id()));
        return submitted;
    }

    /** Approves the step that is next; with the last one the plan may be issued. */
    public Plan approve(long id, int rowVersion, String note) {
        Plan plan = steps.require(id, "审批", Plan.State.REVIEW);
        List<Approval> pending = requirePending(id);
        Approval next = pending.getFirst();
        Actor.requireAny(next.role());
        rows.decide(next.id(), Approval.Decision.APPROVED, PlanSteps.note(note));
        Plan.State to = pending.size() == 1 ? Plan.State.APPROVED : Plan.State.REVIEW;
        Plan approved = steps.take(plan, rowVersion, to);
        steps.keep(plan, to, note, Optional.of(next.version()));
        return approved;
    }

    /** Gives a submitted plan back to its planners 退回. */
    public Plan giveBack(long id, int rowVersion, String reason) {
        Plan plan = steps.require(id, "退回", Plan.State.REVIEW);
        Approval next = requirePending(id).getFirst();
        Actor.requireAny(next.role());
        rows.decide(next.id(), Approval.Decision.RETURNED, PlanSteps.reason(reason));
        return reopen(plan, rowVersion, reason, Optional.of(next.version()));
    }

    /** Takes a plan back that was submitted but not issued 撤回送审. */
    public Plan recall(long id, int rowVersion, String reason) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        Plan plan = steps.require(id, "撤回送审", Plan.State.REVIEW, Plan.State.APPROVED);
        return reopen(plan, rowVersion, PlanSteps.reason(reason), Optional.empty());
    }

    private Plan reopen(Plan plan, int rowVersion, String reason, Optional<Long> version) {
        Plan open = steps.take(plan, rowVersion, Plan.State.DRAFT);
        steps.keep(plan, Plan.State.DRAFT, reason, version);
        return open;
    }

    private List<Approval> requirePending(long id) {
        List<Approval> pending = rows.lockPending(id);
        if (pending.isEmpty()) {
            throw PlanSteps.conflict();
        }
        return pending;
    }

    /** Steps of several plans by version and order. */
    public Map<Long, List<Approval>> listOf(Collection<Long> plans) {
        return rows.listOf(plans);
    }

    /** What several plans went through, the oldest step first. */
    public Map<Long, List<PlanStep>> stepsOf(Collection<Long> plans) {
        return steps.listOf(plans);
    }
}
