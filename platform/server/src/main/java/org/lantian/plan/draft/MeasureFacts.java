package org.lantian.plan.draft;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.engine.quantity.Explanation;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.TaskAspect;
import org.lantian.plugin.vocabulary.UpgradeType;

/**
 * One row of table 4.
 *
 * @param key the measure's id
 * @param subject enterprise or cluster as printed
 * @param members keys of the enterprises that it is about; one for an enterprise's own row
 * @param tasks words by aspect; an aspect without a task is left out
 * @param goal 预期目标; may be blank
 * @param deadline last day that still counts
 * @param deadlineText as a person wrote it
 * @param linked whether it is stored which findings it answers
 */
public record MeasureFacts(String key, String subject, List<String> members, UpgradeType type,
        Map<TaskAspect, String> tasks, String goal, LocalDate deadline, String deadlineText, Reduction reduction,
        boolean linked) {

    /** Without stored links. */
    public MeasureFacts(String key, String subject, List<String> members, UpgradeType type, Map<TaskAspect, String> tasks,
            String goal, LocalDate deadline, String deadlineText, Reduction reduction) {
        this(key, subject, members, type, tasks, goal, deadline, deadlineText, reduction, false);
    }

    public MeasureFacts {
        members = List.copyOf(members);
        tasks = Map.copyOf(tasks);
    }

    public int year() {
        return deadline.getYear();
    }

    /**
     * 减排量 in tonnes a year.
     *
     * @param parts by pollutant
     * @param total given by hand without parts; otherwise empty and the sum of the parts counts
     */
    public record Reduction(Map<Pollutant, Part> parts, Optional<BigDecimal> total) {

        public Reduction {
            parts = Map.copyOf(parts);
        }

        public static Reduction none() {
            return new Reduction(Map.of(), Optional.empty());
        }

        /** The total, or the sum of the known parts; empty if nothing is known: unknown is never 0. */
        public Optional<BigDecimal> tonnes() {
            return total.or(() -> parts.values().stream().flatMap(part -> part.tonnes().stream())
                    .reduce(BigDecimal::add));
        }

        public boolean manual() {
            return total.isPresent() || parts.values().stream().anyMatch(part -> part.method() == Method.MANUAL);
        }
    }

    /** How a reduction came about. */
    public enum Method {
        /** From outlets by a formula. */
        COMPUTED,
        /** Entered by a person; printed 人工填报. */
        MANUAL,
        /** Inputs are missing. */
        UNKNOWN
    }

    /**
     * One pollutant's reduction.
     *
     * @param tonnes empty if unknown
     * @param explanation of a computed amount
     * @param note why it is unknown; blank otherwise
     */
    public record Part(Method method, Optional<BigDecimal> tonnes, Optional<Explanation> explanation, String note) {

        public static Part computed(Explanation explanation) {
            return new Part(Method.COMPUTED, Optional.of(explanation.result().value()), Optional.of(explanation), "");
        }

        public static Part manual(BigDecimal tonnes) {
            return new Part(Method.MANUAL, Optional.of(tonnes), Optional.empty(), "");
        }

        public static Part unknown(String note) {
            return new Part(Method.UNKNOWN, Optional.empty(), Optional.empty(), note);
        }
    }
}
