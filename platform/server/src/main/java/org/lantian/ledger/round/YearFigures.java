package org.lantian.ledger.round;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.lantian.engine.rule.FieldValue;
import org.lantian.ledger.LedgerEntry;
import org.lantian.ledger.LedgerRow;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/** The figures of an entry that can be compared between years and asked for by period. */
final class YearFigures {

    /** An amount, what it is an amount of, and its unit; emissions are tonnes, without a column that says so. */
    private record Amount(FieldGroup group, Field name, Field amount, Optional<Field> unit) {

        String unit(LedgerRow row) {
            return unit.map(field -> text(row, field).orElse("")).orElse(TONNES);
        }
    }

    private static final String TONNES = "吨";

    private static final List<Amount> AMOUNTS = List.of(
            new Amount(FieldGroup.PRODUCT, Field.PRODUCT_NAME, Field.PRODUCT_OUTPUT,
                    Optional.of(Field.PRODUCT_UNIT)),
            new Amount(FieldGroup.ENERGY_USE, Field.ENERGY_TYPE, Field.ENERGY_AMOUNT,
                    Optional.of(Field.ENERGY_UNIT)),
            new Amount(FieldGroup.RAW_MATERIAL, Field.MATERIAL_NAME, Field.MATERIAL_AMOUNT,
                    Optional.of(Field.MATERIAL_UNIT)),
            new Amount(FieldGroup.EMISSION, Field.EMISSION_POLLUTANT, Field.EMISSION_ACTUAL, Optional.empty()));

    private YearFigures() {
    }

    /** Whether the months of the field add up to the quarter; concentrations and contents are means. */
    static boolean isSum(String field) {
        return AMOUNTS.stream().anyMatch(amount -> amount.amount().id().equals(field));
    }

    /** What a form asks for: every named product, fuel, material and pollutant once. */
    static List<Figure.Asked> asked(LedgerEntry entry) {
        List<Figure.Asked> asked = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Amount amount : AMOUNTS) {
            for (LedgerRow row : entry.rows(amount.group())) {
                Optional<String> name = text(row, amount.name());
                if (name.isPresent() && seen.add(amount.amount().id() + "|" + name.get())) {
                    asked.add(new Figure.Asked(amount.amount().id(), name.get(), amount.unit(row)));
                }
            }
        }
        return asked;
    }

    /** Yearly figures; rows of one name and unit are added. */
    static List<Figure> of(LedgerEntry entry) {
        List<Figure> figures = new ArrayList<>();
        for (Amount amount : AMOUNTS) {
            for (LedgerRow row : entry.rows(amount.group())) {
                Optional<String> name = text(row, amount.name());
                if (name.isPresent() && row.values().get(amount.amount()) instanceof FieldValue.Number(BigDecimal value)) {
                    add(figures, new Figure(amount.amount().id(), name.get(), amount.unit(row), value));
                }
            }
        }
        return figures;
    }

    private static void add(List<Figure> figures, Figure fresh) {
        for (int i = 0; i < figures.size(); i++) {
            Figure known = figures.get(i);
            if (known.field().equals(fresh.field()) && known.row().equals(fresh.row())
                    && known.unit().equals(fresh.unit())) {
                figures.set(i, new Figure(known.field(), known.row(), known.unit(), known.value().add(fresh.value())));
                return;
            }
        }
        figures.add(fresh);
    }

    private static Optional<String> text(LedgerRow row, Field field) {
        return row.find(field).filter(FieldValue.Text.class::isInstance).map(FieldValue::print);
    }
}
