package org.lantian.engine.reading;

import java.util.List;

/**
 * A table.
 *
 * @param title line above it; blank without
 * @param columns header texts, one a column
 * @param rows cells, as many as columns; a cell merged with the one above repeats its text
 * @param section id of the section that it stands in
 * @param line 1-based line of its header
 * @param lines 1-based line of each row
 */
public record ReadTable(String title, List<String> columns, List<List<String>> rows, String section, int line,
        List<Integer> lines) {

    public ReadTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        lines = List.copyOf(lines);
    }
}
