package org.lantian.engine.sheet;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.lantian.engine.rule.Condition;
import org.lantian.engine.rule.FieldValue;
import org.lantian.engine.rule.Truth;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
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
        row.cells().stream().filter(this::isOpen).filter(cell -> holds(cell, List.of(row.cells())))
                .forEach(cell -> problems.add(required(sheet, cell)));
        row.lines().values().stream().flatMap(List::stream).forEach(line -> line.cells().stream().filter(this::isOpen)
                .filter(cell -> holds(cell, List.of(row.cells(), line.cells())))
                .forEach(cell -> problems.add(required(sheet, cell))));
    }

    /**
     * A blank cell of a column that has a condition; also one that says there is none, but of treatment: that a plant
     * runs its denitration without reductant is a finding, not a slip of the pen.
     */
    private boolean isOpen(CellReading cell) {
        boolean treatment = cell.column().field().filter(field -> field.group() == FieldGroup.TREATMENT).isPresent();
        return conditions.containsKey(cell.column().id())
                && !(treatment ? cell.value().present() : cell.value().filled());
    }

    /** What is said to a clerk who wrote / where a value is needed; blank if the cell is simply empty. */
    static String noneRefused(CellReading cell) {
        return cell.value() instanceof CellValue.None(String text) ? "，不能填“" + text + "”" : "";
    }

    private boolean holds(CellReading cell, List<List<CellReading>> around) {
        Map<Field, FieldValue> values = new EnumMap<>(Field.class);
        around.forEach(cells -> cells.forEach(
                other -> other.column().field().ifPresent(field -> values.put(field, other.fieldValue()))));
        return conditions.get(cell.column().id()).holds(values) == Truth.TRUE;
    }

    private static CellProblem required(String sheet, CellReading cell) {
        return CellProblem.error(sheet, cell.cell(), CellProblemCode.VALUE_REQUIRED,
                "按本行其他内容，“" + cell.column().header() + "”必填" + noneRefused(cell) + example(cell.column()) + "。");
    }

    private static String example(ColumnSpec column) {
        return column.note().isBlank() ? "" : "（" + column.note().replaceAll("。$", "") + "）";
    }
}
