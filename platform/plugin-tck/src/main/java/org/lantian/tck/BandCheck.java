package org.lantian.tck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.lantian.plugin.region.TargetRule;

/** Tries a band table with every boundary, a value just beside it, and values far out: exactly one band must hold each. */
final class BandCheck {

    private static final BigDecimal BESIDE = new BigDecimal("0.000001");
    private static final BigDecimal FAR = new BigDecimal("1000000000000");

    private BandCheck() {
    }

    static List<Fault> faults(CheckedPlugin plugin) {
        return plugin.requireContribution().region().targetRules().stream().flatMap(rule -> faults(rule).stream()).toList();
    }

    private static List<Fault> faults(TargetRule rule) {
        List<Fault> faults = new ArrayList<>();
        for (BigDecimal value : values(rule)) {
            long holding = rule.bands().stream().filter(band -> band.holds(value)).count();
            if (holding == 0) {
                faults.add(new Fault(Promise.BANDS, "目标规则“" + rule.id() + "”", "基数" + value.toPlainString() + "不在任何一档内。",
                        "相邻两档中让一档用from或to包含该数；最低一档不写下限，最高一档不写上限。"));
            } else if (holding > 1) {
                faults.add(new Fault(Promise.BANDS, "目标规则“" + rule.id() + "”", "基数" + value.toPlainString() + "同时在" + holding + "档内。",
                        "相邻两档中只让一档包含该数，另一档改用above或below。"));
            }
        }
        return faults;
    }

    private static TreeSet<BigDecimal> values(TargetRule rule) {
        TreeSet<BigDecimal> values = new TreeSet<>(List.of(FAR, FAR.negate()));
        rule.bands().stream().flatMap(band -> Stream.concat(band.low().stream(), band.high().stream()))
                .forEach(edge -> values.addAll(List.of(edge.subtract(BESIDE), edge, edge.add(BESIDE))));
        return values;
    }
}
