package org.lantian.indicator;

/** An indicator (指标) of the tenant. */
public record Indicator(long id, String code, String name, String unit) {
}
