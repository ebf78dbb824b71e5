package org.lantian.engine.sheet;

import java.math.BigDecimal;
import java.util.Optional;

import org.lantian.engine.quantity.Decimals;
import org.lantian.engine.rule.FieldValue;
import org.lantian.plugin.table.ColumnSpec;

/**
 * What was read from one cell, or from one of its lines.
 *
 * @param column the column it stands in
 * @param cell cell name, for example F12
 * @param raw the text as it stands in the file
 */
public record CellReading(ColumnSpec column, String cell, String raw, CellValue value) {

    /** The words of a text, code, industry, range or deadline as written; empty if none or absent. */
    public Optional<String> text() {
        return switch (value) {
            case CellValue.Text(String text) -> Optional.of(text);
            case CellValue.Range range -> Optional.of(range.text());
            case CellValue.Deadline deadline -> Optional.of(deadline.text());
            case CellValue.Industry industry -> Optional.of(industry.text());
            case CellValue.Number(BigDecimal number) -> Optional.of(number.toPlainString());
            case CellValue.YesNo(boolean yes) -> Optional.of(yes ? "是" : "否");
            case CellValue.None none -> Optional.empty();
            case CellValue.Absent absent -> Optional.empty();
            case CellValue.Unreadable unreadable -> Optional.empty();
        };
    }

    public Optional<BigDecimal> number() {
        return value instanceof CellValue.Number(BigDecimal number) ? Optional.of(number) : Optional.empty();
    }

    /** The value as rules see it. A number is kept without the zeros at its end. */
    public FieldValue fieldValue() {
        return switch (value) {
            case CellValue.Number(BigDecimal number) -> new FieldValue.Number(Decimals.plain(number));
            case CellValue.None none -> new FieldValue.None();
            case CellValue.Absent absent -> new FieldValue.Absent();
            case CellValue.Unreadable unreadable -> new FieldValue.Absent();
            case CellValue.Text text -> FieldValue.ofText(text());
            case CellValue.Range range -> FieldValue.ofText(text());
            case CellValue.Deadline deadline -> FieldValue.ofText(text());
            case CellValue.Industry industry -> FieldValue.ofText(text());
            case CellValue.YesNo answer -> FieldValue.ofText(text());
        };
    }
}
