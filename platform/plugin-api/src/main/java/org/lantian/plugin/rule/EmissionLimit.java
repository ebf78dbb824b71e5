package org.lantian.plugin.rule;

import java.math.BigDecimal;
import java.util.Optional;

import org.lantian.plugin.vocabulary.Pollutant;

/**
 * A concentration limit of one source category.
 *
 * @param id stable id
 * @param sourceCategory the source category's word as in the outlet sheet, for example 燃气锅炉
 * @param pollutant the pollutant limited
 * @param value mg/m³, hourly mean at the reference oxygen content
 * @param referenceOxygen reference O2 in percent by volume, if the standard sets one
 * @param source standard, edition and table
 * @param verified false while the source's text has not been seen
 * @param below true where the concentration must stay below the value (低于), false where it may reach it (不高于)
 */
public record EmissionLimit(String id, String sourceCategory, Pollutant pollutant, BigDecimal value,
        Optional<BigDecimal> referenceOxygen, String source, boolean verified, boolean below) {

    public EmissionLimit {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("limit " + id + ": must be above zero");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("limit " + id + ": cite the source");
        }
    }

    /** A limit that the concentration may reach. */
    public EmissionLimit(String id, String sourceCategory, Pollutant pollutant, BigDecimal value,
            Optional<BigDecimal> referenceOxygen, String source, boolean verified) {
        this(id, sourceCategory, pollutant, value, referenceOxygen, source, verified, false);
    }

    /** Whether a concentration in mg/m³, at the reference oxygen content, breaks the limit. */
    public boolean brokenBy(BigDecimal concentration) {
        int order = concentration.compareTo(value);
        return below ? order >= 0 : order > 0;
    }
}
