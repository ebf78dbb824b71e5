package org.lantian.plan;

import java.util.List;
import java.util.Optional;

import org.lantian.engine.document.Run;
import org.lantian.plan.draft.DraftClause;

/**
 * A clause in a frozen version.
 *
 * @param root id that the clause had in the first of the plans that revise each other
 */
public record FrozenClause(long id, long root, Optional<Long> parent, DraftClause.Kind kind, String node, String key,
        List<Run> runs) {

    public FrozenClause {
        runs = List.copyOf(runs);
    }

    public String text() {
        return Clause.text(runs);
    }
}
