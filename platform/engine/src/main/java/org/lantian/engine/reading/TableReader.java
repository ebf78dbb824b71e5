package org.lantian.engine.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.lantian.engine.reading.Paragraphs.Grid;
import org.lantian.engine.source.SourceBlock.Cell;
import org.lantian.engine.source.SourceBlock.Row;

/**
 * Puts a received table into columns: a header that a page break repeats is left out, cells merged with the one above
 * repeat its text, and a row with a cell too many or too few is set right by the column of deadlines.
 */
final class TableReader {

    private static final Pattern DEADLINE_HEADER = Pattern.compile("(?:完成)?(?:时限|时间)|完成期限");
    private static final Pattern DEADLINE_CELL = Pattern.compile(".*(?:\\d{4}年|\\d{1,2}月|全年|长期|时限|常态|持续|年底|季度).*");

    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private final int deadline;

    private TableReader(List<String> columns) {
        this.columns = columns;
        int at = -1;
        for (int i = 0; i < columns.size(); i++) {
            at = DEADLINE_HEADER.matcher(columns.get(i)).matches() ? i : at;
        }
        this.deadline = at;
    }

    /** A table of one or more pieces that a page break parted; the first row is its header. */
    static ReadTable read(String title, List<Grid> pieces, String section) {
        TableReader table = new TableReader(cells(pieces.getFirst().rows().getFirst()));
        for (Grid piece : pieces) {
            for (Row row : piece.rows()) {
                table.add(row);
            }
        }
        return new ReadTable(title, table.columns, table.rows, section, pieces.getFirst().line(), table.lines);
    }

    /** Whether a piece goes on the table before it: the same header again. */
    static boolean continues(Grid first, Grid next) {
        return header(first).equals(header(next));
    }

    private static List<String> header(Grid grid) {
        List<String> texts = new ArrayList<>(plain(cells(grid.rows().getFirst())));
        while (!texts.isEmpty() && texts.getLast().isBlank()) {
            texts.removeLast();
        }
        return texts;
    }

    private void add(Row row) {
        List<String> cells = cells(row);
        boolean blank = cells.stream().allMatch(String::isBlank);
        if (blank || repeatsHeader(cells)) {
            return;
        }
        List<String> whole = fitted(cells);
        fillDown(whole, row);
        rows.add(whole);
        lines.add(row.line());
    }

    private boolean repeatsHeader(List<String> cells) {
        return cells.size() >= columns.size()
                && cells.subList(columns.size(), cells.size()).stream().allMatch(String::isBlank)
                && plain(cells.subList(0, columns.size())).equals(plain(columns));
    }

    private static List<String> plain(List<String> texts) {
        return texts.stream().map(text -> text.replaceAll("\\s", "")).toList();
    }

    private List<String> fitted(List<String> cells) {
        List<String> row = new ArrayList<>(cells);
        trimTail(row);
        int found = deadlineAt(row);
        if (deadline > 0 && found == deadline + 1 && row.size() > columns.size()) {
            join(row, deadline - 2);
        } else if (deadline > 0 && found == deadline - 1 && found >= 0) {
            row.addFirst("");
        } else if (row.size() > columns.size() && row.stream().limit(row.size() - columns.size()).allMatch(String::isBlank)) {
            row.subList(0, row.size() - columns.size()).clear();
        }
        while (row.size() > columns.size()) {
            String last = row.removeLast();
            row.set(row.size() - 1, join(row.getLast(), last));
        }
        while (row.size() < columns.size()) {
            row.add("");
        }
        return row;
    }

    private void trimTail(List<String> row) {
        while (row.size() > columns.size() && row.getLast().isBlank()) {
            row.removeLast();
        }
    }

    private int deadlineAt(List<String> row) {
        if (deadline < 0) {
            return -1;
        }
        for (int i : List.of(deadline, deadline + 1, deadline - 1)) {
            if (i >= 0 && i < row.size() && row.get(i).length() <= 20 && DEADLINE_CELL.matcher(row.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    private static void join(List<String> row, int at) {
        int first = Math.max(0, at);
        row.set(first, join(row.get(first), row.get(first + 1)));
        row.remove(first + 1);
    }

    private static String join(String first, String second) {
        return first.isBlank() ? second : second.isBlank() ? first : first + "：" + second;
    }

    /** Blank cells at the left of a row, and those marked so, are merged with the row above. */
    private void fillDown(List<String> row, Row source) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> above = rows.getLast();
        boolean marked = source.cells().stream().anyMatch(Cell::continued);
        for (int i = 0; i < row.size() - 1; i++) {
            boolean merged = marked && i < source.cells().size() && source.cells().get(i).continued();
            if (row.get(i).isBlank() && (merged || !marked && !numeric(above.get(i)))) {
                row.set(i, above.get(i));
            } else if (!row.get(i).isBlank() && !merged && !(i == 0 && ordinals())) {
                return;
            }
        }
    }

    /** The number of a row says nothing of what is merged right of it. */
    private boolean ordinals() {
        return columns.getFirst().replaceAll("\\s", "").equals("序号");
    }

    private static boolean numeric(String text) {
        return text.matches("[\\d.,%]+");
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (Cell cell : row.cells()) {
            List<String> paragraphs = cell.text().lines().map(Normal::text).filter(line -> !line.isBlank()).toList();
            cells.add(String.join("\n", paragraphs));
            for (int i = 1; i < cell.columns(); i++) {
                cells.add("");
            }
        }
        return cells;
    }
}
