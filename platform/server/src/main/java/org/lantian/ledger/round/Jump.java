package org.lantian.ledger.round;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import org.lantian.engine.quantity.Units;

/**
 * 同比变动: a figure beside that of the year before.
 *
 * @param unit unit of both
 * @param before the figure of the year before; empty if there is none to compare with
 * @param ratio change as a share of the figure before, four decimals, half-even; empty where that is 0 or missing
 * @param jumped whether it differs by more than the allowed share; from nothing to something always does
 */
public record Jump(String field, String row, String unit, BigDecimal now, Optional<BigDecimal> before,
        Optional<BigDecimal> ratio, boolean jumped) {

    private static final int SCALE = 4;

    /**
     * Compares.
     *
     * @param before the figure before, put into the unit of the one now where the two measure the same
     * @param allowed allowed change as a share of the figure before
     */
    static Jump between(Figure now, Optional<Figure> before, BigDecimal allowed) {
        Optional<BigDecimal> base = before.flatMap(figure -> inUnit(figure, now.unit()));
        Optional<BigDecimal> ratio = base.filter(value -> value.signum() > 0).map(value -> now.value().subtract(value)
                .divide(value, SCALE, RoundingMode.HALF_EVEN));
        boolean fromNothing = base.isPresent() && base.get().signum() == 0 && now.value().signum() > 0;
        boolean jumped = fromNothing || base.filter(value -> value.signum() > 0).filter(value -> now.value().subtract(value)
                .abs().compareTo(value.multiply(allowed)) > 0).isPresent();
        return new Jump(now.field(), now.row(), now.unit(), now.value(), base, ratio, jumped);
    }

    private static Optional<BigDecimal> inUnit(Figure figure, String unit) {
        if (figure.unit().equals(unit)) {
            return Optional.of(figure.value());
        }
        return Units.base(figure.unit()).equals(Units.base(unit))
                ? Optional.of(Units.convert(figure.value(), figure.unit(), unit)) : Optional.empty();
    }
}
