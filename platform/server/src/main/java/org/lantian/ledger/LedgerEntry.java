package org.lantian.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.lantian.engine.rule.EnterpriseFacts;
import org.lantian.engine.rule.FieldValue;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/**
 * All that the ledger says of one enterprise in one year.
 *
 * @param values values of the groups CLUSTER, ENTERPRISE and TRANSPORT; an absent field is left out
 * @param rows entries of each repeating group in ledger order; a group without entries may be left out
 */
public record LedgerEntry(Enterprise enterprise, Cluster cluster, int year, Map<Field, FieldValue> values,
        Map<FieldGroup, List<LedgerRow>> rows) {

    public LedgerEntry {
        values = Map.copyOf(values);
        rows = Map.copyOf(rows);
    }

    /** The same of an enterprise whose own values changed. */
    public LedgerEntry of(Enterprise changed) {
        Map<Field, FieldValue> all = Ledger.values(changed, cluster);
        values.forEach((field, value) -> {
            if (field.group() == FieldGroup.TRANSPORT) {
                all.put(field, value);
            }
        });
        return new LedgerEntry(changed, cluster, year, all, rows);
    }

    public List<LedgerRow> rows(FieldGroup group) {
        return rows.getOrDefault(group, List.of());
    }

    /** The same as rules see it; its key is the enterprise's id. */
    public EnterpriseFacts facts() {
        Map<FieldGroup, List<Map<Field, FieldValue>>> lines = new HashMap<>();
        rows.forEach((group, list) -> lines.put(group, list.stream().map(LedgerRow::values).toList()));
        return new EnterpriseFacts(Long.toString(enterprise.requireId()), values, lines);
    }
}
