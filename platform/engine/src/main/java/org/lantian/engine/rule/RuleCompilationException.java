package org.lantian.engine.rule;

import java.util.List;

/** Rule texts that do not compile, with every problem: rule id, part, line and column, message. */
public final class RuleCompilationException extends RuntimeException {

    private final List<String> problems;

    public RuleCompilationException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
