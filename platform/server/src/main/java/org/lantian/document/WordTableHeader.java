package org.lantian.document;

import java.util.ArrayList;
import java.util.List;

import org.lantian.engine.document.Block.Column;

/** A header tree as rows of cells: a group spans its leaves, a leaf reaches down to the last header row. */
final class WordTableHeader {

    /**
     * @param columns leaf columns covered
     * @param rows header rows covered
     * @param continued whether the cell only continues the one above
     */
    record Cell(String text, int width, int columns, int rows, boolean continued) {
    }

    private final List<List<Cell>> rows = new ArrayList<>();
    private final int[] widths;

    WordTableHeader(List<Column> columns, int[] widths) {
        this.widths = widths;
        int depth = columns.stream().mapToInt(Column::depth).max().orElse(1);
        for (int row = 0; row < depth; row++) {
            rows.add(new ArrayList<>());
        }
        place(columns, 0, 0);
    }

    int depth() {
        return rows.size();
    }

    List<Cell> row(int row) {
        return rows.get(row);
    }

    /**
     * Least height of a row. The last one also makes room for cells that reach down to it, because LibreOffice cuts
     * them off in a repeated header.
     */
    int height(int row, WordRowHeight lines) {
        int own = lines.oneLine();
        for (Cell cell : rows.get(row)) {
            if (!cell.continued() && cell.rows() == 1) {
                own = Math.max(own, lines.height(cell.text(), cell.width()));
            }
        }
        if (row < depth() - 1) {
            return own;
        }
        for (int first = 0; first < row; first++) {
            int above = 0;
            for (int between = first; between < row; between++) {
                above += height(between, lines);
            }
            for (Cell cell : rows.get(first)) {
                if (!cell.continued() && cell.rows() > 1) {
                    own = Math.max(own, lines.height(cell.text(), cell.width()) + lines.oneLine() - above);
                }
            }
        }
        return own;
    }

    private void place(List<Column> columns, int level, int firstLeaf) {
        int leaf = firstLeaf;
        for (Column column : columns) {
            int span = (int) column.leafCount();
            int width = 0;
            for (int i = leaf; i < leaf + span; i++) {
                width += widths[i];
            }
            boolean group = !column.children().isEmpty();
            int reach = group ? 1 : depth() - level;
            for (int row = level; row < level + reach; row++) {
                rows.get(row).add(new Cell(column.header(), width, span, reach, row > level));
            }
            if (group) {
                place(column.children(), level + 1, leaf);
            }
            leaf += span;
        }
    }
}
