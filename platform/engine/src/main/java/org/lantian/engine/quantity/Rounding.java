package org.lantian.engine.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Named rounding rules. A number is rounded once, from its exact value. */
public enum Rounding {
    /** GB/T 8170-2008 四舍六入五成双, the default. */
    HALF_EVEN(RoundingMode.HALF_EVEN, "按GB/T 8170修约"),
    /** 四舍五入, half away from zero. */
    HALF_UP(RoundingMode.HALF_UP, "四舍五入"),
    /** Towards negative infinity. */
    FLOOR(RoundingMode.FLOOR, "向下取整");

    private final RoundingMode mode;
    private final String term;

    Rounding(RoundingMode mode, String term) {
        this.mode = mode;
        this.term = term;
    }

    /** The printed name. */
    public String term() {
        return term;
    }

    /** @param scale decimals kept; negative for tens, hundreds */
    public BigDecimal round(BigDecimal exact, int scale) {
        return exact.setScale(scale, mode);
    }
}
