package org.lantian.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.lantian.plan.draft.DraftClause;

/**
 * Lays a fresh draft over a plan's clauses. Clauses keep their ids; a person's words stay as they are and become stale
 * if the draft has changed; what the draft no longer has goes, unless a person wrote in it.
 */
@Singleton
class Redraft {

    private final ClauseRows rows;

    Redraft(ClauseRows rows) {
        this.rows = rows;
    }

    /** What a redraft did. */
    record Outcome(int added, int changed, int stale, int removed) {
    }

    Outcome apply(long plan, List<DraftClause> draft) {
        Map<String, Clause> present = rows.listOf(plan).stream()
                .collect(Collectors.toMap(Clause::key, Function.identity()));
        Map<String, Long> ids = new HashMap<>();
        present.forEach((key, clause) -> ids.put(key, clause.id()));
        Set<String> kept = new HashSet<>();
        int added = 0;
        int changed = 0;
        int stale = 0;
        int ordinal = 0;
        for (DraftClause clause : draft) {
            ordinal++;
            kept.add(clause.key());
            Clause before = present.get(clause.key());
            if (before == null) {
                ids.put(clause.key(), rows.insert(plan, Optional.ofNullable(ids.get(clause.parent())), ordinal, clause));
                added++;
            } else if (!before.drafted().equals(clause.content())) {
                rows.redraft(before.id(), ordinal, before.edited() ? before.runs() : clause.content(), clause.content(),
                        before.edited());
                changed += before.edited() ? 0 : 1;
                stale += before.edited() ? 1 : 0;
            } else if (before.ordinal() != ordinal) {
                rows.move(before.id(), ordinal);
            }
        }
        return new Outcome(added, changed, stale, removeGone(present, kept, ordinal));
    }

    /** Children first; a clause with a child that stays, stays. */
    private int removeGone(Map<String, Clause> present, Set<String> kept, int last) {
        List<Clause> gone = present.values().stream().filter(clause -> !kept.contains(clause.key()))
                .sorted((a, b) -> b.ordinal() - a.ordinal()).toList();
        Set<Long> needed = new HashSet<>();
        int removed = 0;
        int ordinal = last;
        for (Clause clause : gone) {
            if (clause.edited() || needed.contains(clause.id())) {
                clause.parent().ifPresent(needed::add);
                rows.move(clause.id(), ++ordinal);
            } else {
                rows.delete(clause.id());
                removed++;
            }
        }
        return removed;
    }
}
