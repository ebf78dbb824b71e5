package org.lantian.document;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

import org.apache.poi.ss.usermodel.DateUtil;

import org.lantian.engine.sheet.Grid.Cell;
import org.lantian.engine.sheet.Grid.Kind;

/** Numbers of spreadsheet cells: exact decimals, or days and percentages where the cell's style shows them as such. */
final class GridNumbers {

    private GridNumbers() {
    }

    static Cell cell(int row, int column, double number, WorkbookStyles.Shown shown, boolean date1904) {
        if (shown == WorkbookStyles.Shown.DATE && DateUtil.isValidExcelDate(number)) {
            return date(row, column, DateUtil.getLocalDateTime(number, date1904));
        }
        return shown == WorkbookStyles.Shown.PERCENT
                ? new Cell(row, column, Kind.TEXT, plain(shortest(number).movePointRight(2)) + "%")
                : new Cell(row, column, Kind.NUMBER, plain(shortest(number)));
    }

    /** A day that stands in the file by its name (ISO 8601); what is none stays a text. */
    static Cell named(int row, int column, String text) {
        try {
            return date(row, column, text.contains("T") ? LocalDateTime.parse(text.replaceFirst("Z$", ""))
                    : LocalDate.parse(text).atStartOfDay());
        } catch (DateTimeException other) {
            return new Cell(row, column, Kind.TEXT, text);
        }
    }

    private static Cell date(int row, int column, LocalDateTime time) {
        boolean wholeDay = time.toLocalTime().equals(LocalTime.MIDNIGHT);
        return new Cell(row, column, Kind.DATE, wholeDay ? time.toLocalDate().toString() : time.toString());
    }

    /** The shortest decimal that names this double, which is what the sheet shows: 0.1, not 0.1000000000000000055. */
    private static BigDecimal shortest(double number) {
        return new BigDecimal(Double.toString(number));
    }

    private static String plain(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
