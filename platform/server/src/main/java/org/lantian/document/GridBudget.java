package org.lantian.document;

/** How much of a workbook is still read; rows and cells with content count. */
final class GridBudget {

    static final int MAX_ROWS = 50_000;
    static final int MAX_CELLS = 3_000_000;
    static final int MAX_COLUMNS = 512;

    private int cells;

    void row(String sheet, int rows) {
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
