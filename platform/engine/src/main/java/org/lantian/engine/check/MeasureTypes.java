package org.lantian.engine.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.vocabulary.TaskAspect;
import org.lantian.plugin.vocabulary.UpgradeType;

/** What a measure's type demands: a closure has nothing to retrofit, and 做优做强 leads to a better grade. */
final class MeasureTypes {

    private static final Pattern RISE = Pattern.compile(
            "(非引领性|引领性|[A-D][+-]?)级?(?:企业)?(?:提升|提级|升级|升)(?:为|至|到)(非引领性|引领性|[A-D][+-]?)");
    /** From the best to the worst; 引领性 stands beside A and 非引领性 beside C. */
    private static final List<List<String>> GRADES = List.of(List.of("A+"), List.of("A", "引领性"), List.of("B"), List.of("B-"),
            List.of("C", "非引领性"), List.of("D"));

    private MeasureTypes() {
    }

    static List<Remark> check(PlanFacts facts) {
        return facts.measures().stream().flatMap(measure -> switch (measure.type()) {
            case CLOSURE -> closure(facts, measure);
            case EXCELLENCE -> excellence(facts, measure);
            case RELOCATION, RETROFIT -> Stream.empty();
        }).toList();
    }

    private static Stream<Remark> closure(PlanFacts facts, PlannedMeasure measure) {
        List<String> tasks = measure.aspects().stream().sorted().map(TaskAspect::term).toList();
        return tasks.isEmpty() ? Stream.empty()
                : Stream.of(new Remark(RemarkCode.CLOSURE_WITH_TASKS, Severity.ERROR, facts.measureTable(),
                        "表4“" + measure.subject() + "”为" + UpgradeType.CLOSURE.term() + "，却列有改造任务：" + String.join("、", tasks) + "。", tasks,
                        "", "删去改造任务，或改为其他提升类型。"));
    }

    private static Stream<Remark> excellence(PlanFacts facts, PlannedMeasure measure) {
        if (!measure.aspects().contains(TaskAspect.GRADE)) {
            return Stream.of(new Remark(RemarkCode.EXCELLENCE_WITHOUT_GRADE, Severity.WARNING, facts.measureTable(),
                    "表4“" + measure.subject() + "”为" + UpgradeType.EXCELLENCE.term() + "，没有写明环保绩效提升到哪一级。", List.of(), "",
                    "写明现有等级和提升后的等级，如“由B提升为A”。"));
        }
        Matcher rise = RISE.matcher(measure.gradeTask());
        Optional<Integer> from = rise.find() ? rank(rise.group(1)) : Optional.empty();
        Optional<Integer> to = from.isPresent() ? rank(rise.group(2)) : Optional.empty();
        return to.isEmpty() || to.get() < from.get() ? Stream.empty()
                : Stream.of(new Remark(RemarkCode.EXCELLENCE_GRADE_NOT_BETTER, Severity.ERROR, facts.measureTable(),
                        "表4“" + measure.subject() + "”为" + UpgradeType.EXCELLENCE.term() + "，提升后的等级不高于现有等级。",
                        List.of(measure.gradeTask()), rise.group(1) + " → " + rise.group(2), "改正等级，或改为其他提升类型。"));
    }

    private static Optional<Integer> rank(String grade) {
        for (int i = 0; i < GRADES.size(); i++) {
            if (GRADES.get(i).contains(grade)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
