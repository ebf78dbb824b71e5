package org.lantian.document;

import java.util.List;

import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

import org.lantian.engine.document.Block.Column;

/** Writes a header tree as merged rows: a group over its columns, a leaf down to the last header row. */
final class WorkbookHeaderWriter {

    private static final float HEADER_ROW_POINTS = 32;

    private final Sheet sheet;
    private final WorkbookLook look;
    private final int firstRow;
    private final int depth;

    WorkbookHeaderWriter(Sheet sheet, WorkbookLook look, int firstRow, List<Column> columns) {
        this.sheet = sheet;
        this.look = look;
        this.firstRow = firstRow;
        this.depth = columns.stream().mapToInt(Column::depth).max().orElse(1);
    }

    /** Writes the tree and returns the first row below it. */
    int write(List<Column> columns) {
        int width = (int) columns.stream().mapToLong(Column::leafCount).sum();
        for (int row = firstRow; row < firstRow + depth; row++) {
            for (int column = 0; column < width; column++) {
                look.blank(sheet, row, column, look.header());
            }
            sheet.getRow(row).setHeightInPoints(HEADER_ROW_POINTS);
        }
        int column = 0;
        for (Column top : columns) {
            column = write(top, firstRow, column);
        }
        return firstRow + depth;
    }

    private int write(Column column, int row, int first) {
        sheet.getRow(row).getCell(first).setCellValue(column.header());
        int next = first;
        for (Column child : column.children()) {
            next = write(child, row + 1, next);
        }
        boolean leaf = column.children().isEmpty();
        int end = leaf ? first + 1 : next;
        merge(row, leaf ? firstRow + depth - 1 : row, first, end - 1);
        return end;
    }

    private void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        if (lastRow > firstRow || lastColumn > firstColumn) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
        }
    }
}
