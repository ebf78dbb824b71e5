package org.lantian.engine.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.lantian.engine.reference.Industries;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.TableSpec;

/**
 * Reads a workbook's sheets by the tables of a profile. A sheet is known by its name or by its header; several sheets
 * may hold the same table. Everything that is wrong is reported at once, each problem with its cell.
 */
public final class WorkbookInterpreter {

    private final List<TableHeader> headers;
    private final CellParser parser;
    private final Map<String, RequiredWhen> conditions = new ConcurrentHashMap<>();

    public WorkbookInterpreter(List<TableSpec> tables, Industries industries) {
        this.headers = tables.stream().map(table -> new TableHeader(table, tables)).toList();
        this.parser = new CellParser(industries);
    }

    /** Hears how many of all rows of the workbook's tables are read. */
    public interface Listener {
        void read(int rows, int ofAll);
    }

    /** Reads the sheets; nobody hears how far it is. */
    public WorkbookReading read(List<Grid> sheets) {
        return read(sheets, (rows, ofAll) -> {
        });
    }

    /** Reads the sheets. */
    public WorkbookReading read(List<Grid> sheets, Listener listener) {
        Count count = new Count(listener, sheets.stream().mapToInt(grid -> grid.rows().size()).sum());
        List<TableReading> tables = new ArrayList<>();
        List<CellProblem> problems = new ArrayList<>();
        Optional<WorkbookStamp> stamp = WorkbookStamp.find(sheets);
        for (Grid grid : sheets) {
            if (!grid.rows().isEmpty() && !grid.sheet().equals(WorkbookStamp.SHEET)
                    && !grid.sheet().equals(ProblemSheet.NAME)) {
                readVisible(grid, stamp.isPresent(), problems, count).ifPresent(tables::add);
            }
            count.finish(grid.rows().size());
        }
        if (tables.isEmpty() && problems.stream().noneMatch(CellProblem::isError)) {
            problems.add(CellProblem.error(sheets.isEmpty() ? "" : sheets.getFirst().sheet(), "",
                    CellProblemCode.HEADER_NOT_FOUND, "工作簿中没有找到任何一张表的表头，没有可以导入的内容。请使用模板填写。"));
        }
        return new WorkbookReading(stamp, tables, problems);
    }

    private Optional<TableReading> readVisible(Grid grid, boolean stamped, List<CellProblem> problems, Count count) {
        if (grid.hidden()) {
            problems.add(CellProblem.warning(grid.sheet(), "", CellProblemCode.SHEET_HIDDEN,
                    "工作表“" + grid.sheet() + "”被隐藏，未读取。"));
            return Optional.empty();
        }
        return read(grid, stamped, problems, count);
    }

    private Optional<TableReading> read(Grid grid, boolean stamped, List<CellProblem> problems, Count count) {
        HeaderMatcher matcher = new HeaderMatcher(grid);
        Optional<TableHeader> named = headers.stream().filter(header -> isNamed(grid, header.table())).findFirst();
        Optional<HeaderMatch> match = named.map(List::of).orElse(headers).stream()
                .flatMap(header -> matcher.match(header).stream()).filter(found -> found.convincing(named.isPresent()))
                .max(Comparator.comparingInt(HeaderMatch::score));
        if (match.isPresent()) {
            return Optional.of(rows(grid, matcher.index(), match.get(), stamped, problems, count));
        }
        problems.add(named
                .map(header -> CellProblem.error(grid.sheet(), "", CellProblemCode.HEADER_NOT_FOUND,
                        "工作表“" + grid.sheet() + "”中没有找到“" + header.table().sheet() + "”的表头，请使用模板的表头。"))
                .orElseGet(() -> CellProblem.warning(grid.sheet(), "", CellProblemCode.SHEET_UNKNOWN,
                        "工作表“" + grid.sheet() + "”的名称和表头都不是已知的表，未读取。")));
        return Optional.empty();
    }

    private static boolean isNamed(Grid grid, TableSpec table) {
        String name = CellText.key(grid.sheet());
        return name.equals(CellText.key(table.sheet()))
                || table.number().filter(number -> name.equals("表" + number)).isPresent();
    }

    private TableReading rows(Grid grid, GridIndex index, HeaderMatch match, boolean stamped,
            List<CellProblem> all, Count count) {
        List<CellProblem> problems = new ArrayList<>(match.problems());
        RowSplitter splitter = new RowSplitter(grid, index, match, problems);
        List<RowBlock> blocks = splitter.split();
        SharedCells shared = new SharedCells(grid, index, match, blocks);
        shared.report(problems);
        BlockReader reader = new BlockReader(grid.sheet(), index, match, parser, stamped, shared, problems);
        List<RowReading> rows = blocks.stream().map(block -> {
            count.read(block.rows().size());
            return reader.read(block);
        }).toList();
        RequiredWhen required = required(match.table());
        rows.forEach(row -> required.check(grid.sheet(), row, problems));
        String year = match.baseYear().map(number -> number + "年").orElse("基准年");
        List<String> headers = match.table().leaves().stream().map(ColumnSpec::header)
                .filter(header -> !CellText.quoted(header).equals(header)).toList();
        problems.forEach(problem -> all.add(problem.reworded(message -> quoted(message, headers)
                .replace("{baseYear}年", year))));
        return new TableReading(match.table(), grid.sheet(), match.baseYear(), splitter.dataRows(), match.fields(),
                rows);
    }

    private static String quoted(String message, List<String> headers) {
        String shorter = message;
        for (String header : headers) {
            shorter = shorter.replace("“" + header + "”", "“" + CellText.quoted(header) + "”");
        }
        return shorter;
    }

    private RequiredWhen required(TableSpec table) {
        return conditions.computeIfAbsent(table.id(), id -> new RequiredWhen(table));
    }

    /** Counts rows for a listener. */
    private static final class Count {

        private final Listener listener;
        private final int ofAll;
        private int rows;
        private int finished;

        Count(Listener listener, int ofAll) {
            this.listener = listener;
            this.ofAll = ofAll;
        }

        void read(int more) {
            for (int i = 0; i < more; i++) {
                listener.read(++rows, ofAll);
            }
        }

        /** Rows without data count once their sheet has been read. */
        void finish(int ofSheet) {
            finished += ofSheet;
            rows = finished;
            listener.read(rows, ofAll);
        }
    }
}
