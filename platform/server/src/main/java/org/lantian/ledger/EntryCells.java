package org.lantian.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.lantian.engine.rule.FieldValue;
import org.lantian.engine.sheet.SheetContent.Entry;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.table.TableSpec;

/** The cells of one enterprise in a table: one row with aligned lines, or a row an entry of a listed group. */
final class EntryCells {

    private final TableSpec table;
    private final LedgerEntry entry;

    EntryCells(TableSpec table, LedgerEntry entry) {
        this.table = table;
        this.entry = entry;
    }

    /** The rows, numbered from {@code ordinal}; none if the table lists entries and there are none. */
    List<List<Entry>> rows(int ordinal) {
        Optional<FieldGroup> listed = table.leaves().stream().map(table::groupOf).filter(FieldGroup::listed).findFirst();
        if (listed.isEmpty()) {
            return List.of(row(ordinal, Optional.empty()));
        }
        List<LedgerRow> entries = entry.rows(listed.get());
        return IntStream.range(0, entries.size())
                .mapToObj(i -> row(ordinal + i, Optional.of(entries.get(i)))).toList();
    }

    private List<Entry> row(int ordinal, Optional<LedgerRow> listed) {
        List<Entry> cells = new ArrayList<>();
        for (ColumnSpec column : table.leaves()) {
            FieldGroup group = table.groupOf(column);
            if (group == FieldGroup.ROW) {
                cells.add(new Entry.Number(BigDecimal.valueOf(ordinal)));
            } else if (group.listed()) {
                cells.add(cell(column, listed.orElseThrow()));
            } else if (group.repeating()) {
                cells.add(Entry.lines(entry.rows(group).stream().map(row -> cell(column, row)).toList()));
            } else {
                cells.add(column.field().map(field -> cell(entry.values().get(field)))
                        .orElseGet(() -> text(entry.enterprise().attributes(), column)));
            }
        }
        return cells;
    }

    private static Entry cell(ColumnSpec column, LedgerRow row) {
        return column.field().map(field -> cell(row.values().get(field)))
                .orElseGet(() -> text(row.attributes(), column));
    }

    private static Entry text(Map<String, String> attributes, ColumnSpec column) {
        return Entry.text(attributes.getOrDefault(column.id(), ""));
    }

    private static Entry cell(@Nullable FieldValue value) {
        return switch (value) {
            case FieldValue.Number(BigDecimal number) -> new Entry.Number(number);
            case null -> new Entry.Blank();
            case FieldValue.Absent() -> new Entry.Blank();
            case FieldValue.Text text -> Entry.text(text.value());
            case FieldValue.None() -> Entry.text(LedgerText.NONE);
        };
    }
}
