package org.lantian.engine.rule;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

import org.lantian.engine.quantity.Decimals;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.ValueType;

/** What a cell holds: a given value, an explicit none, or nothing. Rules see none and can not see through absent. */
public sealed interface FieldValue {

    /** A given word; never blank. */
    record Text(String value) implements FieldValue {
        public Text {
            value = value.strip();
            if (value.isEmpty()) {
                throw new IllegalArgumentException("a blank cell is absent, not a text");
            }
        }
    }

    /** A given number. */
    record Number(BigDecimal value) implements FieldValue {
    }

    /** {@code /}, {@code -} or 无: there is none of it. In a number column the same as absent. */
    record None() implements FieldValue {
    }

    /** A blank cell: missing data. */
    record Absent() implements FieldValue {
    }

    /** A given text, or absent if there is none or only blanks. */
    static FieldValue ofText(Optional<String> text) {
        return text.filter(value -> !value.isBlank()).<FieldValue>map(Text::new).orElseGet(Absent::new);
    }

    /** A given number, or absent. */
    static FieldValue ofNumber(Optional<BigDecimal> number) {
        return number.<FieldValue>map(Number::new).orElseGet(Absent::new);
    }

    /** The number that a row gives for a field; empty if it gives none. */
    static Optional<BigDecimal> number(Map<Field, FieldValue> row, Field field) {
        return row.get(field) instanceof Number(BigDecimal value) ? Optional.of(value) : Optional.empty();
    }

    /** As it is shown to people. */
    default String print() {
        return switch (this) {
            case Text(String value) -> value;
            case Number(BigDecimal value) -> Decimals.print(value);
            case None() -> "无";
            case Absent() -> "未填";
        };
    }

    /** Whether a column of that type may hold this value. */
    default boolean fits(ValueType type) {
        boolean numeric = type == ValueType.DECIMAL || type == ValueType.INTEGER;
        return switch (this) {
            case Text _ -> !numeric;
            case Number _ -> numeric;
            case None _, Absent _ -> true;
        };
    }
}
