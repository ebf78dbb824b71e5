package org.lantian.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.lantian.engine.document.Block;
import org.lantian.plan.edit.WordChange;

/**
 * What changed from one frozen version to another, clause by clause. A clause is found again by its id, across
 * revisions by the id that it had first, in another plan by the composer's name for it, else by its very words.
 */
public record VersionDiff(List<Change> changes) {

    public VersionDiff {
        changes = List.copyOf(changes);
    }

    /** What became of a clause. */
    public enum Kind {
        ADDED, REMOVED, CHANGED, MOVED,
        /** A table with other rows. */
        TABLE_CHANGED
    }

    /**
     * One clause that is not what it was.
     *
     * @param place where it stands, in the newer version if it is there
     * @param before words as they were; for a table its rows
     * @param words what the change did to the words
     */
    public record Change(Kind kind, String place, Optional<FrozenClause> clause, String before, String after,
            List<WordChange> words) {
    }

    static VersionDiff of(PlanTree from, PlanTree to) {
        Map<FrozenClause, FrozenClause> pairs = pairs(from.clauses(), to.clauses());
        Set<FrozenClause> found = new HashSet<>(pairs.values());
        List<Change> changes = new ArrayList<>();
        for (FrozenClause now : to.clauses()) {
            Optional<FrozenClause> before = Optional.ofNullable(pairs.get(now));
            String place = ClausePlaces.of(to, now.id());
            if (before.isEmpty()) {
                changes.add(change(Kind.ADDED, place, now, "", content(to, now)));
                continue;
            }
            String was = content(from, before.get());
            String is = content(to, now);
            if (!was.equals(is)) {
                boolean table = now.kind() == org.lantian.plan.draft.DraftClause.Kind.TABLE;
                changes.add(change(table ? Kind.TABLE_CHANGED : Kind.CHANGED, place, now, was, is));
            } else if (moved(from, to, pairs, before.get(), now)) {
                changes.add(change(Kind.MOVED, place, now, was, is));
            }
        }
        from.clauses().stream().filter(clause -> !found.contains(clause)).forEach(gone -> changes
                .add(change(Kind.REMOVED, ClausePlaces.of(from, gone.id()), gone, content(from, gone), "")));
        return new VersionDiff(changes);
    }

    private static Change change(Kind kind, String place, FrozenClause clause, String before, String after) {
        return new Change(kind, place, Optional.of(clause), before, after, WordChange.between(before, after));
    }

    /** Newer clause to older one. */
    private static Map<FrozenClause, FrozenClause> pairs(List<FrozenClause> from, List<FrozenClause> to) {
        Map<FrozenClause, FrozenClause> pairs = new HashMap<>();
        Set<FrozenClause> left = new java.util.LinkedHashSet<>(from);
        List<Match> matches = List.of((a, b) -> a.root() == b.root(), (a, b) -> a.key().equals(b.key()),
                (a, b) -> a.kind() == b.kind() && !a.text().isEmpty() && a.text().equals(b.text()));
        for (Match match : matches) {
            for (FrozenClause now : to) {
                if (!pairs.containsKey(now)) {
                    left.stream().filter(before -> match.holds(before, now)).findFirst().ifPresent(before -> {
                        pairs.put(now, before);
                        left.remove(before);
                    });
                }
            }
        }
        return pairs;
    }

    private interface Match {
        boolean holds(FrozenClause before, FrozenClause now);
    }

    /** Whether it has another parent, or stands behind another one of the clauses that both versions have. */
    private static boolean moved(PlanTree from, PlanTree to, Map<FrozenClause, FrozenClause> pairs, FrozenClause before,
            FrozenClause now) {
        Optional<FrozenClause> parent = now.parent().flatMap(id -> find(to, id)).map(pairs::get);
        return !parent.map(FrozenClause::id).equals(before.parent())
                || !behind(to.clauses(), now, pairs::containsKey).map(pairs::get)
                        .equals(behind(from.clauses(), before, new HashSet<>(pairs.values())::contains));
    }

    private static Optional<FrozenClause> behind(List<FrozenClause> clauses, FrozenClause clause,
            java.util.function.Predicate<FrozenClause> common) {
        return clauses.stream().takeWhile(one -> one != clause)
                .filter(one -> one.parent().equals(clause.parent()) && common.test(one)).reduce((a, b) -> b);
    }

    private static Optional<FrozenClause> find(PlanTree tree, long id) {
        return tree.clauses().stream().filter(one -> one.id() == id).findFirst();
    }

    /** Words, or a table's rows with a line each. */
    private static String content(PlanTree tree, FrozenClause clause) {
        String anchor = Long.toString(clause.id());
        return tree.document().blocks().stream()
                .filter(block -> block instanceof Block.Table table && table.anchor().equals(anchor)).findFirst()
                .map(block -> rows((Block.Table) block)).orElseGet(clause::text);
    }

    private static String rows(Block.Table table) {
        return table.rows().stream().map(row -> String.join("\t", row).replace('\n', ' '))
                .collect(java.util.stream.Collectors.joining("\n"));
    }
}
