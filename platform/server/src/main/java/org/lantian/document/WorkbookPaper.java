package org.lantian.document;

import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/** How a written sheet looks on paper and before anybody has touched it: rows as high as their lines, one page wide. */
final class WorkbookPaper {

    private static final float LINE_POINTS = 13.5f;
    /** The highest a row can be in a spreadsheet. */
    private static final float HIGHEST = 409f;
    private static final int WIDTH_UNITS = 256;

    private WorkbookPaper() {
    }

    /** Landscape A4, one page wide, the header repeated on each page. */
    static void setUp(Sheet sheet, int headerRow, int dataRow) {
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        sheet.setRepeatingRows(new CellRangeAddress(headerRow, dataRow - 1, -1, -1));
    }

    /** Lines that a text takes in a column; a Chinese character is two Latin ones wide. */
    static int lines(Sheet sheet, int column, String text) {
        int room = Math.max(2, sheet.getColumnWidth(column) / WIDTH_UNITS - 1);
        return text.lines().mapToInt(line -> Math.max(1, (width(line) + room - 1) / room)).sum();
    }

    private static int width(String line) {
        return line.chars().map(c -> c < 0x80 ? 1 : 2).sum();
    }

    /** Makes a row as high as its highest cell; not every program does so by itself. */
    static void raise(Sheet sheet, int row, int lines) {
        Row found = sheet.getRow(row);
        if (found != null && lines > 1) {
            found.setHeightInPoints(Math.min(HIGHEST, lines * LINE_POINTS + 3));
        }
    }
}
