package org.lantian.plugin.region;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Performance grades in force for a time.
 *
 * @param from first day in force
 * @param until last day in force; empty while it is
 * @param grades best first
 * @param demands what the region asks for by grade
 */
public record GradeScheme(String id, String title, LocalDate from, Optional<LocalDate> until, List<String> grades,
        List<Demand> demands, String source) implements Identified {

    /** A demand that holds under a condition, for example in a zone or from a day on. */
    public record Demand(String condition, String grade, String text) {
    }

    public GradeScheme {
        grades = List.copyOf(grades);
        demands = List.copyOf(demands);
        if (grades.isEmpty()) {
            throw new IllegalArgumentException("分级“" + id + "”没有等级（grades）。");
        }
    }
}
