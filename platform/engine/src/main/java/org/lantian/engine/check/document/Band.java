package org.lantian.engine.check.document;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.engine.reading.Columns;
import org.lantian.plugin.region.TargetRule;

/**
 * A range of values. 以上, 以下, 以内 include the number, 超过, 不满, 不足 do not (民法典 第一千二百五十九条).
 *
 * @param low lower end, empty for none
 * @param high upper end, empty for none
 */
record Band(Optional<BigDecimal> low, boolean lowIncluded, Optional<BigDecimal> high, boolean highIncluded,
        String words) {

    private static final String N = "(\\d+(?:\\.\\d+)?)";
    private static final String U = "(?:微克/立方米|天|%|家|吨)?";
    private static final Pattern LOWER = Pattern.compile("(大于等于|大于或等于|不小于|不低于|不少于|≥|大于|高于|超过|多于|>|＞)\\s*" + N);
    private static final Pattern UPPER = Pattern.compile("(小于等于|小于或等于|不大于|不高于|不超过|≤|小于|低于|不满|不足|少于|<|＜)\\s*" + N);
    private static final Pattern AND_UP = Pattern.compile(N + U + "(?:（含）|及|\\(含\\))?以上");
    private static final Pattern AND_DOWN = Pattern.compile(N + U + "(?:（含）|及|\\(含\\))?以下");
    private static final Pattern BETWEEN = Pattern.compile("^" + N + U + "\\s*(?:至|到|[—–~～-]+)\\s*" + N + U + "(?:之间)?$");

    /** Reads a band; empty if the text names none. */
    static Optional<Band> read(String text) {
        String plain = text.replaceAll("\\s", "");
        Matcher between = BETWEEN.matcher(plain);
        if (between.matches()) {
            return Optional.of(new Band(number(between, 1), true, number(between, 2), true, text));
        }
        Optional<BigDecimal> low = Optional.empty();
        Optional<BigDecimal> high = Optional.empty();
        boolean lowIncluded = false;
        boolean highIncluded = false;
        Matcher lower = LOWER.matcher(plain);
        if (lower.find()) {
            low = number(lower, 2);
            lowIncluded = lower.group(1).matches(".*等于|不.*|≥");
        }
        Matcher upper = UPPER.matcher(plain.replaceAll("不小于|大于等于|大于或等于", "大"));
        if (upper.find()) {
            high = number(upper, 2);
            highIncluded = upper.group(1).matches(".*等于|不大于|不高于|不超过|≤");
        }
        Matcher up = AND_UP.matcher(plain);
        if (low.isEmpty() && up.find()) {
            low = number(up, 1);
            lowIncluded = true;
        }
        Matcher down = AND_DOWN.matcher(plain);
        if (high.isEmpty() && down.find()) {
            high = number(down, 1);
            highIncluded = true;
        }
        return low.isEmpty() && high.isEmpty() ? Optional.empty()
                : Optional.of(new Band(low, lowIncluded, high, highIncluded, text));
    }

    /** A band of a region's rule. */
    static Band of(TargetRule.Band band) {
        String from = band.low().map(low -> (band.lowIncluded() ? "不小于" : "大于") + Columns.plain(low)).orElse("");
        String to = band.high().map(high -> (band.highIncluded() ? "不大于" : "小于") + Columns.plain(high)).orElse("");
        return new Band(band.low(), band.lowIncluded(), band.high(), band.highIncluded(),
                from + (from.isEmpty() || to.isEmpty() ? "" : "、") + to);
    }

    boolean holds(BigDecimal value) {
        boolean above = low.isEmpty() || value.compareTo(low.get()) > (lowIncluded ? -1 : 0);
        boolean below = high.isEmpty() || value.compareTo(high.get()) < (highIncluded ? 1 : 0);
        return above && below;
    }

    private static Optional<BigDecimal> number(Matcher matcher, int group) {
        return Optional.of(new BigDecimal(matcher.group(group)));
    }
}
