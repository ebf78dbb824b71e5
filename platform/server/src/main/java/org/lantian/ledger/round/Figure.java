package org.lantian.ledger.round;

import java.math.BigDecimal;
import java.util.Optional;

import org.lantian.engine.quantity.Units;

/**
 * An amount of the period.
 *
 * @param field catalogue field of the yearly figure that it is a part of, for example {@code product.output}
 * @param row which product, fuel, material or pollutant, by its name
 * @param unit its unit
 */
public record Figure(String field, String row, String unit, BigDecimal value) {

    /** The value in another unit; empty where the two measure something else. */
    Optional<BigDecimal> in(String other) {
        if (unit.equals(other)) {
            return Optional.of(value);
        }
        return Units.base(unit).equals(Units.base(other)) ? Optional.of(Units.convert(value, unit, other))
                : Optional.empty();
    }

    /** What is asked for: the same without a value. */
    public record Asked(String field, String row, String unit) {
        boolean of(Figure figure) {
            return figure.field().equals(field) && figure.row().equals(row);
        }
    }
}
