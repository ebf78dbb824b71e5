package org.lantian.plugin.vocabulary;

import java.util.Arrays;
import java.util.Optional;

/** 批准情况 of a cluster (table 1). */
public enum Approval {
    NATIONAL("国家级"), PROVINCIAL("省级"), MUNICIPAL("市级"), COUNTY("区县级"), SPONTANEOUS("自发聚集");

    private final String term;

    Approval(String term) {
        this.term = term;
    }

    /** The outline's word. */
    public String term() {
        return term;
    }

    /** The entry whose word is {@code text}, surrounding blanks ignored. */
    public static Optional<Approval> ofTerm(String text) {
        return Arrays.stream(values()).filter(entry -> entry.term.equals(text.strip())).findFirst();
    }
}
