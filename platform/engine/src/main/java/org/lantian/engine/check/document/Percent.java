package org.lantian.engine.check.document;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

import org.lantian.engine.reading.Columns;

/** Percentages and numbers as remarks print them. */
final class Percent {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Percent() {
    }

    /** Share of the whole, one decimal. */
    static String of(long part, long whole) {
        return Columns.plain(exact(BigDecimal.valueOf(part), BigDecimal.valueOf(whole)).setScale(1, RoundingMode.HALF_EVEN)) + "%";
    }

    /** 100 × part ÷ whole. */
    static BigDecimal exact(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL64);
    }

    /** Whether a printed number is what rounding the exact one to its decimals, in any usual way, can give. */
    static boolean rounded(BigDecimal printed, BigDecimal exact) {
        BigDecimal half = BigDecimal.ONE.movePointLeft(Math.max(0, printed.scale())).divide(BigDecimal.valueOf(2));
        return printed.subtract(exact).abs().compareTo(half) <= 0;
    }
}
