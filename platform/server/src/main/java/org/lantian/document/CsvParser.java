package org.lantian.document;

import java.util.ArrayList;
import java.util.List;

/** Parts a text into lines and cells after RFC 4180; quotation marks within a cell that is not quoted are content. */
final class CsvParser {

    private final String text;
    private final char separator;
    private final List<List<String>> lines = new ArrayList<>();
    private List<String> line = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();

    CsvParser(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    List<List<String>> parse() {
        boolean quoted = false;
        boolean fresh = true;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (quoted) {
                boolean mark = letter == '"';
                boolean doubled = mark && i + 1 < text.length() && text.charAt(i + 1) == '"';
                quoted = !mark || doubled;
                if (quoted) {
                    cell.append(letter);
                }
                i += doubled ? 1 : 0;
            } else if (letter == '"' && fresh) {
                quoted = true;
                fresh = false;
            } else if (letter == separator) {
                endCell();
                fresh = true;
            } else if (letter == '\n') {
                endLine();
                fresh = true;
            } else if (letter != '\r') {
                cell.append(letter);
                fresh = false;
            }
        }
        if (!cell.isEmpty() || !line.isEmpty()) {
            endLine();
        }
        return lines;
    }

    private void endCell() {
        line.add(cell.toString());
        cell.setLength(0);
    }

    private void endLine() {
        endCell();
        lines.add(line);
        line = new ArrayList<>();
    }
}
