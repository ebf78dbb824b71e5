package org.lantian.engine.sheet;

import java.util.List;
import java.util.Map;

import org.lantian.engine.sheet.Grid.Cell;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.table.ValueType;

/**
 * A cell of a repeating group, cut into the entries it names.
 *
 * @param shared whether the cell is merged over several enterprises and says nothing of one of them
 */
record GroupCell(String reference, Grid.Kind kind, String text, List<String> lines, boolean shared) {

    /** With our stamp only line breaks part entries; else also ； and 、, as clerks use them. */
    static GroupCell of(Cell cell, BoundColumn column, boolean stamped) {
        boolean whole = cell.kind() != Grid.Kind.TEXT || stamped;
        return new GroupCell(cell.reference(), cell.kind(), cell.text(),
                whole ? CellText.lines(cell.text()) : CellText.entries(cell.text(), isNumber(column)), false);
    }

    static GroupCell blank(int row, int column) {
        return new GroupCell(Grid.reference(row, column), Grid.Kind.TEXT, "", List.of(), false);
    }

    static GroupCell ofSeveral(int row, int column, Cell cell) {
        return new GroupCell(Grid.reference(row, column), cell.kind(), cell.text(), List.of(cell.text()), true);
    }

    /**
     * Takes a text with 、 as one text where the other cells of the row say so: 旋风、布袋除尘 of one furnace, or one
     * treatment of 破碎、筛分. Figures are never shared out: several products with one output stay a mismatch.
     */
    static void settle(Map<BoundColumn, GroupCell> cells, BoundColumn key) {
        int ofKey = cells.get(key).count();
        int entries = ofKey > 0 ? ofKey : cells.values().stream().mapToInt(GroupCell::count).max().orElse(0);
        cells.replaceAll((column, cell) -> column != key && cell.count() != entries && cell.loose()
                && !isNumber(column) ? cell.whole() : cell);
        if (key.group() == FieldGroup.TREATMENT && isOneTreatment(cells, key)) {
            cells.replaceAll((column, cell) -> cell.loose() && !isNumber(column) ? cell.whole() : cell);
        }
    }

    /** One concentration, or nothing but single texts, beside the processes. */
    private static boolean isOneTreatment(Map<BoundColumn, GroupCell> cells, BoundColumn key) {
        boolean oneNumber = cells.entrySet().stream()
                .anyMatch(entry -> isNumber(entry.getKey()) && entry.getValue().count() == 1);
        List<GroupCell> others = cells.entrySet().stream().filter(entry -> entry.getKey() != key)
                .map(Map.Entry::getValue).filter(cell -> cell.count() > 0).toList();
        return oneNumber || !others.isEmpty() && others.stream().allMatch(cell -> cell.count() == 1);
    }

    private static boolean isNumber(BoundColumn column) {
        return column.spec().type() == ValueType.DECIMAL || column.spec().type() == ValueType.INTEGER;
    }

    /** Parted by 、 alone, which also stands within one text. */
    private boolean loose() {
        return !text.contains("；") && !text.contains(";") && CellText.lines(text).size() == 1;
    }

    private GroupCell whole() {
        return new GroupCell(reference, kind, text, List.of(CellText.stripped(text)), shared);
    }

    /** Lines up to the last that is not blank. */
    int count() {
        int count = lines.size();
        while (count > 0 && lines.get(count - 1).isEmpty()) {
            count--;
        }
        return count;
    }

    /** A blank cell or a single {@code /} fits any group; else each entry has its line, blank ones included. */
    boolean fits(int entries) {
        return count() == 0 || count() == entries || lines.size() == entries || isForAll();
    }

    private boolean isForAll() {
        return lines.size() == 1 && (shared || CellText.isNone(lines.getFirst()));
    }

    String line(int line) {
        if (isForAll()) {
            return lines.getFirst();
        }
        return line < lines.size() ? lines.get(line) : "";
    }
}
