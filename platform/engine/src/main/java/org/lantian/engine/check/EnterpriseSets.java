package org.lantian.engine.check;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.lantian.engine.check.PlanFacts.NamedRows;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** The tables name the same enterprises; a cluster row of table 4 stands for its members. */
final class EnterpriseSets {

    private EnterpriseSets() {
    }

    static List<Remark> check(PlanFacts facts) {
        NamedRows first = facts.tables().getFirst();
        List<NamedRows> others = new ArrayList<>(facts.tables().subList(1, facts.tables().size()));
        others.add(new NamedRows(facts.measureTable(), "表4",
                facts.measures().stream().flatMap(measure -> measure.enterprises().stream()).toList()));
        return others.stream().flatMap(other -> compare(first, other).stream()).toList();
    }

    private static List<Remark> compare(NamedRows first, NamedRows other) {
        Map<String, String> expected = byPlainName(first);
        Map<String, String> actual = byPlainName(other);
        List<String> missing = without(expected, actual);
        List<String> extra = without(actual, expected);
        String counts = first.caption() + " " + expected.size() + "家；" + other.caption() + " " + actual.size() + "家，缺"
                + missing.size() + "家，多" + extra.size() + "家";
        List<Remark> remarks = new ArrayList<>();
        if (!missing.isEmpty()) {
            remarks.add(new Remark(RemarkCode.ENTERPRISE_MISSING_IN_TABLE, Severity.ERROR, other.table(),
                    other.caption() + "缺少" + first.caption() + "中的企业：" + String.join("、", missing) + "。", missing, counts,
                    "在" + other.caption() + "补充这些企业，或从" + first.caption() + "移除。"));
        }
        if (!extra.isEmpty()) {
            remarks.add(new Remark(RemarkCode.ENTERPRISE_EXTRA_IN_TABLE, Severity.ERROR, other.table(),
                    other.caption() + "中的企业不在" + first.caption() + "：" + String.join("、", extra) + "。", extra, counts,
                    "核对企业名称是否与" + first.caption() + "一致，或在" + first.caption() + "补充。"));
        }
        return remarks;
    }

    private static Map<String, String> byPlainName(NamedRows rows) {
        Map<String, String> names = new LinkedHashMap<>();
        rows.names().forEach(name -> names.putIfAbsent(
                Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", ""), name));
        return names;
    }

    private static List<String> without(Map<String, String> names, Map<String, String> others) {
        return names.entrySet().stream().filter(entry -> !others.containsKey(entry.getKey())).map(Map.Entry::getValue)
                .toList();
    }
}
