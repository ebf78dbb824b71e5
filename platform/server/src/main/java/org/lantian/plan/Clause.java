package org.lantian.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.lantian.engine.document.Run;
import org.lantian.plan.draft.DraftClause;

/**
 * A clause of a plan.
 *
 * @param key the composer's name for it; a redraft finds it by this
 * @param runs words and figures as they stand
 * @param drafted what the composer proposed last
 * @param edited whether a person changed the words
 * @param stale whether the composer would now write something else than a person's words rest on
 */
public record Clause(long id, long plan, Optional<Long> parent, int ordinal, DraftClause.Kind kind, String node,
        String key, List<Run> runs, List<Run> drafted, boolean edited, boolean stale, int rowVersion) {

    public Clause {
        runs = List.copyOf(runs);
        drafted = List.copyOf(drafted);
    }

    public String text() {
        return text(runs);
    }

    /** What the composer proposed last. */
    public String draftedText() {
        return text(drafted);
    }

    static String text(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }
}
