package org.lantian.engine.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.lantian.engine.sheet.Grid.Merge;
import org.lantian.plugin.table.CellProblemCode;

/** Cells merged over rows of several enterprises, where they cannot hold for all of them. */
final class SharedCells {

    private final Grid grid;
    private final GridIndex index;
    private final HeaderMatch header;
    private final Map<Integer, RowBlock> blocks = new HashMap<>();

    SharedCells(Grid grid, GridIndex index, HeaderMatch header, List<RowBlock> blocks) {
        this.grid = grid;
        this.index = index;
        this.header = header;
        blocks.forEach(block -> block.rows().forEach(row -> this.blocks.put(row, block)));
    }

    /** Whether the value that the cell shows belongs to another enterprise. */
    boolean isForeign(BoundColumn column, int row) {
        return !column.shared() && index.merge(row, column.column())
                .filter(merge -> blocks.containsKey(merge.firstRow()))
                .filter(merge -> blocks.get(merge.firstRow()) != blocks.get(row)).isPresent();
    }

    void report(List<CellProblem> problems) {
        for (Merge merge : grid.merges()) {
            List<RowBlock> over = over(merge);
            header.columns().stream().filter(column -> column.column() == merge.firstColumn() && !column.shared())
                    .filter(column -> over.size() > 1)
                    .filter(column -> index.find(merge.firstRow(), merge.firstColumn()).isPresent()).findFirst()
                    .ifPresent(column -> problems.add(CellProblem.error(grid.sheet(),
                            Grid.reference(merge.firstRow(), merge.firstColumn()),
                            CellProblemCode.MERGED_OVER_ENTERPRISES, "“" + column.spec().header() + "”的合并单元格跨了"
                                    + over.size() + "家企业（" + names(over) + "），请拆分后按企业分别填写。")));
        }
    }

    private List<RowBlock> over(Merge merge) {
        Set<RowBlock> over = new LinkedHashSet<>();
        for (int row = merge.firstRow(); row <= merge.lastRow() && over.size() < 100; row++) {
            if (blocks.containsKey(row)) {
                over.add(blocks.get(row));
            }
        }
        return List.copyOf(over);
    }

    private String names(List<RowBlock> over) {
        List<String> names = new ArrayList<>();
        for (RowBlock block : over.subList(0, Math.min(3, over.size()))) {
            header.columns().stream().filter(BoundColumn::names)
                    .flatMap(name -> index.findThroughMerge(block.first(), name.column()).stream()).findFirst()
                    .ifPresent(cell -> names.add(CellText.joined(cell.text())));
        }
        return String.join("、", names) + (over.size() > 3 ? "等" : "");
    }
}
