package org.lantian.engine.sheet;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.ValueType;

/**
 * Puts the numbers of one line into the unit that they are kept in: that of the column, else that of the line's own unit
 * column. Where a clerk wrote the unit behind the number or in the header, it is found there.
 */
final class LineUnits {

    private static final Map<Field, Field> UNIT_OF = new EnumMap<>(Map.of(Field.ENERGY_AMOUNT, Field.ENERGY_UNIT,
            Field.PRODUCT_CAPACITY, Field.PRODUCT_UNIT, Field.PRODUCT_OUTPUT, Field.PRODUCT_UNIT,
            Field.MATERIAL_AMOUNT, Field.MATERIAL_UNIT, Field.LINE_CAPACITY, Field.LINE_UNIT, Field.LINE_PERMITTED,
            Field.LINE_UNIT));

    /** A text of a line and where it stands. */
    record Text(BoundColumn column, String cell, String text) {
        Text with(String other) {
            return new Text(column, cell, other);
        }
    }

    /** A unit that was found elsewhere than in a unit column. */
    record Found(Field field, String cell, String unit) {
    }

    /**
     * @param texts the line's texts, numbers in their units
     * @param found a unit for which the line has no column
     */
    record Settled(List<Text> texts, Optional<Found> found) {
    }

    private final String sheet;
    private final List<CellProblem> problems;

    LineUnits(String sheet, List<CellProblem> problems) {
        this.sheet = sheet;
        this.problems = problems;
    }

    /** A number of a column with a unit of its own. */
    static String inColumnUnit(BoundColumn column, String text) {
        Optional<String> unit = column.spec().unit();
        if (column.spec().type() != ValueType.DECIMAL || unit.isEmpty()) {
            return text;
        }
        return AmountText.read(text).flatMap(amount -> amount.unitAmong(column.unit().or(() -> unit))
                .flatMap(from -> amount.in(from, unit.get()))).orElse(text);
    }

    Settled settle(List<Text> texts) {
        Optional<Text> unit = texts.stream().filter(text -> isUnit(text.column())).findFirst();
        String given = unit.map(text -> CellText.isNone(text.text()) ? "" : UnitWords.word(text.text())).orElse("");
        Optional<Found> elsewhere = given.isEmpty() ? texts.stream().flatMap(text -> elsewhere(text).stream()).findFirst()
                : Optional.empty();
        String lineUnit = elsewhere.map(Found::unit).orElse(given);
        List<Text> settled = texts.stream().map(text -> {
            if (isUnit(text.column())) {
                return lineUnit.isEmpty() ? text : text.with(lineUnit);
            }
            return unitField(text.column()).isPresent() ? text.with(amount(text, lineUnit, unit))
                    : text.with(inColumnUnit(text.column(), text.text()));
        }).toList();
        return new Settled(settled, unit.isPresent() ? Optional.empty() : elsewhere);
    }

    private Optional<Found> elsewhere(Text text) {
        return unitField(text.column()).flatMap(field -> AmountText.read(text.text())
                .flatMap(amount -> amount.unitAmong(text.column().unit()))
                .map(unit -> new Found(field, text.cell(), UnitWords.wordOfAYear(unit))));
    }

    private String amount(Text text, String lineUnit, Optional<Text> unit) {
        Optional<AmountText> read = AmountText.read(text.text());
        Optional<String> header = text.column().unit();
        if (read.isEmpty() || lineUnit.isEmpty()) {
            return text.text();
        }
        boolean contradicts = read.get().unit().isEmpty() && header.isPresent()
                && !UnitWords.same(header.get(), lineUnit);
        if (contradicts && unit.isPresent() && !unit.get().text().isEmpty()) {
            problems.add(CellProblem.error(sheet, unit.get().cell(), CellProblemCode.UNIT_DIFFERS, "单位填的是“" + lineUnit
                    + "”，而“" + text.column().spec().header() + "”的表头写的是“" + header.get() + "”，请统一。"));
            return text.text();
        }
        Optional<String> around = contradicts ? header : Optional.of(lineUnit);
        return read.get().unitAmong(around).flatMap(from -> read.get().in(from, lineUnit)).orElse(text.text());
    }

    private static boolean isUnit(BoundColumn column) {
        return column.spec().field().filter(UNIT_OF::containsValue).isPresent();
    }

    private static Optional<Field> unitField(BoundColumn column) {
        return column.spec().field().map(UNIT_OF::get);
    }
}
