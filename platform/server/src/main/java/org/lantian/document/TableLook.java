package org.lantian.document;

import java.util.Arrays;
import java.util.List;

import org.lantian.engine.document.Block.Column;
import org.lantian.engine.document.Block.Table;

/** How large a table's text is, how wide its columns are and which lines stand beside each other; lengths in twips. */
final class TableLook {

    /** Left and right margin of a cell, each. */
    static final int CELL_MARGIN = 40;
    /** Up to this many leaf columns the text is 五号, above it 小五. */
    private static final int WIDE_TEXT_COLUMNS = 10;
    /** Above this many it is 六号, so that a row of an enterprise stays a few lines high. */
    private static final int SMALL_TEXT_COLUMNS = 15;

    private final int columns;
    private final int[] widths;
    private final WordAlignedLines lines;

    /** @param textWidth of the page that it stands on */
    TableLook(Table table, int textWidth) {
        List<Column> leaves = table.leaves();
        this.columns = leaves.size();
        this.widths = new WordColumnWidths(leaves, 2 * CELL_MARGIN, character()).share(textWidth, table.rows());
        this.lines = new WordAlignedLines(leaves, widths, 2 * CELL_MARGIN, character());
    }

    /** Width of a Chinese character. */
    int character() {
        return text().halfPoints() * 10;
    }

    int[] widths() {
        return widths;
    }

    int width() {
        return Arrays.stream(widths).sum();
    }

    /** The row with its cells padded so that lines which belong together stand beside each other. */
    List<String> align(List<String> row) {
        return lines.align(row);
    }

    WordStyle text() {
        return columns <= WIDE_TEXT_COLUMNS ? WordStyle.TABLE_TEXT
                : columns <= SMALL_TEXT_COLUMNS ? WordStyle.TABLE_TEXT_SMALL : WordStyle.TABLE_TEXT_TINY;
    }

    WordStyle head() {
        return columns <= WIDE_TEXT_COLUMNS ? WordStyle.TABLE_HEAD
                : columns <= SMALL_TEXT_COLUMNS ? WordStyle.TABLE_HEAD_SMALL : WordStyle.TABLE_HEAD_TINY;
    }
}
