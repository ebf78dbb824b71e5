package org.lantian.engine.check.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.lantian.engine.reading.Columns;
import org.lantian.engine.reading.ReadTable;
import org.lantian.engine.reading.Triple;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** In each row the target is what the base comes to by the change. */
final class TableRows {

    private TableRows() {
    }

    static void check(CheckedPlan plan) {
        for (ReadTable table : plan.plan().tables()) {
            for (Triple triple : Triple.of(table)) {
                Columns.dataRows(table).forEach(row -> row(plan, triple, row));
            }
        }
    }

    private static void row(CheckedPlan plan, Triple triple, int row) {
        Optional<BigDecimal> base = triple.base(row);
        Optional<BigDecimal> target = triple.target(row);
        Optional<BigDecimal> change = triple.change(row);
        if (base.isEmpty() || target.isEmpty() || change.isEmpty()) {
            return;
        }
        BigDecimal exact = triple.reduced(base.get(), change.get());
        if (Percent.rounded(target.get(), exact)) {
            return;
        }
        plan.remark(RemarkCode.TABLE_ROW_DIFFERS, Severity.ERROR, plan.place(triple.table(), row),
                "表“" + triple.table().title() + "”中“" + triple.name(row) + "”的目标值应为" + Columns.plain(exact) + "（取"
                        + Columns.plain(exact.setScale(Math.max(0, target.get().scale()), java.math.RoundingMode.HALF_EVEN))
                        + "），表中为" + Columns.plain(target.get()) + "。",
                List.of(triple.name(row)), triple.arithmetic(base.get(), change.get(), exact) + "，表中"
                        + Columns.plain(target.get()),
                "核对基数、目标和幅度。");
    }
}
