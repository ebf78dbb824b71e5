package org.lantian.document;

import java.util.List;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/** Writes the lines above a header, each over the whole width: banner, title, notes. */
final class WorkbookTopWriter {

    private static final int NOTE_CHARACTERS_A_LINE = 80;
    private static final float LINE_POINTS = 14;

    private final Sheet sheet;
    private final WorkbookLook look;
    private final int columns;
    private int row;

    WorkbookTopWriter(Sheet sheet, WorkbookLook look, int columns) {
        this.sheet = sheet;
        this.look = look;
        this.columns = columns;
    }

    /** Returns the first row below. */
    int write(String banner, String title, List<String> notes) {
        if (!banner.isBlank()) {
            line(banner, look.banner(), 22);
        }
        line(title, look.title(), 26);
        if (!notes.isEmpty()) {
            String text = String.join("\n", notes);
            long lines = text.lines().mapToLong(line -> 1 + line.length() / NOTE_CHARACTERS_A_LINE).sum();
            line(text, look.note(), lines * LINE_POINTS + 4);
        }
        return row;
    }

    private void line(String text, CellStyle style, float points) {
        look.text(sheet, row, 0, text, style);
        sheet.getRow(row).setHeightInPoints(points);
        if (columns > 1) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(row, row, 0, columns - 1));
        }
        row++;
    }
}
