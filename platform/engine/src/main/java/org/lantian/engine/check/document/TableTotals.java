package org.lantian.engine.check.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.lantian.engine.reading.Columns;
import org.lantian.engine.reading.ReadTable;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** A total row is the sum of the rows above it, and a total that the text states is the table's. */
final class TableTotals {

    private static final Pattern STATED = Pattern.compile("(?:共有|共计|合计|总计|共)[^，。；\\d]{0,12}(\\d+)家");

    private TableTotals() {
    }

    static void check(CheckedPlan plan) {
        for (ReadTable table : plan.plan().tables()) {
            int from = 0;
            for (int row = 0; row < table.rows().size(); row++) {
                if (Columns.labelled(table.rows().get(row), "合计", "总计", "小计")) {
                    total(plan, table, from, row);
                    from = Columns.labelled(table.rows().get(row), "小计") ? row + 1 : from;
                }
            }
        }
    }

    private static void total(CheckedPlan plan, ReadTable table, int from, int total) {
        for (int column = 0; column < table.columns().size(); column++) {
            Optional<BigDecimal> printed = Columns.number(table.rows().get(total).get(column));
            String header = table.columns().get(column).replaceAll("\\s", "");
            if (printed.isEmpty() || header.contains("序号") || header.contains("率") || header.contains("比例")
                    || Columns.percent(table.rows().get(total).get(column))) {
                continue;
            }
            List<BigDecimal> parts = new ArrayList<>();
            for (int row = from; row < total; row++) {
                if (!Columns.labelled(table.rows().get(row), "小计", "合计", "平均")) {
                    Columns.number(table.rows().get(row).get(column)).ifPresent(parts::add);
                }
            }
            BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (parts.size() >= 2 && sum.compareTo(printed.get()) != 0) {
                plan.remark(RemarkCode.TABLE_TOTAL_DIFFERS, Severity.ERROR, plan.place(table, total),
                        "表“" + table.title() + "”的“" + header + "”合计为" + Columns.plain(printed.get()) + "，各行之和为"
                                + Columns.plain(sum) + "。",
                        List.of(header), parts.stream().map(Columns::plain).collect(Collectors.joining(" + ")) + " = "
                                + Columns.plain(sum) + " ≠ " + Columns.plain(printed.get()),
                        "核对各行和合计。");
            }
            stated(plan, table, header, total, printed.get());
        }
    }

    /** 共有…N家 in the table's own section, where the column counts enterprises. */
    private static void stated(CheckedPlan plan, ReadTable table, String header, int total, BigDecimal printed) {
        if (!header.contains("企业") || !header.contains("家") && !header.contains("数")) {
            return;
        }
        for (Sentence sentence : plan.sentences()) {
            Matcher stated = STATED.matcher(sentence.text());
            if (sentence.section().equals(table.section()) && sentence.place().line() != table.lines().get(total)
                    && stated.find() && sentence.text().contains("企业")
                    && new BigDecimal(stated.group(1)).compareTo(printed) != 0) {
                plan.remark(RemarkCode.TEXT_TOTAL_DIFFERS, Severity.ERROR, sentence.place(),
                        "文中“" + stated.group() + "”与表“" + table.title() + "”的合计" + Columns.plain(printed) + "不符。",
                        List.of(stated.group()), stated.group(1) + " ≠ " + Columns.plain(printed), "核对文字和表格。");
            }
        }
    }
}
