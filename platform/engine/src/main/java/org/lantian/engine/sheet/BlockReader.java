package org.lantian.engine.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.lantian.engine.sheet.Grid.Cell;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.table.ValueType;

/** Reads one block of rows into typed values: columns that stand once, and groups paired line by line. */
final class BlockReader {

    /** Groups whose numbers add up: one number for two entries would count twice. */
    private static final Set<FieldGroup> SUMMED = Set.of(FieldGroup.ENERGY_USE, FieldGroup.PRODUCT,
            FieldGroup.RAW_MATERIAL);

    private final String sheet;
    private final GridIndex index;
    private final HeaderMatch header;
    private final KnownTexts texts;
    private final boolean stamped;
    private final SharedCells shared;
    private final LineUnits units;
    private final List<CellProblem> problems;
    private final Map<FieldGroup, List<BoundColumn>> repeating;

    BlockReader(String sheet, GridIndex index, HeaderMatch header, CellParser parser, boolean stamped,
            SharedCells shared, List<CellProblem> problems) {
        this.sheet = sheet;
        this.index = index;
        this.header = header;
        this.texts = new KnownTexts(parser);
        this.stamped = stamped;
        this.shared = shared;
        this.units = new LineUnits(sheet, problems);
        this.problems = problems;
        this.repeating = header.columns().stream().filter(BoundColumn::repeating).collect(Collectors
                .groupingBy(BoundColumn::group, () -> new EnumMap<>(FieldGroup.class), Collectors.toList()));
    }

    RowReading read(RowBlock block) {
        List<CellReading> cells = new ArrayList<>();
        header.columns().stream().filter(column -> !column.repeating()).map(column -> single(block, column))
                .forEach(cells::add);
        Map<FieldGroup, List<LineReading>> lines = new EnumMap<>(FieldGroup.class);
        repeating.forEach((group, columns) -> lines.put(group, group(block, columns)));
        return new RowReading(block.rows().stream().map(row -> row + 1).toList(), required(oneEachField(cells)), lines);
    }

    private CellReading single(RowBlock block, BoundColumn column) {
        CellReading first = read(column, block.first(), throughVerticalMerge(block.first(), column.column()));
        for (int row : block.rows().subList(1, block.rows().size())) {
            Optional<Cell> own = index.find(row, column.column());
            if (own.isEmpty()) {
                continue;
            }
            CellReading further = read(column, row, own);
            if (!first.value().present() || further.value().filled() && !first.value().filled()) {
                first = further;
            } else if (further.value().filled() && column.spec().type() != ValueType.ORDINAL
                    && !CellText.key(further.raw()).equals(CellText.key(first.raw()))) {
                error(further.cell(), CellProblemCode.CONTRADICTING_VALUES, "同一企业的“" + column.spec().header()
                        + "”前后不一致：" + first.cell() + "为“" + first.raw() + "”，此处为“" + further.raw() + "”。");
            }
        }
        return first;
    }

    private CellReading read(BoundColumn column, int row, Optional<Cell> cell) {
        String reference = cell.map(Cell::reference).orElse(Grid.reference(row, column.column()));
        String text = cell.map(found -> typeset(column, found.text())).orElse("");
        if (shared.isForeign(column, row)) {
            return new CellReading(column.spec(), Grid.reference(row, column.column()), text,
                    new CellValue.Unreadable(text));
        }
        return reading(column.spec(), reference, text, LineUnits.inColumnUnit(column, text),
                cell.map(Cell::kind).orElse(Grid.Kind.TEXT));
    }

    /** Line breaks are content in texts of findings and measures, and only typesetting elsewhere. */
    private static String typeset(BoundColumn column, String text) {
        boolean prose = column.group() == FieldGroup.FINDING || column.group() == FieldGroup.MEASURE;
        return prose && column.spec().type() == ValueType.TEXT && !column.names()
                ? String.join("\n", CellText.lines(text)).strip() : CellText.joined(text);
    }

    private CellReading reading(ColumnSpec spec, String reference, String raw, String text, Grid.Kind kind) {
        KnownTexts.Read read = texts.read(spec, kind, raw, text);
        read.parsed().complaint().ifPresent(complaint -> problems.add(new CellProblem(sheet, reference, complaint.code(),
                complaint.severity(), complaint.message(), complaint.allowed())));
        return new CellReading(spec, reference, read.raw(), read.parsed().value());
    }

    private List<LineReading> group(RowBlock block, List<BoundColumn> columns) {
        List<LineReading> lines = new ArrayList<>();
        for (int row : block.rows()) {
            lines.addAll(pair(row, columns));
        }
        BoundColumn key = columns.getFirst();
        if (lines.isEmpty() && key.spec().requiredWhen().equals("always")) {
            error(Grid.reference(block.first(), key.column()), CellProblemCode.VALUE_REQUIRED,
                    "“" + key.spec().header() + "”必填。");
        }
        return lines;
    }

    private List<LineReading> pair(int row, List<BoundColumn> columns) {
        Map<BoundColumn, GroupCell> cells = new LinkedHashMap<>();
        columns.forEach(column -> cells.put(column, groupCell(row, column, columns.getFirst())));
        if (!stamped) {
            GroupCell.settle(cells, columns.getFirst());
        }
        int ofKey = cells.get(columns.getFirst()).count();
        int count = ofKey > 0 ? ofKey : cells.values().stream().mapToInt(GroupCell::count).max().orElse(0);
        boolean paired = true;
        for (Map.Entry<BoundColumn, GroupCell> entry : cells.entrySet()) {
            if (!entry.getValue().fits(count)) {
                paired = false;
                error(entry.getValue().reference(), CellProblemCode.LINE_COUNT_MISMATCH,
                        "“" + entry.getKey().spec().header() + "”有" + entry.getValue().count() + "项，“" + columns.getFirst().spec().header() + "”等列有" + count
                                + "项：同一单元格内各项须一一对应，缺项请留空行。");
            }
        }
        List<LineReading> lines = new ArrayList<>();
        for (int line = 0; paired && line < count; line++) {
            line(cells, line).ifPresent(lines::add);
        }
        return lines;
    }

    private Optional<LineReading> line(Map<BoundColumn, GroupCell> cells, int line) {
        List<LineUnits.Text> raw = cells.entrySet().stream().filter(entry -> !entry.getValue().shared())
                .map(entry -> new LineUnits.Text(entry.getKey(), entry.getValue().reference(),
                        entry.getValue().line(line)))
                .toList();
        LineUnits.Settled settled = units.settle(raw);
        List<CellReading> readings = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            LineUnits.Text text = settled.texts().get(i);
            readings.add(reading(text.column().spec(), text.cell(), raw.get(i).text(), text.text(),
                    cells.get(text.column()).kind()));
        }
        settled.found().flatMap(this::unitOfHeader).ifPresent(readings::add);
        cells.forEach((column, cell) -> {
            if (cell.shared()) {
                readings.add(new CellReading(column.spec(), cell.reference(), cell.text(),
                        new CellValue.Unreadable(cell.text())));
            }
        });
        if (readings.stream().noneMatch(reading -> reading.value().present())) {
            return Optional.empty();
        }
        return Optional.of(new LineReading(required(readings)));
    }

    /** A unit from a header or from behind a number, as if it stood in the table's own column of units. */
    private Optional<CellReading> unitOfHeader(LineUnits.Found found) {
        return header.table().leaves().stream()
                .filter(column -> column.field().filter(found.field()::equals).isPresent()).findFirst()
                .map(column -> new CellReading(column, found.cell(), found.unit(), new CellValue.Text(found.unit())));
    }

    private GroupCell groupCell(int row, BoundColumn column, BoundColumn key) {
        Optional<Cell> own = index.find(row, column.column());
        if (own.isPresent()) {
            return GroupCell.of(own.get(), column, stamped);
        }
        Optional<Cell> above = throughVerticalMerge(row, column.column());
        boolean entryOfItsOwn = index.find(row, key.column()).isPresent();
        if (above.isEmpty() || !entryOfItsOwn) {
            return GroupCell.blank(row, column.column());
        }
        if (shared.isForeign(column, row)) {
            return GroupCell.ofSeveral(row, column.column(), above.get());
        }
        if (column.spec().type() == ValueType.DECIMAL && SUMMED.contains(column.group())) {
            error(above.get().reference(), CellProblemCode.MERGED_NUMBER, "“" + column.spec().header()
                    + "”的合并单元格对应多行，无法确定各行的数值，请拆分后分别填写。");
            return GroupCell.blank(row, column.column());
        }
        return GroupCell.of(above.get(), column, stamped);
    }

    private Optional<Cell> throughVerticalMerge(int row, int column) {
        return index.merge(row, column).filter(merge -> merge.firstColumn() == column)
                .map(merge -> index.find(merge.firstRow(), column)).orElseGet(() -> index.find(row, column));
    }

    /** The doubled 企业名称: both are read; one may be blank, both must agree. */
    private List<CellReading> oneEachField(List<CellReading> cells) {
        Map<Field, CellReading> first = new EnumMap<>(Field.class);
        List<CellReading> kept = new ArrayList<>();
        for (CellReading cell : cells) {
            Optional<CellReading> earlier = cell.column().field().map(first::get);
            if (earlier.isEmpty()) {
                kept.add(cell);
                cell.column().field().ifPresent(field -> first.put(field, cell));
            } else if (!earlier.get().value().present()) {
                kept.set(kept.indexOf(earlier.get()), cell);
                first.put(cell.column().field().orElseThrow(), cell);
            } else if (cell.value().present() && !CellText.key(cell.raw()).equals(CellText.key(earlier.get().raw()))) {
                error(cell.cell(), CellProblemCode.NAMES_DIFFER, "两列“" + cell.column().header() + "”不一致："
                        + earlier.get().cell() + "为“" + earlier.get().raw() + "”，此处为“" + cell.raw() + "”。");
            }
        }
        return kept;
    }

    private List<CellReading> required(List<CellReading> cells) {
        cells.stream().filter(cell -> cell.column().requiredWhen().equals("always"))
                .filter(cell -> cell.column().type() != ValueType.ORDINAL && !cell.value().filled())
                .forEach(cell -> error(cell.cell(), CellProblemCode.VALUE_REQUIRED,
                        "“" + cell.column().header() + "”必填" + RequiredWhen.noneRefused(cell) + "。"));
        return cells;
    }

    private void error(String cell, CellProblemCode code, String message) {
        problems.add(CellProblem.error(sheet, cell, code, message));
    }
}
