package org.lantian.document;

import org.lantian.common.Progress;

/** How much of a workbook is still read; rows and cells with content count. */
final class GridBudget {

    static final int MAX_ROWS = 50_000;
    static final int MAX_CELLS = 3_000_000;
    static final int MAX_COLUMNS = 512;

    private int cells;
    private int rowsOfAll;

    void row(String sheet, int rows) {
        rowsOfAll++;
        Progress.tellSome("读取工作簿", rowsOfAll, 0, "行");
        if (rows > MAX_ROWS) {
            throw WorkbookGuard.tooManyRows(sheet, MAX_ROWS);
        }
    }

    void cell() {
        cells++;
        if (cells > MAX_CELLS) {
            throw WorkbookGuard.tooLarge("单元格超过" + MAX_CELLS / 10_000 + "万个");
        }
    }
}
