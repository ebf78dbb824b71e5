package org.lantian.engine.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares two editions clause by clause: equal clauses in order stand still, equal ones elsewhere moved, similar ones
 * changed, the rest was added or removed. A number before a clause is no part of it, so renumbering is no change.
 */
public final class ClauseDiff {

    /** Two clauses that are the same one, by how alike they are. */
    private record Pair(int before, int after, double likeness) {
    }

    private final List<DiffClause> before;
    private final List<DiffClause> after;
    private final Set<Integer> goneBefore = new HashSet<>();
    private final Set<Integer> goneAfter = new HashSet<>();
    private final List<ClauseChange> changes = new ArrayList<>();

    private ClauseDiff(List<DiffClause> before, List<DiffClause> after) {
        this.before = before;
        this.after = after;
    }

    /** The changes in the newer edition's order, removed clauses at the end. */
    public static List<ClauseChange> of(List<DiffClause> before, List<DiffClause> after) {
        ClauseDiff diff = new ClauseDiff(List.copyOf(before), List.copyOf(after));
        diff.still();
        diff.pair(ClauseChange.Kind.MOVED, 1);
        diff.pair(ClauseChange.Kind.CHANGED, Likeness.SAME_CLAUSE);
        diff.rest();
        return diff.ordered();
    }

    private void still() {
        int[][] common = Sequences.lengths(before.size(), after.size(), this::equal);
        int i = 0;
        int j = 0;
        while (i < before.size() && j < after.size()) {
            if (equal(i, j)) {
                goneBefore.add(i++);
                goneAfter.add(j++);
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private boolean equal(int i, int j) {
        return before.get(i).text().equals(after.get(j).text());
    }

    /** Pairs what is left, the most alike first. */
    private void pair(ClauseChange.Kind kind, double least) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            for (int j = 0; j < after.size() && !goneBefore.contains(i); j++) {
                if (!goneAfter.contains(j)) {
                    double likeness = equal(i, j) ? 1 : least == 1 ? 0 : Likeness.of(before.get(i).text(), after.get(j).text());
                    if (likeness >= least) {
                        pairs.add(new Pair(i, j, likeness));
                    }
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed()
                .thenComparingInt(one -> Math.abs(one.before() - one.after())));
        for (Pair one : pairs) {
            if (!goneBefore.contains(one.before()) && !goneAfter.contains(one.after())) {
                goneBefore.add(one.before());
                goneAfter.add(one.after());
                DiffClause old = before.get(one.before());
                DiffClause now = after.get(one.after());
                changes.add(new ClauseChange(kind, Optional.of(old), Optional.of(now),
                        kind == ClauseChange.Kind.CHANGED ? TextPiece.between(old.text(), now.text()) : List.of()));
            }
        }
    }

    private void rest() {
        for (int j = 0; j < after.size(); j++) {
            if (!goneAfter.contains(j)) {
                changes.add(new ClauseChange(ClauseChange.Kind.ADDED, Optional.empty(), Optional.of(after.get(j)), List.of()));
            }
        }
        for (int i = 0; i < before.size(); i++) {
            if (!goneBefore.contains(i)) {
                changes.add(new ClauseChange(ClauseChange.Kind.REMOVED, Optional.of(before.get(i)), Optional.empty(), List.of()));
            }
        }
    }

    private List<ClauseChange> ordered() {
        return changes.stream().sorted(Comparator.comparingInt(change -> change.after()
                .map(after::indexOf).orElse(after.size() + change.before().map(before::indexOf).orElse(0)))).toList();
    }
}
