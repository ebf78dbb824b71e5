package org.lantian.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.lantian.engine.profile.ProfileContribution;
import org.lantian.plugin.table.ColumnSpec;

/**
 * Units: Chinese names after GB 3100, composed with {@code /} (per) and {@code ·} (times), so that figures of several
 * regions stand in one column of a report.
 */
final class UnitCheck {

    private static final Set<String> BASE = Set.of("%", "微克", "毫克", "克", "千克", "吨", "毫升", "升", "立方米", "标立方米",
            "毫米", "厘米", "米", "公里", "平方米", "平方公里", "公顷", "亩", "秒", "分钟", "小时", "日", "天", "周", "月", "季", "年",
            "千瓦", "兆瓦", "千瓦时", "焦", "吉焦", "吨标准煤", "蒸吨", "个", "家", "户", "台", "套", "辆", "辆次", "处", "座", "条", "项", "次",
            "人", "人次", "份", "位", "分", "级", "倍", "元", "度", "摄氏度", "分贝", "株", "批", "起", "件");
    private static final List<String> MULTIPLES = List.of("", "万", "亿", "百万", "千");
    private static final Map<String, String> INSTEAD = Map.ofEntries(Map.entry("μg/m3", "微克/立方米"),
            Map.entry("μg/m³", "微克/立方米"), Map.entry("ug/m3", "微克/立方米"), Map.entry("ug/m³", "微克/立方米"),
            Map.entry("mg/m3", "毫克/立方米"), Map.entry("mg/m³", "毫克/立方米"), Map.entry("t", "吨"), Map.entry("kg", "千克"),
            Map.entry("km", "公里"), Map.entry("m", "米"), Map.entry("h", "小时"), Map.entry("d", "天"), Map.entry("t/h", "蒸吨/小时"),
            Map.entry("t/a", "吨/年"), Map.entry("％", "%"), Map.entry("百分比", "%"), Map.entry("kWh", "千瓦时"),
            Map.entry("吨/平方公里·月", "吨/月·平方公里"), Map.entry("吨/平方公里•月", "吨/月·平方公里"), Map.entry("公斤", "千克"));

    private UnitCheck() {
    }

    static List<Fault> faults(CheckedPlugin plugin) {
        ProfileContribution own = plugin.requireContribution();
        List<Fault> faults = new ArrayList<>();
        own.region().indicators().forEach(one -> check("指标“" + one.id() + "”", one.unit(), faults));
        own.region().limits().forEach(one -> check("地方限值“" + one.id() + "”", one.unit(), faults));
        own.tables().forEach(table -> table.columns().stream().flatMap(ColumnSpec::leaves)
                .forEach(column -> column.unit().ifPresent(
                        unit -> check("表格“" + table.id() + "”的列“" + column.id() + "”", unit, faults))));
        return faults;
    }

    private static void check(String place, String unit, List<Fault> faults) {
        if (INSTEAD.containsKey(unit)) {
            faults.add(new Fault(Promise.UNITS, place, "单位“" + unit + "”不是规范写法。", "unit改为“" + INSTEAD.get(unit) + "”。"));
        } else if (!known(unit)) {
            faults.add(new Fault(Promise.UNITS, place, "单位“" + unit + "”不认识。",
                    "用中文单位名称，可带万、亿，用“/”和“·”组合，例如 微克/立方米、万吨/年、吨/月·平方公里。"));
        }
    }

    private static boolean known(String unit) {
        return Stream.of(unit.split("[/·]", -1)).allMatch(UnitCheck::knownPart);
    }

    private static boolean knownPart(String part) {
        return MULTIPLES.stream().anyMatch(multiple -> part.startsWith(multiple) && BASE.contains(part.substring(multiple.length())));
    }
}
