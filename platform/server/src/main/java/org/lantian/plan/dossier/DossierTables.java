package org.lantian.plan.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lantian.engine.document.Block.Align;
import org.lantian.engine.document.Block.Column;
import org.lantian.engine.document.Block.Table;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.rule.FieldValue;
import org.lantian.ledger.LedgerEntry;
import org.lantian.ledger.LedgerRow;
import org.lantian.plan.draft.PlanTables;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.table.TableSpec;

/** The ledger's part of a file: the columns of the profile's tables, gathered by what they are about. */
final class DossierTables {

    private static final Set<FieldGroup> ONCE = EnumSet.of(FieldGroup.ENTERPRISE, FieldGroup.CLUSTER, FieldGroup.TRANSPORT);
    private static final int WIDEST = 20;

    private final LedgerEntry entry;
    private final List<TableSpec> tables;

    DossierTables(ResolvedProfile profile, LedgerEntry entry) {
        this.entry = entry;
        this.tables = profile.tables();
    }

    /** 项目 and 内容 of all that an enterprise has once, each field once. */
    Table facts() {
        List<List<String>> rows = new ArrayList<>();
        Set<Field> seen = EnumSet.noneOf(Field.class);
        for (TableSpec table : tables) {
            for (ColumnSpec leaf : table.leaves()) {
                if (leaf.field().filter(field -> ONCE.contains(field.group()) && seen.add(field)).isPresent()) {
                    rows.add(List.of(leaf.field().get().meaning(), fact(leaf.field().get())));
                } else if (leaf.field().isEmpty() && table.groupOf(leaf) == FieldGroup.ENTERPRISE) {
                    rows.add(List.of(header(leaf), entry.enterprise().attributes().getOrDefault(leaf.id(), "")));
                }
            }
        }
        return new Table("facts", "企业基本信息", List.of(new Column("item", "项目", Align.LEFT, 6, List.of()),
                new Column("content", "内容", Align.LEFT, 14, List.of())), rows, List.of(), "");
    }

    private String fact(Field field) {
        String text = value(entry.values().get(field));
        String name = field == Field.ENTERPRISE_INDUSTRY ? PlanTables.industry(text) : text;
        return name.equals(text) ? text : text + " " + name;
    }

    /** The entries of a group in the columns of the table that says most of it; empty if the ledger has none. */
    Optional<Table> entries(FieldGroup group, String caption) {
        List<LedgerRow> rows = entry.rows(group);
        TableSpec table = tables.stream().max(Comparator.comparingLong(one -> leaves(one, group).size())).orElseThrow();
        List<ColumnSpec> leaves = leaves(table, group);
        if (rows.isEmpty() || leaves.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Table(group.name(), caption, columns(table, leaves), rows.stream()
                .map(row -> leaves.stream().map(leaf -> cell(row, leaf)).toList()).toList(), List.of(), ""));
    }

    private static List<ColumnSpec> leaves(TableSpec table, FieldGroup group) {
        return table.leaves().stream().filter(leaf -> table.groupOf(leaf) == group).toList();
    }

    /** A lone header above all columns says no more than the caption. */
    private List<Column> columns(TableSpec table, List<ColumnSpec> leaves) {
        List<Column> columns = table.columns().stream().flatMap(column -> column(column, leaves).stream()).toList();
        return columns.size() == 1 && columns.getFirst().leafCount() > 1 ? columns.getFirst().children() : columns;
    }

    private Optional<Column> column(ColumnSpec spec, List<ColumnSpec> leaves) {
        if (spec.leaf()) {
            return Optional.of(new Column(spec.id(), header(spec), PlanTables.align(spec.type()), spec.width(), List.of()))
                    .filter(_ -> leaves.contains(spec));
        }
        List<Column> children = spec.children().stream().flatMap(child -> column(child, leaves).stream()).toList();
        int width = Math.min(WIDEST, children.stream().mapToInt(Column::width).sum());
        return children.isEmpty() ? Optional.empty()
                : Optional.of(new Column(spec.id(), header(spec), Align.CENTER, width, children));
    }

    private String header(ColumnSpec column) {
        return column.header().replace("{baseYear}", Integer.toString(entry.year()));
    }

    private static String cell(LedgerRow row, ColumnSpec column) {
        return column.field().map(field -> value(row.values().get(field)))
                .orElseGet(() -> row.attributes().getOrDefault(column.id(), ""));
    }

    private static String value(@Nullable FieldValue value) {
        return value == null ? "" : PlanTables.printed(value);
    }
}
