package org.lantian.engine.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads deadlines out of single clauses of a plan that was read, with the plan's own year for months without one. */
public final class Deadlines {

    /** A deadline that names a day: the last that still counts, and its words. */
    public record Dated(LocalDate last, String words) {
    }

    private final DeadlineReader reader;

    private Deadlines(DeadlineReader reader) {
        this.reader = reader;
    }

    public static Deadlines of(ReadPlan plan) {
        return new Deadlines(DeadlineReader.of(plan.title(), plan.issuedOn()));
    }

    /** Every deadline of a clause. */
    public List<Deadline> find(String clause) {
        return reader.find(clause).stream().map(DeadlineReader.Found::deadline).toList();
    }

    /** The deadlines of a clause that name a day. */
    public List<Dated> dated(String clause) {
        return find(clause).stream().flatMap(deadline -> dated(deadline).stream()).toList();
    }

    private static Optional<Dated> dated(Deadline deadline) {
        return deadline.last().map(last -> new Dated(last, deadline.text()));
    }
}
