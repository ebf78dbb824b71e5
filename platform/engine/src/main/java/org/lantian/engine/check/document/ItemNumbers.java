package org.lantian.engine.check.document;

import java.util.List;

import org.lantian.engine.check.document.CheckedPlan.Item;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** Items are numbered on through the whole plan, or from 1 in each section or box. */
final class ItemNumbers {

    private ItemNumbers() {
    }

    static void check(CheckedPlan plan) {
        List<Item> items = plan.items().filter(item -> number(item) > 0).toList();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            int number = number(item);
            boolean begins = i == 0 || !sameRow(items.get(i - 1), item);
            int last = i == 0 ? 0 : number(items.get(i - 1));
            if (number == last + 1 || begins && number == 1) {
                continue;
            }
            String named = "第" + number + "项“" + item.item().title() + "”";
            if (begins && i == 0 || number > last + 1) {
                plan.remark(RemarkCode.ITEM_NUMBER_GAP, Severity.ERROR, plan.place(item), named + "之前缺少第"
                        + (begins && i == 0 ? 1 : last + 1) + "项，序号不连续。", List.of(named),
                        "上一项" + last + "，本项" + number, "补上缺少的一项，或改正序号。");
            } else {
                plan.remark(RemarkCode.ITEM_NUMBER_REPEATED, Severity.ERROR, plan.place(item),
                        named + "的序号重复或倒退，应为" + (last + 1) + "。", List.of(named), "上一项" + last + "，本项" + number,
                        "改正序号。");
            }
        }
    }

    private static boolean sameRow(Item first, Item second) {
        return first.section().id().equals(second.section().id()) && first.item().box().equals(second.item().box());
    }

    private static int number(Item item) {
        return item.item().no().matches("\\d+") ? Integer.parseInt(item.item().no()) : 0;
    }
}
