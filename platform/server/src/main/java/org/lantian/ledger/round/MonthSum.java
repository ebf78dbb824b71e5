package org.lantian.ledger.round;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The months of a quarter beside the quarter's figure.
 *
 * @param sum sum of the months that count, in the figure's unit
 * @param counted months whose form is verified and has the figure
 * @param missing the other months of the quarter
 * @param differs whether the figure is not the sum of all three months, or below the sum of those that count
 */
public record MonthSum(BigDecimal sum, List<RoundPeriod> counted, List<RoundPeriod> missing, boolean differs) {

    public MonthSum {
        counted = List.copyOf(counted);
        missing = List.copyOf(missing);
    }

    /**
     * @param verified figures of the verified months
     * @return empty where no month counts, and for a figure that is no sum
     */
    static Optional<MonthSum> of(Figure quarter, List<RoundPeriod> months, Map<RoundPeriod, List<Figure>> verified) {
        if (!YearFigures.isSum(quarter.field())) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        List<RoundPeriod> counted = new ArrayList<>();
        List<RoundPeriod> missing = new ArrayList<>();
        for (RoundPeriod month : months) {
            Optional<BigDecimal> value = YearJumps.find(verified.getOrDefault(month, List.of()), quarter)
                    .flatMap(figure -> figure.in(quarter.unit()));
            value.ifPresentOrElse(_ -> counted.add(month), () -> missing.add(month));
            sum = sum.add(value.orElse(BigDecimal.ZERO));
        }
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        int compared = quarter.value().compareTo(sum);
        return Optional.of(new MonthSum(sum, counted, missing, missing.isEmpty() ? compared != 0 : compared < 0));
    }
}
