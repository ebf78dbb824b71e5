package org.lantian.engine.sheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.lantian.engine.quantity.Units;

/** Units as written in headers: recognises them and knows which spellings are the same. */
final class UnitWords {

    private static final Pattern UNIT = Pattern.compile("(?:亿|万|千)?(?:吨|t|千克|公斤|kg|克|g|毫克|mg|微克|μg|升|l|立方米|标立方米|nm3|m3"
            + "|千瓦时|kwh|度|元|%|小时|h|台|套|件|个|只|块|条|辆|米|平方米|m2)(?:标准煤|标煤)?(?:/.{1,4})?");
    private static final Pattern COLUMN_NUMBER = Pattern.compile("[(\\[]?(?:\\d{1,2}|[a-z]|栏次|甲|乙|丙|丁)[)\\]]?");
    private static final Pattern A_YEAR = Pattern.compile("(?:/(?:年|a)|每年)$");
    private static final Map<String, String> WORDS = Map.of("t", "吨", "kg", "千克", "公斤", "千克", "m3", "立方米", "nm3", "标立方米",
            "kwh", "千瓦时", "mg", "毫克", "g", "克", "μg", "微克", "h", "小时");
    private static final List<Map.Entry<String, String>> SPELLINGS = List.of(Map.entry("毫克", "mg"),
            Map.entry("微克", "μg"), Map.entry("千克", "kg"), Map.entry("公斤", "kg"), Map.entry("吨", "t"),
            Map.entry("标立方米", "m3"), Map.entry("立方米", "m3"), Map.entry("nm3", "m3"), Map.entry("小时", "h"),
            Map.entry("年", "a"), Map.entry("·", ""));

    private UnitWords() {
    }

    static boolean isUnit(String key) {
        return UNIT.matcher(key).matches();
    }

    /** Whether two spellings name one unit; a missing 每年 is taken as meant. */
    static boolean same(String one, String other) {
        return spelt(one).equals(spelt(other));
    }

    /** Whether a text below the header names is a unit or the number of its column, and no datum. */
    static boolean isBelowHeader(String text) {
        return COLUMN_NUMBER.matcher(CellText.key(text)).matches() || !inHeader(text).isEmpty();
    }

    /** The units that a text of a header's unit row names, as keys. */
    static List<String> inHeader(String text) {
        String key = CellText.headerKey(text).replaceFirst("^单位", "");
        return (key.isEmpty() ? CellText.bracketKeys(text) : List.of(key)).stream().filter(UnitWords::isUnit).toList();
    }

    /** The usual Chinese word for a unit of letters: 吨 for t, 万立方米 for 万m³; other texts as they stand. */
    static String word(String unit) {
        String key = CellText.key(unit);
        String prefix = key.matches("[亿万千].+") ? key.substring(0, 1) : "";
        String word = WORDS.get(key.substring(prefix.length()));
        return word == null ? CellText.stripped(unit) : prefix + word;
    }

    /** What an amount is multiplied by to stand in the other unit; empty if the two do not measure the same. */
    static Optional<BigDecimal> factor(String from, String to) {
        String[] source = ofAYear(from).split("/", 2);
        String[] target = ofAYear(to).split("/", 2);
        boolean samePer = source.length == target.length
                && (source.length == 1 || same(source[1], target[1]));
        String one = word(source[0]);
        String other = word(target[0]);
        return samePer && Units.base(one).equals(Units.base(other))
                ? Optional.of(Units.convert(BigDecimal.ONE, one, other)) : Optional.empty();
    }

    /** The same without 每年: all amounts of the ledger are those of a year. */
    static String wordOfAYear(String unit) {
        return word(ofAYear(unit));
    }

    private static String ofAYear(String unit) {
        return A_YEAR.matcher(CellText.key(unit)).replaceAll("");
    }

    private static String spelt(String unit) {
        String key = CellText.key(unit);
        for (Map.Entry<String, String> spelling : SPELLINGS) {
            key = key.replace(spelling.getKey(), spelling.getValue());
        }
        return key.endsWith("/a") ? key.substring(0, key.length() - 2) : key;
    }
}
