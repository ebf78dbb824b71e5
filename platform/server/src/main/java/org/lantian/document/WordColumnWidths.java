package org.lantian.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.lantian.engine.document.Block.Column;

/**
 * Shares a table's width. Each column gets at least what its longest number, Latin word or short aligned line needs;
 * what is left goes, half a character at a time, where it makes the cells lowest. Lengths in twips; the shares fill the
 * width exactly.
 */
final class WordColumnWidths {

    /** Widths of text are counted in tenths of a Chinese character; a Latin one of a wide substitute font has six. */
    private static final int HAN = 10;
    private static final int LATIN = 6;
    /** A line of a cell with several lines stays in one piece up to this width. */
    private static final int ALIGNED_LINE = 5 * HAN;
    /** A longer Latin word may break. */
    private static final int LONGEST_WORD = 12 * LATIN;
    /** Rows looked at when the rest is shared. */
    private static final int SAMPLE = 120;
    /** A header is repeated on each page and so weighs as much as several rows. */
    private static final int HEADER_WEIGHT = 8;
    /** How many steps a column may need before its cells lose a line. */
    private static final int LOOK_AHEAD = 6;

    private final List<Column> leaves;
    private final int inset;
    private final int character;

    WordColumnWidths(List<Column> leaves, int inset, int character) {
        this.leaves = leaves;
        this.inset = inset;
        this.character = character;
    }

    int[] share(int total, List<List<String>> rows) {
        int[] widths = least(rows);
        int step = character / 2;
        int spare = total - Arrays.stream(widths).sum();
        List<ColumnHeight> heights = heights(rows);
        while (spare >= step) {
            int best = -1;
            int steps = 0;
            double gain = 0;
            for (int i = 0; i < widths.length; i++) {
                double now = heights.get(i).cost(widths[i]);
                for (int ahead = 1; ahead <= LOOK_AHEAD && ahead * step <= spare; ahead++) {
                    double saved = (now - heights.get(i).cost(widths[i] + ahead * step)) / ahead;
                    if (saved > gain) {
                        best = i;
                        steps = ahead;
                        gain = saved;
                    }
                }
            }
            if (best < 0) {
                break;
            }
            widths[best] += steps * step;
            spare -= steps * step;
        }
        return exactly(total, spread(widths, spare));
    }

    /** What no cell needs is shared by the columns' weights. */
    private int[] spread(int[] widths, int spare) {
        int weights = leaves.stream().mapToInt(Column::width).sum();
        for (int i = 0; i < widths.length && spare > 0; i++) {
            widths[i] += (int) ((long) spare * leaves.get(i).width() / weights);
        }
        return widths;
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

    private List<ColumnHeight> heights(List<List<String>> rows) {
        List<ColumnHeight> heights = new ArrayList<>();
        int stride = Math.max(1, rows.size() / SAMPLE);
        for (int i = 0; i < leaves.size(); i++) {
            List<int[]> cells = new ArrayList<>();
            for (int row = 0; row < rows.size(); row += stride) {
                cells.add(lines(rows.get(row).get(i)));
            }
            heights.add(new ColumnHeight(lines(leaves.get(i).header()), cells));
        }
        return heights;
    }

    /** The lengths of a column's lines before they wrap. */
    private final class ColumnHeight {
        private final int[] header;
        private final List<int[]> cells;

        ColumnHeight(int[] header, List<int[]> cells) {
            this.header = header;
            this.cells = cells;
        }

        /** Sum of the cubed line counts: single high cells, which make whole rows high, weigh most. */
        double cost(int width) {
            int room = Math.max(HAN, (width - inset - character / 4) * 10 / character);
            double cost = HEADER_WEIGHT * cubed(header, room);
            for (int[] cell : cells) {
                cost += cubed(cell, room);
            }
            return cost;
        }

        private static double cubed(int[] lines, int room) {
            int count = 0;
            for (int line : lines) {
                count += Math.max(1, (line + room - 1) / room);
            }
            return (double) count * count * count;
        }
    }

    private static int[] lines(String cell) {
        return cell.lines().mapToInt(line -> line.chars().map(c -> c < 0x80 ? LATIN : HAN).sum()).toArray();
    }

    /** Length of the longest unbreakable piece. */
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

    /** Scales to the total; running sums are rounded, so that nothing is lost. */
    private static int[] exactly(int total, int[] shares) {
        long all = Arrays.stream(shares).asLongStream().sum();
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
