package org.lantian.plugin.grammar;

import java.util.List;

/**
 * A few lines in the region's manner and what must be read from them; the test kit reads every sample.
 *
 * @param id stable id within the grammar
 * @param text the lines
 * @param expects what must be read, each as {@code item 1 lead 甲局} or {@code item 1 date 2024-06-30}
 */
public record GrammarSample(String id, String text, List<String> expects) {

    public GrammarSample {
        expects = List.copyOf(expects);
        if (text.isBlank() || expects.isEmpty()) {
            throw new IllegalArgumentException("样例“" + id + "”须有text和expects。");
        }
    }
}
