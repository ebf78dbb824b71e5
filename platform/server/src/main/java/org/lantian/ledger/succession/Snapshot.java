package org.lantian.ledger.succession;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.lantian.engine.rule.FieldValue;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.LedgerEntry;
import org.lantian.ledger.LedgerRow;
import org.lantian.ledger.LedgerText;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.table.ValueType;

/**
 * An entry as JSON, so that a command can be undone.
 *
 * @param own credit code, permit number and the other values that a merge may fill
 * @param values single values by field id
 * @param rows entries by group
 */
record Snapshot(int year, Map<String, String> own, Map<String, String> attributes, Map<String, String> values,
        Map<String, List<Row>> rows) {

    /** An entry of a repeating group. */
    record Row(Map<String, String> values, Map<String, String> attributes) {
    }

    static Snapshot of(LedgerEntry entry) {
        Map<String, String> own = new HashMap<>();
        Enterprise enterprise = entry.enterprise();
        put(own, "creditCode", enterprise.creditCode());
        put(own, "permitNumber", enterprise.permitNumber());
        put(own, "county", enterprise.county());
        put(own, "town", enterprise.town());
        put(own, "divisionCode", enterprise.divisionCode());
        put(own, "industry", enterprise.industry());
        put(own, "industryCode", enterprise.industryCode());
        put(own, "grade", enterprise.grade());
        Map<String, List<Row>> rows = new HashMap<>();
        entry.rows().forEach((group, list) -> rows.put(group.name(),
                list.stream().map(row -> new Row(texts(row.values()), row.attributes())).toList()));
        return new Snapshot(entry.year(), own, enterprise.attributes(), texts(entry.values()), rows);
    }

    /** The entry again, of the enterprise as it is called today. */
    LedgerEntry entry(LedgerEntry today) {
        Enterprise now = today.enterprise();
        Enterprise enterprise = new Enterprise(now.id(), now.clusterId(), now.name(), now.nameKey(),
                own.get("creditCode"), own.get("permitNumber"), own.get("county"), own.get("town"),
                own.get("divisionCode"), own.get("industry"), own.get("industryCode"), own.get("grade"), now.tags(),
                attributes, now.updatedAt(), now.rowVersion());
        Map<FieldGroup, List<LedgerRow>> read = new EnumMap<>(FieldGroup.class);
        rows.forEach((group, list) -> read.put(FieldGroup.valueOf(group),
                list.stream().map(row -> new LedgerRow(values(row.values()), row.attributes())).toList()));
        return new LedgerEntry(enterprise, today.cluster(), year, values(values), read).of(enterprise);
    }

    private static void put(Map<String, String> own, String name, @Nullable String value) {
        if (value != null) {
            own.put(name, value);
        }
    }

    private static Map<String, String> texts(Map<Field, FieldValue> values) {
        return values.entrySet().stream().collect(Collectors.toMap(entry -> entry.getKey().id(),
                entry -> String.valueOf(LedgerText.write(entry.getValue()))));
    }

    private static Map<Field, FieldValue> values(Map<String, String> texts) {
        Map<Field, FieldValue> values = new EnumMap<>(Field.class);
        texts.forEach((id, text) -> Field.ofId(id).ifPresent(field -> values.put(field, value(field, text))));
        return values;
    }

    private static FieldValue value(Field field, String text) {
        boolean number = field.type() == ValueType.DECIMAL || field.type() == ValueType.INTEGER;
        return number && !text.equals(LedgerText.NONE) ? new FieldValue.Number(new BigDecimal(text))
                : LedgerText.read(text);
    }
}
