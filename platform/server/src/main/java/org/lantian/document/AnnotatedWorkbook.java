package org.lantian.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

import org.lantian.common.Progress;
import org.lantian.engine.sheet.CellProblem;
import org.lantian.engine.sheet.Grid;
import org.lantian.engine.sheet.Grid.Cell;
import org.lantian.engine.sheet.ProblemSheet;
import org.lantian.engine.sheet.WorkbookStamp;

/**
 * A copy of a received workbook that shows what is wrong: each cell in its place, those in question coloured and
 * commented, and a sheet that lists everything. The copy can be mended and imported like the original.
 */
public final class AnnotatedWorkbook {

    private static final int ROWS_IN_MEMORY = 200;
    /** Comments are kept in memory while a workbook is written; the list has all of them. */
    private static final int MOST_COMMENTS = 2_000;
    private static final int ROWS_MEASURED = 200;
    private static final int WIDTH_UNITS = 256;

    private final SXSSFWorkbook book;
    private final AnnotatedLook look;
    private final int ofAll;
    private int written;
    private int comments;

    private AnnotatedWorkbook(SXSSFWorkbook book, int ofAll) {
        this.book = book;
        this.ofAll = ofAll;
        this.look = new AnnotatedLook(book);
    }

    /**
     * Writes the copy.
     *
     * @param sheets the workbook as it was read
     * @throws UncheckedIOException if the stream cannot be written
     */
    public static void write(List<Grid> sheets, List<CellProblem> problems, OutputStream out) {
        try (SXSSFWorkbook book = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            book.setCompressTempFiles(false);
            List<Grid> own = sheets.stream().filter(grid -> !grid.sheet().equals(ProblemSheet.NAME)).toList();
            AnnotatedWorkbook copy = new AnnotatedWorkbook(book, own.stream().mapToInt(grid -> grid.rows().size()).sum());
            copy.list(problems, own.stream().map(Grid::sheet).toList());
            own.forEach(grid -> copy.sheet(grid,
                    problems.stream().filter(problem -> problem.sheet().equals(grid.sheet())).toList()));
            book.setActiveSheet(0);
            book.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("the annotated workbook could not be written", e);
        }
    }

    private void list(List<CellProblem> problems, List<String> sheets) {
        SXSSFSheet sheet = book.createSheet(ProblemSheet.NAME);
        int[] widths = {6, 8, 18, 8, 80, 40};
        for (int column = 0; column < widths.length; column++) {
            sheet.setColumnWidth(column, widths[column] * WIDTH_UNITS);
        }
        row(sheet, 0, List.of("序号", "级别", "工作表", "单元格", "说明", "可填"), look.header());
        for (int i = 0; i < problems.size(); i++) {
            CellProblem problem = problems.get(i);
            row(sheet, i + 1, List.of(Integer.toString(i + 1), problem.isError() ? "错误" : "提示", problem.sheet(),
                    problem.cell(), problem.message(), String.join("、", problem.allowed())), look.plain());
            if (!problem.cell().isEmpty() && sheets.contains(problem.sheet())) {
                Hyperlink link = book.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
                link.setAddress("'" + problem.sheet().replace("'", "''") + "'!" + problem.cell());
                sheet.getRow(i + 1).getCell(3).setHyperlink(link);
            }
        }
        sheet.createFreezePane(0, 1);
    }

    private void row(SXSSFSheet sheet, int row, List<String> texts, CellStyle style) {
        sheet.createRow(row);
        for (int column = 0; column < texts.size(); column++) {
            org.apache.poi.ss.usermodel.Cell cell = sheet.getRow(row).createCell(column);
            cell.setCellStyle(style);
            cell.setCellValue(texts.get(column));
        }
    }

    private void sheet(Grid grid, List<CellProblem> problems) {
        SXSSFSheet sheet = book.createSheet(grid.sheet());
        if (grid.hidden()) {
            book.setSheetVisibility(book.getSheetIndex(sheet), grid.sheet().equals(WorkbookStamp.SHEET)
                    ? SheetVisibility.VERY_HIDDEN : SheetVisibility.HIDDEN);
        }
        Map<Integer, Map<Integer, List<CellProblem>>> marked = new TreeMap<>();
        problems.stream().filter(problem -> !problem.cell().isEmpty()).forEach(problem -> {
            CellReference place = new CellReference(problem.cell());
            marked.computeIfAbsent(place.getRow(), row -> new TreeMap<>())
                    .computeIfAbsent((int) place.getCol(), column -> new ArrayList<>()).add(problem);
        });
        widths(sheet, grid);
        Map<Integer, Grid.Row> rows = new TreeMap<>();
        grid.rows().forEach(row -> rows.put(row.row(), row));
        marked.keySet().forEach(row -> rows.putIfAbsent(row, new Grid.Row(row, Map.of())));
        Drawing<?> drawing = marked.isEmpty() ? null : sheet.createDrawingPatriarch();
        rows.forEach((number, row) -> {
            Progress.tellSome("生成批注副本", ++written, ofAll, "行");
            sheet.createRow(number);
            Map<Integer, List<CellProblem>> here = marked.getOrDefault(number, Map.of());
            new TreeMap<>(row.cells()).values()
                    .forEach(cell -> value(sheet, cell, here.getOrDefault(cell.column(), List.of())));
            here.forEach((column, found) -> {
                if (row.find(column).isEmpty()) {
                    sheet.getRow(number).createCell(column).setCellStyle(look.of(Grid.Kind.TEXT, found));
                }
                if (drawing != null) {
                    comment(drawing, number, column, found);
                }
            });
        });
        grid.merges().forEach(merge -> sheet.addMergedRegionUnsafe(new CellRangeAddress(merge.firstRow(),
                merge.lastRow(), merge.firstColumn(), merge.lastColumn())));
    }

    private void value(SXSSFSheet sheet, Cell from, List<CellProblem> problems) {
        org.apache.poi.ss.usermodel.Cell cell = sheet.getRow(from.row()).createCell(from.column());
        cell.setCellStyle(look.of(from.kind(), problems));
        switch (from.kind()) {
            case NUMBER -> number(cell, new BigDecimal(from.text()));
            case BOOLEAN -> cell.setCellValue(from.text().equals("TRUE"));
            case DATE -> date(cell, from.text());
            case ERROR -> cell.setCellErrorValue(error(from.text()));
            case TEXT -> cell.setCellValue(from.text());
        }
    }

    /** A formula that was never calculated has no error of its own. */
    private static byte error(String text) {
        return Stream.of(FormulaError.values()).filter(known -> known.getString().equals(text)).findFirst()
                .filter(known -> known.getCode() >= 0 && known != FormulaError._NO_ERROR).orElse(FormulaError.NA)
                .getCode();
    }

    private static void number(org.apache.poi.ss.usermodel.Cell cell, BigDecimal value) {
        if (new BigDecimal(Double.toString(value.doubleValue())).compareTo(value) == 0) {
            cell.setCellValue(value.doubleValue());
        } else {
            cell.setCellValue(value.toPlainString());
        }
    }

    private static void date(org.apache.poi.ss.usermodel.Cell cell, String text) {
        if (text.contains("T")) {
            cell.setCellValue(LocalDateTime.parse(text));
        } else {
            cell.setCellValue(LocalDate.parse(text));
        }
    }

    private void comment(Drawing<?> drawing, int row, int column, List<CellProblem> problems) {
        if (comments++ >= MOST_COMMENTS) {
            return;
        }
        ClientAnchor anchor = book.getCreationHelper().createClientAnchor();
        anchor.setCol1(column + 1);
        anchor.setCol2(column + 5);
        anchor.setRow1(row);
        anchor.setRow2(row + 4);
        Comment comment = drawing.createCellComment(anchor);
        comment.setString(new XSSFRichTextString(
                String.join("\n", problems.stream().map(CellProblem::message).toList())));
        comment.setAuthor("Lantian");
        comment.setAddress(row, column);
    }

    private static void widths(SXSSFSheet sheet, Grid grid) {
        Map<Integer, Integer> widths = new HashMap<>();
        grid.rows().stream().limit(ROWS_MEASURED).flatMap(row -> row.cells().values().stream())
                .filter(cell -> grid.merges().stream().limit(ROWS_MEASURED)
                        .noneMatch(merge -> merge.lastColumn() > merge.firstColumn()
                                && merge.contains(cell.row(), cell.column())))
                .forEach(cell -> widths.merge(cell.column(), Math.clamp(cell.text().length() * 2L, 8, 30), Math::max));
        widths.forEach((column, width) -> sheet.setColumnWidth(column, width * WIDTH_UNITS));
    }
}
