package org.lantian.plugin.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /**
     * The group that a leaf column's values belong to. An extension column takes that of the fields under the same header
     * if they are of one group; otherwise it belongs to the enterprise.
     */
    public FieldGroup groupOf(ColumnSpec leaf) {
        return leaf.field().map(Field::group).orElseGet(() -> {
            List<FieldGroup> around = columns.stream().flatMap(TableSpec::withDescendants)
                    .filter(header -> header.children().contains(leaf)).flatMap(header -> header.children().stream())
                    .flatMap(sibling -> sibling.field().stream()).map(Field::group).distinct().toList();
            return around.size() == 1 ? around.getFirst() : FieldGroup.ENTERPRISE;
        });
    }

    private static Stream<ColumnSpec> withDescendants(ColumnSpec column) {
        return Stream.concat(Stream.of(column), column.children().stream().flatMap(TableSpec::withDescendants));
    }
}
