package org.lantian.indicator;

import java.math.BigDecimal;

/**
 * One year's value of an indicator (观测值).
 *
 * @param value in the indicator's unit
 * @param source where it was taken from
 */
public record Observation(long id, long indicatorId, int year, BigDecimal value, String source) {
}
