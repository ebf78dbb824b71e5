package org.lantian.engine.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.lantian.engine.diff.DiffClause;
import org.lantian.plugin.grammar.RoleKind;

/** A plan as a row of clauses, for comparing two editions: headings, paragraphs, items with their roles, table rows. */
public final class PlanClauses {

    private static final Pattern BRACKET = Pattern.compile("[（〔【\\[](?:[^（〔【\\[）〕】\\]]|[（(][^）)]*[）)])*[）〕】\\]]");

    private PlanClauses() {
    }

    public static List<DiffClause> of(ReadPlan plan) {
        List<DiffClause> clauses = new ArrayList<>(List.of(new DiffClause("标题", plan.title())));
        for (ReadSection section : plan.sections()) {
            String place = section.number() + section.heading();
            clauses.add(new DiffClause(place, section.heading()));
            section.paragraphs().forEach(paragraph -> clauses.add(new DiffClause(place, paragraph.text())));
            section.items().forEach(item -> item(clauses, place, item));
            plan.tables().stream().filter(table -> table.section().equals(section.id()))
                    .forEach(table -> table(clauses, place, table));
        }
        return clauses;
    }

    private static void item(List<DiffClause> clauses, String section, ReadItem item) {
        String place = section + "第" + item.no() + "项";
        clauses.add(new DiffClause(place, withoutRoles(item)));
        if (!item.roles().isEmpty() && item.rolesFrom() == ReadItem.RolesFrom.OWN) {
            clauses.add(new DiffClause(place + "分工", List.of(RoleKind.values()).stream()
                    .filter(kind -> !item.roles().of(kind).isEmpty())
                    .map(kind -> kind.key() + " " + String.join("、", item.roles().of(kind)))
                    .collect(Collectors.joining("；", item.title() + "：", ""))));
        }
    }

    /** Brackets that say who does it are compared as roles, so that a changed unit is one change. */
    private static String withoutRoles(ReadItem item) {
        List<String> names = List.of(RoleKind.values()).stream().flatMap(kind -> item.roles().of(kind).stream()).toList();
        return names.isEmpty() ? item.text() : BRACKET.matcher(item.text()).replaceAll(found ->
                names.stream().anyMatch(found.group()::contains) ? "" : Matcher.quoteReplacement(found.group())).strip();
    }

    private static void table(List<DiffClause> clauses, String section, ReadTable table) {
        String place = section + "表“" + table.title() + "”";
        clauses.add(new DiffClause(place, String.join("｜", table.columns())));
        for (int row = 0; row < table.rows().size(); row++) {
            clauses.add(new DiffClause(place + "第" + (row + 1) + "行", String.join("｜", table.rows().get(row))));
        }
    }
}
