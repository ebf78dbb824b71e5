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
import org.lantian.plugin.rule.Severity;

/** What stands before review: the check's errors block, its warnings need a person's word. */
@Singleton
public class ReviewGate {

    private static final int SHOWN = 3;

    private final PlanRows plans;
    private final PlanContents contents;
    private final RemarkWords words;
    private final AuditTrail audit;

    ReviewGate(PlanRows plans, PlanContents contents, RemarkWords words, AuditTrail audit) {
        this.plans = plans;
        this.contents = contents;
        this.words = words;
        this.audit = audit;
    }

    /**
     * A remark with what a person said to it.
     *
     * @param id stays the same until code, place or words of the remark change
     */
    public record Answered(String id, Remark remark, Optional<String> word) {
    }

    /** The remarks on a plan as it stands, with the words on them. */
    public List<Answered> remarks(long planId) {
        Map<String, String> known = words.listOf(planId);
        return contents.check(plans.require(planId)).stream().map(remark -> new Answered(RemarkWords.id(remark), remark,
                Optional.ofNullable(known.get(RemarkWords.id(remark))))).toList();
    }

    /** Keeps a person's word on a remark of the present check. */
    public Answered answer(long planId, String remark, String word) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        plans.requireEditable(planId);
        Answered found = remarks(planId).stream().filter(one -> one.id().equals(remark)).findFirst().orElseThrow(
                () -> DomainException.notFound("REMARK_NOT_FOUND", "现在的校核中没有这条意见，请重新校核。"));
        if (word.isBlank() || word.length() > 1_000) {
            throw new UserErrorsException(List.of(UserError.of("word", "TEXT_LENGTH", "说明应有 1 至 1000 个字。")));
        }
        words.put(planId, remark, word.strip());
        audit.note("remark.answered", "plan", Long.toString(planId), Map.of("remark", remark, "word", word.strip()));
        return new Answered(remark, found.remark(), Optional.of(word.strip()));
    }

    /**
     * Lets a plan through to review.
     *
     * @param word for all warnings that have none; blank for no such word
     * @throws DomainException FAILED_PRECONDITION if the check finds errors, or warnings without a word
     */
    void pass(Plan plan, String word) {
        List<Answered> remarks = remarks(plan.id());
        List<Answered> errors = remarks.stream().filter(one -> one.remark().severity() == Severity.ERROR).toList();
        if (!errors.isEmpty()) {
            throw DomainException.failedPrecondition("PLAN_HAS_ERRORS",
                    "方案有" + errors.size() + "条错误级校核意见，不能送审：" + first(errors));
        }
        List<Answered> silent = remarks.stream()
                .filter(one -> one.remark().severity() == Severity.WARNING && one.word().isEmpty()).toList();
        if (!silent.isEmpty() && word.isBlank()) {
            throw DomainException.failedPrecondition("WARNINGS_UNANSWERED",
                    "方案有" + silent.size() + "条警告级校核意见没有说明，须逐条或一并说明后送审：" + first(silent));
        }
        silent.forEach(one -> words.put(plan.id(), one.id(), word.strip()));
    }

    private static String first(List<Answered> remarks) {
        return String.join("", remarks.stream().limit(SHOWN).map(one -> one.remark().message()).toList())
                + (remarks.size() > SHOWN ? "……" : "");
    }
}
