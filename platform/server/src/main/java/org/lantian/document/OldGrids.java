package org.lantian.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;

import org.lantian.engine.sheet.Grid;
import org.lantian.engine.sheet.Grid.Cell;
import org.lantian.engine.sheet.Grid.Kind;
import org.lantian.engine.sheet.Grid.Merge;
import org.lantian.engine.sheet.Grid.Row;

/** Gathers the cells of an .xls file from its records. Charts within sheets are streams of their own and are left out. */
final class OldGrids implements HSSFListener {

    private final List<BoundSheetRecord> bound = new ArrayList<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<Integer> formatOfStyle = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private final GridBudget budget = new GridBudget();
    private Optional<SSTRecord> strings = Optional.empty();
    private Optional<FormulaRecord> formula = Optional.empty();
    private boolean date1904;
    private int depth;
    private boolean sheet;

    /** One sheet's stream, in the order of the file. */
    private record Sheet(Map<Integer, List<Cell>> rows, List<Merge> merges) {
    }

    List<Grid> list() {
        List<Grid> grids = new ArrayList<>();
        List<BoundSheetRecord> inFile = List.of(BoundSheetRecord.orderByBofPosition(bound));
        for (BoundSheetRecord named : bound) {
            int place = inFile.indexOf(named);
            if (place < sheets.size()) {
                Sheet found = sheets.get(place);
                List<Row> rows = new ArrayList<>();
                found.rows().forEach((row, cells) -> rows.add(Row.of(row, cells)));
                grids.add(new Grid(named.getSheetname(), named.isHidden() || named.isVeryHidden(), rows,
                        found.merges()));
            }
        }
        return grids;
    }

    @Override
    public void processRecord(Record record) {
        switch (record) {
            case BOFRecord begin -> begin(begin);
            case EOFRecord end -> depth--;
            case BoundSheetRecord named -> bound.add(named);
            case SSTRecord table -> strings = Optional.of(table);
            case DateWindow1904Record window -> date1904 = window.getWindowing() == 1;
            case FormatRecord format -> formats.put(format.getIndexCode(), format.getFormatString());
            case ExtendedFormatRecord style -> formatOfStyle.add((int) style.getFormatIndex());
            default -> {
                if (sheet && depth == 1) {
                    content(record);
                }
            }
        }
    }

    private void begin(BOFRecord begin) {
        if (depth == 0 && begin.getType() != BOFRecord.TYPE_WORKBOOK) {
            sheet = true;
            sheets.add(new Sheet(new TreeMap<>(), new ArrayList<>()));
        }
        depth++;
    }

    private void content(Record record) {
        switch (record) {
            case LabelSSTRecord label -> add(label, Kind.TEXT,
                    strings.orElseThrow().getString(label.getSSTIndex()).getString());
            case LabelRecord label -> add(label, Kind.TEXT, label.getValue());
            case NumberRecord number -> number(number, number.getValue());
            case BoolErrRecord value when value.isBoolean() -> add(value, Kind.BOOLEAN,
                    value.getBooleanValue() ? "TRUE" : "FALSE");
            case BoolErrRecord value -> add(value, Kind.ERROR, FormulaError.forInt(value.getErrorValue()).getString());
            case FormulaRecord calculated -> formula(calculated);
            case StringRecord text -> {
                formula.ifPresent(cell -> add(cell, Kind.TEXT, text.getString()));
                formula = Optional.empty();
            }
            case MergeCellsRecord merged -> {
                for (int i = 0; i < merged.getNumAreas(); i++) {
                    CellRangeAddress area = merged.getAreaAt(i);
                    sheets.getLast().merges().add(new Merge(area.getFirstRow(), area.getFirstColumn(),
                            area.getLastRow(), area.getLastColumn()));
                }
            }
            default -> {
            }
        }
    }

    private void formula(FormulaRecord calculated) {
        CellType type = calculated.getCachedResultTypeEnum();
        if (type == CellType.STRING) {
            formula = Optional.of(calculated);
        } else if (type == CellType.BOOLEAN) {
            add(calculated, Kind.BOOLEAN, calculated.getCachedBooleanValue() ? "TRUE" : "FALSE");
        } else if (type == CellType.ERROR) {
            add(calculated, Kind.ERROR, FormulaError.forInt(calculated.getCachedErrorValue()).getString());
        } else {
            number(calculated, calculated.getValue());
        }
    }

    private void number(CellValueRecordInterface at, double value) {
        int style = at.getXFIndex();
        WorkbookStyles.Shown shown = style < formatOfStyle.size()
                ? WorkbookStyles.shown(formatOfStyle.get(style), formats) : WorkbookStyles.Shown.NUMBER;
        add(GridNumbers.cell(at.getRow(), at.getColumn(), value, shown, date1904));
    }

    private void add(CellValueRecordInterface at, Kind kind, String text) {
        add(new Cell(at.getRow(), at.getColumn(), kind, text));
    }

    private void add(Cell cell) {
        if (cell.text().isBlank() || cell.column() >= GridBudget.MAX_COLUMNS) {
            return;
        }
        budget.cell();
        Map<Integer, List<Cell>> rows = sheets.getLast().rows();
        rows.computeIfAbsent(cell.row(), row -> new ArrayList<>()).add(cell);
        budget.row("第" + sheets.size() + "张", rows.size());
    }
}
