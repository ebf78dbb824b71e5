package org.lantian.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.engine.rule.FieldValue;
import org.lantian.engine.sheet.CellReading;
import org.lantian.engine.sheet.CellValue;
import org.lantian.engine.sheet.RowReading;
import org.lantian.plugin.table.Field;

/**
 * A row of a table that is not the ledger's own, with its subject found.
 *
 * @param cells readings by field
 */
public record ImportedRow(ImportSubject subject, String sheet, List<Integer> rows, Map<Field, CellReading> cells) {

    static ImportedRow of(ImportSubject subject, String sheet, RowReading row) {
        Map<Field, CellReading> cells = new java.util.EnumMap<>(Field.class);
        row.cells().forEach(cell -> cell.column().field().ifPresent(field -> cells.put(field, cell)));
        return new ImportedRow(subject, sheet, row.rows(), cells);
    }

    ImportedRow with(ImportSubject found) {
        return new ImportedRow(found, sheet, rows, cells);
    }

    /** The words of a cell; empty if it is blank or says that there is none. */
    public Optional<String> text(Field field) {
        return Optional.ofNullable(cells.get(field)).flatMap(CellReading::text);
    }

    /** Whether the cell says that there is none ({@code /}). */
    public boolean isNone(Field field) {
        return cells.containsKey(field) && cells.get(field).fieldValue() instanceof FieldValue.None;
    }

    public Optional<CellValue.Deadline> deadline(Field field) {
        return Optional.ofNullable(cells.get(field)).map(CellReading::value)
                .filter(CellValue.Deadline.class::isInstance).map(CellValue.Deadline.class::cast);
    }

    /** Whether the sheet has a column for the field. */
    public boolean has(Field field) {
        return cells.containsKey(field);
    }

    /** Name of the field's cell, for a problem found there; blank if the sheet has no such column. */
    public String cell(Field field) {
        return has(field) ? cells.get(field).cell() : "";
    }
}
