package org.lantian.engine.check.document;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.lantian.engine.check.document.CheckedPlan.Item;
import org.lantian.plugin.grammar.RoleKind;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** Names in one list are parted by a mark. */
final class NamesTogether {

    private static final Pattern UNITS = Pattern.compile("^(.{2,14}?(?:局|委|办|厅|支队|中心))((?:市|区|县|省|各).{2,14}(?:局|委|办|厅|支队|中心))$");
    private static final Pattern PERSON = Pattern.compile("\\p{IsHan}{2,8}");

    private static final int TWO_NAMES = 5;

    private NamesTogether() {
    }

    static void check(CheckedPlan plan) {
        plan.items().forEach(one -> {
            List<String> leaders = one.item().roles().of(RoleKind.LEADER);
            one.item().joinedNames().forEach(joined -> report(plan, one, "责任领导", joined, parts(joined, leaders)));
            leaders.stream().filter(NamesTogether::tooLong).forEach(name -> report(plan, one, "责任领导", name, halves(name)));
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

    /** The names that the reader parted it into. */
    private static String parts(String joined, List<String> leaders) {
        return leaders.stream().filter(joined::contains).collect(Collectors.joining("、"));
    }

    /** More characters than one person's name has. */
    private static boolean tooLong(String name) {
        return PERSON.matcher(name).matches() && name.length() >= TWO_NAMES;
    }

    private static String halves(String name) {
        return name.substring(0, name.length() / 2) + "、" + name.substring(name.length() / 2);
    }
}
