package org.lantian.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.lantian.engine.rule.FieldValue;
import org.lantian.engine.sheet.CellProblem;
import org.lantian.engine.sheet.CellReading;
import org.lantian.engine.sheet.CellValue;
import org.lantian.engine.sheet.LineReading;
import org.lantian.engine.sheet.RowReading;
import org.lantian.engine.sheet.TableReading;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/** What one workbook says of one enterprise, gathered from its sheets. */
final class EnterpriseDraft {

    /** A reading and the sheet it stands in. */
    record Placed(String sheet, CellReading reading) {
    }

    /** A line of a repeating group and the sheet it stands in. */
    record PlacedLine(String sheet, LineReading line) {
    }

    private final String cluster;
    private final String name;
    private final Map<Field, Placed> cells = new EnumMap<>(Field.class);
    private final Map<String, Placed> extensions = new LinkedHashMap<>();
    private final Map<FieldGroup, List<PlacedLine>> lines = new EnumMap<>(FieldGroup.class);
    private final Set<String> places = new HashSet<>();
    private final Set<String> tables = new HashSet<>();
    private Optional<LedgerEntry> current = Optional.empty();

    EnterpriseDraft(String cluster, String name) {
        this.cluster = cluster;
        this.name = name;
    }

    String cluster() {
        return cluster;
    }

    String name() {
        return name;
    }

    Optional<LedgerEntry> current() {
        return current;
    }

    void identify(LedgerEntry entry) {
        current = Optional.of(entry);
    }

    Map<Field, Placed> cells() {
        return cells;
    }

    Map<String, Placed> extensions() {
        return extensions;
    }

    Map<FieldGroup, List<PlacedLine>> lines() {
        return lines;
    }

    /** Ids of the tables that have a row of the enterprise. */
    Set<String> tables() {
        return tables;
    }

    Optional<Placed> given(Field field) {
        return Optional.ofNullable(cells.get(field)).filter(cell -> cell.reading().value().present());
    }

    Optional<String> text(Field field) {
        return given(field).flatMap(cell -> cell.reading().text());
    }

    /** The name of a sheet's row among places. */
    static String place(String sheet, int row) {
        return sheet + "!" + row;
    }

    /** Whether one of the enterprise's rows is among the places. */
    boolean standsIn(Set<String> others) {
        return places.stream().anyMatch(others::contains);
    }

    /** Takes a row in; what contradicts an earlier row is reported at its cell. */
    void add(TableReading table, RowReading row, List<CellProblem> problems) {
        String sheet = table.sheet();
        tables.add(table.table().id());
        row.rows().forEach(number -> places.add(place(sheet, number)));
        for (CellReading cell : row.cells()) {
            cell.column().field().ifPresentOrElse(field -> {
                if (field.group() == FieldGroup.ENTERPRISE || field.group() == FieldGroup.TRANSPORT
                        || field.group() == FieldGroup.CLUSTER) {
                    put(cells, field, new Placed(sheet, cell), problems);
                }
            }, () -> put(extensions, cell.column().id(), new Placed(sheet, cell), problems));
        }
        row.lines().forEach((group, found) -> add(group, sheet, found, problems));
    }

    /** Once all rows are in: figures that a filled-down row only repeats count once. */
    void dropRepeatedLines(List<CellProblem> problems) {
        RepeatedLines repeated = new RepeatedLines(name, lines.getOrDefault(FieldGroup.EQUIPMENT, List.of()), problems);
        lines.replaceAll(repeated::without);
    }

    private <K> void put(Map<K, Placed> into, K key, Placed cell, List<CellProblem> problems) {
        Placed earlier = into.get(key);
        if (earlier == null || !earlier.reading().value().present()) {
            into.put(key, cell);
        } else if (key != Field.ENTERPRISE_NAME && contradicts(earlier.reading(), cell.reading())) {
            problems.add(CellProblem.error(cell.sheet(), cell.reading().cell(), CellProblemCode.CONTRADICTING_VALUES,
                    "“" + name + "”的“" + cell.reading().column().header() + "”前后不一致：工作表“" + earlier.sheet() + "”"
                            + earlier.reading().cell() + "为“" + earlier.reading().raw() + "”，此处为“"
                            + cell.reading().raw() + "”。"));
        }
    }

    private static boolean contradicts(CellReading earlier, CellReading later) {
        return later.value().present() && !(later.value() instanceof CellValue.Unreadable)
                && !(earlier.value() instanceof CellValue.Unreadable)
                && !later.fieldValue().equals(earlier.fieldValue());
    }

    /** A second sheet of the same kind may repeat the lines, but not say others. */
    private void add(FieldGroup group, String sheet, List<LineReading> found, List<CellProblem> problems) {
        List<PlacedLine> known = lines.computeIfAbsent(group, key -> new ArrayList<>());
        List<PlacedLine> elsewhere = known.stream().filter(line -> !line.sheet().equals(sheet)).toList();
        if (elsewhere.isEmpty()) {
            found.forEach(line -> known.add(new PlacedLine(sheet, line)));
        } else if (!found.isEmpty() && !values(elsewhere).equals(found.stream().map(EnterpriseDraft::values).toList())) {
            problems.add(CellProblem.error(sheet, found.getFirst().cells().getFirst().cell(),
                    CellProblemCode.CONTRADICTING_VALUES, "“" + name + "”的“"
                            + found.getFirst().cells().getFirst().column().header() + "”等列与工作表“"
                            + elsewhere.getFirst().sheet() + "”不一致，请只保留一处。"));
        }
    }

    private static List<Map<Field, FieldValue>> values(List<PlacedLine> lines) {
        return lines.stream().map(line -> values(line.line())).toList();
    }

    static Map<Field, FieldValue> values(LineReading line) {
        Map<Field, FieldValue> values = new EnumMap<>(Field.class);
        for (CellReading cell : line.cells()) {
            if (!(cell.fieldValue() instanceof FieldValue.Absent)) {
                cell.column().field().ifPresent(field -> values.put(field, cell.fieldValue()));
            }
        }
        return values;
    }
}
