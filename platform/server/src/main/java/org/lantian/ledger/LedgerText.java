package org.lantian.ledger;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.lantian.engine.quantity.Decimals;
import org.lantian.engine.rule.FieldValue;

/** How a given text, an explicit none and an absent value stand in a text column: the text, {@code /}, null. */
public final class LedgerText {

    public static final String NONE = "/";

    private LedgerText() {
    }

    public static FieldValue read(@Nullable String text) {
        return NONE.equals(text) ? new FieldValue.None() : FieldValue.ofText(Optional.ofNullable(text));
    }

    public static @Nullable String write(@Nullable FieldValue value) {
        return switch (value) {
            case FieldValue.Text(String text) -> text;
            case FieldValue.Number(java.math.BigDecimal number) -> Decimals.plain(number).toPlainString();
            case FieldValue.None() -> NONE;
            case FieldValue.Absent() -> null;
            case null -> null;
        };
    }
}
