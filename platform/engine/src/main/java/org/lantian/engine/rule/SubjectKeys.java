package org.lantian.engine.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.lantian.plugin.rule.DiagnosisRule.Subject;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/** Natural keys of an enterprise's rows: they survive a repeated import, where row ids do not. */
final class SubjectKeys {

    private SubjectKeys() {
    }

    /** One key a row: its naming field, with #2, #3 for repeated names; a nameless row is called by its place. */
    static List<String> of(List<Map<Field, FieldValue>> rows, FieldGroup group) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> keys = new ArrayList<>();
        for (Map<Field, FieldValue> row : rows) {
            FieldValue name = row.getOrDefault(namingField(group), new FieldValue.Absent());
            String base = name instanceof FieldValue.Text(String word) ? word : "第" + (keys.size() + 1) + "行";
            int count = seen.merge(base, 1, Integer::sum);
            keys.add(count == 1 ? base : base + "#" + count);
        }
        return keys;
    }

    static FieldGroup groupOf(Subject subject) {
        return FieldGroup.valueOf(subject.name());
    }

    private static Field namingField(FieldGroup group) {
        return switch (group) {
            case EQUIPMENT -> Field.EQUIPMENT_NAME;
            case ENERGY_USE -> Field.ENERGY_TYPE;
            case PRODUCT -> Field.PRODUCT_NAME;
            case RAW_MATERIAL -> Field.MATERIAL_NAME;
            case TREATMENT -> Field.TREATMENT_PROCESS;
            case OUTLET -> Field.OUTLET_NUMBER;
            case VOCS_MATERIAL -> Field.VOCS_MATERIAL_NAME;
            case PRODUCTION_LINE -> Field.LINE_NAME;
            case EMISSION -> Field.EMISSION_POLLUTANT;
            case ROW, CLUSTER, ENTERPRISE, TRANSPORT, FINDING, MEASURE ->
                throw new IllegalArgumentException(group + " has no rows of its own");
        };
    }
}
