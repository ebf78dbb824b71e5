package org.lantian.plan.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.lantian.engine.check.GoalSentence;
import org.lantian.engine.check.PlannedMeasure;
import org.lantian.engine.check.YearGoal;
import org.lantian.engine.quantity.Decimals;
import org.lantian.engine.quantity.Explanation;
import org.lantian.engine.quantity.Explanation.Basis;
import org.lantian.engine.quantity.Explanation.Input;
import org.lantian.engine.quantity.Rounding;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.UpgradeType;

/** 目标: the principle, each year's sentence, the total and a chart of the reductions. */
final class GoalsDraft {

    /** Name of the clause with the yearly sentence, which the check reads. */
    static final String YEARLY = "yearly";
    private static final String TONNES = "吨";
    private static final Basis SUM = new Basis("measure-sum", "1", "表4减排量逐行相加", "表4");

    private final ClusterFacts facts;
    private final SectionDraft section;
    private final List<PlannedMeasure> planned;

    GoalsDraft(ClusterFacts facts, SectionDraft section) {
        this.facts = facts;
        this.section = section;
        this.planned = PlannedMeasures.of(facts);
    }

    void write() {
        section.paragraph("principle", principle());
        section.paragraph(YEARLY, yearly());
        if (!facts.measures().isEmpty()) {
            section.paragraph("total", total());
        }
        if (ReductionChart.of(facts, "").isPresent()) {
            section.chart(ReductionChart.KEY);
        }
    }

    private Sentence principle() {
        int years = facts.termTo() - facts.termFrom() + 1;
        Sentence sentence = section.sentence().say("针对集群存在的问题，坚持分类施策、一企一策，依法淘汰关停一批、搬迁入园一批、就地改造一批、做优做强一批，"
                + "用" + (years == 1 ? "一年" : years == 2 ? "两年" : years == 3 ? "三年" : years + "年") + "时间（"
                + (years == 1 ? facts.termFrom() + "年" : facts.termFrom() + "—" + facts.termTo() + "年") + "）");
        return facts.measures().isEmpty() ? sentence.say("推动集群提升大气污染防治水平，提升任务待逐企确定。")
                : sentence.say("推动集群企业稳定达标排放、环保绩效整体提升。");
    }

    /** Every year of the term is told; years outside of it too, so that the check can see them. */
    private Sentence yearly() {
        Sentence sentence = section.sentence();
        Map<Integer, YearGoal> goals = new TreeMap<>();
        YearGoal.of(planned).forEach(goal -> goals.put(goal.year(), goal));
        if (goals.isEmpty()) {
            return sentence;
        }
        Set<Integer> years = new TreeSet<>(goals.keySet());
        IntStream.rangeClosed(facts.termFrom(), facts.termTo()).forEach(years::add);
        String between = "";
        for (int year : years) {
            sentence.say(between);
            if (goals.containsKey(year)) {
                String text = GoalSentence.write(List.of(goals.get(year)));
                say(sentence, text.substring(0, text.length() - 1), goals.get(year));
            } else {
                sentence.say(year + "年，巩固已有成效，没有到期的提升任务");
            }
            between = "；";
        }
        return sentence.say("。");
    }

    /** The sentence with its tonnes as a figure. */
    private void say(Sentence sentence, String text, YearGoal goal) {
        Optional<Explanation> figure = goal.tonnes().map(ignored -> sum(goal.year() + "年主要污染物减排量", goal.year()));
        String printed = figure.map(explanation -> explanation.result().print()).orElse("");
        int at = printed.isEmpty() ? -1 : text.indexOf("减排量" + printed);
        if (at < 0) {
            sentence.say(text);
            return;
        }
        int start = at + "减排量".length();
        sentence.say(text.substring(0, start)).figure(figure.orElseThrow()).say(text.substring(start + printed.length()));
    }

    private Explanation sum(String title, int year) {
        List<Input> inputs = new ArrayList<>();
        facts.measures().stream().filter(measure -> measure.year() == year).forEach(measure -> measure.reduction().tonnes()
                .ifPresent(tonnes -> inputs.add(new Input(measure.subject(), tonnes, TONNES))));
        return sum(title, inputs);
    }

    private static Explanation sum(String title, List<Input> inputs) {
        BigDecimal sum = inputs.stream().map(Input::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Explanation.of(title, inputs, SUM, sum, Rounding.HALF_EVEN, Math.max(0, Decimals.plain(sum).scale()),
                TONNES);
    }

    private Sentence total() {
        Sentence sentence = section.sentence().say("规划期内累计完成");
        String comma = "";
        for (UpgradeType type : UpgradeType.values()) {
            long count = facts.measures().stream().filter(measure -> measure.type() == type)
                    .flatMap(measure -> measure.members().stream()).distinct().count();
            if (count > 0) {
                sentence.say(comma + type.term()).count("规划期" + type.term() + "企业数", count, "家");
                comma = "、";
            }
        }
        List<Input> known = new ArrayList<>();
        facts.measures().forEach(measure -> measure.reduction().tonnes()
                .ifPresent(tonnes -> known.add(new Input(measure.subject(), tonnes, TONNES))));
        long unknown = facts.measures().size() - known.size();
        if (known.isEmpty()) {
            return sentence.say("，主要污染物减排量待核算。");
        }
        sentence.say("，实现主要污染物减排量").figure(sum("规划期主要污染物减排量", known));
        parts(sentence);
        if (unknown > 0) {
            sentence.say("；另有").count("减排量待核算的任务", unknown, "项").say("任务的减排量待核算，未计入");
        }
        return sentence.say("。");
    }

    private void parts(Sentence sentence) {
        Map<Pollutant, List<Input>> byPollutant = ReductionChart.byPollutant(facts);
        if (byPollutant.isEmpty()) {
            return;
        }
        String comma = "，其中";
        for (Map.Entry<Pollutant, List<Input>> entry : byPollutant.entrySet()) {
            sentence.say(comma + spaced(entry.getKey().term())).figure(sum(entry.getKey().term() + "减排量", entry.getValue()));
            comma = "、";
        }
    }

    /** A word that ends in a letter or digit keeps off the number behind it: SO2 442.72吨. */
    private static String spaced(String term) {
        return term.matches(".*[A-Za-z0-9]") ? term + " " : term;
    }
}
