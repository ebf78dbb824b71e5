package org.lantian.plan.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.engine.emission.Accounting;
import org.lantian.engine.sheet.CellValue.Precision;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.TaskAspect;
import org.lantian.plugin.vocabulary.UpgradeType;

/**
 * What a person or a workbook says of a measure.
 *
 * @param enterprise the enterprise it is about; empty for a row of the whole cluster
 * @param members of a cluster row; empty for all its enterprises
 * @param tasks words by aspect; blank and / mean none
 * @param deadline last day that still counts
 * @param targets explicit target concentrations
 * @param reductions entered by hand, tonnes by pollutant
 * @param total entered by hand without parts
 * @param accounts emissions before and after that the reduction is computed from, instead of outlets
 */
public record MeasureInput(long cluster, Optional<Long> enterprise, List<Long> members, UpgradeType type,
        Map<TaskAspect, String> tasks, String goal, Deadline deadline, List<Target> targets,
        Map<Pollutant, BigDecimal> reductions, Optional<BigDecimal> total, List<Accounting> accounts) {

    /** A deadline as it was written and what it means. */
    public record Deadline(LocalDate lastDay, String text, Precision precision) {
    }

    /**
     * A target concentration in mg/m³.
     *
     * @param outlet outlet number; blank for all outlets
     */
    public record Target(String outlet, Pollutant pollutant, BigDecimal concentration) {
    }

    public MeasureInput {
        members = List.copyOf(members);
        tasks = Map.copyOf(tasks);
        targets = List.copyOf(targets);
        reductions = Map.copyOf(reductions);
        accounts = accounts.stream().sorted(Comparator.comparing(Accounting::unit).thenComparing(Accounting::pollutant))
                .toList();
    }

    /** Computed from outlets where nothing was entered. */
    public MeasureInput(long cluster, Optional<Long> enterprise, List<Long> members, UpgradeType type,
            Map<TaskAspect, String> tasks, String goal, Deadline deadline, List<Target> targets,
            Map<Pollutant, BigDecimal> reductions, Optional<BigDecimal> total) {
        this(cluster, enterprise, members, type, tasks, goal, deadline, targets, reductions, total, List.of());
    }

    /** The same with other accounts. */
    public MeasureInput accounted(List<Accounting> others) {
        return new MeasureInput(cluster, enterprise, members, type, tasks, goal, deadline, targets, reductions, total, others);
    }

    /** Keeps what another said of accounts where this enters no tonnes. */
    MeasureInput keepingAccountsOf(MeasureInput other) {
        return accounted(total.isPresent() ? List.of() : other.accounts.stream()
                .filter(account -> !reductions.containsKey(account.pollutant())).toList());
    }

    /** The words of an aspect without those that only say none. */
    String task(TaskAspect aspect) {
        String words = tasks.getOrDefault(aspect, "").strip();
        return words.matches("[/—–\\-]|无") ? "" : words;
    }
}
