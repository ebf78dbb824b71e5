package org.lantian.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.lantian.common.Actor;
import org.lantian.common.Role;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.engine.document.Document;
import org.lantian.identity.OrgUnit;
import org.lantian.identity.OrgUnits;
import org.lantian.plan.consult.Consultation;
import org.lantian.plan.consult.Consultations;
import org.lantian.plan.consult.OpinionSummary;
import org.lantian.plan.consult.PlanComment;

/** Asks units for their comments on a plan 征求意见; called inside the tenant's transaction. */
@Singleton
public class Consulting {

    private final PlanSteps steps;
    private final Freezing freezing;
    private final VersionRows versions;
    private final Consultations consultations;
    private final OrgUnits units;

    Consulting(PlanSteps steps, Freezing freezing, VersionRows versions, Consultations consultations, OrgUnits units) {
        this.steps = steps;
        this.freezing = freezing;
        this.versions = versions;
        this.consultations = consultations;
        this.units = units;
    }

    /** Freezes the plan as 征求意见稿 and invites units; the draft may be worked on meanwhile. */
    public Consultation open(long id, int rowVersion, List<Long> invited, LocalDate deadline, String note) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        Plan plan = steps.require(id, "征求意见", Plan.State.DRAFT);
        consultations.requireOpenable(invited, deadline, note);
        Plan open = steps.take(plan, rowVersion, Plan.State.CONSULTATION);
        PlanVersion version = freezing.freeze(open, PlanVersion.Stage.CONSULTATION);
        steps.keep(plan, Plan.State.CONSULTATION, PlanSteps.note(note), Optional.of(version.id()));
        return consultations.open(id, version.id(), invited, deadline, note);
    }

    /** Takes a unit's comment on a clause of the version that it was given, or on the whole plan. */
    public PlanComment comment(long consultation, long unit, Optional<Long> clause, String text, String proposal) {
        requireEditor();
        Consultation found = consultations.require(consultation);
        if (clause.isPresent() && requireTree(found).clauses().stream().noneMatch(one -> one.id() == clause.get())) {
            throw new UserErrorsException(List.of(UserError.of("clauseId", "CLAUSE_NOT_IN_VERSION", "征求意见稿中没有该条款。")));
        }
        return consultations.comment(consultation, unit, clause, text, proposal);
    }

    /** Notes that a unit has no objection. */
    public Consultation agree(long consultation, long unit) {
        requireEditor();
        return consultations.agree(consultation, unit);
    }

    private static void requireEditor() {
        Actor.requireAny(Role.PLANNER, Role.REVIEWER, Role.LEADER, Role.ADMINISTRATOR);
    }

    /** Decides on a comment 采纳、部分采纳、未采纳, while the plan's text is open. */
    public PlanComment decide(long comment, int rowVersion, PlanComment.Decision decision, String reason) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        Consultation consultation = consultations.require(consultations.requireComment(comment).consultation());
        steps.require(consultation.plan(), "处理意见", Plan.State.DRAFT, Plan.State.CONSULTATION);
        return consultations.decide(comment, rowVersion, decision, reason);
    }

    /** Ends a consultation; the plan is a draft again. */
    public Plan close(long id, int rowVersion) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        Plan plan = steps.require(id, "结束征求意见", Plan.State.CONSULTATION);
        Consultation open = consultations.findOpen(id).orElseThrow();
        consultations.close(open);
        Plan draft = steps.take(plan, rowVersion, Plan.State.DRAFT);
        steps.keep(plan, Plan.State.DRAFT, "征求意见结束", Optional.of(open.version()));
        return draft;
    }

    /** 意见汇总表 of a consultation. */
    public Document summary(long consultation) {
        Consultation found = consultations.require(consultation);
        PlanTree tree = requireTree(found);
        List<PlanComment> comments = consultations.comments(List.of(consultation)).getOrDefault(consultation, List.of());
        Map<Long, String> names = units.listByIds(found.units().stream().map(Consultation.Invited::unit).toList()).stream()
                .collect(Collectors.toMap(OrgUnit::id, OrgUnit::name));
        return OpinionSummary.of(String.join("", tree.document().title()), tree.document().mark(), found, comments,
                unit -> names.getOrDefault(unit, "单位" + unit), clause -> ClausePlaces.of(tree, clause));
    }

    private PlanTree requireTree(Consultation consultation) {
        return versions.tree(consultation.version()).orElseThrow();
    }
}
