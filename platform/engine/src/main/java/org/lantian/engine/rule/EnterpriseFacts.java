package org.lantian.engine.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/**
 * What is known of one enterprise in the base year.
 *
 * @param key the caller's id of the enterprise
 * @param values enterprise-level values (groups CLUSTER, ENTERPRISE, TRANSPORT); a field left out is absent
 * @param rows rows of each repeating group in ledger order; a group left out has no row
 */
public record EnterpriseFacts(String key, Map<Field, FieldValue> values,
        Map<FieldGroup, List<Map<Field, FieldValue>>> rows) {

    public EnterpriseFacts {
        values = checked(values);
        Map<FieldGroup, List<Map<Field, FieldValue>>> copy = new HashMap<>();
        rows.forEach((group, list) -> copy.put(group, list.stream().map(EnterpriseFacts::checked).toList()));
        rows = Map.copyOf(copy);
    }

    /** Rows of a group; none if the group was left out. */
    public List<Map<Field, FieldValue>> rowsOf(FieldGroup group) {
        return rows.getOrDefault(group, List.of());
    }

    private static Map<Field, FieldValue> checked(Map<Field, FieldValue> values) {
        values.forEach((field, value) -> {
            if (!value.fits(field.type())) {
                throw new IllegalArgumentException("field " + field.id() + " is " + field.type() + ", not " + value);
            }
        });
        return Map.copyOf(values);
    }
}
