package org.lantian.engine.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
                cells = List.of(left.getFirst(), cells.getFirst());
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
        return depth > 1 && cells.size() == 1 && left.size() > 1 && cells.getFirst().row() > firstRow
                && grid.merge(firstRow, column).isEmpty();
    }

    private HeaderPath path(List<Cell> cells, int column) {
        Cell lowest = cells.getLast();
        return HeaderPath.of(cells.stream().map(cell -> CellText.joined(cell.text())).toList(),
                Grid.reference(lowest.row(), Math.max(lowest.column(), column)));
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
