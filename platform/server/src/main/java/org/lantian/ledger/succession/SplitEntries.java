package org.lantian.ledger.succession;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.engine.code.CreditCode;
import org.lantian.engine.code.PermitNumber;
import org.lantian.engine.sheet.CellText;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.LedgerEntry;
import org.lantian.ledger.LedgerRow;
import org.lantian.plugin.table.FieldGroup;

/** Takes chosen rows out of an enterprise's entries and gives them to its parts. */
final class SplitEntries {

    private final Map<Integer, LedgerEntry> before;
    private final int baseYear;
    private final Function<String, Optional<Enterprise>> holders;
    private final Set<String> codes = new HashSet<>();
    private final List<UserError> errors = new ArrayList<>();
    private final Set<Place> taken = new HashSet<>();
    private final List<Map<Integer, Map<FieldGroup, List<LedgerRow>>>> given = new ArrayList<>();

    private record Place(int year, FieldGroup group, int place) {
    }

    /**
     * @param before entries of the enterprise by year
     * @param holders whom a credit code belongs to
     */
    SplitEntries(Map<Integer, LedgerEntry> before, int baseYear, Function<String, Optional<Enterprise>> holders) {
        this.before = before;
        this.baseYear = baseYear;
        this.holders = holders;
    }

    /**
     * The new enterprises, without ids: place and industry are those of the whole, the grade is not.
     *
     * @throws UserErrorsException for everything wrong with the parts
     */
    List<Enterprise> take(List<Succession.Part> parts) {
        if (parts.isEmpty()) {
            errors.add(UserError.of("parts", "PARTS_MISSING", "拆分至少要有一家新企业。"));
        }
        Enterprise whole = before.get(baseYear).enterprise();
        List<Enterprise> enterprises = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Succession.Part part = parts.get(i);
            String creditCode = creditCode(part, i);
            String permitNumber = permitNumber(part, i);
            Map<Integer, Map<FieldGroup, List<LedgerRow>>> rows = new TreeMap<>();
            for (Succession.Rows chosen : part.rows()) {
                take(chosen, rows, i);
            }
            given.add(rows);
            enterprises.add(new Enterprise(null, whole.clusterId(), part.name().strip(), CellText.key(part.name()),
                    creditCode, permitNumber, whole.county(), whole.town(), whole.divisionCode(),
                     whole.industry(), whole.industryCode(), null, List.of(), Map.of(),
                    whole.updatedAt(), 0));
        }
        if (!errors.isEmpty()) {
            throw new UserErrorsException(errors);
        }
        return enterprises;
    }

    /** The code as it is stored; empty, with an error, where it is none or belongs to another. */
    private @Nullable String creditCode(Succession.Part part, int index) {
        if (part.creditCode().isEmpty()) {
            return null;
        }
        String given = part.creditCode().get();
        if (!(CreditCode.read(given) instanceof CreditCode.Valid(CreditCode code))) {
            errors.add(new UserError(at(index, "creditCode"), "CREDIT_CODE_INVALID", "“" + given + "”不是有效的统一社会信用代码。", List.of()));
            return null;
        }
        holders.apply(code.value()).ifPresent(holder -> errors.add(new UserError(at(index, "creditCode"), "CREDIT_CODE_TAKEN",
                "统一社会信用代码“" + code.value() + "”在台账中属于“" + holder.name() + "”。", List.of())));
        if (!codes.add(code.value())) {
            errors.add(new UserError(at(index, "creditCode"), "CREDIT_CODE_TAKEN", "拆分出的企业不能同用一个统一社会信用代码“" + code.value() + "”。", List.of()));
        }
        return code.value();
    }

    private @Nullable String permitNumber(Succession.Part part, int index) {
        if (part.permitNumber().isEmpty()) {
            return null;
        }
        String given = part.permitNumber().get();
        if (PermitNumber.read(given) instanceof PermitNumber.Valid(PermitNumber number)) {
            return number.value();
        }
        errors.add(new UserError(at(index, "permitNumber"), "PERMIT_NUMBER_INVALID", "“" + given + "”不是有效的排污许可证编号。", List.of()));
        return null;
    }

    private static List<String> at(int index, String field) {
        return List.of("parts", Integer.toString(index), field);
    }

    private void take(Succession.Rows chosen, Map<Integer, Map<FieldGroup, List<LedgerRow>>> into, int index) {
        int year = chosen.year().orElse(baseYear);
        List<LedgerRow> rows = before.containsKey(year) ? before.get(year).rows(chosen.group()) : List.of();
        for (int place : chosen.places()) {
            if (place < 1 || place > rows.size()) {
                errors.add(new UserError(at(index, "rows"), "ROW_UNKNOWN",
                        year + "年该类数据只有 " + rows.size() + " 行，没有第 " + place + " 行。", List.of()));
            } else if (!taken.add(new Place(year, chosen.group(), place))) {
                errors.add(new UserError(at(index, "rows"), "ROW_TAKEN", year + "年第 " + place + " 行已划给另一家企业。", List.of()));
            } else {
                into.computeIfAbsent(year, key -> new EnumMap<>(FieldGroup.class))
                        .computeIfAbsent(chosen.group(), key -> new ArrayList<>()).add(rows.get(place - 1));
            }
        }
    }

    /** What the enterprise keeps, by year. */
    Map<Integer, LedgerEntry> left() {
        Map<Integer, LedgerEntry> left = new TreeMap<>();
        before.forEach((year, entry) -> {
            Map<FieldGroup, List<LedgerRow>> kept = new EnumMap<>(FieldGroup.class);
            entry.rows().forEach((group, rows) -> {
                List<LedgerRow> own = new ArrayList<>();
                for (int i = 0; i < rows.size(); i++) {
                    if (!taken.contains(new Place(year, group, i + 1))) {
                        own.add(rows.get(i));
                    }
                }
                kept.put(group, own);
            });
            left.put(year, new LedgerEntry(entry.enterprise(), entry.cluster(), year, entry.values(), kept));
        });
        return left;
    }

    /** Entries of one part by year; only those of the base year need not have rows. */
    Map<Integer, LedgerEntry> entriesOf(int part, Enterprise enterprise) {
        Map<Integer, LedgerEntry> entries = new HashMap<>();
        before.forEach((year, whole) -> {
            Map<FieldGroup, List<LedgerRow>> rows = given.get(part).getOrDefault(year, Map.of());
            if (!rows.isEmpty() || year == baseYear) {
                entries.put(year, new LedgerEntry(enterprise, whole.cluster(), year, Map.of(), rows).of(enterprise));
            }
        });
        return entries;
    }
}
