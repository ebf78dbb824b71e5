package org.lantian.engine.diff;

/** Longest common subsequences. */
final class Sequences {

    private Sequences() {
    }

    /** Whether two elements are equal. */
    interface Equal {
        boolean test(int first, int second);
    }

    /** For each pair of starts the length of the longest common subsequence from there on. */
    static int[][] lengths(int first, int second, Equal equal) {
        int[][] lengths = new int[first + 1][second + 1];
        for (int i = first - 1; i >= 0; i--) {
            for (int j = second - 1; j >= 0; j--) {
                lengths[i][j] = equal.test(i, j) ? lengths[i + 1][j + 1] + 1
                        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        return lengths;
    }
}
