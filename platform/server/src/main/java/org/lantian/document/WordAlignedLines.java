package org.lantian.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.lantian.engine.document.Block.Column;

/**
 * Keeps the lines of one row's cells beside each other where their columns say that they belong together (a product with
 * its capacity and output): where a line of one cell wraps, the others get as many lines. Widths are estimated, because
 * the fonts of the reader's machine are not known here.
 */
final class WordAlignedLines {

    private final int[] widths;
    private final int inset;
    private final int character;
    private final List<List<Integer>> together;

    WordAlignedLines(List<Column> leaves, int[] widths, int inset, int character) {
        this.widths = widths;
        this.inset = inset;
        this.character = character;
        Map<String, List<Integer>> kinds = new LinkedHashMap<>();
        for (int i = 0; i < leaves.size(); i++) {
            if (!leaves.get(i).lines().isEmpty()) {
                kinds.computeIfAbsent(leaves.get(i).lines(), ignored -> new ArrayList<>()).add(i);
            }
        }
        this.together = kinds.values().stream().filter(columns -> columns.size() > 1).toList();
    }

    /** The row with its cells padded; the same row where nothing has to be. */
    List<String> align(List<String> row) {
        List<String> aligned = row;
        for (List<Integer> columns : together) {
            int count = columns.stream().mapToInt(column -> lines(row.get(column)).length).max().orElse(1);
            if (count > 1) {
                aligned = aligned == row ? new ArrayList<>(row) : aligned;
                align(aligned, count, columns.stream().filter(column -> lines(row.get(column)).length == count).toList());
            }
        }
        return aligned;
    }

    private void align(List<String> row, int count, List<Integer> columns) {
        int[] needed = new int[count];
        for (int column : columns) {
            String[] lines = lines(row.get(column));
            for (int line = 0; line < count; line++) {
                needed[line] = Math.max(needed[line], wrapped(lines[line], column));
            }
        }
        for (int column : columns) {
            String[] lines = lines(row.get(column));
            StringBuilder padded = new StringBuilder();
            for (int line = 0; line < count; line++) {
                padded.append(line == 0 ? "" : "\n").append(lines[line])
                        .append("\n".repeat(needed[line] - wrapped(lines[line], column)));
            }
            row.set(column, padded.toString());
        }
    }

    private static String[] lines(String cell) {
        return cell.split("\n", -1);
    }

    private int wrapped(String line, int column) {
        return WordRowHeight.lineCount(line, widths[column] - inset, character);
    }
}
