package org.lantian.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.lantian.engine.sheet.Grid;
import org.lantian.engine.sheet.Grid.Cell;
import org.lantian.engine.sheet.Grid.Kind;
import org.lantian.engine.sheet.SheetContent;
import org.lantian.engine.sheet.SheetContent.Entry;
import org.lantian.engine.sheet.WorkbookStamp;
import org.lantian.plugin.table.ColumnSpec;

/**
 * A table as comma-separated values (RFC 4180, UTF-8 with byte order mark; GB 18030 is read too). The first line is the
 * stamp. A text that a spreadsheet would take for a formula gets an apostrophe, which the reader removes; numbers,
 * negative ones included, stay as they are.
 */
public final class CsvFile {

    static final String SHEET = "CSV";

    private static final char MARK = '\uFEFF';
    private static final String FORMULA = "=+-@\t\r'";

    private CsvFile() {
    }

    /**
     * Writes one table with its header and rows.
     *
     * @throws UncheckedIOException if the stream cannot be written
     */
    public static void write(SheetContent content, WorkbookStamp stamp, OutputStream out) {
        try {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write(MARK);
            List<String> first = new ArrayList<>(List.of(WorkbookStamp.SHEET));
            stamp.lines().forEach(line -> first.add(line.getKey() + "=" + line.getValue()));
            line(writer, first);
            int depth = content.table().columns().stream().mapToInt(CsvFile::depth).max().orElse(1);
            for (int level = 0; level < depth; level++) {
                List<String> headers = new ArrayList<>();
                for (ColumnSpec column : content.table().columns()) {
                    headers(column, level, headers);
                }
                line(writer, headers.stream()
                        .map(text -> text.replace("{baseYear}", Integer.toString(content.baseYear()))).toList());
            }
            for (List<Entry> row : content.rows()) {
                line(writer, row.stream().map(CsvFile::text).toList());
            }
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the table could not be written", e);
        }
    }

    private static int depth(ColumnSpec column) {
        return column.leaf() ? 1 : 1 + column.children().stream().mapToInt(CsvFile::depth).max().orElse(0);
    }

    /** A group's header stands above each of its columns, since nothing is merged here. */
    private static void headers(ColumnSpec column, int level, List<String> into) {
        if (level == 0) {
            column.leaves().forEach(leaf -> into.add(column.header()));
        } else if (column.leaf()) {
            into.add("");
        } else {
            column.children().forEach(child -> headers(child, level - 1, into));
        }
    }

    private static String text(Entry entry) {
        return switch (entry) {
            case Entry.Blank() -> "";
            case Entry.Number(BigDecimal value) -> value.toPlainString();
            case Entry.Text(String text) -> !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        };
    }

    private static void line(Writer writer, List<String> cells) throws IOException {
        List<String> quoted = cells.stream().map(cell -> cell.matches("(?s).*[\",\\r\\n].*")
                ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell).toList();
        writer.write(String.join(",", quoted) + "\r\n");
    }

    /** The sheets of a CSV file, its stamp as a sheet of its own; empty if the bytes are no text of several columns. */
    static Optional<List<Grid>> read(byte[] content) {
        Optional<String> text = decode(content, StandardCharsets.UTF_8).or(() -> decode(content, Charset.forName("GB18030")));
        if (text.isEmpty() || text.get().chars().anyMatch(letter -> letter < ' ' && letter != '\t' && letter != '\r'
                && letter != '\n')) {
            return Optional.empty();
        }
        String plain = text.get().isEmpty() || text.get().charAt(0) != MARK ? text.get() : text.get().substring(1);
        char separator = plain.lines().findFirst().filter(line -> !line.contains(",") && line.contains("\t"))
                .isPresent() ? '\t' : ',';
        List<List<String>> lines = new CsvParser(plain, separator).parse();
        if (lines.stream().noneMatch(line -> line.size() > 1)) {
            return Optional.empty();
        }
        return Optional.of(lines.getFirst().getFirst().equals(WorkbookStamp.SHEET)
                ? List.of(stamp(lines.getFirst()), grid(lines, 1)) : List.of(grid(lines, 0)));
    }

    private static Optional<String> decode(byte[] content, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(content)).toString());
        } catch (CharacterCodingException otherwise) {
            return Optional.empty();
        }
    }

    private static Grid stamp(List<String> line) {
        List<Grid.Row> rows = new ArrayList<>();
        for (String pair : line.subList(1, line.size())) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                int row = rows.size();
                rows.add(Grid.Row.of(row, List.of(new Cell(row, 0, Kind.TEXT, pair.substring(0, equals)),
                        new Cell(row, 1, Kind.TEXT, pair.substring(equals + 1)))));
            }
        }
        return new Grid(WorkbookStamp.SHEET, true, rows, List.of());
    }

    private static Grid grid(List<List<String>> lines, int first) {
        GridBudget budget = new GridBudget();
        List<Grid.Row> rows = new ArrayList<>();
        for (int row = first; row < lines.size(); row++) {
            List<Cell> cells = new ArrayList<>();
            List<String> line = lines.get(row);
            for (int column = 0; column < Math.min(line.size(), GridBudget.MAX_COLUMNS); column++) {
                if (!line.get(column).isBlank()) {
                    budget.cell();
                    cells.add(new Cell(row, column, Kind.TEXT, plain(line.get(column))));
                }
            }
            if (!cells.isEmpty()) {
                rows.add(Grid.Row.of(row, cells));
                budget.row(SHEET, rows.size());
            }
        }
        return new Grid(SHEET, false, rows, List.of());
    }

    private static String plain(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && FORMULA.indexOf(text.charAt(1)) >= 0
                ? text.substring(1) : text;
    }
}
