package org.lantian.document;

import java.util.List;

/** Estimates how high cells are, and whether a row fits on one page below the repeated header; lengths in twips. */
final class WordRowHeight {

    private final int[] widths;
    private final int character;
    private final int lines;
    private final int inset;

    /**
     * @param inset left and right cell margin together
     * @param character width of a Chinese character; a line is at most 1.5 times as high
     * @param page height of the text area, of which a third is left to caption and header
     */
    WordRowHeight(int[] widths, int inset, int character, int page) {
        this.widths = widths;
        this.inset = inset;
        this.character = character;
        this.lines = page * 2 / 3 * 2 / (character * 3);
    }

    boolean fitsOnePage(List<String> row) {
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            // A text has at most one line for each of its characters.
            if (cell.length() >= lines && lineCount(cell, widths[i] - inset) > lines) {
                return false;
            }
        }
        return true;
    }

    int oneLine() {
        return character * 3 / 2 + 40;
    }

    /** Height of a cell with this text, paragraph distances included. */
    int height(String text, int width) {
        return lineCount(text, width - inset) * character * 3 / 2 + 40;
    }

    private int lineCount(String cell, int width) {
        return lineCount(cell, width, character);
    }

    /** Lines that a text takes in this width, if each Chinese character is {@code character} wide. */
    static int lineCount(String cell, int width, int character) {
        int room = Math.max(1, width / character) * 2;
        int count = 1;
        int used = 0;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            int units = c < 0x80 ? 1 : 2;
            used += units;
            if (c == '\n' || used > room) {
                count++;
                used = c == '\n' ? 0 : units;
            }
        }
        return count;
    }
}
