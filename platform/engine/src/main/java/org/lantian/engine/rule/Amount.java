package org.lantian.engine.rule;

import java.math.BigDecimal;

import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;

/** The opaque CEL value of a number: exact, compared by {@link Comparisons}, without arithmetic. */
record Amount(BigDecimal value) {

    static final CelType TYPE = OpaqueType.create("quantity");

    Amount {
        value = value.stripTrailingZeros();
    }

    static Amount of(Object operand) {
        return switch (operand) {
            case Amount amount -> amount;
            case Long number -> new Amount(BigDecimal.valueOf(number));
            // the shortest decimal that denotes the double is the literal's text up to 15 digits
            case Double number -> new Amount(BigDecimal.valueOf(number));
            case String text -> new Amount(new BigDecimal(text));
            default -> throw new IllegalArgumentException("not a number: " + operand);
        };
    }
}
