package org.lantian.plugin.region;

import java.math.BigDecimal;

/**
 * The reduction of whole-society emissions at an emergency level.
 *
 * @param level Ⅲ, Ⅱ or Ⅰ
 * @param percent least share of each of SO2, NOx, particulate and VOCs
 */
public record EmergencyLevel(String id, String level, String warning, BigDecimal percent, String source)
        implements Identified {
}
