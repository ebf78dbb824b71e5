package org.lantian.plan.draft;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.lantian.engine.rule.EnterpriseFacts;
import org.lantian.engine.rule.FieldValue;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/** Reads facts. */
final class Values {

    private Values() {
    }

    static String name(EnterpriseFacts enterprise) {
        return text(enterprise.values(), Field.ENTERPRISE_NAME).orElse(enterprise.key());
    }

    static FieldValue value(Map<Field, FieldValue> row, Field field) {
        return row.getOrDefault(field, new FieldValue.Absent());
    }

    /** A given text; none and absent are empty. */
    static Optional<String> text(Map<Field, FieldValue> row, Field field) {
        return value(row, field) instanceof FieldValue.Text(String text) ? Optional.of(text) : Optional.empty();
    }

    static Optional<BigDecimal> number(Map<Field, FieldValue> row, Field field) {
        return value(row, field) instanceof FieldValue.Number(BigDecimal number) ? Optional.of(number)
                : Optional.empty();
    }

    /** The rows of a group of all enterprises, each with its enterprise. */
    static Stream<Row> rows(ClusterFacts facts, FieldGroup group) {
        return facts.enterprises().stream()
                .flatMap(enterprise -> enterprise.rowsOf(group).stream().map(row -> new Row(enterprise, row)));
    }

    /** One ledger row and whose it is. */
    record Row(EnterpriseFacts enterprise, Map<Field, FieldValue> values) {

        Optional<String> text(Field field) {
            return Values.text(values, field);
        }

        Optional<BigDecimal> number(Field field) {
            return Values.number(values, field);
        }
    }
}
