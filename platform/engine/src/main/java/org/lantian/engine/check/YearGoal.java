package org.lantian.engine.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.lantian.engine.quantity.Decimals;
import org.lantian.plugin.vocabulary.UpgradeType;

/**
 * One year's goal: enterprises by upgrade type and tonnes.
 *
 * @param counts enterprises by type; a type without any is left out
 * @param tonnes sum of the known reductions; empty if none is known
 * @param pending enterprises whose reduction is not known, beside known ones; 0 if none is known
 */
public record YearGoal(int year, Map<UpgradeType, Integer> counts, Optional<BigDecimal> tonnes, int pending) {

    public YearGoal {
        EnumMap<UpgradeType, Integer> given = new EnumMap<>(UpgradeType.class);
        counts.forEach((type, count) -> {
            if (count > 0) {
                given.put(type, count);
            }
        });
        counts = Collections.unmodifiableMap(given);
        tonnes = tonnes.map(Decimals::plain);
        pending = tonnes.isPresent() ? pending : 0;
    }

    /**
     * The goals that measures add up to, by year of the deadline. An enterprise counts once a year in each type it has;
     * a cluster row counts its members. Measures without a deadline belong to no year.
     */
    public static List<YearGoal> of(List<PlannedMeasure> measures) {
        Map<Integer, List<PlannedMeasure>> byYear = new TreeMap<>();
        measures.forEach(measure -> measure.deadline().ifPresent(deadline -> byYear
                .computeIfAbsent(deadline.getYear(), _ -> new ArrayList<>()).add(measure)));
        return byYear.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue())).toList();
    }

    /** The distinct enterprises that measures of one type are about. */
    static Set<String> enterprises(List<PlannedMeasure> measures, UpgradeType type) {
        Set<String> names = new LinkedHashSet<>();
        measures.stream().filter(measure -> measure.type() == type)
                .forEach(measure -> names.addAll(measure.enterprises()));
        return names;
    }

    private static YearGoal of(int year, List<PlannedMeasure> measures) {
        Map<UpgradeType, Integer> counts = new EnumMap<>(UpgradeType.class);
        for (UpgradeType type : UpgradeType.values()) {
            counts.put(type, enterprises(measures, type).size());
        }
        Set<String> pending = new LinkedHashSet<>();
        measures.stream().filter(measure -> measure.reduction().isEmpty())
                .forEach(measure -> pending.addAll(measure.enterprises()));
        Optional<BigDecimal> tonnes = measures.stream().flatMap(measure -> measure.reduction().stream())
                .reduce(BigDecimal::add);
        return new YearGoal(year, counts, tonnes, pending.size());
    }
}
