package org.lantian.engine.quantity;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Units as they stand in ledgers, so far as they differ by powers of ten: 吨, 万吨, t and 千克 can be added, 吨 and 立方米
 * cannot. A unit that is not known is of its own kind.
 */
public final class Units {

    private static final Map<String, Scaled> KNOWN = Map.ofEntries(Map.entry("t", new Scaled("吨", 0)),
            Map.entry("千克", new Scaled("吨", -3)), Map.entry("公斤", new Scaled("吨", -3)),
            Map.entry("kg", new Scaled("吨", -3)), Map.entry("克", new Scaled("吨", -6)),
            Map.entry("毫克", new Scaled("吨", -9)), Map.entry("微克", new Scaled("吨", -12)), Map.entry("m3", new Scaled("立方米", 0)),
            Map.entry("m³", new Scaled("立方米", 0)), Map.entry("度", new Scaled("千瓦时", 0)),
            Map.entry("kWh", new Scaled("千瓦时", 0)), Map.entry("兆瓦时", new Scaled("千瓦时", 3)),
            Map.entry("MWh", new Scaled("千瓦时", 3)));
    private static final List<Map.Entry<String, Integer>> PREFIXES = List.of(Map.entry("亿", 8), Map.entry("万", 4), Map.entry("千", 3));

    /** A unit as ten to some power of a base unit. */
    private record Scaled(String base, int power) {
    }

    private Units() {
    }

    /** What a unit measures in: 吨 for 万吨; two amounts can be added where this is the same. */
    public static String base(String unit) {
        return scaled(unit).base();
    }

    /**
     * The largest of some units of one base.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public static String largest(Collection<String> units) {
        return units.stream().max(Comparator.comparingInt(unit -> scaled(unit).power())).orElseThrow();
    }

    /**
     * The same amount in another unit; exact.
     *
     * @throws IllegalArgumentException if the units do not measure the same
     */
    public static BigDecimal convert(BigDecimal value, String from, String to) {
        Scaled source = scaled(from);
        Scaled target = scaled(to);
        if (!source.base().equals(target.base())) {
            throw new IllegalArgumentException(from + " and " + to + " do not measure the same");
        }
        return value.scaleByPowerOfTen(source.power() - target.power());
    }

    private static Scaled scaled(String unit) {
        String plain = unit.strip();
        int power = 0;
        for (Map.Entry<String, Integer> prefix : PREFIXES) {
            if (!KNOWN.containsKey(plain) && !plain.equals("千瓦时") && plain.startsWith(prefix.getKey()) && plain.length() > 1) {
                power += prefix.getValue();
                plain = plain.substring(1);
            }
        }
        Scaled known = KNOWN.getOrDefault(plain, new Scaled(plain, 0));
        return new Scaled(known.base(), known.power() + power);
    }
}
