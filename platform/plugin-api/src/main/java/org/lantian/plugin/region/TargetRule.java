package org.lantian.plugin.region;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Sets a target from a base value by bands.
 *
 * @param indicator id of the indicator
 * @param change whether a band's change is a percentage of the base or a difference in its unit
 * @param rounding rounding of the target, once, from its exact value
 * @param scale decimals kept
 */
public record TargetRule(String id, String indicator, Change change, List<Band> bands, Rounding rounding, int scale,
        String source) implements Identified {

    /** What a change means. */
    public enum Change {
        PERCENT, DIFFERENCE
    }

    /** Named rounding rules. */
    public enum Rounding {
        /** GB/T 8170 四舍六入五成双. */
        HALF_EVEN,
        /** 四舍五入. */
        HALF_UP,
        /** Downwards. */
        FLOOR
    }

    /**
     * A band of base values.
     *
     * @param low lower end; empty for none
     * @param lowIncluded whether the lower end belongs to the band
     * @param high upper end; empty for none
     * @param change by how much the base falls
     */
    public record Band(Optional<BigDecimal> low, boolean lowIncluded, Optional<BigDecimal> high, boolean highIncluded,
            BigDecimal change) {

        public boolean holds(BigDecimal value) {
            boolean above = low.isEmpty() || value.compareTo(low.get()) > (lowIncluded ? -1 : 0);
            boolean below = high.isEmpty() || value.compareTo(high.get()) < (highIncluded ? 1 : 0);
            return above && below;
        }
    }

    public TargetRule {
        bands = List.copyOf(bands);
    }

    /** The change that a base value asks for; empty where no band holds it. */
    public Optional<BigDecimal> changeFor(BigDecimal base) {
        return bands.stream().filter(band -> band.holds(base)).map(Band::change).findFirst();
    }
}
