package org.lantian.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.engine.rule.FieldValue;
import org.lantian.engine.sheet.CellReading;
import org.lantian.engine.sheet.CellValue;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/** An entry while it is edited: what it was, what became of it, and what is wrong with that. */
final class EntryEdit {

    private final LedgerEntry before;
    private final Function<String, Optional<String>> divisions;
    private final List<UserError> errors = new ArrayList<>();
    private final Map<Field, FieldValue> transport = new EnumMap<>(Field.class);
    private final Map<FieldGroup, List<LedgerRow>> rows = new EnumMap<>(FieldGroup.class);
    private final Map<FieldGroup, Set<Integer>> removed = new EnumMap<>(FieldGroup.class);
    private Enterprise enterprise;

    /** @param divisions GB/T 2260 code of a county's name */
    EntryEdit(LedgerEntry before, Function<String, Optional<String>> divisions) {
        this.before = before;
        this.divisions = divisions;
        this.enterprise = before.enterprise();
        before.rows().forEach((group, list) -> rows.put(group, new ArrayList<>(list)));
        before.values().forEach((field, value) -> {
            if (field.group() == FieldGroup.TRANSPORT) {
                transport.put(field, value);
            }
        });
    }

    void refuse(UserError error) {
        errors.add(error);
    }

    /** @throws UserErrorsException if anything was refused */
    void refuse() {
        if (!errors.isEmpty()) {
            throw new UserErrorsException(errors);
        }
    }

    int size(FieldGroup group) {
        return rows.getOrDefault(group, List.of()).size();
    }

    void remove(FieldGroup group, int row) {
        removed.computeIfAbsent(group, key -> new TreeSet<>()).add(row - 1);
    }

    /** Puts a value into an entry of a group; {@code column} is the id of a declared column, empty for a field. */
    void put(FieldGroup group, int row, Optional<Field> field, String column, FieldValue value) {
        List<LedgerRow> list = rows.computeIfAbsent(group, key -> new ArrayList<>());
        if (row > list.size()) {
            list.add(new LedgerRow(Map.of(), Map.of()));
        }
        LedgerRow old = list.get(row - 1);
        Map<Field, FieldValue> values = new EnumMap<>(Field.class);
        values.putAll(old.values());
        Map<String, String> attributes = new HashMap<>(old.attributes());
        field.ifPresentOrElse(known -> put(values, known, value), () -> put(attributes, column, value));
        list.set(row - 1, new LedgerRow(values, attributes));
    }

    void put(Field field, CellReading reading) {
        FieldValue value = reading.fieldValue();
        if (field.group() == FieldGroup.TRANSPORT) {
            put(transport, field, value);
            return;
        }
        String text = LedgerText.write(value);
        Enterprise was = enterprise;
        enterprise = switch (field) {
            case ENTERPRISE_COUNTY -> with(was, was.creditCode(), was.permitNumber(), text, was.town(),
                    text == null ? null : divisions.apply(text).orElse(null), was.industry(), was.industryCode(),
                    was.grade());
            case ENTERPRISE_TOWN -> with(was, was.creditCode(), was.permitNumber(), was.county(), text,
                    was.divisionCode(), was.industry(), was.industryCode(), was.grade());
            case ENTERPRISE_CREDIT_CODE -> with(was, text, was.permitNumber(), was.county(), was.town(),
                    was.divisionCode(), was.industry(), was.industryCode(), was.grade());
            case ENTERPRISE_PERMIT_NUMBER -> with(was, was.creditCode(), text, was.county(), was.town(),
                    was.divisionCode(), was.industry(), was.industryCode(), was.grade());
            case ENTERPRISE_INDUSTRY -> with(was, was.creditCode(), was.permitNumber(), was.county(), was.town(),
                    was.divisionCode(), text, code(reading), was.grade());
            case ENTERPRISE_GRADE -> with(was, was.creditCode(), was.permitNumber(), was.county(), was.town(),
                    was.divisionCode(), was.industry(), was.industryCode(), text);
            default -> throw new IllegalArgumentException(field + " is not a value of an enterprise");
        };
    }

    void putAttribute(String column, FieldValue value) {
        Map<String, String> attributes = new HashMap<>(enterprise.attributes());
        put(attributes, column, value);
        Enterprise was = enterprise;
        enterprise = new Enterprise(was.id(), was.clusterId(), was.name(), was.nameKey(), was.creditCode(),
                was.permitNumber(), was.county(), was.town(), was.divisionCode(), was.industry(), was.industryCode(),
                was.grade(), was.tags(), attributes, was.updatedAt(), was.rowVersion());
    }

    /** The entry as it shall be. */
    LedgerEntry entry() {
        Map<Field, FieldValue> values = Ledger.values(enterprise, before.cluster());
        values.putAll(transport);
        Map<FieldGroup, List<LedgerRow>> kept = new EnumMap<>(FieldGroup.class);
        rows.forEach((group, list) -> {
            List<LedgerRow> left = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                if (!removed.getOrDefault(group, Set.of()).contains(i)) {
                    left.add(list.get(i));
                }
            }
            if (!left.isEmpty()) {
                kept.put(group, left);
            }
        });
        checkOnce(kept.getOrDefault(FieldGroup.OUTLET, List.of()), Field.OUTLET_NUMBER);
        checkOnce(kept.getOrDefault(FieldGroup.EMISSION, List.of()), Field.EMISSION_POLLUTANT);
        return new LedgerEntry(enterprise, before.cluster(), before.year(), values, kept);
    }

    private void checkOnce(List<LedgerRow> entries, Field naming) {
        Set<FieldValue> seen = new HashSet<>();
        entries.stream().flatMap(row -> row.find(naming).stream()).filter(name -> !seen.add(name))
                .forEach(name -> refuse(UserError.of("cells", "ENTRY_TWICE",
                        "该企业的" + naming.meaning() + "“" + name.print() + "”重复。")));
    }

    private static Enterprise with(Enterprise was, @Nullable String creditCode, @Nullable String permitNumber,
            @Nullable String county, @Nullable String town, @Nullable String divisionCode, @Nullable String industry,
            @Nullable String industryCode, @Nullable String grade) {
        return new Enterprise(was.id(), was.clusterId(), was.name(), was.nameKey(), creditCode, permitNumber, county,
                town, divisionCode, industry, industryCode, grade, was.tags(), was.attributes(), was.updatedAt(),
                was.rowVersion());
    }

    private static @Nullable String code(CellReading reading) {
        return reading.value() instanceof CellValue.Industry(Optional<String> code, String text) ? code.orElse(null)
                : null;
    }

    private static void put(Map<Field, FieldValue> values, Field field, FieldValue value) {
        if (value instanceof FieldValue.Absent) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
    }

    private static void put(Map<String, String> attributes, String column, FieldValue value) {
        String text = LedgerText.write(value);
        if (text == null) {
            attributes.remove(column);
        } else {
            attributes.put(column, text);
        }
    }
}
