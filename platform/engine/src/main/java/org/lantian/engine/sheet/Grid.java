package org.lantian.engine.sheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The cells of one sheet, whatever file they came from. Rows and columns count from 0; blank cells are left out.
 *
 * @param sheet sheet name
 * @param hidden whether the sheet is hidden
 * @param rows rows with at least one cell, ascending
 * @param merges merged regions; only the first cell of a region has content
 */
public record Grid(String sheet, boolean hidden, List<Row> rows, List<Merge> merges) {

    public Grid {
        rows = List.copyOf(rows);
        merges = List.copyOf(merges);
    }

    /** What kind of content a cell has. */
    public enum Kind {
        TEXT, NUMBER, BOOLEAN, DATE, ERROR
    }

    /**
     * A cell with content.
     *
     * @param text the text; a number as exact decimal, a date as ISO 8601, a boolean as TRUE or FALSE
     */
    public record Cell(int row, int column, Kind kind, String text) {

        /** The cell's name in the sheet, for example F12. */
        public String reference() {
            return Grid.reference(row, column);
        }
    }

    /** A row and its cells, ascending by column. */
    public record Row(int row, Map<Integer, Cell> cells) {

        public Row {
            cells = Map.copyOf(cells);
        }

        public static Row of(int row, List<Cell> cells) {
            return new Row(row, cells.stream().collect(Collectors.toMap(Cell::column, Function.identity())));
        }

        public Optional<Cell> find(int column) {
            return Optional.ofNullable(cells.get(column));
        }
    }

    /** A merged region, both ends included. */
    public record Merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {

        public boolean contains(int row, int column) {
            return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
        }
    }

    /** The name of a cell, for example F12 for row 11 and column 5. */
    public static String reference(int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.append(row + 1).toString();
    }
}
