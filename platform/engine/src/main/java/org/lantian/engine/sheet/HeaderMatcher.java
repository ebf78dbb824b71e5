package org.lantian.engine.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.ValueType;

/** Finds a table's header in a sheet: by the texts above each column, wherever the columns stand. */
final class HeaderMatcher {

    private static final int HEADER_WITHIN_ROWS = 30;
    /** Clerks put a group above, or units and column numbers below. */
    private static final int ROWS_MORE = 2;

    private final Grid grid;
    private final GridIndex index;

    HeaderMatcher(Grid grid) {
        this.grid = grid;
        this.index = new GridIndex(grid);
    }

    GridIndex index() {
        return index;
    }

    /** The place where most of the table's columns are found; empty if none is found anywhere. */
    Optional<HeaderMatch> match(TableHeader header) {
        Optional<HeaderMatch> best = Optional.empty();
        for (Grid.Row row : grid.rows()) {
            if (row.row() > HEADER_WITHIN_ROWS) {
                break;
            }
            for (int depth = 1; depth <= header.depth() + ROWS_MORE; depth++) {
                HeaderMatch found = new Attempt(header, new HeaderRows(index, row.row(), depth)).run();
                boolean better = found.score() > best.map(HeaderMatch::score).orElse(0);
                boolean longer = best.isPresent() && found.score() == best.get().score()
                        && onlyRowsOfUnits(best.get().firstDataRow(), found.firstDataRow());
                if (better || longer) {
                    best = Optional.of(found);
                }
            }
        }
        return best;
    }

    private boolean onlyRowsOfUnits(int from, int to) {
        List<Grid.Row> more = grid.rows().stream().filter(row -> row.row() >= from && row.row() < to).toList();
        return !more.isEmpty() && more.stream().allMatch(HeaderRows::belongsToHeader);
    }

    /** One try: these header rows, this table. */
    private final class Attempt {

        private final TableHeader header;
        private final HeaderRows rows;
        private final List<BoundColumn> bound = new ArrayList<>();
        private final List<CellProblem> problems = new ArrayList<>();
        private Optional<Integer> year = Optional.empty();
        private int score;

        Attempt(TableHeader header, HeaderRows rows) {
            this.header = header;
            this.rows = rows;
        }

        HeaderMatch run() {
            List<Optional<HeaderPath>> paths = rows.paths();
            List<Integer> open = new ArrayList<>();
            Set<Integer> ofOtherYears = columnsOfOtherYears(paths);
            for (int column = 0; column < paths.size(); column++) {
                if (!ofOtherYears.contains(column) && paths.get(column).isPresent() && !bindByPath(paths.get(column).get(), column)) {
                    open.add(column);
                }
            }
            for (int column : open) {
                bindOtherwise(paths.get(column).orElseThrow(), column);
            }
            reportMissing();
            int headers = (int) paths.stream().filter(Optional::isPresent).count();
            return new HeaderMatch(header.table(), rows.firstDataRow(), bound, year, headers, score, problems);
        }

        /** Of 2022年产量, 2023年产量 and 2024年产量 the last is the base year's; the others are history. */
        private Set<Integer> columnsOfOtherYears(List<Optional<HeaderPath>> paths) {
            Map<String, Integer> latest = new HashMap<>();
            for (Optional<HeaderPath> path : paths) {
                path.filter(this::isOneColumnOfAYear)
                        .ifPresent(found -> latest.merge(found.key(), found.year().orElseThrow(), Math::max));
            }
            Set<Integer> others = new HashSet<>();
            for (int column = 0; column < paths.size(); column++) {
                Optional<HeaderPath> path = paths.get(column).filter(this::isOneColumnOfAYear);
                if (path.isPresent() && path.get().year().orElseThrow() < latest.get(path.get().key())) {
                    others.add(column);
                    warn(path.get(), CellProblemCode.COLUMN_UNKNOWN, "“" + path.get().text() + "”不是基准年（"
                            + latest.get(path.get().key()) + "年）的列，未读取。");
                }
            }
            return others;
        }

        private boolean isOneColumnOfAYear(HeaderPath path) {
            return path.year().isPresent() && path.key().indexOf(HeaderPath.YEAR_MARK) >= 0
                    && (header.byPath(path.key()).size() == 1 || header.byLeaf(path).isPresent());
        }

        private boolean bindByPath(HeaderPath path, int column) {
            return bindByKey(path.key(), path, column, 2);
        }

        private boolean bindByKey(String key, HeaderPath path, int column, int points) {
            Optional<ColumnSpec> spec = header.byPath(key).stream().filter(candidate -> !isBound(candidate)).findFirst();
            spec.ifPresent(found -> bind(found, path, column, points));
            return spec.isPresent();
        }

        private void bindOtherwise(HeaderPath path, int column) {
            if (path.keys().stream().skip(1).anyMatch(key -> bindByKey(key, path, column, 1))) {
                return;
            }
            Optional<ColumnSpec> spec = header.byLeaf(path).filter(found -> !isBound(found));
            if (spec.isPresent()) {
                bind(spec.get(), path, column, 1);
                return;
            }
            Optional<ColumnSpec> meaning = header.byMeaning(path);
            if (meaning.isEmpty()) {
                warn(path, CellProblemCode.COLUMN_UNKNOWN, "“" + path.text() + "”不是本表的列，未读取。");
            } else if (isBound(meaning.get()) || fieldsBound().contains(meaning.get().field().orElseThrow())) {
                warn(path, CellProblemCode.COLUMN_DUPLICATED, "“" + path.text() + "”列重复，只读取第一列。");
            } else {
                bind(meaning.get(), path, column, 0);
            }
        }

        private void bind(ColumnSpec spec, HeaderPath path, int column, int points) {
            bound.add(new BoundColumn(spec, header.group(spec), column, unit(spec, path)));
            score += points;
            if (spec.header().contains("{baseYear}") || spec.field().filter(Field.PRODUCT_OUTPUT::equals).isPresent()
                    || path.key().indexOf(HeaderPath.YEAR_MARK) >= 0) {
                takeYear(path);
            }
        }

        private void takeYear(HeaderPath path) {
            if (year.isPresent() && path.year().isPresent() && !year.equals(path.year())) {
                problems.add(CellProblem.error(grid.sheet(), path.cell(), CellProblemCode.BASE_YEAR_CONFLICT,
                        "表头中的年份不一致：" + year.get() + "年与" + path.year().get() + "年。"));
            }
            year = year.or(path::year);
        }

        /** The unit of the figures where the header names another one than the table, or the table none. */
        private Optional<String> unit(ColumnSpec spec, HeaderPath path) {
            Optional<String> written = spec.type() != ValueType.DECIMAL ? Optional.empty()
                    : path.brackets().stream().filter(UnitWords::isUnit).findFirst();
            if (written.isEmpty() || spec.unit().isEmpty()) {
                return written;
            }
            if (UnitWords.same(written.get(), spec.unit().get())) {
                return Optional.empty();
            }
            String said = "“" + path.text() + "”的单位应为“" + spec.unit().get() + "”，表头写的是“" + written.get() + "”";
            if (UnitWords.factor(written.get(), spec.unit().get()).isPresent()) {
                warn(path, CellProblemCode.UNIT_CONVERTED, said + "，各行数值已换算为“" + spec.unit().get() + "”。");
            } else {
                problems.add(CellProblem.error(grid.sheet(), path.cell(), CellProblemCode.COLUMN_UNIT_DIFFERS,
                        said + "。请换算数值并改正表头。"));
            }
            return written;
        }

        private boolean isBound(ColumnSpec spec) {
            return bound.stream().anyMatch(column -> column.spec().equals(spec));
        }

        private Set<Field> fieldsBound() {
            return bound.stream().flatMap(column -> column.spec().field().stream()).collect(Collectors.toSet());
        }

        private void reportMissing() {
            Set<Field> found = fieldsBound();
            String cell = Grid.reference(Math.max(0, rows.firstDataRow() - 1), 0);
            for (ColumnSpec leaf : header.table().leaves()) {
                if (isBound(leaf) || leaf.field().filter(found::contains).isPresent()
                        || leaf.field().filter(Field.ROW_ORDINAL::equals).isPresent()) {
                    continue;
                }
                boolean required = leaf.requiredWhen().equals("always");
                if (!required && header.table().number().isEmpty()) {
                    continue;
                }
                problems.add(new CellProblem(grid.sheet(), cell, CellProblemCode.COLUMN_MISSING,
                        required ? Severity.ERROR : Severity.WARNING,
                        "缺少“" + leaf.header().replace("{baseYear}年", "基准年") + "”列"
                                + (required ? "，该列必填。" : "，按未填处理。"),
                        List.of()));
            }
        }

        private void warn(HeaderPath path, CellProblemCode code, String message) {
            problems.add(CellProblem.warning(grid.sheet(), path.cell(), code, message));
        }
    }
}
