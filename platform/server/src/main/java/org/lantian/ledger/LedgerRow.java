package org.lantian.ledger;

import java.util.Map;
import java.util.Optional;

import org.lantian.engine.rule.FieldValue;
import org.lantian.plugin.table.Field;

/**
 * An entry of a repeating group.
 *
 * @param values given and none values; an absent field is left out
 * @param attributes columns a profile declares beyond the catalogue, by column id
 */
public record LedgerRow(Map<Field, FieldValue> values, Map<String, String> attributes) {

    public LedgerRow {
        values = Map.copyOf(values);
        attributes = Map.copyOf(attributes);
    }

    public Optional<FieldValue> find(Field field) {
        return Optional.ofNullable(values.get(field));
    }
}
