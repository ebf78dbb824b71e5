package org.lantian.ledger.round;

import java.math.BigDecimal;

/**
 * An amount of the period.
 *
 * @param field catalogue field of the yearly figure that it is a part of, for example {@code product.output}
 * @param row which product, fuel or material, by its name
 * @param unit its unit
 */
public record Figure(String field, String row, String unit, BigDecimal value) {

    /** What is asked for: the same without a value. */
    public record Asked(String field, String row, String unit) {
        boolean of(Figure figure) {
            return figure.field().equals(field) && figure.row().equals(row);
        }
    }
}
