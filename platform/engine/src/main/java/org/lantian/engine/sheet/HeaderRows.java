package org.lantian.engine.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.lantian.engine.sheet.Grid.Cell;
import org.lantian.engine.sheet.Grid.Merge;

/**
 * Reads the header texts above each column. Merged group headers reach over their columns; where a file has lost its
 * merges, a blank upper cell belongs to the group on its left.
 */
final class HeaderRows {

    private final GridIndex grid;
    private final int firstRow;
    private final int depth;

    HeaderRows(GridIndex grid, int firstRow, int depth) {
        this.grid = grid;
        this.firstRow = firstRow;
        this.depth = depth;
    }

    /** One entry a sheet column; empty where the column has no header. */
    List<Optional<HeaderPath>> paths() {
        List<Optional<HeaderPath>> paths = new ArrayList<>();
        List<Cell> left = List.of();
        for (int column = 0; column <= grid.lastColumn(); column++) {
            List<Cell> cells = cellsAbove(column);
            if (inherits(column, cells, left)) {
                int own = cells.getFirst().row();
                cells = Stream.concat(left.stream().filter(cell -> cell.row() < own), cells.stream()).toList();
            }
            paths.add(cells.isEmpty() ? Optional.empty() : Optional.of(path(cells, column)));
            left = cells;
        }
        return paths;
    }

    private List<Cell> cellsAbove(int column) {
        List<Cell> cells = new ArrayList<>();
        for (int row = firstRow; row < firstRow + depth; row++) {
            Optional<Cell> cell = grid.findThroughMerge(row, column);
            if (cell.isPresent() && (cells.isEmpty() || !cells.getLast().equals(cell.get()))) {
                cells.add(cell.get());
            }
        }
        return cells;
    }

    private boolean inherits(int column, List<Cell> cells, List<Cell> left) {
        return depth > 1 && !cells.isEmpty() && left.size() > 1 && cells.getFirst().row() > firstRow
                && grid.merge(firstRow, column).isEmpty();
    }

    /** A row of units below the names says what stands in brackets elsewhere; a row of column numbers says nothing. */
    private static HeaderPath path(List<Cell> cells, int column) {
        List<Cell> named = new ArrayList<>(cells);
        List<String> units = new ArrayList<>();
        while (named.size() > 1 && UnitWords.isBelowHeader(named.getLast().text())) {
            units.addAll(UnitWords.inHeader(named.removeLast().text()));
        }
        Cell lowest = named.getLast();
        HeaderPath path = HeaderPath.of(named.stream().map(cell -> CellText.joined(cell.text())).toList(),
                Grid.reference(lowest.row(), Math.max(lowest.column(), column)));
        units.addAll(path.brackets());
        return new HeaderPath(path.key(), path.leaf(), path.text(), path.year(), units, path.cell());
    }

    /** Whether the row below the header only gives units or column numbers. */
    static boolean belongsToHeader(Grid.Row row) {
        return row.cells().values().stream().allMatch(cell -> UnitWords.isBelowHeader(cell.text()));
    }

    /** The first row below the header, counting regions that reach further down. */
    int firstDataRow() {
        int last = firstRow + depth - 1;
        for (int column = 0; column <= grid.lastColumn(); column++) {
            last = Math.max(last, grid.merge(firstRow + depth - 1, column).map(Merge::lastRow).orElse(last));
        }
        return last + 1;
    }
}
