package org.lantian.engine.sheet;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.TableSpec;

/**
 * One sheet read as a table.
 *
 * @param baseYear the year its headers name, if they agree on one
 * @param dataRows sheet rows with data, whether or not they could be read
 * @param fields fields that have a column in the sheet
 */
public record TableReading(TableSpec table, String sheet, Optional<Integer> baseYear, int dataRows, Set<Field> fields,
        List<RowReading> rows) {

    public TableReading {
        fields = Set.copyOf(fields);
        rows = List.copyOf(rows);
    }
}
