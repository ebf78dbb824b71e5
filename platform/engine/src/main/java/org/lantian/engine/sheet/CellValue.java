package org.lantian.engine.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What a cell, or one line of it, says. Blank is missing data; none is a statement that rules may see. */
public sealed interface CellValue {

    /** Blank, or in a number column also {@code /}. */
    record Absent() implements CellValue {
    }

    /** The text says that there is none, for example {@code /} in the column of desulphurisation. */
    record None(String text) implements CellValue {
    }

    record Text(String text) implements CellValue {
    }

    record Number(BigDecimal value) implements CellValue {
    }

    record YesNo(boolean value) implements CellValue {
    }

    /**
     * A number ({@code low} equals {@code high}) or a range.
     *
     * @param unit the unit as written; blank if none was
     * @param text the whole text as written
     */
    record Range(BigDecimal low, BigDecimal high, String unit, String text) implements CellValue {
    }

    /**
     * A deadline.
     *
     * @param lastDay the last day that still counts
     * @param text as written
     */
    record Deadline(LocalDate lastDay, Precision precision, String text) implements CellValue {
    }

    /** How exactly a deadline was given. */
    enum Precision {
        DAY, MONTH, QUARTER, HALF_YEAR, YEAR
    }

    /**
     * An industry.
     *
     * @param code GB/T 4754-2017 code, if the text names one
     * @param text as written
     */
    record Industry(Optional<String> code, String text) implements CellValue {
    }

    /** An error was reported at the cell. */
    record Unreadable(String text) implements CellValue {
    }

    /** Whether the cell says something: a value or none. */
    default boolean present() {
        return !(this instanceof Absent);
    }

    /** Whether the cell gives a value, or one that was reported already; none fills no cell that must be filled. */
    default boolean filled() {
        return present() && !(this instanceof None);
    }
}
