package org.lantian.engine.sheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/**
 * One row of a table with the rows that continue it (a name merged over several rows, or left blank below).
 *
 * @param rows the sheet rows it stands in, from 1
 * @param cells readings of the columns that stand once a row, one for each field
 * @param lines entries of the repeating groups
 */
public record RowReading(List<Integer> rows, List<CellReading> cells, Map<FieldGroup, List<LineReading>> lines) {

    public RowReading {
        rows = List.copyOf(rows);
        cells = List.copyOf(cells);
        lines = Map.copyOf(lines);
    }

    public Optional<CellReading> find(Field field) {
        return cells.stream().filter(cell -> cell.column().field().filter(field::equals).isPresent()).findFirst();
    }

    /** The words of a field that stands once a row; empty if none or absent. */
    public Optional<String> text(Field field) {
        return find(field).flatMap(CellReading::text);
    }

    public List<LineReading> lines(FieldGroup group) {
        return lines.getOrDefault(group, List.of());
    }
}
