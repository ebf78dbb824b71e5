package org.lantian.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

import org.lantian.engine.document.Block;
import org.lantian.engine.sheet.SheetContent;
import org.lantian.engine.sheet.WorkbookContent;
import org.lantian.engine.sheet.WorkbookStamp;

/**
 * Writes workbooks from table specs, as templates and with data, and the tables of a document. A text is a text cell
 * marked as such: no entry can become a formula.
 */
public final class WorkbookWriter {

    private static final int ROWS_IN_MEMORY = 200;

    private WorkbookWriter() {
    }

    /**
     * A template (a sheet without rows) or a data workbook that {@link WorkbookReader} and the interpreter read back.
     *
     * @throws UncheckedIOException if the stream cannot be written
     */
    public static void write(WorkbookContent content, OutputStream out) {
        save(out, book -> {
            WorkbookLook look = new WorkbookLook(book);
            WorkbookLists lists = new WorkbookLists();
            for (SheetContent sheet : content.sheets()) {
                new WorkbookSheetWriter(book.createSheet(sheet.table().sheet()), look, lists).write(sheet);
            }
            writeStamp(book, look, content.stamp(), lists);
        });
    }

    /** The tables of a document, a sheet each, under a banner line unless that is blank. */
    public static void writeTables(List<Block.Table> tables, String banner, OutputStream out) {
        save(out, book -> {
            WorkbookLook look = new WorkbookLook(book);
            List<String> taken = new ArrayList<>();
            for (Block.Table table : tables) {
                String name = WorkbookNames.sheetName(table.caption(), taken);
                taken.add(name);
                new WorkbookTableWriter(book.createSheet(name), look).write(table, banner);
            }
        });
    }

    private static void writeStamp(SXSSFWorkbook book, WorkbookLook look, Optional<WorkbookStamp> stamp,
            WorkbookLists lists) {
        if (stamp.isEmpty() && lists.isEmpty()) {
            return;
        }
        SXSSFSheet sheet = book.createSheet(WorkbookStamp.SHEET);
        List<List<String>> columns = new ArrayList<>();
        columns.add(stamp.map(found -> found.lines().stream().map(line -> line.getKey()).toList()).orElse(List.of()));
        columns.add(stamp.map(found -> found.lines().stream().map(line -> line.getValue()).toList()).orElse(List.of()));
        columns.addAll(lists.columns());
        int rows = columns.stream().mapToInt(List::size).max().orElse(0);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns.size(); column++) {
                if (row < columns.get(column).size()) {
                    look.text(sheet, row, column, columns.get(column).get(row), look.locked());
                }
            }
        }
        book.setSheetVisibility(book.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
    }

    private static void save(OutputStream out, Filling filling) {
        try (SXSSFWorkbook book = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            book.setCompressTempFiles(false);
            filling.fill(book);
            book.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("the workbook could not be written", e);
        }
    }

    private interface Filling {
        void fill(SXSSFWorkbook book) throws IOException;
    }
}
