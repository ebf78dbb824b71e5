package org.lantian.engine.check.document;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Percentages and numbers as remarks print them. */
final class Percent {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Percent() {
    }

    /** Share of the whole, one decimal. */
    static String of(long part, long whole) {
        return plain(exact(BigDecimal.valueOf(part), BigDecimal.valueOf(whole)).setScale(1, RoundingMode.HALF_EVEN)) + "%";
    }

    /** 100 × part ÷ whole. */
    static BigDecimal exact(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL64);
    }

    /** Without trailing zeros and exponent. */
    static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    /** Whether a printed number is what rounding the exact one to its decimals, in any usual way, can give. */
    static boolean rounded(BigDecimal printed, BigDecimal exact) {
        BigDecimal half = BigDecimal.ONE.movePointLeft(Math.max(0, printed.scale())).divide(BigDecimal.valueOf(2));
        return printed.subtract(exact).abs().compareTo(half) <= 0;
    }
}
