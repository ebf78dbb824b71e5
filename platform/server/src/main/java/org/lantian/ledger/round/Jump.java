package org.lantian.ledger.round;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * 同比变动: a figure beside that of the year before.
 *
 * @param unit unit of both
 * @param before the figure of the year before; empty if there is none to compare with
 * @param ratio change as a share of the figure before, four decimals, half-even; empty where that is 0 or missing
 * @param jumped whether it differs by more than the allowed share; from nothing to something always does
 * @param months of a quarter: its verified months; empty where there are none to compare with
 */
public record Jump(String field, String row, String unit, BigDecimal now, Optional<BigDecimal> before,
        Optional<BigDecimal> ratio, boolean jumped, Optional<MonthSum> months) {

    private static final int SCALE = 4;

    /**
     * Compares.
     *
     * @param before the figure before, put into the unit of the one now where the two measure the same
     * @param allowed allowed change as a share of the figure before
     */
    static Jump between(Figure now, Optional<Figure> before, BigDecimal allowed) {
        Optional<BigDecimal> base = before.flatMap(figure -> figure.in(now.unit()));
        Optional<BigDecimal> ratio = base.filter(value -> value.signum() > 0).map(value -> now.value().subtract(value)
                .divide(value, SCALE, RoundingMode.HALF_EVEN));
        boolean fromNothing = base.isPresent() && base.get().signum() == 0 && now.value().signum() > 0;
        boolean jumped = fromNothing || base.filter(value -> value.signum() > 0).filter(value -> now.value().subtract(value)
                .abs().compareTo(value.multiply(allowed)) > 0).isPresent();
        return new Jump(now.field(), now.row(), now.unit(), now.value(), base, ratio, jumped, Optional.empty());
    }

    Jump beside(Optional<MonthSum> sum) {
        return new Jump(field, row, unit, now, before, ratio, jumped, sum);
    }
}
