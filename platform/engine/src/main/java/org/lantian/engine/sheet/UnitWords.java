package org.lantian.engine.sheet;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Units as written in headers: recognises them and knows which spellings are the same. */
final class UnitWords {

    private static final Pattern UNIT = Pattern.compile("(?:亿|万|千)?(?:吨|t|千克|公斤|kg|克|g|毫克|mg|微克|μg|升|l|立方米|标立方米|nm3|m3"
            + "|千瓦时|kwh|度|元|%|小时|h|台|套|件|平方米|m2)(?:标准煤|标煤)?(?:/.{1,4})?");
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

    private static String spelt(String unit) {
        String key = CellText.key(unit);
        for (Map.Entry<String, String> spelling : SPELLINGS) {
            key = key.replace(spelling.getKey(), spelling.getValue());
        }
        return key.endsWith("/a") ? key.substring(0, key.length() - 2) : key;
    }
}
