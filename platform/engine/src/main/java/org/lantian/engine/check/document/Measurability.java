package org.lantian.engine.check.document;

import java.util.List;
import java.util.stream.Collectors;

import org.lantian.engine.check.document.CheckedPlan.Item;
import org.lantian.engine.reading.Columns;
import org.lantian.engine.reading.Deadline;
import org.lantian.engine.reading.ReadTable;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** Tasks that nothing measures, and those whose deadline a higher plan sets. */
final class Measurability {

    private static final String HIGHER = "按(?:照)?(?:国家|省|市|上级)[^，。；]{0,10}时限.*";

    private Measurability() {
    }

    static void check(CheckedPlan plan) {
        List<Item> tasks = plan.tasks();
        List<Item> vague = tasks.stream().filter(task -> task.item().quantities().isEmpty()
                && task.item().deadlines().stream().allMatch(Deadline.None.class::isInstance)).toList();
        if (!vague.isEmpty()) {
            plan.remark(RemarkCode.TASK_UNMEASURABLE, Severity.INFO, plan.place(vague.getFirst()),
                    vague.size() + "项任务既没有完成时限也没有数量，难以考核：第" + numbers(vague) + "项。",
                    vague.stream().map(task -> task.item().no() + " " + task.item().title()).toList(),
                    vague.size() + " / " + tasks.size(), "补充时限、数量或可核查的结果。");
        }
        List<Item> higher = tasks.stream().filter(task -> task.item().deadlines().stream()
                .anyMatch(Deadline.HigherPlan.class::isInstance)).toList();
        if (!higher.isEmpty()) {
            plan.remark(RemarkCode.HIGHER_PLAN_DEADLINE, Severity.INFO, plan.place(higher.getFirst()),
                    higher.size() + "项任务的时限以上级方案为准，没有写明日期：第" + numbers(higher) + "项。",
                    higher.stream().map(task -> task.item().title()).toList(), "", "查明上级时限并写入方案。");
        }
        plan.plan().tables().forEach(table -> table(plan, table));
    }

    private static void table(CheckedPlan plan, ReadTable table) {
        List<Integer> rows = Columns.dataRows(table).stream()
                .filter(row -> table.rows().get(row).stream().anyMatch(cell -> cell.matches(HIGHER))).toList();
        if (!rows.isEmpty()) {
            plan.remark(RemarkCode.HIGHER_PLAN_DEADLINE, Severity.INFO, plan.place(table, rows.getFirst()),
                    "表“" + table.title() + "”有" + rows.size() + "行的时限以上级方案为准，没有写明日期。",
                    rows.stream().map(row -> "第" + (row + 1) + "行").toList(), rows.size() + " / " + table.rows().size(),
                    "查明上级时限并写入表格。");
        }
    }

    private static String numbers(List<Item> items) {
        return items.stream().map(task -> task.item().no()).collect(Collectors.joining("、"));
    }
}
