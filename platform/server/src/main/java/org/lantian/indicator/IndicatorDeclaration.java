package org.lantian.indicator;

import java.math.BigDecimal;
import java.util.List;

/**
 * An indicator (指标) as declared, with what was observed of it.
 *
 * @param code stable id within the tenant
 * @param name name as printed
 * @param unit unit of its values
 * @param observations at most one a year
 */
public record IndicatorDeclaration(String code, String name, String unit, List<Observed> observations) {

    public IndicatorDeclaration {
        observations = List.copyOf(observations);
        if (observations.stream().map(Observed::year).distinct().count() < observations.size()) {
            throw new IllegalArgumentException("指标“" + name + "”同一年有两个观测值。");
        }
    }

    /**
     * One year's value.
     *
     * @param value in the indicator's unit
     * @param source place in the document
     */
    public record Observed(int year, BigDecimal value, String source) {
    }
}
