package org.lantian.plan.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.lantian.engine.document.Block.Chart;
import org.lantian.engine.document.Block.ChartKind;
import org.lantian.engine.document.Block.Series;
import org.lantian.engine.quantity.Explanation.Input;
import org.lantian.plugin.vocabulary.Pollutant;

/** Reductions by year and pollutant; a year without a known reduction of a pollutant is a gap. */
public final class ReductionChart {

    /** The chart's clause key. */
    public static final String KEY = "reductions";

    private ReductionChart() {
    }

    /** Empty if no reduction is known by pollutant. */
    public static Optional<Chart> of(ClusterFacts facts, String anchor) {
        Map<Pollutant, List<Input>> known = byPollutant(facts);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> years = IntStream.rangeClosed(facts.termFrom(), facts.termTo()).boxed().toList();
        List<Series> series = new ArrayList<>();
        known.keySet().forEach(pollutant -> series.add(new Series(pollutant.term(),
                years.stream().map(year -> tonnes(facts, pollutant, year)).toList())));
        return Optional.of(new Chart(facts.termFrom() + "—" + facts.termTo() + "年主要污染物减排量", ChartKind.COLUMN, "吨",
                years.stream().map(year -> year + "年").toList(), series, anchor));
    }

    private static Optional<BigDecimal> tonnes(ClusterFacts facts, Pollutant pollutant, int year) {
        return facts.measures().stream().filter(measure -> measure.year() == year)
                .flatMap(measure -> Optional.ofNullable(measure.reduction().parts().get(pollutant)).stream())
                .flatMap(part -> part.tonnes().stream()).reduce(BigDecimal::add);
    }

    /** The known parts of all measures, in the pollutants' print order. */
    static Map<Pollutant, List<Input>> byPollutant(ClusterFacts facts) {
        Map<Pollutant, List<Input>> known = new EnumMap<>(Pollutant.class);
        facts.measures().forEach(measure -> measure.reduction().parts().forEach((pollutant, part) -> part.tonnes()
                .ifPresent(tonnes -> known.computeIfAbsent(pollutant, ignored -> new ArrayList<>())
                        .add(new Input(measure.subject(), tonnes, "吨")))));
        return known;
    }
}
