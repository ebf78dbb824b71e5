package org.lantian.plugin.region;

import java.util.List;
import java.util.Optional;

import org.lantian.plugin.vocabulary.UpgradeType;

/**
 * Class words of one policy generation with their crosswalk to the four upgrade types.
 *
 * @param phrase the whole phrase as documents print it
 */
public record Vocabulary(String id, String title, String phrase, List<Term> terms, String source) implements Identified {

    /**
     * A class word.
     *
     * @param preferred whether the word is printed for its upgrade type, where several words mean one type
     */
    public record Term(String word, UpgradeType type, boolean preferred) {
    }

    public Vocabulary {
        terms = List.copyOf(terms);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("词汇“" + id + "”没有词（terms）。");
        }
        for (Term term : terms) {
            long printed = terms.stream().filter(one -> one.type() == term.type() && one.preferred()).count();
            if (printed != 1) {
                throw new IllegalArgumentException("词汇“" + id + "”中对应" + term.type().term() + "的词须有且只有一个标为preferred。");
            }
        }
    }

    /** What a word means; words are found inside longer ones (淘汰 in 淘汰一批). */
    public Optional<UpgradeType> typeOf(String word) {
        return terms.stream().filter(term -> word.contains(term.word())).map(Term::type).findFirst();
    }

    /** The word that is printed for an upgrade type. */
    public Optional<String> wordFor(UpgradeType type) {
        return terms.stream().filter(term -> term.type() == type && term.preferred()).map(Term::word).findFirst();
    }
}
