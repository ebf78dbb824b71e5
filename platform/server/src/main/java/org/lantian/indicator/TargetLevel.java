package org.lantian.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a relative reduction amounts to, in the indicator's unit: {@code base × (1 − percent / 100)}.
 *
 * @param base value of the base year
 * @param raw level before rounding
 * @param value level to be reached, rounded half-even (GB/T 8170) to the decimals of the base value
 * @param cut {@code base × percent / 100}, rounded in the same way; computed from the base, not from the rounded level
 */
public record TargetLevel(BigDecimal base, BigDecimal raw, BigDecimal value, BigDecimal cut) {

    /** @param percent 0 to 100 */
    public static TargetLevel of(BigDecimal base, BigDecimal percent) {
        BigDecimal cut = base.multiply(percent).movePointLeft(2);
        BigDecimal raw = base.subtract(cut);
        int decimals = Math.max(0, base.scale());
        return new TargetLevel(base, raw, raw.setScale(decimals, RoundingMode.HALF_EVEN),
                cut.setScale(decimals, RoundingMode.HALF_EVEN));
    }
}
