package org.lantian.document;

import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

import org.lantian.engine.sheet.Grid;
import org.lantian.engine.sheet.Grid.Cell;
import org.lantian.engine.sheet.Grid.Kind;
import org.lantian.engine.sheet.Grid.Merge;
import org.lantian.engine.sheet.Grid.Row;

/**
 * Reads one sheet part as a stream of cells. Formula cells count with the value that was saved with them; without one
 * the cell is an error, for a blank would hide that something stands there.
 */
final class GridParser {

    private static final String NOT_CALCULATED = "没有计算结果";

    private final XMLStreamReader reader;
    private final List<String> strings;
    private final WorkbookStyles styles;
    private final boolean date1904;
    private final GridBudget budget;
    private final List<Row> rows = new ArrayList<>();
    private final List<Merge> merges = new ArrayList<>();
    private List<Cell> cells = new ArrayList<>();
    private int row = -1;
    private int column = -1;

    GridParser(XMLStreamReader reader, List<String> strings, WorkbookStyles styles, boolean date1904,
            GridBudget budget) {
        this.reader = reader;
        this.strings = strings;
        this.styles = styles;
        this.date1904 = date1904;
        this.budget = budget;
    }

    Grid parse(String sheet, boolean hidden) throws XMLStreamException {
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                start();
            } else if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("row")
                    && !cells.isEmpty()) {
                rows.add(Row.of(row, cells));
                cells = new ArrayList<>();
                budget.row(sheet, rows.size());
            }
        }
        return new Grid(sheet, hidden, rows, merges);
    }

    private void start() throws XMLStreamException {
        switch (reader.getLocalName()) {
            case "row" -> {
                String number = WorkbookArchive.attribute(reader, "r");
                row = number.isEmpty() ? row + 1 : Integer.parseInt(number) - 1;
                column = -1;
            }
            case "c" -> cell();
            case "mergeCell" -> {
                CellRangeAddress range = CellRangeAddress.valueOf(WorkbookArchive.attribute(reader, "ref"));
                merges.add(new Merge(range.getFirstRow(), range.getFirstColumn(), range.getLastRow(),
                        range.getLastColumn()));
            }
            default -> {
            }
        }
    }

    private void cell() throws XMLStreamException {
        String reference = WorkbookArchive.attribute(reader, "r");
        column = reference.isEmpty() ? column + 1 : new CellReference(reference).getCol();
        String type = WorkbookArchive.attribute(reader, "t");
        String style = WorkbookArchive.attribute(reader, "s");
        String value = "";
        boolean formula = false;
        boolean saved = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("f")) {
                formula = true;
            } else if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("v")) {
                value = reader.getElementText();
                saved = true;
            } else if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("is")) {
                value = GridText.richText(reader, "is");
            }
        }
        if (column >= GridBudget.MAX_COLUMNS) {
            return;
        }
        if (formula && !saved) {
            add("e", 0, NOT_CALCULATED);
        } else if (!value.isBlank()) {
            add(type, style.isEmpty() ? 0 : Integer.parseInt(style), value);
        }
    }

    private void add(String type, int style, String value) {
        Cell cell = switch (type) {
            case "s" -> new Cell(row, column, Kind.TEXT, strings.get(Integer.parseInt(value.strip())));
            case "inlineStr" -> new Cell(row, column, Kind.TEXT, value);
            case "str" -> new Cell(row, column, Kind.TEXT, GridText.unescaped(value));
            case "b" -> new Cell(row, column, Kind.BOOLEAN, value.strip().matches("1|true") ? "TRUE" : "FALSE");
            case "e" -> new Cell(row, column, Kind.ERROR, value.strip());
            case "d" -> GridNumbers.named(row, column, value.strip());
            default -> GridNumbers.cell(row, column, Double.parseDouble(value), styles.shown(style), date1904);
        };
        if (!cell.text().isBlank()) {
            budget.cell();
            cells.add(cell);
        }
    }
}
