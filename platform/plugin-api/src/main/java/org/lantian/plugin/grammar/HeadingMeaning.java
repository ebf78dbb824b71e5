package org.lantian.plugin.grammar;

import java.util.List;
import java.util.Optional;

/**
 * What a heading that contains one of the words means on the common outline.
 *
 * @param id stable id within the grammar
 * @param words the first meaning with a word that the heading contains wins
 * @param node code of the outline node; empty for a supplement
 * @param reason why a supplement has no place on the outline; blank for a node
 */
public record HeadingMeaning(String id, List<String> words, Optional<String> node, String reason) {

    public HeadingMeaning {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("标题含义“" + id + "”没有words。");
        }
        if (node.isPresent() != reason.isBlank()) {
            throw new IllegalArgumentException("标题含义“" + id + "”须有node或reason之一，且只能有一个。");
        }
    }
}
