package org.lantian.engine.source;

import java.util.List;

/** One block of a received document. */
public sealed interface SourceBlock {

    /** 1-based line of a text file, or the ordinal of the paragraph or table row where the format has no lines. */
    int line();

    /**
     * A paragraph or a line.
     *
     * @param text its characters as received, without line end
     * @param style name of the paragraph style; blank where the format has none
     * @param level outline level from 1; 0 for body text or where the format has none
     * @param anchors names of the bookmarks that begin in it, in order
     */
    record Text(int line, String text, String style, int level, List<String> anchors) implements SourceBlock {
        public Text {
            anchors = List.copyOf(anchors);
        }

        public static Text of(int line, String text) {
            return new Text(line, text, "", 0, List.of());
        }
    }

    /** A table; a row may have fewer cells than another. */
    record Table(int line, List<Row> rows, List<String> anchors) implements SourceBlock {
        public Table {
            rows = List.copyOf(rows);
            anchors = List.copyOf(anchors);
        }
    }

    /** A row of a table. */
    record Row(int line, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param text its paragraphs, separated by {@code \n}
     * @param columns grid columns it covers, at least 1
     * @param continued whether it continues a cell of the row above (vertical merge)
     */
    record Cell(String text, int columns, boolean continued) {
    }
}
