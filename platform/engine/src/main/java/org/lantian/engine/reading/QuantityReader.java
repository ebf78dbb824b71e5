package org.lantian.engine.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds numbers with a unit; dates, document numbers and titles are no quantities. */
final class QuantityReader {

    private static final String UNITS = String.join("|", "吨/(?:月·平方公里|平方公里·月|年|月|日|天|小时|万元)", "个百分点", "%", "‰",
            "微克/立方米", "毫克/立方米", "[μµu]g/m³", "mg/(?:N?m³)", "千克/小时", "kg/h", "千克标准煤/吨", "蒸吨/小时", "蒸吨",
            "万千瓦时?", "千瓦时?", "兆瓦", "MW", "kW", "平方公里", "平方千米", "平方米", "立方米/小时", "立方米", "公里", "千米", "毫米", "米",
            "万吨", "亿吨", "千克", "公斤", "吨", "万元", "亿元", "元", "万户", "万辆", "万家", "万台", "辆次", "户次", "家次", "户", "家", "个", "台", "套",
            "座", "条", "项", "辆", "艘", "次", "名", "人", "处", "批", "亩", "公顷", "天", "小时", "分钟", "年", "倍", "℃", "毫克", "微克", "升");
    private static final Pattern QUANTITY = Pattern.compile("(?<![\\d.A-Za-z])(\\d+(?:\\.\\d+)?)(?:(?:[—–~～至-]+)(\\d+(?:\\.\\d+)?))?\\s*("
            + UNITS + ")(?![\\d])");
    private static final Pattern NOT_COUNTED = Pattern.compile("《[^》]*》|〔(?:19|20)\\d{2}〕\\d+号|(?:19|20)\\d{2}\\s*(?:[—–~～至-]+\\s*(?:19|20)\\d{2})?\\s*年(?:\\d{1,2}月)?(?:\\d{1,2}日)?|\\d{1,2}月(?:\\d{1,2}日)?|十[一二三四五六]五");
    private static final int AROUND = 12;

    private QuantityReader() {
    }

    /** The quantities of a text, in its order. */
    static List<ReadQuantity> find(String text) {
        String masked = NOT_COUNTED.matcher(text).replaceAll(found -> "·".repeat(found.group().length()));
        List<ReadQuantity> found = new ArrayList<>();
        Matcher matcher = QUANTITY.matcher(masked);
        while (matcher.find()) {
            String value = matcher.group(2) == null ? matcher.group(1) : matcher.group(1) + "-" + matcher.group(2);
            found.add(new ReadQuantity(value, matcher.group(3), around(text, matcher.start(), matcher.end())));
        }
        return found;
    }

    /** The clause with the number, at most a few characters before it. */
    private static String around(String text, int start, int end) {
        int from = start;
        while (from > 0 && start - from < AROUND && "，。；：、（）\n".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        int to = end;
        while (to < text.length() && to - end < AROUND && "，。；：、（）\n".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(from, to);
    }
}
