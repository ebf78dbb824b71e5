package org.lantian.plan.readback;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.lantian.engine.document.Block;
import org.lantian.engine.source.SourceBlock;
import org.lantian.plan.PlanTree;
import org.lantian.plan.edit.Alignment;

/** Finds the edits of a file's tables, cell by cell; rows that came or went are noted. */
final class TableEdits {

    private final Block.Table exported;
    private final String caption;
    private final List<Edit> edits = new ArrayList<>();

    private TableEdits(Block.Table exported) {
        this.exported = exported;
        this.caption = exported.caption().split(" ")[0];
    }

    static List<Edit> of(PlanTree tree, List<FileLines.Found> tables) {
        List<Edit> edits = new ArrayList<>();
        for (Block block : tree.document().blocks()) {
            if (block instanceof Block.Table table) {
                TableEdits found = new TableEdits(table);
                find(table, tables).ifPresentOrElse(one -> found.compare(rows(one.table(), table)),
                        () -> found.edits.add(Edit.note(found.caption, "", "文件中没有这张表。")));
                edits.addAll(found.edits);
            }
        }
        return edits;
    }

    private static Optional<FileLines.Found> find(Block.Table table, List<FileLines.Found> tables) {
        return tables.stream().filter(one -> one.clauses().stream().anyMatch(id -> id.toString().equals(table.anchor())))
                .findFirst()
                .or(() -> tables.stream().filter(one -> one.caption().equals(FileLines.plain(table.caption()))).findFirst());
    }

    /** The rows below the header; a cell that spans columns fills the first of them. */
    private static List<List<String>> rows(SourceBlock.Table file, Block.Table table) {
        int header = table.columns().stream().mapToInt(Block.Column::depth).max().orElse(1);
        List<List<String>> rows = new ArrayList<>();
        for (SourceBlock.Row row : file.rows().subList(Math.min(header, file.rows().size()), file.rows().size())) {
            List<String> cells = new ArrayList<>();
            for (SourceBlock.Cell cell : row.cells()) {
                cells.add(plain(cell.text()));
                cells.addAll(java.util.Collections.nCopies(cell.columns() - 1, ""));
            }
            rows.add(cells);
        }
        return rows;
    }

    /** A cell's lines without those that only keep neighbouring cells level. */
    static String plain(String cell) {
        return Arrays.stream(cell.split("\n")).map(FileLines::plain).filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private void compare(List<List<String>> file) {
        List<List<String>> before = exported.rows().stream().map(row -> row.stream().map(TableEdits::plain).toList()).toList();
        int[] places = Alignment.of(before, file);
        int from = 0;
        int to = 0;
        for (int i = 0; i <= before.size(); i++) {
            int place = i < before.size() ? places[i] : file.size();
            if (place >= 0) {
                gap(before, from, i, file, to, place);
                from = i + 1;
                to = place + 1;
            }
        }
    }

    /** Rows between two that are equal: as many on both sides are taken pair by pair, else by their enterprise. */
    private void gap(List<List<String>> before, int from, int until, List<List<String>> file, int start, int end) {
        List<Integer> left = new ArrayList<>();
        for (int j = start; j < end; j++) {
            left.add(j);
        }
        for (int i = from; i < until; i++) {
            int row = i;
            Optional<Integer> same = until - from == end - start ? Optional.of(start + i - from)
                    : left.stream().filter(j -> key(file.get(j)).equals(key(before.get(row)))).findFirst();
            if (same.isEmpty()) {
                edits.add(Edit.note(place(i, before.get(i)), String.join(" | ", before.get(i)), "文件中没有这一行；删除企业请在台账中进行。"));
                continue;
            }
            left.remove(same.get());
            cells(i, before.get(i), file.get(same.get()));
        }
        left.forEach(j -> edits.add(Edit.note(caption + " “" + key(file.get(j)) + "”", "",
                "文件中新增的一行：" + String.join(" | ", file.get(j)) + "；新增企业请在台账中进行。")));
    }

    private void cells(int row, List<String> before, List<String> now) {
        if (before.size() != now.size()) {
            edits.add(Edit.note(place(row, before), String.join(" | ", before), "文件中这一行的列数不同，不能逐格比较。"));
            return;
        }
        for (int column = 0; column < before.size(); column++) {
            if (!before.get(column).equals(now.get(column))) {
                edits.add(new Edit(Edit.Kind.CELL, Optional.of(Long.valueOf(exported.anchor())),
                        place(row, before) + " " + exported.leaves().get(column).header(), before.get(column),
                        now.get(column), Optional.empty(),
                        Optional.of(new Edit.Cell(exported.id(), row, column, key(before)))));
            }
        }
    }

    private String place(int row, List<String> cells) {
        return caption + " 第" + (row + 1) + "行“" + key(cells) + "”";
    }

    private String key(List<String> row) {
        int column = keyColumn(exported);
        return column < row.size() ? row.get(column).replace("\n", "") : "";
    }

    /** The column that says whose row it is: the first whose header names an enterprise, else the second. */
    static int keyColumn(Block.Table table) {
        List<Block.Column> leaves = table.leaves();
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i).header().contains("企业名称")) {
                return i;
            }
        }
        return Math.min(1, leaves.size() - 1);
    }
}
