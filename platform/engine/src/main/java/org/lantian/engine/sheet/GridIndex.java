package org.lantian.engine.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.engine.sheet.Grid.Cell;
import org.lantian.engine.sheet.Grid.Merge;
import org.lantian.engine.sheet.Grid.Row;

/** Finds cells of a grid by place, through merged regions where asked. */
final class GridIndex {

    private final Map<Integer, Row> rows = new HashMap<>();
    private final Map<Integer, List<Merge>> mergesByRow = new HashMap<>();
    private final int lastColumn;

    GridIndex(Grid grid) {
        int last = -1;
        for (Row row : grid.rows()) {
            rows.put(row.row(), row);
            last = Math.max(last, row.cells().keySet().stream().mapToInt(Integer::intValue).max().orElse(-1));
        }
        lastColumn = last;
        int lastRow = grid.rows().isEmpty() ? -1 : grid.rows().getLast().row();
        for (Merge merge : grid.merges()) {
            for (int row = merge.firstRow(); row <= Math.min(merge.lastRow(), lastRow); row++) {
                mergesByRow.computeIfAbsent(row, key -> new ArrayList<>()).add(merge);
            }
        }
    }

    int lastColumn() {
        return lastColumn;
    }

    Optional<Cell> find(int row, int column) {
        Row found = rows.get(row);
        return found == null ? Optional.empty() : found.find(column);
    }

    Optional<Merge> merge(int row, int column) {
        for (Merge merge : mergesByRow.getOrDefault(row, List.of())) {
            if (merge.contains(row, column)) {
                return Optional.of(merge);
            }
        }
        return Optional.empty();
    }

    /** The cell itself, or the first cell of the merged region it lies in. */
    Optional<Cell> findThroughMerge(int row, int column) {
        Optional<Merge> merge = merge(row, column);
        return merge.isPresent() ? find(merge.get().firstRow(), merge.get().firstColumn()) : find(row, column);
    }
}
