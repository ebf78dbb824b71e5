package org.lantian.engine.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** A YAML file that cannot be used, with all its problems in file order. */
public final class YamlException extends RuntimeException {

    private final transient List<YamlProblem> problems;

    public YamlException(List<YamlProblem> problems) {
        super(problems.stream().map(YamlProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<YamlProblem> problems() {
        return problems;
    }
}
