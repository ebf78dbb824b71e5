package org.lantian.engine.check.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.lantian.engine.reading.Columns;
import org.lantian.engine.reading.ReadTarget;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** An indicator has one target for one time: text and annex agree. */
final class TargetConflicts {

    private TargetConflicts() {
    }

    static void check(CheckedPlan plan) {
        List<ReadTarget> targets = plan.plan().targets().stream()
                .filter(target -> target.value().isPresent() && !target.period().isEmpty()).toList();
        List<ReadTarget> reported = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            for (int j = i + 1; j < targets.size(); j++) {
                ReadTarget first = targets.get(i);
                ReadTarget second = targets.get(j);
                if (same(first, second) && value(first).compareTo(value(second)) != 0
                        && reported.stream().noneMatch(one -> one == second)) {
                    reported.add(second);
                    report(plan, first, second);
                }
            }
        }
    }

    /** Targets of one place are compared with each other; those of single places in a table only with their own. */
    private static boolean same(ReadTarget first, ReadTarget second) {
        boolean places = first.text().contains("｜") || second.text().contains("｜");
        return first.indicator().equals(second.indicator()) && first.kind() == second.kind()
                && first.unit().equals(second.unit()) && first.period().equals(second.period())
                && !first.section().equals(second.section()) && (!places || first.scope().equals(second.scope()));
    }

    private static BigDecimal value(ReadTarget target) {
        return target.value().orElseThrow();
    }

    private static void report(CheckedPlan plan, ReadTarget first, ReadTarget second) {
        boolean sameScope = first.scope().equals(second.scope());
        plan.remark(RemarkCode.TARGET_CONFLICT, sameScope ? Severity.ERROR : Severity.WARNING, plan.place(second),
                second.period() + second.indicator() + "的目标前后不一：" + plan.place(first).clause() + "（第" + first.line()
                        + "行）为“" + first.text() + "”，此处为“" + second.text() + "”"
                        + (sameScope ? "。" : "（范围的写法也不同：" + named(first.scope()) + "与" + named(second.scope()) + "）。"),
                List.of(first.text(), second.text()), Columns.plain(value(first)) + first.unit() + " ≠ "
                        + Columns.plain(value(second)) + second.unit(),
                "统一目标值；范围不同的，写明各自的范围。");
    }

    private static String named(String scope) {
        return scope.isEmpty() ? "未写范围" : "“" + scope + "”";
    }
}
