package org.lantian.engine.sheet;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.table.CellProblemCode;

/**
 * What is wrong at one cell.
 *
 * @param sheet sheet name
 * @param cell cell name, for example F12; blank if the whole sheet is meant
 * @param severity an error keeps the row out, a warning does not
 * @param message Chinese sentence: what is wrong and what is allowed
 * @param allowed allowed values, if the list is closed
 */
public record CellProblem(String sheet, String cell, CellProblemCode code, Severity severity, String message,
        List<String> allowed) {

    public CellProblem {
        allowed = List.copyOf(allowed);
    }

    public static CellProblem error(String sheet, String cell, CellProblemCode code, String message) {
        return new CellProblem(sheet, cell, code, Severity.ERROR, message, List.of());
    }

    public static CellProblem warning(String sheet, String cell, CellProblemCode code, String message) {
        return new CellProblem(sheet, cell, code, Severity.WARNING, message, List.of());
    }

    /** The problems sheet by sheet as given, then by row and column; those of the workbook and of whole sheets lead. */
    public static List<CellProblem> inOrder(List<CellProblem> problems, List<String> known) {
        Map<String, Integer> sheets = new HashMap<>();
        Stream.of(Stream.of(""), known.stream(), problems.stream().map(CellProblem::sheet)).flatMap(Function.identity())
                .forEach(sheet -> sheets.putIfAbsent(sheet, sheets.size()));
        return problems.stream().map(problem -> problem.placed(sheets.get(problem.sheet()))).sorted(Placed.ORDER)
                .map(Placed::problem).toList();
    }

    /** A problem and what it is ordered by. */
    private record Placed(CellProblem problem, int sheet, int row, String column) {
        static final Comparator<Placed> ORDER = Comparator.comparingInt(Placed::sheet).thenComparingInt(Placed::row)
                .thenComparingInt(placed -> placed.column().length()).thenComparing(Placed::column);
    }

    private Placed placed(int ofSheet) {
        int letters = 0;
        while (letters < cell.length() && !Character.isDigit(cell.charAt(letters))) {
            letters++;
        }
        String row = cell.substring(letters);
        return new Placed(this, ofSheet, row.isEmpty() ? 0 : Integer.parseInt(row), cell.substring(0, letters));
    }

    CellProblem reworded(UnaryOperator<String> change) {
        return new CellProblem(sheet, cell, code, severity, change.apply(message), allowed);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
