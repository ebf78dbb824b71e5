package org.lantian.plugin.region;

import java.util.List;

/** A word for a group of units, which each city resolves to its own, and what it means. */
public record UnitGroupWord(String id, List<String> words, String meaning) implements Identified {

    public UnitGroupWord {
        words = List.copyOf(words);
    }
}
