package org.lantian.engine.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.lantian.engine.rule.Condition;
import org.lantian.engine.rule.DiagnosisEngine;
import org.lantian.engine.rule.RegisterRules;
import org.lantian.engine.rule.RuleCompilationException;
import org.lantian.plugin.outline.OutlineNode;
import org.lantian.plugin.rule.DiagnosisRule;
import org.lantian.plugin.rule.EmissionLimit;
import org.lantian.plugin.rule.TechniqueList;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.TableSpec;
import org.lantian.plugin.table.ValueType;

/** What must hold across the parts of a profile; each record checks what holds within itself. */
final class ProfileCheck {

    private static final int MAX_HEADER_ROWS = 3;

    private ProfileCheck() {
    }

    /** Faults of one contribution alone. */
    static List<String> contribution(ProfileContribution own, boolean hasParent) {
        List<String> problems = new ArrayList<>();
        if (hasParent && !own.outline().isEmpty()) {
            problems.add("只有不继承其他模板的模板才能定义大纲节点。");
        }
        if (!hasParent && !own.deletions().isEmpty()) {
            problems.add("没有继承任何模板，不能有deletions。");
        }
        duplicates("大纲节点", own.outline(), OutlineNode::code, problems);
        duplicates("表格", own.tables(), TableSpec::id, problems);
        duplicates("诊断规则", own.diagnosisRules(), DiagnosisRule::id, problems);
        duplicates("限值", own.limits(), EmissionLimit::id, problems);
        RegionPart.ALL.forEach(part -> duplicates(part.kind(), part.entries(own.region()), RegionPart.Entry::id, problems));
        duplicates("工艺清单", own.techniqueLists(), TechniqueList::id, problems);
        return problems;
    }

    /** Faults of the merged whole. */
    static List<String> merged(ProfileContribution merged) {
        List<String> problems = new ArrayList<>();
        merged.tables().forEach(table -> table(table, problems));
        duplicates("工作表名", merged.tables(), TableSpec::sheet, problems);
        outline(merged, problems);
        rules(merged, problems);
        RegionCheck.check(merged.region(), merged.outline(), problems);
        return problems;
    }

    private static void rules(ProfileContribution merged, List<String> problems) {
        try {
            DiagnosisEngine.check(Stream.concat(merged.diagnosisRules().stream(), merged.region().registers().stream()
                    .flatMap(register -> RegisterRules.ruleOf(register).stream())).toList(), merged.limits(),
                    merged.techniqueLists(), merged.region().sourceCategories());
        } catch (RuleCompilationException fault) {
            problems.addAll(fault.problems());
        }
    }

    private static void table(TableSpec table, List<String> problems) {
        String name = "表“" + table.id() + "”";
        List<ColumnSpec> all = table.columns().stream().flatMap(ProfileCheck::withDescendants).toList();
        duplicates(name + "的列", all, ColumnSpec::id, problems);
        int depth = table.columns().stream().mapToInt(ProfileCheck::depth).max().orElse(0);
        if (depth > MAX_HEADER_ROWS) {
            problems.add(name + "的表头有" + depth + "层，最多" + MAX_HEADER_ROWS + "层。");
        }
        Set<Field> visible = table.leaves().stream().flatMap(column -> column.field().stream())
                .collect(Collectors.toSet());
        for (ColumnSpec column : table.leaves()) {
            condition(name, column, visible, problems);
            boolean choice = column.type() == ValueType.CHOICE;
            if (choice && column.allowed().isEmpty()) {
                problems.add(name + "的列“" + column.id() + "”是选项列，须有allowed。");
            }
            if (!choice && !column.allowed().isEmpty()) {
                problems.add(name + "的列“" + column.id() + "”不是选项列，不能有allowed。");
            }
        }
    }

    private static void condition(String table, ColumnSpec column, Set<Field> visible, List<String> problems) {
        try {
            Condition.compile(column.requiredWhen(), visible);
        } catch (RuleCompilationException fault) {
            fault.problems().forEach(problem -> problems.add(
                    table + "的列“" + column.id() + "”的requiredWhen：" + problem));
        }
    }

    private static void outline(ProfileContribution merged, List<String> problems) {
        for (OutlineNode node : merged.outline()) {
            node.parent().filter(up -> merged.outline().stream().noneMatch(other -> other.code().equals(up)))
                    .ifPresent(up -> problems.add("大纲节点“" + node.code() + "”的上级“" + up + "”不存在。"));
            node.tableId().filter(id -> merged.tables().stream().noneMatch(table -> table.id().equals(id)))
                    .ifPresent(id -> problems.add("大纲节点“" + node.code() + "”引用的表格“" + id + "”不存在。"));
        }
    }

    private static <T> void duplicates(String what, List<? extends T> entries, Function<T, String> idOf,
            List<String> problems) {
        Set<String> seen = new HashSet<>();
        for (T entry : entries) {
            String id = idOf.apply(entry);
            if (!seen.add(id)) {
                problems.add(what + "“" + id + "”重复。");
            }
        }
    }

    private static Stream<ColumnSpec> withDescendants(ColumnSpec column) {
        return Stream.concat(Stream.of(column), column.children().stream().flatMap(ProfileCheck::withDescendants));
    }

    private static int depth(ColumnSpec column) {
        return 1 + column.children().stream().mapToInt(ProfileCheck::depth).max().orElse(0);
    }
}
