package org.lantian.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.lantian.engine.document.Run;
import org.lantian.plan.draft.DraftClause;

/**
 * Lays a fresh draft over a plan's clauses. Clauses keep their ids and the places that people gave them; a person's
 * words stay as they are and become stale if the draft has changed; what a person took out stays out; what the draft no
 * longer has goes, unless a person wrote in it.
 */
@Singleton
class Redraft {

    private final ClauseRows rows;
    private final PlanRows plans;

    Redraft(ClauseRows rows, PlanRows plans) {
        this.rows = rows;
        this.plans = plans;
    }

    /** What a redraft did. */
    record Outcome(int added, int changed, int stale, int removed) {
    }

    /** Marks the clauses that the composer would write otherwise today, and no other; returns how many there are. */
    int mark(long plan, List<DraftClause> draft) {
        Map<String, List<Run>> fresh = draft.stream()
                .collect(Collectors.toMap(DraftClause::key, DraftClause::content));
        Map<Long, Optional<List<Run>>> moved = new LinkedHashMap<>();
        int stale = 0;
        for (Clause clause : rows.listOf(plan)) {
            if (clause.personal()) {
                continue;
            }
            List<Run> content = fresh.getOrDefault(clause.key(), List.of());
            Optional<List<Run>> today = differs(clause, content) ? Optional.of(content) : Optional.empty();
            stale += today.isPresent() ? 1 : 0;
            if (!today.equals(clause.today())) {
                moved.put(clause.id(), today);
            }
        }
        if (!moved.isEmpty()) {
            rows.markStale(moved);
            plans.tellChanged(plan);
        }
        return stale;
    }

    private static boolean differs(Clause clause, List<Run> content) {
        return !clause.base().equals(content) && !clause.runs().equals(content);
    }

    Outcome apply(long plan, List<DraftClause> draft) {
        List<Clause> all = rows.listWithDeleted(plan);
        Map<String, Clause> present = all.stream().collect(Collectors.toMap(Clause::key, Function.identity()));
        ClauseOrder order = ClauseOrder.of(all);
        Map<String, Long> ids = new HashMap<>();
        present.forEach((key, clause) -> ids.put(key, clause.id()));
        Map<Optional<Long>, Long> predecessors = new HashMap<>();
        int added = 0;
        int changed = 0;
        int stale = 0;
        for (DraftClause clause : draft) {
            Clause before = present.get(clause.key());
            Optional<Long> parent = before == null ? Optional.ofNullable(ids.get(clause.parent())) : before.parent();
            if (before == null) {
                long id = rows.insert(new Clause(0, plan, parent, 0, clause.kind(), clause.node(), clause.key(),
                        clause.content(), clause.content(), Optional.empty(), false, false, 0), Optional.empty());
                ids.put(clause.key(), id);
                order.put(parent, Optional.ofNullable(predecessors.get(parent)), id);
                added++;
            } else if (before.dropped()) {
                rows.save(redrafted(before.deleted(false), clause.content()));
                added++;
            } else if (!before.base().equals(clause.content()) || before.stale()) {
                Clause after = redrafted(before, clause.content());
                rows.save(after);
                changed += after.text().equals(before.text()) ? 0 : 1;
                stale += after.stale() ? 1 : 0;
            }
            predecessors.put(parent, ids.get(clause.key()));
        }
        int removed = removeGone(all, draft.stream().map(DraftClause::key).collect(Collectors.toSet()));
        rows.reorder(order.flat());
        return new Outcome(added, changed, stale, removed);
    }

    private static Clause redrafted(Clause before, List<Run> content) {
        if (!before.edited() || before.runs().equals(content)) {
            return before.restingOn(content, Optional.empty()).saying(content);
        }
        return before.restingOn(before.base(), before.base().equals(content) ? Optional.empty() : Optional.of(content));
    }

    /** Children first; a clause with a child that stays, stays. A person's words outlive the draft, marked stale. */
    private int removeGone(List<Clause> all, Set<String> kept) {
        Set<Long> needed = new java.util.HashSet<>();
        int removed = 0;
        for (Clause clause : all.reversed()) {
            boolean goes = !kept.contains(clause.key()) && !clause.personal() && !clause.deleted();
            if (goes && !clause.edited() && !needed.contains(clause.id())) {
                rows.save(clause.restingOn(clause.base(), Optional.of(List.of())).deleted(true));
                removed++;
                continue;
            }
            if (goes && clause.edited() && !clause.today().equals(Optional.of(List.<Run>of()))) {
                rows.save(clause.restingOn(clause.base(), Optional.of(List.of())));
            }
            if (!clause.deleted()) {
                clause.parent().ifPresent(needed::add);
            }
        }
        return removed;
    }
}
