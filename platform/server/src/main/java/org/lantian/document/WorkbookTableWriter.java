package org.lantian.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.Sheet;

import org.lantian.engine.document.Block;
import org.lantian.engine.document.Block.Align;
import org.lantian.engine.document.Block.Column;

/** Writes a table of a document as a sheet of its own. */
final class WorkbookTableWriter {

    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?");
    private static final int WIDTH_UNITS = 256;
    private static final int CHARACTERS_A_WIDTH = 3;

    private final Sheet sheet;
    private final WorkbookLook look;

    WorkbookTableWriter(Sheet sheet, WorkbookLook look) {
        this.sheet = sheet;
        this.look = look;
    }

    void write(Block.Table table, String banner) {
        List<Column> leaves = table.leaves();
        int headerRow = new WorkbookTopWriter(sheet, look, leaves.size()).write(banner, table.caption(), table.notes());
        int row = new WorkbookHeaderWriter(sheet, look, headerRow, table.columns()).write(table.columns());
        sheet.createFreezePane(0, row);
        WorkbookPaper.setUp(sheet, headerRow, row);
        for (int column = 0; column < leaves.size(); column++) {
            sheet.setColumnWidth(column, Math.max(6, leaves.get(column).width() * CHARACTERS_A_WIDTH) * WIDTH_UNITS);
        }
        for (List<String> cells : table.rows()) {
            int lines = 1;
            for (int column = 0; column < cells.size(); column++) {
                write(cells.get(column), row, column, leaves.get(column).align());
                lines = Math.max(lines, WorkbookPaper.lines(sheet, column, cells.get(column)));
            }
            WorkbookPaper.raise(sheet, row, lines);
            row++;
        }
    }

    /** Only a right-aligned column holds numbers; elsewhere 007 and the like are texts. */
    private void write(String text, int row, int column, Align align) {
        if (align == Align.RIGHT && NUMBER.matcher(text).matches()) {
            look.number(sheet, row, column, new BigDecimal(text));
        } else if (text.isEmpty()) {
            look.blank(sheet, row, column, look.text());
        } else {
            look.text(sheet, row, column, text, look.text());
        }
    }
}
