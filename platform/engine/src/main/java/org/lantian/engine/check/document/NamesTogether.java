package org.lantian.engine.check.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.engine.check.document.CheckedPlan.Item;
import org.lantian.plugin.grammar.RoleKind;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** Names in one list are parted by a mark. */
final class NamesTogether {

    private static final Pattern UNITS = Pattern.compile("^(.{2,14}?(?:局|委|办|厅|支队|中心))((?:市|区|县|省|各).{2,14}(?:局|委|办|厅|支队|中心))$");
    private static final Pattern PERSON = Pattern.compile("[\\p{IsHan}·]{2,8}");

    private NamesTogether() {
    }

    static void check(CheckedPlan plan) {
        Map<String, Integer> leaders = new HashMap<>();
        plan.items().forEach(one -> one.item().roles().of(RoleKind.LEADER)
                .forEach(name -> leaders.merge(name, 1, Integer::sum)));
        plan.items().forEach(one -> {
            one.item().roles().of(RoleKind.LEADER).forEach(name -> parts(name, leaders)
                    .ifPresent(parts -> report(plan, one, "责任领导", name, parts)));
            for (RoleKind kind : List.of(RoleKind.LEAD, RoleKind.COOPERATING, RoleKind.RESPONSIBLE)) {
                one.item().roles().of(kind).forEach(name -> {
                    Matcher units = UNITS.matcher(name);
                    if (units.matches()) {
                        report(plan, one, "单位", name, units.group(1) + "、" + units.group(2));
                    }
                });
            }
        });
    }

    private static void report(CheckedPlan plan, Item item, String what, String name, String parts) {
        plan.remark(RemarkCode.NAMES_UNSEPARATED, Severity.WARNING, plan.place(item),
                "第" + item.item().no() + "项的" + what + "“" + name + "”之间缺少分隔，疑为“" + parts + "”。", List.of(name), "",
                "在两个名称之间加顿号。");
    }

    /** Two names in one: one of them leads elsewhere, or there are too many characters for one person. */
    private static Optional<String> parts(String name, Map<String, Integer> leaders) {
        if (!PERSON.matcher(name).matches() || name.contains("·")) {
            return Optional.empty();
        }
        for (String known : leaders.keySet()) {
            if (known.length() >= 2 && name.length() > known.length() + 1) {
                if (name.startsWith(known)) {
                    return Optional.of(known + "、" + name.substring(known.length()));
                }
                if (name.endsWith(known)) {
                    return Optional.of(name.substring(0, name.length() - known.length()) + "、" + known);
                }
            }
        }
        return name.length() < 5 ? Optional.empty()
                : Optional.of(name.substring(0, name.length() / 2) + "、" + name.substring(name.length() / 2));
    }
}
