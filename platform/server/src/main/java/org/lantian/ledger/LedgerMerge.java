package org.lantian.ledger;

import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.lantian.engine.reference.Division;
import org.lantian.engine.reference.Divisions;
import org.lantian.engine.rule.FieldValue;
import org.lantian.engine.sheet.CellReading;
import org.lantian.engine.sheet.CellText;
import org.lantian.engine.sheet.CellValue;
import org.lantian.engine.sheet.LineReading;
import org.lantian.ledger.EnterpriseDraft.Placed;
import org.lantian.ledger.EnterpriseDraft.PlacedLine;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/**
 * Lays a draft over what the ledger has. A column that stands in the workbook decides, blank cells included; codes are
 * never blanked, but a permit number that is said to be none is kept as that. A group with a column in the workbook replaces the year's entries.
 */
final class LedgerMerge {

    private final LedgerIndex ledger;
    private final Optional<String> region;
    private final OffsetDateTime now;
    private final Map<String, Optional<String>> divisions = new HashMap<>();

    LedgerMerge(LedgerIndex ledger, Optional<String> region, OffsetDateTime now) {
        this.ledger = ledger;
        this.region = region;
        this.now = now;
    }

    EnterpriseChange merge(EnterpriseDraft draft) {
        Optional<LedgerEntry> current = draft.current();
        Enterprise wanted = enterprise(draft, current.map(LedgerEntry::enterprise));
        boolean own = current.isEmpty() || !current.get().enterprise().sameAs(wanted);
        Map<FieldGroup, List<LedgerRow>> rows = new EnumMap<>(FieldGroup.class);
        draft.lines().forEach((group, lines) -> {
            List<LedgerRow> given = lines.stream().map(LedgerMerge::row).toList();
            if (!given.equals(current.map(entry -> entry.rows(group)).orElse(List.of()))) {
                rows.put(group, given);
            }
        });
        return new EnterpriseChange(draft, wanted, draft.cluster(), own, rows, transport(draft, current));
    }

    private Enterprise enterprise(EnterpriseDraft draft, Optional<Enterprise> current) {
        Optional<String> county = value(draft, Field.ENTERPRISE_COUNTY, current.map(Enterprise::county));
        long cluster = ledger.cluster(CellText.key(draft.cluster())).map(Cluster::requireId).orElse(0L);
        String key = CellText.key(draft.name());
        String name = current.filter(known -> known.nameKey().equals(key)).map(Enterprise::name).orElse(draft.name());
        return new Enterprise(current.map(Enterprise::id).orElse(null), cluster, name, key,
                code(draft, Field.ENTERPRISE_CREDIT_CODE, current.map(Enterprise::creditCode)),
                code(draft, Field.ENTERPRISE_PERMIT_NUMBER, current.map(Enterprise::permitNumber)),
                county.orElse(null), value(draft, Field.ENTERPRISE_TOWN, current.map(Enterprise::town)).orElse(null),
                county.flatMap(this::division).orElse(null),
                industry(draft, current).orElse(null),
                industryCode(draft, current.map(Enterprise::industryCode)).orElse(null),
                value(draft, Field.ENTERPRISE_GRADE, current.map(Enterprise::grade)).orElse(null),
                current.map(Enterprise::tags).orElse(List.of()), attributes(draft, current), now,
                current.map(Enterprise::rowVersion).orElse(0));
    }

    /** An industry's name and its code say the same: the ledger's spelling stays. */
    private static Optional<String> industry(EnterpriseDraft draft, Optional<Enterprise> current) {
        Optional<String> known = current.map(Enterprise::industryCode);
        return known.isPresent() && industryCode(draft, known).equals(known) ? current.map(Enterprise::industry)
                : value(draft, Field.ENTERPRISE_INDUSTRY, current.map(Enterprise::industry));
    }

    private static Optional<String> value(EnterpriseDraft draft, Field field, Optional<String> current) {
        Placed cell = draft.cells().get(field);
        return cell == null ? current : Optional.ofNullable(LedgerText.write(cell.reading().fieldValue()));
    }

    private static @Nullable String code(EnterpriseDraft draft, Field field, Optional<String> current) {
        Placed cell = draft.cells().get(field);
        String given = cell == null ? null : LedgerText.write(cell.reading().fieldValue());
        return given == null ? current.orElse(null) : given;
    }

    private static Optional<String> industryCode(EnterpriseDraft draft, Optional<String> current) {
        Placed cell = draft.cells().get(Field.ENTERPRISE_INDUSTRY);
        if (cell == null) {
            return current;
        }
        return cell.reading().value() instanceof CellValue.Industry(Optional<String> code, String text) ? code
                : Optional.empty();
    }

    /** GB/T 2260 code of a county by its name. */
    Optional<String> division(String county) {
        return divisions.computeIfAbsent(county, this::lookUp);
    }

    /** The county within the tenant's province; the tenant itself may be that county. */
    private Optional<String> lookUp(String county) {
        return region.flatMap(code -> Divisions.standard().findByName(code, county)
                .or(() -> Divisions.standard().findByCode(code).filter(own -> own.name().equals(county)))
                .or(() -> Divisions.standard().findByName(code.substring(0, 2) + "0000", county))).map(Division::code);
    }

    private static Map<String, String> attributes(EnterpriseDraft draft, Optional<Enterprise> current) {
        Map<String, String> attributes = new HashMap<>(current.map(Enterprise::attributes).orElse(Map.of()));
        draft.extensions().forEach((column, cell) -> put(attributes, column, cell.reading()));
        return attributes;
    }

    private static void put(Map<String, String> attributes, String column, CellReading reading) {
        String text = LedgerText.write(reading.fieldValue());
        if (text == null) {
            attributes.remove(column);
        } else {
            attributes.put(column, text);
        }
    }

    private static LedgerRow row(PlacedLine placed) {
        LineReading line = placed.line();
        Map<String, String> attributes = new HashMap<>();
        line.cells().stream().filter(cell -> cell.column().field().isEmpty())
                .forEach(cell -> put(attributes, cell.column().id(), cell));
        return new LedgerRow(EnterpriseDraft.values(line), attributes);
    }

    private static Optional<Map<Field, FieldValue>> transport(EnterpriseDraft draft, Optional<LedgerEntry> current) {
        Map<Field, FieldValue> stored = new EnumMap<>(Field.class);
        current.ifPresent(entry -> entry.values().forEach((field, value) -> {
            if (field.group() == FieldGroup.TRANSPORT) {
                stored.put(field, value);
            }
        }));
        Map<Field, FieldValue> wanted = new EnumMap<>(stored);
        draft.cells().forEach((field, cell) -> {
            if (field.group() == FieldGroup.TRANSPORT) {
                wanted.put(field, cell.reading().fieldValue());
            }
        });
        wanted.values().removeIf(FieldValue.Absent.class::isInstance);
        return wanted.equals(stored) ? Optional.empty() : Optional.of(wanted);
    }
}
