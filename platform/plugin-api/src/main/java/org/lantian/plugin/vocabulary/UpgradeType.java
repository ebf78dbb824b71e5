package org.lantian.plugin.vocabulary;

import java.util.Arrays;
import java.util.Optional;

/** 提升类型 of table 4: what becomes of an enterprise (outline, chapter 2 section 1). */
public enum UpgradeType {
    CLOSURE("淘汰关停"), RELOCATION("搬迁入园"), RETROFIT("就地改造"), EXCELLENCE("做优做强");

    private final String term;

    UpgradeType(String term) {
        this.term = term;
    }

    /** The outline's word. */
    public String term() {
        return term;
    }

    /** The entry whose word is {@code text}, surrounding blanks ignored. */
    public static Optional<UpgradeType> ofTerm(String text) {
        return Arrays.stream(values()).filter(entry -> entry.term.equals(text.strip())).findFirst();
    }
}
