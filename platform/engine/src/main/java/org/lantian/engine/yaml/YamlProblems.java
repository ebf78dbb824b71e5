package org.lantian.engine.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.snakeyaml.engine.v2.nodes.Node;

/** The problems of one file while it is read. */
final class YamlProblems {

    private static final Comparator<YamlProblem> FILE_ORDER = Comparator.comparingInt(YamlProblem::line)
            .thenComparingInt(YamlProblem::column);

    private final String file;
    private final List<YamlProblem> problems = new ArrayList<>();

    YamlProblems(String file) {
        this.file = file;
    }

    void add(Node node, String message) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        int column = node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(1);
        problems.add(new YamlProblem(file, line, column, message));
    }

    /** Takes over the problems of places where none is noted yet. */
    void addElsewhere(YamlProblems others) {
        List<YamlProblem> own = List.copyOf(problems);
        others.problems.stream().filter(other -> own.stream().noneMatch(
                one -> one.line() == other.line() && one.column() == other.column())).forEach(problems::add);
    }

    int count() {
        return problems.size();
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new YamlException(problems.stream().sorted(FILE_ORDER).distinct().toList());
        }
    }
}
