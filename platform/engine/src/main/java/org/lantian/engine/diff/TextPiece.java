package org.lantian.engine.diff;

import java.util.ArrayList;
import java.util.List;

/** A piece of a changed text: kept, only in the older edition, or only in the newer one. */
public record TextPiece(Kind kind, String text) {

    /** Where a piece stands. */
    public enum Kind {
        KEPT, REMOVED, ADDED
    }

    /** Longest text that is compared character by character. */
    private static final int LONGEST = 3_000;

    /** The pieces that turn one text into the other, by characters. */
    public static List<TextPiece> between(String before, String after) {
        int start = 0;
        int shorter = Math.min(before.length(), after.length());
        while (start < shorter && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        List<TextPiece> pieces = new ArrayList<>();
        add(pieces, Kind.KEPT, before.substring(0, start));
        middle(before.substring(start, before.length() - end), after.substring(start, after.length() - end), pieces);
        add(pieces, Kind.KEPT, before.substring(before.length() - end));
        return pieces;
    }

    private static void middle(String before, String after, List<TextPiece> pieces) {
        if (before.isEmpty() || after.isEmpty() || before.length() > LONGEST || after.length() > LONGEST) {
            add(pieces, Kind.REMOVED, before);
            add(pieces, Kind.ADDED, after);
            return;
        }
        int[][] common = Sequences.lengths(before.length(), after.length(),
                (i, j) -> before.charAt(i) == after.charAt(j));
        int i = 0;
        int j = 0;
        while (i < before.length() || j < after.length()) {
            if (i < before.length() && j < after.length() && before.charAt(i) == after.charAt(j)) {
                add(pieces, Kind.KEPT, before.substring(i, ++i));
                j++;
            } else if (i < before.length() && (j == after.length() || common[i + 1][j] >= common[i][j + 1])) {
                add(pieces, Kind.REMOVED, before.substring(i, ++i));
            } else {
                add(pieces, Kind.ADDED, after.substring(j, ++j));
            }
        }
    }

    private static void add(List<TextPiece> pieces, Kind kind, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!pieces.isEmpty() && pieces.getLast().kind() == kind) {
            pieces.set(pieces.size() - 1, new TextPiece(kind, pieces.getLast().text() + text));
        } else {
            pieces.add(new TextPiece(kind, text));
        }
    }
}
