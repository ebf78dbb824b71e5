package org.lantian.engine.quantity;

import java.math.BigDecimal;

/**
 * An exact amount.
 *
 * @param value the number; two quantities are the same when value (whatever its scale) and unit are
 * @param unit printed Chinese unit, for example 吨; blank for a pure number
 */
public record Quantity(BigDecimal value, String unit) {

    public Quantity {
        value = Decimals.plain(value);
        unit = unit.strip();
    }

    public static Quantity of(String value, String unit) {
        return new Quantity(new BigDecimal(value), unit);
    }

    /** Number and unit as official text writes them: 12.6吨. */
    public String print() {
        return Decimals.print(value) + unit;
    }
}
