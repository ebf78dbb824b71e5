package org.lantian.engine.check;

import java.util.List;
import java.util.Optional;

import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.vocabulary.TaskAspect;

/**
 * What a plan says, as the rules see it.
 *
 * @param fromYear first year of the term
 * @param toYear last year of the term
 * @param tables tables 1 to 3 with the names of their rows; the first is the one the others are compared with
 * @param measures rows of table 4
 * @param measureTable id of table 4
 * @param problems findings that nobody waived
 * @param goal the clause that states the yearly goals, as it stands in the plan now
 */
public record PlanFacts(int fromYear, int toYear, List<NamedRows> tables, List<PlannedMeasure> measures,
        String measureTable, List<Problem> problems, Clause goal) {

    /**
     * A finding.
     *
     * @param enterprise printed name
     * @param aspect of a task against it; empty for a finding of no column
     * @param answered whether a link to a measure is stored
     */
    public record Problem(String enterprise, Optional<TaskAspect> aspect, Severity severity, String text, boolean answered) {
    }

    /** A clause's text. */
    public record Clause(String id, String text) {
    }

    /**
     * Enterprise names of a table.
     *
     * @param table its id
     * @param caption as printed, for example 表1
     */
    public record NamedRows(String table, String caption, List<String> names) {
        public NamedRows {
            names = List.copyOf(names);
        }
    }

    public PlanFacts {
        tables = List.copyOf(tables);
        measures = List.copyOf(measures);
        problems = List.copyOf(problems);
        if (fromYear > toYear) {
            throw new IllegalArgumentException("term " + fromYear + " to " + toYear + " is empty");
        }
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("table 1 is needed");
        }
    }
}
