package org.lantian.engine.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a plain text. Tables come in two forms: a line with tabs is a row of cells, and a line that begins with a tab is
 * a cell of a row that ends with a blank line; further lines of such a cell have no tab.
 */
public final class TextDocument {

    private final List<String> lines;
    private final List<SourceBlock> blocks = new ArrayList<>();
    private int at;

    private TextDocument(List<String> lines) {
        this.lines = lines;
    }

    /** Reads UTF-8 (with or without mark) or, where that does not fit, GB 18030. */
    public static SourceDocument read(String name, byte[] bytes) {
        String text;
        try {
            text = decode(bytes, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            text = new String(bytes, Charset.forName("GB18030"));
        }
        return parse(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /** Takes a text apart; no line is left out. */
    public static SourceDocument parse(String name, String text) {
        TextDocument reading = new TextDocument(List.of(text.split("\r\n|\r|\n|\f", -1)));
        while (reading.at < reading.lines.size()) {
            reading.next();
        }
        return new SourceDocument(name, reading.blocks);
    }

    private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
    }

    private void next() {
        String line = lines.get(at);
        if (line.startsWith("\t") && !tabbed(line.substring(1))) {
            blocks.add(cellByLine());
        } else if (tabbed(line) && !contentsEntry(line)) {
            blocks.add(rowByLine());
        } else {
            blocks.add(SourceBlock.Text.of(at + 1, line));
            at++;
        }
    }

    private static boolean tabbed(String line) {
        return line.strip().contains("\t") || line.startsWith("\t") && !line.isBlank() && line.indexOf('\t', 1) > 0;
    }

    /** A line of a table of contents: a heading, a tab and a page number. */
    private static boolean contentsEntry(String line) {
        return line.matches(".*\t\\s*[-—–－]?\\s*\\d{1,4}\\s*[-—–－]?\\s*") && line.indexOf('\t') == line.lastIndexOf('\t')
                && !line.startsWith("\t") && line.length() > 4 && !Character.isDigit(line.charAt(0))
                && line.matches("(?s).*[-—–－]\\s*\\d{1,4}\\s*[-—–－]\\s*");
    }

    private SourceBlock.Table rowByLine() {
        int first = at;
        List<SourceBlock.Row> rows = new ArrayList<>();
        while (at < lines.size() && tabbed(lines.get(at)) && !contentsEntry(lines.get(at))) {
            List<SourceBlock.Cell> cells = new ArrayList<>();
            for (String cell : lines.get(at).split("\t", -1)) {
                cells.add(new SourceBlock.Cell(cell.strip(), 1, false));
            }
            rows.add(new SourceBlock.Row(at + 1, cells));
            at++;
        }
        return new SourceBlock.Table(first + 1, rows, List.of());
    }

    private SourceBlock.Table cellByLine() {
        int first = at;
        List<SourceBlock.Row> rows = new ArrayList<>();
        while (at < lines.size() && lines.get(at).startsWith("\t")) {
            rows.add(row());
            if (at < lines.size() && lines.get(at).isEmpty() && at + 1 < lines.size()
                    && lines.get(at + 1).startsWith("\t")) {
                at++;
            }
        }
        return new SourceBlock.Table(first + 1, rows, List.of());
    }

    private SourceBlock.Row row() {
        int first = at;
        List<SourceBlock.Cell> cells = new ArrayList<>();
        while (at < lines.size() && lines.get(at).startsWith("\t")) {
            StringBuilder cell = new StringBuilder(lines.get(at).substring(1).strip());
            at++;
            while (at < lines.size() && !lines.get(at).startsWith("\t") && !endOfRow()) {
                if (!lines.get(at).isBlank()) {
                    cell.append(cell.isEmpty() ? "" : "\n").append(lines.get(at).strip());
                }
                at++;
            }
            cells.add(new SourceBlock.Cell(cell.toString(), 1, false));
        }
        return new SourceBlock.Row(first + 1, cells);
    }

    /** A blank line ends a row, unless the cell goes on after it and another cell follows before the next blank line. */
    private boolean endOfRow() {
        if (!lines.get(at).isEmpty() || at + 2 < lines.size() && lines.get(at + 1).matches("（[^（）]{1,8}）")
                && lines.get(at + 2).isEmpty()) {
            return false;
        }
        for (int ahead = at + 1; ahead < lines.size() && !lines.get(ahead).isEmpty(); ahead++) {
            if (lines.get(ahead).startsWith("\t")) {
                return ahead == at + 1;
            }
        }
        return true;
    }
}
