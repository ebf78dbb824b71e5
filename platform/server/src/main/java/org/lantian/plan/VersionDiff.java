package org.lantian.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

import org.lantian.engine.diff.ClauseChange;
import org.lantian.engine.diff.ClauseDiff;
import org.lantian.engine.diff.DiffClause;
import org.lantian.engine.diff.TextPiece;
import org.lantian.engine.document.Block;
import org.lantian.plan.edit.Alignment;

/**
 * What changed from one frozen version to another. A clause is found again by its id, across revisions by the id that
 * it had first, in another plan by the composer's name for it; what is left is compared by its words.
 */
final class VersionDiff {

    private final PlanTree from;
    private final PlanTree to;
    private final Map<FrozenClause, FrozenClause> pairs = new HashMap<>();
    private final Set<FrozenClause> left;

    private VersionDiff(PlanTree from, PlanTree to) {
        this.from = from;
        this.to = to;
        this.left = new LinkedHashSet<>(from.clauses());
        pair((before, now) -> before.root() == now.root());
        pair((before, now) -> before.key().equals(now.key()));
    }

    /** In the newer version's order, each clause that is new by itself after those that changed, removed ones last. */
    static List<ClauseChange> of(PlanTree from, PlanTree to) {
        return new VersionDiff(from, to).changes();
    }

    private void pair(BiPredicate<FrozenClause, FrozenClause> same) {
        for (FrozenClause now : to.clauses()) {
            if (!pairs.containsKey(now)) {
                left.stream().filter(before -> same.test(before, now)).findFirst().ifPresent(before -> {
                    pairs.put(now, before);
                    left.remove(before);
                });
            }
        }
    }

    private List<ClauseChange> changes() {
        List<ClauseChange> changes = new ArrayList<>();
        Set<FrozenClause> moved = moved();
        for (FrozenClause now : to.clauses()) {
            Optional.ofNullable(pairs.get(now)).flatMap(before -> change(before, now, moved.contains(now)))
                    .ifPresent(changes::add);
        }
        changes.addAll(ClauseDiff.of(left.stream().map(one -> words(from, one)).toList(),
                to.clauses().stream().filter(one -> !pairs.containsKey(one)).map(one -> words(to, one)).toList()));
        return List.copyOf(changes);
    }

    private Optional<ClauseChange> change(FrozenClause before, FrozenClause now, boolean moved) {
        DiffClause was = words(from, before);
        DiffClause is = words(to, now);
        Set<String> rowsBefore = new LinkedHashSet<>(rows(from, before));
        Set<String> rowsNow = new LinkedHashSet<>(rows(to, now));
        if (!rowsBefore.equals(rowsNow)) {
            was = new DiffClause(was.place(), without(rowsBefore, rowsNow));
            is = new DiffClause(is.place(), without(rowsNow, rowsBefore));
        }
        if (!was.text().equals(is.text())) {
            return Optional.of(new ClauseChange(ClauseChange.Kind.CHANGED, Optional.of(was), Optional.of(is),
                    TextPiece.between(was.text(), is.text())));
        }
        return moved ? Optional.of(new ClauseChange(ClauseChange.Kind.MOVED, Optional.of(was), Optional.of(is), List.of()))
                : Optional.empty();
    }

    /** Clauses with another parent, and of those with the same the fewest that must move to make the one order the other. */
    private Set<FrozenClause> moved() {
        Map<Long, FrozenClause> byId = new HashMap<>();
        to.clauses().forEach(clause -> byId.put(clause.id(), clause));
        Set<FrozenClause> moved = new HashSet<>();
        Map<Optional<Long>, List<FrozenClause>> siblings = new HashMap<>();
        for (FrozenClause now : to.clauses()) {
            FrozenClause before = pairs.get(now);
            if (before == null) {
                continue;
            }
            Optional<Long> parent = now.parent().map(byId::get).map(pairs::get).map(FrozenClause::id);
            if (parent.equals(before.parent())) {
                siblings.computeIfAbsent(parent, ignored -> new ArrayList<>()).add(now);
            } else {
                moved.add(now);
            }
        }
        siblings.forEach((parent, now) -> {
            List<FrozenClause> order = now.stream().map(pairs::get).toList();
            List<FrozenClause> before = from.clauses().stream().filter(order::contains).toList();
            int[] places = Alignment.of(order, before);
            for (int i = 0; i < places.length; i++) {
                if (places[i] < 0) {
                    moved.add(now.get(i));
                }
            }
        });
        return moved;
    }

    private static DiffClause words(PlanTree tree, FrozenClause clause) {
        return new DiffClause(ClausePlaces.of(tree, clause.id()), clause.text());
    }

    /** A table's rows; none for other clauses. */
    private static List<String> rows(PlanTree tree, FrozenClause clause) {
        String anchor = Long.toString(clause.id());
        return tree.document().blocks().stream()
                .filter(block -> block instanceof Block.Table table && table.anchor().equals(anchor))
                .flatMap(block -> ((Block.Table) block).rows().stream())
                .map(row -> String.join("\t", row).replace('\n', ' ')).toList();
    }

    private static String without(Set<String> rows, Set<String> others) {
        return String.join("\n", rows.stream().filter(row -> !others.contains(row)).toList());
    }
}
