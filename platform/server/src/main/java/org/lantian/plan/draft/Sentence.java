package org.lantian.plan.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.lantian.engine.document.Run;
import org.lantian.engine.quantity.Explanation;
import org.lantian.engine.quantity.Explanation.Basis;
import org.lantian.engine.quantity.Explanation.Input;
import org.lantian.engine.quantity.Rounding;

/** Builds a clause's runs: words, and figures that each leave an explanation. */
final class Sentence {

    private static final Basis COUNT = new Basis("ledger-count", "1", "按台账逐家计数", "企业台账");
    private static final Basis SUM = new Basis("ledger-sum", "1", "逐项相加", "企业台账");

    private final Map<String, Explanation> explanations;
    private final List<Run> runs = new ArrayList<>();

    /** @param explanations where the explanations of the figures go, by id */
    Sentence(Map<String, Explanation> explanations) {
        this.explanations = explanations;
    }

    static Map<String, Explanation> collection() {
        return new TreeMap<>();
    }

    Sentence say(String words) {
        if (!runs.isEmpty() && runs.getLast().figure().isEmpty()) {
            words = runs.removeLast().text() + words;
        }
        runs.add(Run.text(words));
        return this;
    }

    /** A number of enterprises or things, with its measure word. */
    Sentence count(String title, long count, String unit) {
        return figure(Explanation.of(title, List.of(), COUNT, BigDecimal.valueOf(count), Rounding.HALF_EVEN, 0, unit));
    }

    /** The exact sum of amounts of one unit. */
    Sentence sum(String title, List<Input> inputs, String unit) {
        BigDecimal sum = inputs.stream().map(Input::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        int scale = Math.max(0, sum.scale());
        return figure(Explanation.of(title, inputs, SUM, sum, Rounding.HALF_EVEN, scale, unit));
    }

    Sentence figure(Explanation explanation) {
        explanations.put(explanation.id(), explanation);
        runs.add(Run.figure(explanation.result().print(), explanation.id()));
        return this;
    }

    /** Whether nothing has been said. */
    boolean empty() {
        return runs.isEmpty();
    }

    List<Run> runs() {
        return List.copyOf(runs);
    }
}
