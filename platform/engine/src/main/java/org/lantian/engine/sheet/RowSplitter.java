package org.lantian.engine.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.lantian.engine.sheet.Grid.Cell;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.Field;

/** Cuts the rows below a header into blocks; leaves out blank rows, sums, notes, signatures and repeated headers. */
final class RowSplitter {

    private static final Pattern SUM = Pattern.compile("(?:合计|小计|总计|共计|累计).{0,10}|.{1,8}(?:合计|小计|总计)");
    private static final Pattern NOTE = Pattern.compile("(?:备?注|说明|填[表报](?:人|单位|日期|时间)|制表(?:人|单位|日期|时间)?"
            + "|审[核批定]人?|(?:单位)?负责人|联系(?:人|电话)|单位\\s*[(（](?:盖章|公章)[)）])\\s*\\d*[:：].*", Pattern.DOTALL);

    private final Grid grid;
    private final GridIndex index;
    private final HeaderMatch header;
    private final List<CellProblem> problems;
    private int dataRows;
    private final Set<List<String>> seen = new HashSet<>();
    private final Map<BoundColumn, List<String>> headerWords = new HashMap<>();

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
            dataRows++;
            boolean named = names.stream().anyMatch(name -> row.find(name.column()).isPresent());
            if (named && !seen.add(signature(row))) {
                problems.add(CellProblem.warning(grid.sheet(), Grid.reference(row.row(), names.getFirst().column()),
                        CellProblemCode.DUPLICATE_ROW, "第" + (row.row() + 1) + "行与前面一行完全相同，未重复读取。"));
            } else if (named && !blocks.isEmpty() && repeatsName(row, names, blocks.getLast().getFirst())) {
                blocks.getLast().add(row.row());
            } else if (named || names.isEmpty()) {
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

    /** How many rows the last {@link #split} found to hold data. */
    int dataRows() {
        return dataRows;
    }

    /** What the row says, but for its number. */
    private List<String> signature(Grid.Row row) {
        return header.columns().stream().filter(column -> !isOrdinal(column))
                .map(column -> index.findThroughMerge(row.row(), column.column()).map(Cell::text).orElse(""))
                .map(CellText::key).toList();
    }

    /** The name of the row above, in the same cluster or without one: further entries of that enterprise. */
    private boolean repeatsName(Grid.Row row, List<BoundColumn> names, int above) {
        Optional<String> cluster = key(row.row(), clusters());
        return key(row.row(), names).equals(key(above, names))
                && (cluster.isEmpty() || cluster.equals(key(above, clusters())));
    }

    private Optional<String> key(int row, List<BoundColumn> columns) {
        return columns.stream().flatMap(column -> index.findThroughMerge(row, column.column()).stream())
                .map(cell -> CellText.key(cell.text())).findFirst();
    }

    private List<BoundColumn> clusters() {
        return header.columns().stream()
                .filter(column -> column.spec().field().filter(Field.CLUSTER_NAME::equals).isPresent()).toList();
    }

    private static boolean isOrdinal(BoundColumn column) {
        return column.spec().field().filter(Field.ROW_ORDINAL::equals).isPresent();
    }

    /** A name merged over several rows, or a blank name with no number of its own, continues the row above. */
    private boolean continues(Grid.Row row, List<BoundColumn> names, List<Integer> block) {
        boolean merged = names.stream().anyMatch(name -> index.merge(row.row(), name.column())
                .filter(merge -> block.contains(merge.firstRow())).isPresent());
        return merged || ordinal(row).isEmpty();
    }

    private Optional<Cell> ordinal(Grid.Row row) {
        return header.columns().stream()
                .filter(RowSplitter::isOrdinal).findFirst()
                .flatMap(column -> row.find(column.column()));
    }

    private boolean isSkipped(Grid.Row row) {
        List<BoundColumn> filled = header.columns().stream()
                .filter(column -> row.find(column.column()).isPresent()).toList();
        boolean blank = filled.stream().allMatch(RowSplitter::isOrdinal);
        return blank || isSumOrNote(row) || isHeader(row, filled);
    }

    /** Sums and notes begin their row, or stand where a name should; elsewhere the words are content. */
    private boolean isSumOrNote(Grid.Row row) {
        Cell first = row.cells().values().stream().min(Comparator.comparingInt(Cell::column)).orElseThrow();
        boolean sum = header.columns().stream().filter(BoundColumn::names)
                .flatMap(name -> row.find(name.column()).stream()).anyMatch(RowSplitter::isSum);
        return sum || isSum(first) || NOTE.matcher(CellText.stripped(first.text())).matches();
    }

    private static boolean isSum(Cell cell) {
        return SUM.matcher(CellText.key(cell.text())).matches();
    }

    /** A header printed again further down, for example at the top of a new page. */
    private boolean isHeader(Grid.Row row, List<BoundColumn> filled) {
        if (filled.stream().limit(3).noneMatch(column -> isHeader(row, column))) {
            return false;
        }
        return filled.stream().filter(column -> isHeader(row, column)).count() * 2 > filled.size();
    }

    private boolean isHeader(Grid.Row row, BoundColumn column) {
        return headerWords.computeIfAbsent(column, key -> HeaderPath.words(key.spec()))
                .contains(HeaderPath.key(row.find(column.column()).orElseThrow().text()));
    }
}
