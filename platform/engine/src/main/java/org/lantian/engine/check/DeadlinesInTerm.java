package org.lantian.engine.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** Every measure has a deadline inside the plan's term. */
final class DeadlinesInTerm {

    private DeadlinesInTerm() {
    }

    static List<Remark> check(PlanFacts facts) {
        return facts.measures().stream().flatMap(measure -> check(facts, measure).stream()).toList();
    }

    private static Optional<Remark> check(PlanFacts facts, PlannedMeasure measure) {
        String term = facts.fromYear() + "年至" + facts.toYear() + "年";
        if (measure.deadline().isEmpty()) {
            return Optional.of(new Remark(RemarkCode.DEADLINE_MISSING, Severity.ERROR, facts.measureTable(),
                    "表4“" + measure.subject() + "”没有完成时限，未计入任何年度的目标。", List.of(measure.subject()), "",
                    "填写" + term + "之间的完成时限。"));
        }
        LocalDate deadline = measure.deadline().get();
        if (deadline.getYear() >= facts.fromYear() && deadline.getYear() <= facts.toYear()) {
            return Optional.empty();
        }
        String printed = deadline.getYear() + "年" + deadline.getMonthValue() + "月" + deadline.getDayOfMonth() + "日";
        return Optional.of(new Remark(RemarkCode.DEADLINE_OUTSIDE_TERM, Severity.ERROR, facts.measureTable(),
                "表4“" + measure.subject() + "”的完成时限" + printed + "不在方案期限" + term + "之内。",
                List.of(measure.subject(), printed), "", "调整完成时限，或修改方案期限。"));
    }
}
