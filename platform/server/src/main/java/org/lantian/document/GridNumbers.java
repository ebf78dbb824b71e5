package org.lantian.document;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;

import org.apache.poi.ss.usermodel.DateUtil;

import org.lantian.engine.sheet.Grid.Cell;
import org.lantian.engine.sheet.Grid.Kind;

/** Numbers of spreadsheet cells: exact decimals, or days where the cell's style shows them as such. */
final class GridNumbers {

    private GridNumbers() {
    }

    static Cell cell(int row, int column, double number, boolean date, boolean date1904) {
        if (date && DateUtil.isValidExcelDate(number)) {
            LocalDateTime time = DateUtil.getLocalDateTime(number, date1904);
            boolean wholeDay = time.toLocalTime().equals(LocalTime.MIDNIGHT);
            return new Cell(row, column, Kind.DATE, wholeDay ? time.toLocalDate().toString() : time.toString());
        }
        return new Cell(row, column, Kind.NUMBER, shortest(number));
    }

    /** The shortest decimal that names this double, which is what the sheet shows: 0.1, not 0.1000000000000000055. */
    private static String shortest(double number) {
        BigDecimal decimal = new BigDecimal(Double.toString(number));
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
