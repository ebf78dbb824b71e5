package org.lantian.ledger.succession;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.engine.rule.FieldValue;
import org.lantian.ledger.LedgerRow;
import org.lantian.plugin.table.Field;

/**
 * Yearly emissions of two enterprises as those of one: a row a pollutant, tonnes added. A sum is unknown where one part
 * is, and words that differ, as the method, stand side by side only in the source.
 */
final class SummedEmissions {

    private static final List<Field> TONNES = List.of(Field.EMISSION_PERMITTED, Field.EMISSION_ACTUAL);

    private SummedEmissions() {
    }

    static List<LedgerRow> of(List<LedgerRow> one, List<LedgerRow> two) {
        List<LedgerRow> rows = new ArrayList<>();
        for (LedgerRow row : one) {
            rows.add(find(two, row).map(other -> sum(row, other)).orElse(row));
        }
        two.stream().filter(row -> find(one, row).isEmpty()).forEach(rows::add);
        return rows;
    }

    private static Optional<LedgerRow> find(List<LedgerRow> rows, LedgerRow like) {
        return rows.stream().filter(row -> row.find(Field.EMISSION_POLLUTANT).equals(like.find(Field.EMISSION_POLLUTANT)))
                .findFirst();
    }

    private static LedgerRow sum(LedgerRow one, LedgerRow two) {
        Map<Field, FieldValue> values = new EnumMap<>(Field.class);
        values.putAll(one.values());
        TONNES.forEach(field -> {
            if (one.values().get(field) instanceof FieldValue.Number(BigDecimal a)
                    && two.values().get(field) instanceof FieldValue.Number(BigDecimal b)) {
                values.put(field, new FieldValue.Number(a.add(b)));
            } else {
                values.remove(field);
            }
        });
        if (!one.find(Field.EMISSION_METHOD).equals(two.find(Field.EMISSION_METHOD))) {
            values.remove(Field.EMISSION_METHOD);
        }
        two.find(Field.EMISSION_SOURCE).filter(source -> !one.find(Field.EMISSION_SOURCE).equals(Optional.of(source)))
                .ifPresent(source -> values.merge(Field.EMISSION_SOURCE, source,
                        (a, b) -> new FieldValue.Text(a.print() + "；" + b.print())));
        return new LedgerRow(values, one.attributes());
    }
}
