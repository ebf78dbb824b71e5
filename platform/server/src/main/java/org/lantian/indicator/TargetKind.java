package org.lantian.indicator;

import java.util.Arrays;
import java.util.Optional;

/** How a target (目标) is set. */
public enum TargetKind {
    /** The parent authority's target holds, in the words of the plan (达到自治区考核目标). */
    PARENT("parent"),
    /** Lower by {@code value} per cent than in the base year. */
    REDUCTION("reduction"),
    /** A share of at least {@code value} per cent. */
    SHARE("share"),
    /** At most {@code value}. */
    CAP("cap"),
    /** At least {@code value}. */
    FLOOR("floor");

    private final String word;

    TargetKind(String word) {
        this.word = word;
    }

    /** The word in declarations and in the database. */
    public String word() {
        return word;
    }

    public static Optional<TargetKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
