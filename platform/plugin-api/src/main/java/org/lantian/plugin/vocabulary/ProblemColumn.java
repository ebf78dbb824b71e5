package org.lantian.plugin.vocabulary;

import java.util.Arrays;
import java.util.Optional;

/** The four columns of table 3 in which a finding is printed. */
public enum ProblemColumn {
    FUGITIVE("无组织收集方面"), ORGANISED("有组织治理方面"), TRANSPORT("清洁运输/移动源监管方面"), GRADE("环保绩效提级方面");

    private final String term;

    ProblemColumn(String term) {
        this.term = term;
    }

    /** The outline's word. */
    public String term() {
        return term;
    }

    /** The entry whose word is {@code text}, surrounding blanks ignored. */
    public static Optional<ProblemColumn> ofTerm(String text) {
        return Arrays.stream(values()).filter(entry -> entry.term.equals(text.strip())).findFirst();
    }
}
