package org.lantian.engine.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.lantian.engine.sheet.Grid.Cell;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.Field;

/** Cuts the rows below a header into blocks; leaves out blank rows, sums, notes and repeated headers. */
final class RowSplitter {

    private static final Pattern SUM = Pattern.compile("(?:合计|小计|总计|共计|累计).{0,10}");
    private static final Pattern NOTE = Pattern.compile("(?:备?注|说明)\\s*\\d*[:：].*", Pattern.DOTALL);

    private final Grid grid;
    private final GridIndex index;
    private final HeaderMatch header;
    private final List<CellProblem> problems;

    RowSplitter(Grid grid, GridIndex index, HeaderMatch header, List<CellProblem> problems) {
        this.grid = grid;
        this.index = index;
        this.header = header;
        this.problems = problems;
    }

    List<RowBlock> split() {
        List<BoundColumn> names = header.columns().stream().filter(BoundColumn::names).toList();
        List<List<Integer>> blocks = new ArrayList<>();
        for (Grid.Row row : grid.rows()) {
            if (row.row() < header.firstDataRow() || isSkipped(row)) {
                continue;
            }
            if (names.isEmpty() || names.stream().anyMatch(name -> row.find(name.column()).isPresent())) {
                blocks.add(new ArrayList<>(List.of(row.row())));
            } else if (!blocks.isEmpty() && continues(row, names, blocks.getLast())) {
                blocks.getLast().add(row.row());
            } else {
                problems.add(CellProblem.error(grid.sheet(), Grid.reference(row.row(), names.getFirst().column()),
                        CellProblemCode.NAME_MISSING, "第" + (row.row() + 1) + "行有内容，但没有填写“"
                                + names.getFirst().spec().header() + "”。"));
            }
        }
        return blocks.stream().map(RowBlock::new).toList();
    }

    /** A name merged over several rows, or a blank name with no number of its own, continues the row above. */
    private boolean continues(Grid.Row row, List<BoundColumn> names, List<Integer> block) {
        boolean merged = names.stream().anyMatch(name -> index.merge(row.row(), name.column())
                .filter(merge -> block.contains(merge.firstRow())).isPresent());
        return merged || ordinal(row).isEmpty();
    }

    private Optional<Cell> ordinal(Grid.Row row) {
        return header.columns().stream()
                .filter(column -> column.spec().field().filter(Field.ROW_ORDINAL::equals).isPresent()).findFirst()
                .flatMap(column -> row.find(column.column()));
    }

    private boolean isSkipped(Grid.Row row) {
        List<BoundColumn> filled = header.columns().stream()
                .filter(column -> row.find(column.column()).isPresent()).toList();
        boolean blank = filled.stream()
                .allMatch(column -> column.spec().field().filter(Field.ROW_ORDINAL::equals).isPresent());
        return blank || isSumOrNote(row) || isHeader(row, filled);
    }

    private boolean isSumOrNote(Grid.Row row) {
        List<Cell> cells = row.cells().values().stream().sorted((a, b) -> a.column() - b.column()).toList();
        String first = CellText.stripped(cells.getFirst().text());
        boolean sum = cells.stream().limit(6).anyMatch(cell -> SUM.matcher(CellText.key(cell.text())).matches());
        return sum || NOTE.matcher(first).matches();
    }

    /** A header printed again further down, for example at the top of a new page. */
    private static boolean isHeader(Grid.Row row, List<BoundColumn> filled) {
        long same = filled.stream().filter(column -> HeaderPath.words(column.spec())
                .contains(HeaderPath.key(row.find(column.column()).orElseThrow().text()))).count();
        return same * 2 > filled.size();
    }
}
