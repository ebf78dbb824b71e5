package org.lantian.engine.sheet;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.lantian.engine.rule.Condition;
import org.lantian.engine.rule.FieldValue;
import org.lantian.engine.rule.Truth;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.TableSpec;

/**
 * The conditions under which columns of a table must be filled, over the values of the same row. A condition that hangs
 * on an absent value asks for nothing.
 */
final class RequiredWhen {

    private final Map<String, Condition> conditions = new HashMap<>();

    RequiredWhen(TableSpec table) {
        Set<Field> visible = table.leaves().stream().flatMap(column -> column.field().stream())
                .collect(Collectors.toSet());
        table.leaves().stream().filter(RequiredWhen::isCondition).forEach(
                column -> conditions.put(column.id(), Condition.compile(column.requiredWhen(), visible)));
    }

    /** {@code always} is seen to where the cell is read. */
    private static boolean isCondition(ColumnSpec column) {
        return !column.requiredWhen().equals("never") && !column.requiredWhen().equals("always");
    }

    void check(String sheet, RowReading row, List<CellProblem> problems) {
        if (conditions.isEmpty()) {
            return;
        }
        Map<Field, FieldValue> once = new EnumMap<>(Field.class);
        row.cells().forEach(cell -> put(once, cell));
        row.cells().forEach(cell -> check(sheet, cell, once, problems));
        row.lines().values().stream().flatMap(List::stream).forEach(line -> {
            Map<Field, FieldValue> values = new EnumMap<>(once);
            line.cells().forEach(cell -> put(values, cell));
            line.cells().forEach(cell -> check(sheet, cell, values, problems));
        });
    }

    private static void put(Map<Field, FieldValue> values, CellReading cell) {
        cell.column().field().ifPresent(field -> values.put(field, cell.fieldValue()));
    }

    private void check(String sheet, CellReading cell, Map<Field, FieldValue> values, List<CellProblem> problems) {
        Optional<Condition> condition = Optional.ofNullable(conditions.get(cell.column().id()));
        if (condition.isPresent() && !cell.value().present() && condition.get().holds(values) == Truth.TRUE) {
            problems.add(CellProblem.error(sheet, cell.cell(), CellProblemCode.VALUE_REQUIRED,
                    "按本行其他内容，“" + cell.column().header() + "”必填" + example(cell.column()) + "。"));
        }
    }

    private static String example(ColumnSpec column) {
        return column.note().isBlank() ? "" : "（" + column.note().replaceAll("。$", "") + "）";
    }
}
