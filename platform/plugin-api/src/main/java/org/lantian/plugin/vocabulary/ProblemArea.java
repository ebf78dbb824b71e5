package org.lantian.plugin.vocabulary;

import java.util.Arrays;
import java.util.Optional;

/** 问题领域: the five areas in which the outline looks for problems (chapter 1 section 3). */
public enum ProblemArea {
    PROCESS("生产工艺"), ENERGY("能源使用"), MATERIAL("原辅材料"), TREATMENT("治污水平"), TRANSPORT("运输方式");

    private final String term;

    ProblemArea(String term) {
        this.term = term;
    }

    /** The outline's word. */
    public String term() {
        return term;
    }

    /** The entry whose word is {@code text}, surrounding blanks ignored. */
    public static Optional<ProblemArea> ofTerm(String text) {
        return Arrays.stream(values()).filter(entry -> entry.term.equals(text.strip())).findFirst();
    }
}
