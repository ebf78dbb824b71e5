package org.lantian.engine.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.lantian.engine.check.PlanFacts.Problem;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** Every problem has a measure that answers it, or a person waived it; one remark for each enterprise. */
final class ProblemsWithoutMeasure {

    private ProblemsWithoutMeasure() {
    }

    static List<Remark> check(PlanFacts facts) {
        Map<String, List<PlannedMeasure>> measures = new LinkedHashMap<>();
        facts.measures().forEach(measure -> measure.enterprises().forEach(
                enterprise -> measures.computeIfAbsent(enterprise, _ -> new ArrayList<>()).add(measure)));
        Map<String, List<Problem>> open = new LinkedHashMap<>();
        facts.problems().stream().filter(problem -> !problem.answered()).filter(problem -> measures.getOrDefault(problem.enterprise(), List.of()).stream()
                .noneMatch(measure -> measure.answers(problem.aspect())))
                .forEach(problem -> open.computeIfAbsent(problem.enterprise(), _ -> new ArrayList<>()).add(problem));
        return open.entrySet().stream().map(entry -> remark(facts, entry.getKey(), entry.getValue())).toList();
    }

    private static Remark remark(PlanFacts facts, String enterprise, List<Problem> problems) {
        boolean told = problems.stream().allMatch(problem -> problem.severity() == Severity.INFO);
        return new Remark(RemarkCode.FINDING_WITHOUT_MEASURE, told ? Severity.INFO : Severity.WARNING, facts.measureTable(),
                enterprise + "有" + problems.size() + "项问题没有对应的提升任务，也没有注明不采纳的理由。",
                problems.stream().map(Problem::text).toList(), "", "在表4补充提升任务（可采用建议任务），或注明不采纳的理由。");
    }
}
