package org.lantian.plan.consult;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.DomainException;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.identity.OrgUnit;
import org.lantian.identity.OrgUnits;
import org.lantian.plan.consult.Consultation.Answer;
import org.lantian.plan.consult.Consultation.Invited;
import org.lantian.plan.consult.PlanComment.Decision;
import org.lantian.tenancy.event.Events;

/** Consultations of a tenant, their comments and decisions; called inside the tenant's transaction. */
@Singleton
public class Consultations {

    /** Event of a comment that came or was decided; its key is the plan's id and its payload the comment's. */
    public static final String COMMENTED = "plan.commented";
    private static final int LONGEST = 4_000;

    private final ConsultationRows rows;
    private final CommentRows comments;
    private final OrgUnits units;
    private final AuditTrail audit;
    private final Events events;
    private final Clock clock;

    Consultations(ConsultationRows rows, CommentRows comments, OrgUnits units, AuditTrail audit, Events events,
            Clock clock) {
        this.rows = rows;
        this.comments = comments;
        this.units = units;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Refuses what cannot be opened, before anything is written.
     *
     * @throws UserErrorsException naming each fault
     */
    public void requireOpenable(List<Long> invited, LocalDate deadline, String note) {
        List<UserError> errors = new ArrayList<>();
        Set<Long> known = units.listByIds(invited).stream().map(OrgUnit::id).collect(Collectors.toSet());
        if (invited.isEmpty() || new HashSet<>(invited).size() != invited.size() || !known.containsAll(invited)) {
            errors.add(UserError.of("unitIds", "UNITS_INVALID", "征求意见的单位至少一个，不能重复，且应是本租户登记的单位。"));
        }
        if (deadline.isBefore(LocalDate.now(clock))) {
            errors.add(UserError.of("deadline", "DEADLINE_PAST", "反馈期限" + deadline + "已过，应为今天或以后。"));
        }
        if (note.length() > LONGEST) {
            errors.add(tooLong("note"));
        }
        refuse(errors);
    }

    public Consultation open(long plan, long version, List<Long> invited, LocalDate deadline, String note) {
        requireOpenable(invited, deadline, note);
        long id = rows.insert(plan, version, deadline, note.strip(), invited);
        audit.note("consultation.opened", "consultation", Long.toString(id),
                Map.of("plan", plan, "units", invited.size(), "deadline", deadline.toString()));
        return require(id);
    }

    /** Consultations of several plans, the oldest first. */
    public Map<Long, List<Consultation>> listOfPlans(Collection<Long> plans) {
        return rows.listOfPlans(plans).stream().collect(Collectors.groupingBy(Consultation::plan));
    }

    /** The open consultation of a plan. */
    public Optional<Consultation> findOpen(long plan) {
        return rows.listOfPlans(List.of(plan)).stream().filter(Consultation::open).findFirst();
    }

    public Optional<Consultation> find(long id) {
        return rows.listByIds(List.of(id)).stream().findFirst();
    }

    /** @throws DomainException NOT_FOUND if there is none */
    public Consultation require(long id) {
        return find(id).orElseThrow(
                () -> DomainException.notFound("CONSULTATION_NOT_FOUND", "没有编号为 " + id + " 的征求意见。"));
    }

    /** Comments of several consultations in the order in which they came. */
    public Map<Long, List<PlanComment>> comments(Collection<Long> consultations) {
        return comments.listOf(consultations).stream().collect(Collectors.groupingBy(PlanComment::consultation));
    }

    public Optional<PlanComment> findComment(long id) {
        return comments.listByIds(List.of(id)).stream().findFirst();
    }

    /** @throws DomainException NOT_FOUND if there is none */
    public PlanComment requireComment(long id) {
        return findComment(id)
                .orElseThrow(() -> DomainException.notFound("COMMENT_NOT_FOUND", "没有编号为 " + id + " 的意见。"));
    }

    /** Takes a unit's comment; one after the deadline is marked late. */
    public PlanComment comment(long id, long unit, Optional<Long> clause, String text, String proposal) {
        Consultation consultation = requireInvited(id, unit);
        List<UserError> errors = new ArrayList<>();
        if (text.isBlank() || text.length() > LONGEST) {
            errors.add(UserError.of("text", "TEXT_LENGTH", "意见应有 1 至 " + LONGEST + " 个字。"));
        }
        if (proposal.length() > LONGEST) {
            errors.add(tooLong("proposal"));
        }
        refuse(errors);
        boolean late = LocalDate.now(clock).isAfter(consultation.deadline());
        long comment = comments.insert(id, unit, clause, text.strip(), proposal.strip(), late);
        rows.answer(id, unit, Answer.COMMENTED);
        tell(consultation, comment);
        audit.note("plan.commented", "plan_comment", Long.toString(comment), Map.of("consultation", id, "unit", unit));
        return requireComment(comment);
    }

    private void tell(Consultation consultation, long comment) {
        events.publish(COMMENTED, Long.toString(consultation.plan()), Long.toString(comment));
    }

    /** Notes that a unit has no objection 无意见. */
    public Consultation agree(long id, long unit) {
        Consultation consultation = requireInvited(id, unit);
        if (consultation.units().stream().anyMatch(one -> one.unit() == unit && one.answer() == Answer.COMMENTED)) {
            throw DomainException.failedPrecondition("UNIT_HAS_COMMENTS", "该单位已反馈意见，不能再登记为无意见。");
        }
        rows.answer(id, unit, Answer.NO_OBJECTION);
        audit.note("consultation.answered", "consultation", Long.toString(id), Map.of("unit", unit));
        return require(id);
    }

    private Consultation requireInvited(long id, long unit) {
        Consultation consultation = require(id);
        if (!consultation.open()) {
            throw DomainException.failedPrecondition("CONSULTATION_CLOSED", "征求意见已结束，不能再反馈。");
        }
        if (consultation.units().stream().noneMatch(one -> one.unit() == unit)) {
            refuse(List.of(UserError.of("unitId", "UNIT_NOT_INVITED", "该单位不在本次征求意见的范围内。")));
        }
        return consultation;
    }

    /**
     * Decides on a comment; a decision may be changed until the plan is submitted.
     *
     * @param reason needed unless the comment is adopted as it is
     */
    public PlanComment decide(long id, int rowVersion, Decision decision, String reason) {
        PlanComment comment = requireComment(id);
        if (decision != Decision.ADOPTED && reason.isBlank()) {
            refuse(List.of(UserError.of("reason", "REASON_MISSING", "“" + decision.term() + "”须说明理由。")));
        }
        if (reason.length() > LONGEST) {
            refuse(List.of(tooLong("reason")));
        }
        if (!comments.decide(id, rowVersion, decision, reason.strip())) {
            throw DomainException.conflict("COMMENT_CHANGED", "该意见已被他人处理，请刷新后重试。");
        }
        tell(require(comment.consultation()), id);
        audit.note("plan_comment.decided", "plan_comment", Long.toString(id),
                Map.of("decision", decision.name(), "unit", comment.unit()));
        return requireComment(id);
    }

    /** Ends the asking: once the deadline has passed, or every unit has answered. */
    public void close(Consultation consultation) {
        boolean waiting = consultation.units().stream().map(Invited::answer).anyMatch(Answer.PENDING::equals);
        if (waiting && !LocalDate.now(clock).isAfter(consultation.deadline())) {
            throw DomainException.failedPrecondition("CONSULTATION_RUNNING",
                    "反馈期限" + consultation.deadline() + "未到，且还有单位没有反馈，不能结束征求意见。");
        }
        rows.close(consultation.id());
        audit.note("consultation.closed", "consultation", Long.toString(consultation.id()), Map.of());
    }

    /** How many comments of a plan are not decided. */
    public long undecided(long plan) {
        List<Long> ids = rows.listOfPlans(List.of(plan)).stream().map(Consultation::id).toList();
        return comments.listOf(ids).stream().filter(comment -> comment.decision().isEmpty()).count();
    }

    private static UserError tooLong(String field) {
        return UserError.of(field, "TEXT_LENGTH", "最多 " + LONGEST + " 个字。");
    }

    private static void refuse(List<UserError> errors) {
        if (!errors.isEmpty()) {
            throw new UserErrorsException(errors);
        }
    }
}
