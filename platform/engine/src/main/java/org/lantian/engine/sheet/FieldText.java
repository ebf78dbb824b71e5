package org.lantian.engine.sheet;

import java.util.List;
import java.util.Optional;

import org.lantian.engine.reference.Industries;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.ValueType;

/** Reads a text that a person types for a field exactly as a cell of its column would be read. */
public final class FieldText {

    private final CellParser parser;

    public FieldText(Industries industries) {
        this.parser = new CellParser(industries);
    }

    /**
     * What was read.
     *
     * @param problem why the text cannot be taken, in the words of an import
     */
    public record Reading(CellReading cell, Optional<Problem> problem) {
    }

    /**
     * @param code the import's code for it
     * @param allowed allowed values, if the list is closed
     */
    public record Problem(CellProblemCode code, String message, List<String> allowed) {
        public Problem {
            allowed = List.copyOf(allowed);
        }
    }

    /** A text in a unit of its own is put into the column's, where that is fixed. */
    public Reading read(ColumnSpec column, String text) {
        String inUnit = column.unit().filter(unit -> column.type() == ValueType.DECIMAL).flatMap(unit -> AmountText
                .read(text).flatMap(amount -> amount.unitAmong(Optional.of(unit)).flatMap(from -> amount.in(from, unit))))
                .orElse(text);
        CellParser.Parsed parsed = parser.parse(column, Grid.Kind.TEXT, inUnit);
        return new Reading(new CellReading(column, "", text, parsed.value()),
                parsed.complaint().filter(complaint -> complaint.severity() == Severity.ERROR).map(
                        complaint -> new Problem(complaint.code(), complaint.message(), complaint.allowed())));
    }
}
