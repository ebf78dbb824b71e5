package org.lantian.document;

import java.math.BigDecimal;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** The cell styles of written workbooks, made once each, and the two ways of filling a cell. */
final class WorkbookLook {

    private static final String BODY_FONT = "宋体";

    private final Workbook book;
    private final CellStyle title;
    private final CellStyle note;
    private final CellStyle banner;
    private final CellStyle header;
    private final CellStyle text;
    private final CellStyle number;
    private final CellStyle locked;

    WorkbookLook(Workbook book) {
        this.book = book;
        title = style(font("黑体", 14, false), HorizontalAlignment.CENTER, true);
        note = style(font(BODY_FONT, 9, false), HorizontalAlignment.LEFT, true);
        banner = style(font("黑体", 12, true), HorizontalAlignment.CENTER, true);
        header = style(font("黑体", 10, false), HorizontalAlignment.CENTER, true);
        header.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        border(header);
        text = data(HorizontalAlignment.LEFT);
        text.setDataFormat(book.createDataFormat().getFormat("@"));
        text.setQuotePrefixed(true);
        number = data(HorizontalAlignment.RIGHT);
        locked = style(font(BODY_FONT, 10, false), HorizontalAlignment.LEFT, true);
        locked.setQuotePrefixed(true);
    }

    CellStyle title() {
        return title;
    }

    CellStyle note() {
        return note;
    }

    CellStyle banner() {
        return banner;
    }

    CellStyle header() {
        return header;
    }

    CellStyle text() {
        return text;
    }

    CellStyle number() {
        return number;
    }

    CellStyle locked() {
        return locked;
    }

    Cell text(Sheet sheet, int row, int column, String value, CellStyle style) {
        Cell cell = blank(sheet, row, column, style);
        cell.setCellValue(value);
        return cell;
    }

    /** A number that a double holds exactly is a number cell; another one is text, so that no digit is lost. */
    void number(Sheet sheet, int row, int column, BigDecimal value) {
        double nearest = value.doubleValue();
        if (Double.isFinite(nearest) && new BigDecimal(Double.toString(nearest)).compareTo(value) == 0) {
            blank(sheet, row, column, number).setCellValue(nearest);
        } else {
            text(sheet, row, column, value.toPlainString(), text);
        }
    }

    Cell blank(Sheet sheet, int row, int column, CellStyle style) {
        Row found = sheet.getRow(row);
        Cell cell = (found == null ? sheet.createRow(row) : found).createCell(column);
        cell.setCellStyle(style);
        return cell;
    }

    private CellStyle data(HorizontalAlignment align) {
        CellStyle style = style(font(BODY_FONT, 10, false), align, false);
        border(style);
        return style;
    }

    private CellStyle style(Font font, HorizontalAlignment align, boolean protect) {
        CellStyle style = book.createCellStyle();
        style.setFont(font);
        style.setAlignment(align);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        style.setLocked(protect);
        return style;
    }

    private Font font(String name, int points, boolean red) {
        Font font = book.createFont();
        font.setFontName(name);
        font.setFontHeightInPoints((short) points);
        if (red) {
            font.setColor(IndexedColors.RED.getIndex());
        }
        return font;
    }

    private static void border(CellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
    }
}
