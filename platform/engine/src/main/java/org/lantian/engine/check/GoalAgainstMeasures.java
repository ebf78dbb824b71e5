package org.lantian.engine.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.lantian.engine.quantity.Decimals;
import org.lantian.engine.quantity.Rounding;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.vocabulary.UpgradeType;

/** The goal clause states what table 4 adds up to: by year, upgrade type and tonnes, with the arithmetic shown. */
final class GoalAgainstMeasures {

    private final PlanFacts facts;
    private final List<Remark> remarks = new ArrayList<>();

    private GoalAgainstMeasures(PlanFacts facts) {
        this.facts = facts;
    }

    static List<Remark> check(PlanFacts facts) {
        GoalAgainstMeasures rule = new GoalAgainstMeasures(facts);
        rule.check();
        return rule.remarks;
    }

    private void check() {
        Map<Integer, YearGoal> planned = YearGoal.of(facts.measures()).stream()
                .collect(Collectors.toMap(YearGoal::year, Function.identity(), (a, _) -> a, LinkedHashMap::new));
        List<YearGoal> stated = GoalSentence.read(facts.goal().text());
        if (stated.isEmpty() && !planned.isEmpty()) {
            remark(RemarkCode.GOAL_UNREADABLE, Severity.ERROR, "目标段落中没有读到分年度的企业数和减排量。", List.of(facts.goal().text()), "",
                    "按大纲写明：某年，完成x家企业淘汰关停……，实现主要污染物减排量x吨。");
            return;
        }
        Map<Integer, YearGoal> claimed = new LinkedHashMap<>();
        for (YearGoal goal : stated) {
            if (claimed.putIfAbsent(goal.year(), goal) != null) {
                remark(RemarkCode.GOAL_YEAR_REPEATED, Severity.WARNING, "目标段落两次写到" + goal.year() + "年，以第一处为准校核。",
                        List.of(), "", "合并同一年度的目标。");
            }
        }
        planned.forEach((year, goal) -> Optional.ofNullable(claimed.get(year))
                .ifPresentOrElse(claim -> compare(claim, goal), () -> missing(goal)));
        claimed.values().stream().filter(claim -> !planned.containsKey(claim.year())).forEach(this::unplanned);
    }

    private void compare(YearGoal claim, YearGoal planned) {
        for (UpgradeType type : UpgradeType.values()) {
            int said = claim.counts().getOrDefault(type, 0);
            Set<String> names = YearGoal.enterprises(measuresOf(planned.year()), type);
            if (said != names.size()) {
                remark(RemarkCode.GOAL_COUNT_DIFFERS, Severity.ERROR,
                        planned.year() + "年" + type.term() + "：目标写" + said + "家，表4为" + names.size() + "家。",
                        List.copyOf(names), "表4：" + (names.isEmpty() ? "无" : String.join("、", names)) + "，共"
                                + names.size() + "家",
                        "按表4修改目标，或补正表4。");
            }
        }
        compareTonnes(claim, planned);
        boolean pendingTold = claim.pending() == planned.pending();
        if (claim.tonnes().isPresent() && !pendingTold) {
            remark(RemarkCode.GOAL_PENDING_DIFFERS, Severity.WARNING,
                    planned.year() + "年：目标写" + claim.pending() + "家企业减排量待核算，表4有" + planned.pending() + "家没有减排量。",
                    pendingNames(planned.year()), "", "补充这些企业的减排量，或在目标中写明待核算的企业数。");
        }
    }

    private void compareTonnes(YearGoal claim, YearGoal planned) {
        BigDecimal said = claim.tonnes().orElse(BigDecimal.ZERO);
        BigDecimal sum = planned.tonnes().orElse(BigDecimal.ZERO);
        if (said.compareTo(sum) == 0) {
            return;
        }
        boolean rounded = claim.tonnes().isPresent()
                && Rounding.HALF_EVEN.round(sum, said.scale()).compareTo(said) == 0;
        remark(rounded ? RemarkCode.GOAL_TONNES_ROUNDED : RemarkCode.GOAL_TONNES_DIFFER,
                rounded ? Severity.WARNING : Severity.ERROR,
                planned.year() + "年：目标减排量" + claim.tonnes().map(GoalAgainstMeasures::tonnes).orElse("未写") + "，表4合计"
                        + planned.tonnes().map(GoalAgainstMeasures::tonnes).orElse("未知") + "。",
                List.of(), arithmetic(planned.year()), rounded ? "目标为修约后的数值，建议与表4一致。" : "按表4修改目标，或补正表4的减排量。");
    }

    private void missing(YearGoal goal) {
        remark(RemarkCode.GOAL_YEAR_MISSING, Severity.ERROR, "表4有" + goal.year() + "年完成的任务，目标段落没有写" + goal.year() + "年。",
                List.of(), arithmetic(goal.year()), "补充：" + GoalSentence.write(List.of(goal)));
    }

    private void unplanned(YearGoal claim) {
        remark(RemarkCode.GOAL_YEAR_WITHOUT_MEASURES, Severity.ERROR,
                "目标段落写了" + claim.year() + "年的目标，表4没有该年完成的任务。", List.of(), "", "删去该年的目标，或在表4补充任务。");
    }

    private String arithmetic(int year) {
        List<PlannedMeasure> known = measuresOf(year).stream().filter(measure -> measure.reduction().isPresent()).toList();
        if (known.isEmpty()) {
            return "";
        }
        BigDecimal sum = known.stream().map(measure -> measure.reduction().orElseThrow()).reduce(BigDecimal.ZERO,
                BigDecimal::add);
        return known.stream().map(measure -> measure.subject() + " " + Decimals.print(measure.reduction().orElseThrow()))
                .collect(Collectors.joining(" + ", "", " = " + tonnes(sum)));
    }

    private List<String> pendingNames(int year) {
        return measuresOf(year).stream().filter(measure -> measure.reduction().isEmpty())
                .flatMap(measure -> measure.enterprises().stream()).distinct().toList();
    }

    private List<PlannedMeasure> measuresOf(int year) {
        return facts.measures().stream()
                .filter(measure -> measure.deadline().filter(deadline -> deadline.getYear() == year).isPresent()).toList();
    }

    private void remark(RemarkCode code, Severity severity, String message, List<String> evidence, String arithmetic,
            String hint) {
        remarks.add(new Remark(code, severity, facts.goal().id(), message, evidence, arithmetic, hint));
    }

    private static String tonnes(BigDecimal amount) {
        return Decimals.print(amount) + "吨";
    }
}
