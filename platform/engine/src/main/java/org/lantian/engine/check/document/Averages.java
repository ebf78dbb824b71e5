package org.lantian.engine.check.document;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.lantian.engine.reading.Columns;
import org.lantian.engine.reading.ReadTable;
import org.lantian.engine.reading.Triple;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** A row of averages is the average of the rows; an average change follows from one of the usual methods. */
final class Averages {

    private Averages() {
    }

    static void check(CheckedPlan plan) {
        for (ReadTable table : plan.plan().tables()) {
            for (int row = 0; row < table.rows().size(); row++) {
                if (Columns.labelled(table.rows().get(row), "平均", "均值", "平均值")) {
                    columns(plan, table, row);
                }
            }
        }
    }

    private static void columns(CheckedPlan plan, ReadTable table, int row) {
        List<Triple> triples = Triple.of(table);
        for (int column = 1; column < table.columns().size(); column++) {
            int at = column;
            Optional<BigDecimal> printed = Columns.number(table.rows().get(row).get(column));
            Optional<BigDecimal> mean = mean(table, column);
            if (printed.isEmpty() || mean.isEmpty() || Percent.rounded(printed.get(), mean.get())) {
                continue;
            }
            Optional<Triple> change = triples.stream().filter(triple -> triple.change() == at).findFirst();
            if (change.isPresent()) {
                change(plan, change.get(), row, printed.get(), mean.get());
            } else {
                plan.remark(RemarkCode.AVERAGE_DIFFERS, Severity.ERROR, plan.place(table, row),
                        "表“" + table.title() + "”的“" + header(table, column) + "”平均为" + Columns.plain(printed.get())
                                + "，各行平均为" + shown(mean.get()) + "。",
                        List.of(header(table, column)), shown(mean.get()) + " ≠ " + Columns.plain(printed.get()), "核对平均值。");
            }
        }
    }

    /** The mean of the changes, the change of the means, the change of the printed means. */
    private static void change(CheckedPlan plan, Triple triple, int row, BigDecimal printed, BigDecimal meanOfChanges) {
        List<String> methods = new ArrayList<>(List.of("各行幅度的平均" + shown(meanOfChanges) + unit(triple)));
        List<BigDecimal> values = new ArrayList<>();
        mean(triple.table(), triple.base()).ifPresent(base -> mean(triple.table(), triple.target()).ifPresent(target -> {
            values.add(between(triple, base, target));
            methods.add("由各列平均计算" + shown(values.getLast()) + unit(triple));
        }));
        triple.base(row).ifPresent(base -> triple.target(row).ifPresent(target -> {
            values.add(between(triple, base, target));
            methods.add("由表中所列平均计算" + shown(values.getLast()) + unit(triple));
        }));
        if (values.stream().anyMatch(value -> Percent.rounded(printed, value))) {
            return;
        }
        plan.remark(RemarkCode.AVERAGE_NOT_REPRODUCIBLE, Severity.WARNING, plan.place(triple.table(), row),
                "表“" + triple.table().title() + "”的平均“" + header(triple.table(), triple.change()) + "”"
                        + Columns.plain(printed) + unit(triple) + "用通常的方法都算不出来。",
                methods, String.join("；", methods) + "；表中" + Columns.plain(printed) + unit(triple), "写明平均的算法，或改正该数。");
    }

    private static BigDecimal between(Triple triple, BigDecimal base, BigDecimal target) {
        return triple.percent() ? Percent.exact(base.subtract(target), base) : base.subtract(target);
    }

    private static String unit(Triple triple) {
        return triple.percent() ? "%" : "";
    }

    private static Optional<BigDecimal> mean(ReadTable table, int column) {
        List<BigDecimal> numbers = Columns.dataRows(table).stream()
                .flatMap(row -> Columns.number(table.rows().get(row).get(column)).stream()).toList();
        return numbers.size() < 2 ? Optional.empty()
                : Optional.of(numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL64));
    }

    private static String shown(BigDecimal number) {
        return Columns.plain(number.setScale(2, RoundingMode.HALF_EVEN));
    }

    private static String header(ReadTable table, int column) {
        return table.columns().get(column).replaceAll("\\s", "");
    }
}
