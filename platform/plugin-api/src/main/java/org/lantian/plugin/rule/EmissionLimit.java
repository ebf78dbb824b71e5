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
 */
public record EmissionLimit(String id, String sourceCategory, Pollutant pollutant, BigDecimal value,
        Optional<BigDecimal> referenceOxygen, String source, boolean verified) {

    public EmissionLimit {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("limit " + id + ": must be above zero");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("limit " + id + ": cite the source");
        }
    }
}
