package org.lantian.plugin.region;

import java.math.BigDecimal;

/**
 * A figure that plans of the region are held to.
 *
 * @param subject what is limited, for example 燃气锅炉氮氧化物
 * @param relation AT_MOST, BELOW or AT_LEAST the value
 */
public record RegionalLimit(String id, String subject, Relation relation, BigDecimal value, String unit, String source)
        implements Identified {

    /** How the figure compares with the value. */
    public enum Relation {
        AT_MOST, BELOW, AT_LEAST
    }
}
