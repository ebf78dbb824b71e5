package org.lantian.plan.edit;

import java.util.Arrays;
import java.util.List;

/** The longest common subsequence of two lists of pieces. */
public final class Alignment {

    /** More cells than this are not compared: what lies between the common ends then counts as replaced. */
    private static final long LARGEST = 4_000_000;

    private Alignment() {
    }

    /** For each piece of {@code from} its place in {@code to}, or -1; places ascend. */
    public static <T> int[] of(List<T> from, List<T> to) {
        int[] places = new int[from.size()];
        Arrays.fill(places, -1);
        int start = 0;
        while (start < from.size() && start < to.size() && from.get(start).equals(to.get(start))) {
            places[start] = start;
            start++;
        }
        int fromEnd = from.size();
        int toEnd = to.size();
        while (fromEnd > start && toEnd > start && from.get(fromEnd - 1).equals(to.get(toEnd - 1))) {
            places[--fromEnd] = --toEnd;
        }
        if ((long) (fromEnd - start + 1) * (toEnd - start + 1) <= LARGEST) {
            between(from.subList(start, fromEnd), to.subList(start, toEnd), start, places);
        }
        return places;
    }

    private static <T> void between(List<T> from, List<T> to, int start, int[] places) {
        int[][] longest = new int[from.size() + 1][to.size() + 1];
        for (int i = from.size() - 1; i >= 0; i--) {
            for (int j = to.size() - 1; j >= 0; j--) {
                longest[i][j] = from.get(i).equals(to.get(j)) ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < from.size() && j < to.size()) {
            if (from.get(i).equals(to.get(j))) {
                places[start + i++] = start + j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }
}
