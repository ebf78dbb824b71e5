package org.lantian.document;

import java.util.List;

import org.lantian.engine.document.Block.Column;

/**
 * Shares a table's width by the columns' weights, but gives each column at least what its longest number, Latin word or
 * short aligned line needs, as far as the others can spare it. Lengths in twips; the shares fill the width exactly.
 */
final class WordColumnWidths {

    /** Widths are counted in tenths of a Chinese character; a Latin one of a wide substitute font has about six. */
    private static final int HAN = 10;
    private static final int LATIN = 6;
    /** A line of a cell with several lines stays in one piece up to this width. */
    private static final int ALIGNED_LINE = 5 * HAN;
    /** A longer Latin word may break. */
    private static final int LONGEST_WORD = 12 * LATIN;

    private final List<Column> leaves;
    private final int inset;
    private final int character;

    WordColumnWidths(List<Column> leaves, int inset, int character) {
        this.leaves = leaves;
        this.inset = inset;
        this.character = character;
    }

    int[] share(int total, List<List<String>> rows) {
        int[] least = least(rows);
        double[] widths = new double[least.length];
        boolean[] fixed = new boolean[least.length];
        boolean changed = true;
        while (changed) {
            changed = false;
            double room = total;
            int weights = 0;
            for (int i = 0; i < least.length; i++) {
                room -= fixed[i] ? least[i] : 0;
                weights += fixed[i] ? 0 : leaves.get(i).width();
            }
            if (weights == 0 || room <= 0) {
                return exactly(total, least);
            }
            for (int i = 0; i < least.length; i++) {
                widths[i] = fixed[i] ? least[i] : room * leaves.get(i).width() / weights;
                if (!fixed[i] && widths[i] < least[i]) {
                    fixed[i] = true;
                    changed = true;
                }
            }
        }
        return exactly(total, round(widths));
    }

    private int[] least(List<List<String>> rows) {
        int[] pieces = new int[leaves.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < pieces.length; i++) {
                pieces[i] = Math.max(pieces[i], longestPiece(row.get(i)));
            }
        }
        int[] least = new int[pieces.length];
        for (int i = 0; i < least.length; i++) {
            least[i] = Math.max(HAN, pieces[i]) * character / 10 + inset + character / 4;
        }
        return least;
    }

    /** Length of the longest unbreakable piece, in tenths of a Chinese character. */
    private static int longestPiece(String cell) {
        boolean aligned = cell.indexOf('\n') >= 0;
        int longest = 0;
        int word = 0;
        int line = 0;
        for (int i = 0; i <= cell.length(); i++) {
            char c = i < cell.length() ? cell.charAt(i) : '\n';
            boolean latin = c > ' ' && c < 0x80;
            word = latin ? word + LATIN : 0;
            if (word <= LONGEST_WORD) {
                longest = Math.max(longest, word);
            }
            if (c == '\n') {
                if (aligned && line <= ALIGNED_LINE) {
                    longest = Math.max(longest, line);
                }
                line = 0;
            } else {
                line += c < 0x80 ? LATIN : HAN;
            }
        }
        return longest;
    }

    private static int[] round(double[] widths) {
        int[] rounded = new int[widths.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (int) Math.round(widths[i]);
        }
        return rounded;
    }

    /** Scales to the total; running sums are rounded, so that nothing is lost. */
    private static int[] exactly(int total, int[] shares) {
        long all = 0;
        for (int share : shares) {
            all += share;
        }
        int[] widths = new int[shares.length];
        long sum = 0;
        int edge = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i];
            int next = (int) (total * sum / all);
            widths[i] = next - edge;
            edge = next;
        }
        return widths;
    }
}
