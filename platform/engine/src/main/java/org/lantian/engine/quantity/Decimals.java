package org.lantian.engine.quantity;

import java.math.BigDecimal;

/** How decimals are printed in official text: plain digits, no exponent, no trailing zeros. */
public final class Decimals {

    private Decimals() {
    }

    /** All digits of the number. */
    public static String print(BigDecimal value) {
        return plain(value).toPlainString();
    }

    /** At most {@code scale} decimals, rounded half-even (GB/T 8170). */
    public static String print(BigDecimal value, int scale) {
        return print(Rounding.HALF_EVEN.round(value, scale));
    }

    /** The same number without trailing zeros and without an exponent. */
    public static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
