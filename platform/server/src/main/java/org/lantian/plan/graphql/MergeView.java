package org.lantian.plan.graphql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.lantian.engine.document.Run;
import org.lantian.plan.edit.Merge;

/** A merge as text. */
record MergeView(Optional<String> text, List<Part> parts) {

    /** A stretch of it. */
    record Part(boolean disputed, Optional<String> agreed, Optional<String> drafted, Optional<String> person,
            Optional<String> today) {
    }

    static MergeView of(Merge merge) {
        return new MergeView(merge.runs().map(MergeView::text), merge.parts().stream().map(MergeView::part).toList());
    }

    private static Part part(Merge.Part part) {
        return switch (part) {
            case Merge.Part.Agreed(List<Run> runs) ->
                new Part(false, Optional.of(text(runs)), Optional.empty(), Optional.empty(), Optional.empty());
            case Merge.Part.Disputed(List<Run> drafted, List<Run> person, List<Run> today) -> new Part(true,
                    Optional.empty(), Optional.of(text(drafted)), Optional.of(text(person)), Optional.of(text(today)));
        };
    }

    private static String text(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }
}
