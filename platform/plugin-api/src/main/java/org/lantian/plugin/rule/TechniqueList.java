package org.lantian.plugin.rule;

import java.util.List;

/**
 * A named list of technique words that rules match, for example 低效失效治理技术.
 *
 * @param id name by which a rule refers to it: {@code listed(treatment_desulphurisation, 'low-efficiency')}
 * @param title display title
 * @param words words; a technique matches when it contains one
 * @param source document and clause
 */
public record TechniqueList(String id, String title, List<String> words, String source) {

    public TechniqueList {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("technique list " + id + " is empty");
        }
    }
}
