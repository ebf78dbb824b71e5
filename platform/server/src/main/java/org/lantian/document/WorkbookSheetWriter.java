package org.lantian.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

import org.lantian.common.Progress;
import org.lantian.engine.document.Block.Align;
import org.lantian.engine.document.Block.Column;
import org.lantian.engine.sheet.SheetContent;
import org.lantian.engine.sheet.SheetContent.Entry;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.ValueType;

/** Writes one sheet of a table spec: header with notes, drop-downs, protected header over open cells, data rows. */
final class WorkbookSheetWriter {

    private static final int ROWS_TO_FILL = 500;
    private static final int WIDTH_UNITS = 256;
    private static final int CHARACTERS_A_WIDTH = 3;
    private static final List<String> YES_NO = List.of("是", "否");

    private final SXSSFSheet sheet;
    private final WorkbookLook look;
    private final WorkbookLists lists;

    WorkbookSheetWriter(SXSSFSheet sheet, WorkbookLook look, WorkbookLists lists) {
        this.sheet = sheet;
        this.look = look;
        this.lists = lists;
    }

    void write(SheetContent content) {
        List<ColumnSpec> leaves = content.table().leaves();
        List<Column> columns = content.table().columns().stream().map(spec -> column(spec, content.baseYear())).toList();
        int headerRow = new WorkbookTopWriter(sheet, look, leaves.size()).write(content.banner(),
                year(content.title(), content.baseYear()), content.table().notes());
        int dataRow = new WorkbookHeaderWriter(sheet, look, headerRow, columns).write(columns);
        for (int column = 0; column < leaves.size(); column++) {
            prepare(leaves.get(column), column, dataRow, content.rows().size());
        }
        note(leaves, dataRow - 1);
        sheet.createFreezePane(Math.min(2, leaves.size()), dataRow);
        WorkbookPaper.setUp(sheet, headerRow, dataRow);
        rows(content.rows(), leaves, dataRow);
        protect();
    }

    private void prepare(ColumnSpec spec, int column, int dataRow, int rows) {
        sheet.setColumnWidth(column, Math.max(6, spec.width() * CHARACTERS_A_WIDTH) * WIDTH_UNITS);
        sheet.setDefaultColumnStyle(column, style(spec));
        List<String> allowed = spec.type() == ValueType.YES_NO ? YES_NO : spec.allowed();
        if (spec.type() == ValueType.YES_NO || spec.type() == ValueType.CHOICE && !allowed.isEmpty()) {
            dropDown(spec, allowed, new CellRangeAddressList(dataRow, dataRow + Math.max(ROWS_TO_FILL, rows), column,
                    column));
        }
    }

    /** A cell of a repeating group may hold several lines, which no list contains: there the list only offers. */
    private void dropDown(ColumnSpec spec, List<String> allowed, CellRangeAddressList cells) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper
                .createValidation(helper.createFormulaListConstraint(lists.formula(allowed)), cells);
        boolean repeating = spec.field().map(field -> field.group().repeating()).orElse(true);
        validation.setShowErrorBox(!spec.otherAllowed() && !repeating);
        validation.createErrorBox("填写有误", "只能填：" + String.join("、", allowed));
        validation.setEmptyCellAllowed(true);
        sheet.addValidationData(validation);
    }

    private void note(List<ColumnSpec> leaves, int row) {
        Drawing<?> drawing = sheet.createDrawingPatriarch();
        for (int column = 0; column < leaves.size(); column++) {
            String text = WorkbookNotes.of(leaves.get(column));
            if (text.isEmpty()) {
                continue;
            }
            int anchorRow = topOf(row, column);
            ClientAnchor anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
            anchor.setCol1(column + 1);
            anchor.setCol2(column + 4);
            anchor.setRow1(anchorRow);
            anchor.setRow2(anchorRow + 4);
            Comment comment = drawing.createCellComment(anchor);
            comment.setString(new XSSFRichTextString(text));
            comment.setAuthor("Lantian");
            comment.setAddress(anchorRow, column);
        }
    }

    /** The first row of the merged header cell that ends in this row. */
    private int topOf(int row, int column) {
        return sheet.getMergedRegions().stream().filter(region -> region.isInRange(row, column))
                .mapToInt(region -> region.getFirstRow()).findFirst().orElse(row);
    }

    private void rows(List<List<Entry>> rows, List<ColumnSpec> leaves, int dataRow) {
        List<CellStyle> styles = leaves.stream().map(this::style).toList();
        for (int row = 0; row < rows.size(); row++) {
            int lines = 1;
            for (int column = 0; column < leaves.size(); column++) {
                Entry entry = rows.get(row).get(column);
                write(entry, dataRow + row, column, styles.get(column));
                if (entry instanceof Entry.Text(String text)) {
                    lines = Math.max(lines, WorkbookPaper.lines(sheet, column, text));
                }
            }
            WorkbookPaper.raise(sheet, dataRow + row, lines);
            Progress.tellSome("写入“" + sheet.getSheetName() + "”", row + 1, rows.size(), "行");
        }
    }

    private void write(Entry entry, int row, int column, CellStyle style) {
        switch (entry) {
            case Entry.Blank blank -> look.blank(sheet, row, column, style);
            case Entry.Text(String text) -> look.text(sheet, row, column, text, look.text());
            case Entry.Number(BigDecimal value) -> look.number(sheet, row, column, value);
        }
    }

    private CellStyle style(ColumnSpec spec) {
        boolean number = spec.type() == ValueType.DECIMAL || spec.type() == ValueType.INTEGER
                || spec.type() == ValueType.ORDINAL;
        return number ? look.number() : look.text();
    }

    /** Guards the header against slips, without a password: rows may be added, sorted and resized. */
    private void protect() {
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockFormatCells(false);
        sheet.lockInsertRows(false);
        sheet.lockDeleteRows(false);
        sheet.lockSort(false);
        sheet.lockAutoFilter(false);
    }

    private static Column column(ColumnSpec spec, int baseYear) {
        List<Column> children = new ArrayList<>();
        spec.children().forEach(child -> children.add(column(child, baseYear)));
        return new Column(spec.id(), year(spec.header(), baseYear), Align.CENTER, spec.width(), children);
    }

    private static String year(String text, int baseYear) {
        return text.replace("{baseYear}", Integer.toString(baseYear));
    }
}
