package org.lantian.plugin.vocabulary;

import java.util.Arrays;
import java.util.Optional;

/** 改造任务 of table 4: the five aspects of an upgrade task, in column order. */
public enum TaskAspect {
    FUGITIVE("无组织收集方面"), ORGANISED("有组织治理方面"), MOBILE("移动源监管方面"), GRADE("环保绩效提级方面"), INFRASTRUCTURE("环境基础设施建设");

    private final String term;

    TaskAspect(String term) {
        this.term = term;
    }

    /** The outline's word. */
    public String term() {
        return term;
    }

    /** The entry whose word is {@code text}, surrounding blanks ignored. */
    public static Optional<TaskAspect> ofTerm(String text) {
        return Arrays.stream(values()).filter(entry -> entry.term.equals(text.strip())).findFirst();
    }
}
