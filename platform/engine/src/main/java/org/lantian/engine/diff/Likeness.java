package org.lantian.engine.diff;

import java.util.HashSet;
import java.util.Set;

/** How alike two texts are: shared pairs of neighbouring characters over all pairs (Dice), 0 to 1. */
public final class Likeness {

    /** From here on two texts are taken for the same clause in two editions. */
    public static final double SAME_CLAUSE = 0.45;

    private Likeness() {
    }

    /** 0 where one of them is shorter than two characters. */
    public static double of(String first, String second) {
        Set<String> a = pairs(first);
        Set<String> b = pairs(second);
        long shared = a.stream().filter(b::contains).count();
        return a.isEmpty() || b.isEmpty() ? 0 : 2.0 * shared / (a.size() + b.size());
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }
}
