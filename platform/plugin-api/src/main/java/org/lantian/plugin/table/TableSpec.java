package org.lantian.plugin.table;

import java.util.List;
import java.util.Optional;

/**
 * A table of the outline or a supplement sheet.
 *
 * @param id {@code table1} … {@code table4}, or a supplement's id
 * @param number printed table number; empty for a supplement sheet, which plans do not print
 * @param title printed title; {@code {city}} and {@code {cluster}} are replaced
 * @param sheet name of its sheet in a workbook
 * @param columns column tree in print order
 * @param notes notes below the table
 */
public record TableSpec(String id, Optional<Integer> number, String title, String sheet, List<ColumnSpec> columns,
        List<String> notes) {

    public TableSpec {
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("table " + id + " has no columns");
        }
        if (sheet.isBlank() || sheet.length() > 31) {
            throw new IllegalArgumentException("table " + id + ": a sheet name has 1 to 31 characters");
        }
    }

    /** The leaf columns in print order. */
    public List<ColumnSpec> leaves() {
        return columns.stream().flatMap(ColumnSpec::leaves).toList();
    }
}
