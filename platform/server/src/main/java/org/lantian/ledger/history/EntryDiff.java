package org.lantian.ledger.history;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.lantian.engine.rule.FieldValue;
import org.lantian.ledger.EntryChange;
import org.lantian.ledger.LedgerEntry;
import org.lantian.ledger.LedgerRow;
import org.lantian.ledger.LedgerText;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/** The fields in which an enterprise's entry differs from what it was. The approval is the cluster's, not its own. */
final class EntryDiff {

    private final List<FieldChange> changes = new ArrayList<>();
    private final int year;

    private EntryDiff(int year) {
        this.year = year;
    }

    /** In the order of the catalogue, then of the rows. */
    static List<FieldChange> of(EntryChange change) {
        EntryDiff diff = new EntryDiff(change.after().or(change::before).orElseThrow().year());
        diff.compareOwn(change.before(), change.after());
        Set<FieldGroup> groups = EnumSet.noneOf(FieldGroup.class);
        change.before().ifPresent(entry -> groups.addAll(entry.rows().keySet()));
        change.after().ifPresent(entry -> groups.addAll(entry.rows().keySet()));
        groups.forEach(group -> new RowPairs(group).of(rows(change.before(), group), rows(change.after(), group))
                .forEach(diff::compareRow));
        return diff.changes;
    }

    private void compareOwn(Optional<LedgerEntry> before, Optional<LedgerEntry> after) {
        for (Field field : Field.values()) {
            if (!field.group().hasRows() && field != Field.CLUSTER_APPROVAL) {
                note(field.id(), Optional.empty(), value(before, field), value(after, field),
                        field.group() == FieldGroup.TRANSPORT);
            }
        }
        Map<String, String> old = before.map(entry -> entry.enterprise().attributes()).orElse(Map.of());
        Map<String, String> fresh = after.map(entry -> entry.enterprise().attributes()).orElse(Map.of());
        compareAttributes(Optional.empty(), old, fresh, false);
    }

    private void compareRow(RowPairs.Pair pair) {
        Map<Field, FieldValue> old = pair.before().map(LedgerRow::values).orElse(Map.of());
        Map<Field, FieldValue> fresh = pair.after().map(LedgerRow::values).orElse(Map.of());
        Set<Field> fields = EnumSet.noneOf(Field.class);
        fields.addAll(old.keySet());
        fields.addAll(fresh.keySet());
        fields.forEach(field -> note(field.id(), Optional.of(pair.label()), text(old.get(field)),
                text(fresh.get(field)), true));
        compareAttributes(Optional.of(pair.label()), pair.before().map(LedgerRow::attributes).orElse(Map.of()),
                pair.after().map(LedgerRow::attributes).orElse(Map.of()), true);
    }

    private void compareAttributes(Optional<String> row, Map<String, String> old, Map<String, String> fresh,
            boolean yearly) {
        Set<String> columns = new TreeSet<>(old.keySet());
        columns.addAll(fresh.keySet());
        columns.forEach(column -> note(column, row, Optional.ofNullable(old.get(column)),
                Optional.ofNullable(fresh.get(column)), yearly));
    }

    private void note(String field, Optional<String> row, Optional<String> before, Optional<String> after,
            boolean yearly) {
        if (!Objects.equals(before, after)) {
            changes.add(new FieldChange(field, yearly ? Optional.of(year) : Optional.empty(), row, before, after));
        }
    }

    private static List<LedgerRow> rows(Optional<LedgerEntry> entry, FieldGroup group) {
        return entry.map(one -> one.rows(group)).orElse(List.of());
    }

    private static Optional<String> value(Optional<LedgerEntry> entry, Field field) {
        return entry.flatMap(one -> text(one.values().get(field)));
    }

    private static Optional<String> text(@Nullable FieldValue value) {
        return Optional.ofNullable(LedgerText.write(value));
    }
}
