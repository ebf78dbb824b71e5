package org.lantian.engine.reading;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A target of an indicator as a plan states it.
 *
 * @param indicator PM2.5, 优良天数, 降尘量 … in one spelling; the words of the plan where it is none of these
 * @param scope whom it is for, in the plan's words; blank where the plan does not say
 * @param period 秋冬季, 2025年 …; blank where the plan does not say
 * @param value its number; empty where the plan points to a higher plan's target (达到自治区考核目标)
 * @param unit unit of the number; blank where the plan gives none
 * @param text the words that say it
 * @param section id of the section that it stands in
 * @param line 1-based line of the source
 */
public record ReadTarget(String indicator, String scope, String period, Kind kind, Optional<BigDecimal> value,
        String unit, String text, String section, int line) {

    /** What the number means. */
    public enum Kind {
        /** The indicator comes to this value. */
        VALUE("value"),
        /** 控制在…以内, 不超过. */
        AT_MOST("atMost"),
        /** …以上, 不少于. */
        AT_LEAST("atLeast"),
        /** It falls by this much against the base. */
        DECREASE("decrease"),
        /** It rises by this much against the base. */
        INCREASE("increase"),
        /** It follows a higher plan's target. */
        POINTER("pointer");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** Its name in JSON. */
        public String key() {
            return key;
        }

        /** Whether the number is a change rather than a value. */
        public boolean change() {
            return this == DECREASE || this == INCREASE;
        }
    }
}
