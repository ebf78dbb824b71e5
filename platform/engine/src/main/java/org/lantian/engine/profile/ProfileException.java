package org.lantian.engine.profile;

import java.util.List;

/** A profile that cannot be resolved, with everything that is wrong with it. */
public final class ProfileException extends RuntimeException {

    private final transient List<String> problems;

    public ProfileException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public ProfileException(String problem) {
        this(List.of(problem));
    }

    /** Sentences in Chinese, each with the place it speaks of. */
    public List<String> problems() {
        return problems;
    }
}
