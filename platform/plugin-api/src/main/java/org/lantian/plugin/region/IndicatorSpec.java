package org.lantian.plugin.region;

/**
 * An indicator.
 *
 * @param unit unit of its values
 * @param period over which it is measured, for example 年, 秋冬季, 月
 */
public record IndicatorSpec(String id, String name, String unit, Direction direction, String period, String source)
        implements Identified {

    /** Which way is better. */
    public enum Direction {
        LOWER, HIGHER, NONE
    }
}
