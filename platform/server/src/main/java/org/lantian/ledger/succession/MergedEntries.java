package org.lantian.ledger.succession;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.lantian.engine.rule.FieldValue;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.LedgerEntry;
import org.lantian.ledger.LedgerRow;
import org.lantian.ledger.succession.EnterpriseCommand.Figures;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/**
 * Lays the entries of an enterprise into those of another. With ADD both sets of rows stand side by side and an amount of
 * transport is the sum, unknown where one part is; with KEEP only what the enterprise that stays lacks is taken over.
 */
final class MergedEntries {

    private final Figures figures;
    private final Map<Integer, LedgerEntry> entries;
    private final Map<String, String> outlets = new HashMap<>();

    /** @param into entries of the enterprise that stays, by year */
    MergedEntries(Figures figures, Map<Integer, LedgerEntry> into) {
        this.figures = figures;
        this.entries = new HashMap<>(into);
    }

    /** The entries as they are after all that was laid in. */
    Map<Integer, LedgerEntry> entries() {
        return Map.copyOf(entries);
    }

    /**
     * @param from entries of the enterprise that goes, of the same years
     * @return new number by old number of its outlets that need another one
     */
    Map<String, String> lay(Map<Integer, LedgerEntry> from) {
        outlets.clear();
        if (figures == Figures.ADD) {
            renumber(from);
        }
        Enterprise own = entries.values().iterator().next().enterprise();
        Enterprise filled = figures == Figures.KEEP ? fill(own, from.values().iterator().next().enterprise()) : own;
        entries.replaceAll((year, entry) -> merge(entry, from.get(year), filled));
        return Map.copyOf(outlets);
    }

    private void renumber(Map<Integer, LedgerEntry> from) {
        Set<String> taken = new HashSet<>();
        entries.values().forEach(entry -> taken.addAll(numbers(entry)));
        from.values().forEach(entry -> numbers(entry).stream().filter(taken::contains).forEach(
                number -> outlets.put(number, number + "（" + entry.enterprise().name() + "）")));
    }

    private static List<String> numbers(LedgerEntry entry) {
        return entry.rows(FieldGroup.OUTLET).stream().flatMap(row -> row.find(Field.OUTLET_NUMBER).stream())
                .filter(FieldValue.Text.class::isInstance).map(FieldValue::print).toList();
    }

    private LedgerEntry merge(LedgerEntry into, LedgerEntry from, Enterprise enterprise) {
        Map<FieldGroup, List<LedgerRow>> rows = new EnumMap<>(FieldGroup.class);
        rows.putAll(into.rows());
        from.rows().forEach((group, lines) -> {
            List<LedgerRow> present = into.rows(group);
            if (present.isEmpty()) {
                rows.put(group, lines.stream().map(this::renumbered).toList());
            } else if (figures == Figures.ADD && group == FieldGroup.EMISSION) {
                rows.put(group, SummedEmissions.of(present, lines));
            } else if (figures == Figures.ADD) {
                List<LedgerRow> both = new ArrayList<>(present);
                lines.forEach(line -> both.add(renumbered(line)));
                rows.put(group, both);
            }
        });
        Map<Field, FieldValue> values = new EnumMap<>(Field.class);
        transport(into, from, values);
        return new LedgerEntry(enterprise, into.cluster(), into.year(), values, rows).of(enterprise);
    }

    private LedgerRow renumbered(LedgerRow line) {
        Map<Field, FieldValue> values = new EnumMap<>(Field.class);
        values.putAll(line.values());
        values.computeIfPresent(Field.OUTLET_NUMBER, (field, number) -> new FieldValue.Text(
                outlets.getOrDefault(number.print(), number.print())));
        return new LedgerRow(values, line.attributes());
    }

    private void transport(LedgerEntry into, LedgerEntry from, Map<Field, FieldValue> values) {
        for (Field field : Field.values()) {
            if (field.group() == FieldGroup.TRANSPORT) {
                transport(field, into, from).ifPresent(value -> values.put(field, value));
            }
        }
    }

    private Optional<FieldValue> transport(Field field, LedgerEntry into, LedgerEntry from) {
        Optional<FieldValue> one = Optional.ofNullable(into.values().get(field));
        Optional<FieldValue> two = Optional.ofNullable(from.values().get(field));
        if (figures == Figures.KEEP || isEmpty(from)) {
            return one.or(() -> two);
        }
        if (isEmpty(into)) {
            return two;
        }
        if (one.isEmpty() || two.isEmpty()) {
            return field == Field.TRANSPORT_AMOUNT ? Optional.empty() : one.or(() -> two);
        }
        if (one.get() instanceof FieldValue.Number(BigDecimal a) && two.get() instanceof FieldValue.Number(BigDecimal b)) {
            return field == Field.TRANSPORT_AMOUNT ? Optional.of(new FieldValue.Number(a.add(b)))
                    : one.filter(value -> a.compareTo(b) == 0);
        }
        return Optional.of(new FieldValue.Text(
                String.join("；", new LinkedHashSet<>(List.of(one.get().print(), two.get().print())))));
    }

    private static boolean isEmpty(LedgerEntry entry) {
        return entry.rows().values().stream().allMatch(List::isEmpty)
                && entry.values().keySet().stream().noneMatch(field -> field.group() == FieldGroup.TRANSPORT);
    }

    private static Enterprise fill(Enterprise own, Enterprise from) {
        Map<String, String> attributes = new HashMap<>(from.attributes());
        attributes.putAll(own.attributes());
        boolean county = own.county() == null;
        boolean industry = own.industry() == null;
        return new Enterprise(own.id(), own.clusterId(), own.name(), own.nameKey(),
                first(own.creditCode(), from.creditCode()), first(own.permitNumber(), from.permitNumber()),
                first(own.county(), from.county()), first(own.town(), from.town()),
                county ? from.divisionCode() : own.divisionCode(), first(own.industry(), from.industry()),
                industry ? from.industryCode() : own.industryCode(), first(own.grade(), from.grade()), own.tags(),
                attributes, own.updatedAt(), own.rowVersion());
    }

    private static @Nullable String first(@Nullable String own, @Nullable String other) {
        return own == null ? other : own;
    }
}
