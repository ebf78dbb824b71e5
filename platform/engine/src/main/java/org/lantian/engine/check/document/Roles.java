package org.lantian.engine.check.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.lantian.engine.check.document.CheckedPlan.Item;
import org.lantian.engine.reading.ReadItem.RolesFrom;
import org.lantian.plugin.grammar.RoleKind;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** Where most tasks name a role, every task does; and one person does not lead most of them. */
final class Roles {

    private static final Map<RoleKind, String> WORDS = Map.of(RoleKind.LEADER, "责任领导", RoleKind.LEAD, "牵头单位",
            RoleKind.COOPERATING, "配合单位", RoleKind.RESPONSIBLE, "责任单位", RoleKind.ORGANISING, "组织落实单位");
    private static final List<RoleKind> EXPECTED = List.of(RoleKind.LEADER, RoleKind.LEAD, RoleKind.RESPONSIBLE);

    private Roles() {
    }

    static void check(CheckedPlan plan) {
        List<Item> tasks = plan.tasks();
        long withRoles = tasks.stream().filter(task -> !task.item().roles().isEmpty()).count();
        if (tasks.size() < 3 || withRoles * 2 <= tasks.size()) {
            return;
        }
        List<RoleKind> usual = EXPECTED.stream().filter(kind -> tasks.stream()
                .filter(task -> !task.item().roles().of(kind).isEmpty()).count() * 2 > tasks.size()).toList();
        for (Item task : tasks) {
            String named = "第" + task.item().no() + "项“" + task.item().title() + "”";
            if (task.item().rolesFrom() == RolesFrom.SHARED_BLOCK) {
                plan.remark(RemarkCode.ROLES_SHARED, Severity.INFO, plan.place(task),
                        named + "没有自己的责任分工，暂按其后一项共用的分工读取。", List.of(task.item().title()), "",
                        "确认是否共用；如共用，请在分工处写明包含的各项。");
                continue;
            }
            List<String> missing = new ArrayList<>();
            usual.stream().filter(kind -> task.item().roles().of(kind).isEmpty()
                    && !(kind == RoleKind.LEAD && !task.item().roles().of(RoleKind.ORGANISING).isEmpty()
                            && task.item().rolesFrom() == RolesFrom.OWN))
                    .forEach(kind -> missing.add(WORDS.get(kind)));
            if (!missing.isEmpty()) {
                plan.remark(RemarkCode.ROLES_MISSING, Severity.WARNING, plan.place(task),
                        named + "没有" + String.join("、", missing) + "，而多数任务都写明了。", missing, "",
                        "补上" + String.join("、", missing) + "。");
            }
        }
        load(plan, tasks);
    }

    private static void load(CheckedPlan plan, List<Item> tasks) {
        Map<String, Integer> counts = new TreeMap<>();
        tasks.forEach(task -> task.item().roles().of(RoleKind.LEADER).forEach(name -> counts.merge(name, 1, Integer::sum)));
        counts.forEach((name, count) -> {
            if (count * 2 > tasks.size() && tasks.size() >= 6) {
                plan.remark(RemarkCode.PERSON_LOAD, Severity.INFO, plan.place(tasks.getFirst().section()),
                        name + "是" + tasks.size() + "项任务中" + count + "项的责任领导，超过半数。", List.of(name),
                        count + " ÷ " + tasks.size() + " = " + Percent.of(count, tasks.size()), "考虑是否需要分担。");
            }
        });
    }
}
