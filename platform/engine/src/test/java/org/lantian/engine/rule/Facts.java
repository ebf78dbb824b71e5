package org.lantian.engine.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.table.ValueType;

/** Small facts: field, text, field, text …; {@code /} is none, a blank is absent. */
final class Facts {

    private Facts() {
    }

    static Map<Field, FieldValue> row(Object... fieldsAndTexts) {
        Map<Field, FieldValue> row = new EnumMap<>(Field.class);
        for (int i = 0; i < fieldsAndTexts.length; i += 2) {
            Field field = (Field) fieldsAndTexts[i];
            row.put(field, value(field, (String) fieldsAndTexts[i + 1]));
        }
        return row;
    }

    @SafeVarargs
    static EnterpriseFacts enterprise(Map<Field, FieldValue> values, Map<Field, FieldValue>... rows) {
        Map<FieldGroup, List<Map<Field, FieldValue>>> groups = new HashMap<>();
        Arrays.stream(rows).forEach(row -> groups
                .computeIfAbsent(row.keySet().iterator().next().group(), _ -> new ArrayList<>()).add(row));
        return new EnterpriseFacts("1", values, groups);
    }

    private static FieldValue value(Field field, String text) {
        if ("/".equals(text)) {
            return new FieldValue.None();
        }
        if (text.isBlank()) {
            return new FieldValue.Absent();
        }
        return field.type() == ValueType.DECIMAL ? new FieldValue.Number(new BigDecimal(text))
                : new FieldValue.Text(text);
    }
}
