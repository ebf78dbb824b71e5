package org.lantian.plan.readback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.lantian.engine.diff.Likeness;
import org.lantian.plan.ClausePlaces;
import org.lantian.plan.FrozenClause;
import org.lantian.plan.PlanTree;
import org.lantian.plan.draft.DraftClause.Kind;
import org.lantian.plan.edit.Alignment;

/**
 * Finds the edits of a file's text. A line is its bookmark's clause; one that lost its bookmark is the clause whose words
 * it has, or most of them. What is left over on one side was removed, on the other added.
 */
final class TextEdits {

    /** Below this a line's own bookmark counts for less than another clause's very words. */
    private static final double HARDLY_ALIKE = 0.1;

    private final PlanTree exported;
    private final List<FileLines.Line> lines;
    private final Map<Long, FrozenClause> clauses;
    private final Map<Integer, FrozenClause> byLine = new HashMap<>();
    private final Set<Long> found = new HashSet<>();
    private final List<Edit> edits = new ArrayList<>();

    private TextEdits(PlanTree exported, List<FileLines.Line> lines) {
        this.exported = exported;
        this.lines = lines;
        this.clauses = exported.clauses().stream()
                .collect(Collectors.toMap(FrozenClause::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    static List<Edit> of(PlanTree exported, List<FileLines.Line> lines) {
        TextEdits text = new TextEdits(exported, lines);
        text.pairByBookmark();
        text.pairByEqualWords();
        text.pairByLikeness();
        text.walk();
        text.removed();
        return text.edits;
    }

    private static boolean words(FrozenClause clause) {
        return clause.kind() != Kind.TABLE && clause.kind() != Kind.CHART;
    }

    private double likeness(int line, FrozenClause clause) {
        return Likeness.of(lines.get(line).words(clause.kind()), FileLines.plain(clause.text()));
    }

    private void pair(int line, FrozenClause clause) {
        byLine.put(line, clause);
        found.add(clause.id());
    }

    private List<FrozenClause> left() {
        return clauses.values().stream().filter(TextEdits::words).filter(clause -> !found.contains(clause.id())).toList();
    }

    private void pairByBookmark() {
        for (int i = 0; i < lines.size(); i++) {
            int line = i;
            if (lines.get(i).marker()) {
                continue;
            }
            lines.get(i).clauses().stream().map(clauses::get).filter(clause -> clause != null && words(clause))
                    .filter(clause -> !found.contains(clause.id()))
                    .max(Comparator.comparingDouble(clause -> likeness(line, clause)))
                    .filter(clause -> likeness(line, clause) > HARDLY_ALIKE || !saysAnother(line))
                    .ifPresent(clause -> pair(line, clause));
        }
    }

    private boolean saysAnother(int line) {
        return clauses.values().stream().filter(TextEdits::words).anyMatch(clause -> says(line, clause));
    }

    private boolean says(int line, FrozenClause clause) {
        return lines.get(line).words(clause.kind()).equals(FileLines.plain(clause.text()));
    }

    private void pairByEqualWords() {
        for (int i = 0; i < lines.size(); i++) {
            if (!byLine.containsKey(i) && !lines.get(i).marker()) {
                int line = i;
                left().stream().filter(clause -> says(line, clause)).findFirst()
                        .ifPresent(clause -> pair(line, clause));
            }
        }
    }

    private record Pair(int line, FrozenClause clause, double likeness) {
    }

    private void pairByLikeness() {
        List<Pair> pairs = new ArrayList<>();
        List<FrozenClause> left = left();
        for (int i = 0; i < lines.size(); i++) {
            for (FrozenClause clause : left) {
                double likeness = byLine.containsKey(i) || lines.get(i).marker() ? 0 : likeness(i, clause);
                if (likeness >= Likeness.SAME_CLAUSE) {
                    pairs.add(new Pair(i, clause, likeness));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        for (Pair one : pairs) {
            if (!byLine.containsKey(one.line()) && !found.contains(one.clause().id())) {
                pair(one.line(), one.clause());
            }
        }
    }

    /** A clause of the file's tree: one of the plan's, or one that the edit of that ordinal adds. */
    private record Standing(Kind kind, @Nullable Long clause, int added) {

        Optional<Long> id() {
            return Optional.ofNullable(clause);
        }

        Optional<Integer> edit() {
            return clause == null ? Optional.of(added) : Optional.empty();
        }
    }

    private static final Optional<Standing> NOBODY = Optional.empty();

    /** Goes through the file in order and keeps where in the tree it is. */
    private void walk() {
        Set<Long> moved = moved();
        Optional<Standing> section = NOBODY;
        Optional<Standing> heading = NOBODY;
        Map<Optional<Standing>, Standing> last = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            FrozenClause clause = byLine.get(i);
            if (lines.get(i).marker()) {
                markers(lines.get(i)).forEach(one -> last.put(one.parent().map(parent -> new Standing(Kind.SECTION, parent, -1)),
                        new Standing(one.kind(), one.id(), -1)));
                continue;
            }
            if (clause == null && section.isEmpty()) {
                edits.add(Edit.note("标题部分", "", lines.get(i).text()));
                continue;
            }
            Kind kind = clause == null ? lines.get(i).kind() : clause.kind();
            Optional<Standing> above = above(kind, clause, section, heading);
            Standing standing = clause == null ? new Standing(kind, null, edits.size()) : new Standing(kind, clause.id(), -1);
            if (clause == null) {
                add(lines.get(i), standing, above.orElseThrow(), Optional.ofNullable(last.get(above)));
            } else {
                compare(i, clause, moved.contains(clause.id()) || orphaned(clause, above), above, Optional.ofNullable(last.get(above)));
            }
            last.put(above, standing);
            switch (kind) {
                case CHAPTER, SECTION -> {
                    section = Optional.of(standing);
                    heading = NOBODY;
                }
                case HEADING -> heading = Optional.of(standing);
                default -> {
                }
            }
        }
    }

    private List<FrozenClause> markers(FileLines.Line line) {
        return line.clauses().stream().map(clauses::get).filter(clause -> clause != null && !words(clause)).toList();
    }

    private Optional<Standing> above(Kind kind, @Nullable FrozenClause clause, Optional<Standing> section,
            Optional<Standing> heading) {
        return switch (kind) {
            case CHAPTER -> NOBODY;
            case SECTION -> clause == null ? section
                    : clause.parent().map(parent -> new Standing(Kind.CHAPTER, parent, -1));
            case HEADING, TABLE, CHART -> section;
            case PARAGRAPH, ITEM -> clause != null && section.isPresent() && clause.parent().equals(section.get().id()) ? section
                    : heading.or(() -> section);
        };
    }

    /** Whether a clause no longer stands below the one it stood below. */
    private static boolean orphaned(FrozenClause clause, Optional<Standing> above) {
        return clause.kind() != Kind.CHAPTER && clause.kind() != Kind.SECTION
                && !clause.parent().equals(above.flatMap(Standing::id));
    }

    private void add(FileLines.Line line, Standing standing, Standing above, Optional<Standing> behind) {
        String place = above.id().map(id -> ClausePlaces.of(exported, id)).orElse("新增标题下")
                + behind.flatMap(Standing::id).map(id -> "，" + ClausePlaces.of(exported, id) + "之后").orElse("");
        edits.add(new Edit(Edit.Kind.ADDED, Optional.empty(), place, "", line.words(standing.kind()),
                Optional.of(target(standing.kind(), above, behind)), Optional.empty()));
    }

    private static Edit.Target target(Kind kind, Standing above, Optional<Standing> behind) {
        return new Edit.Target(kind, above.id(), behind.flatMap(Standing::id), above.edit(), behind.flatMap(Standing::edit));
    }

    private void compare(int line, FrozenClause clause, boolean moved, Optional<Standing> above, Optional<Standing> behind) {
        String before = FileLines.plain(clause.text());
        String after = lines.get(line).words(clause.kind());
        String place = ClausePlaces.of(exported, clause.id());
        if (moved && above.isPresent()) {
            edits.add(new Edit(Edit.Kind.MOVED, Optional.of(clause.id()), place, before, before,
                    Optional.of(target(clause.kind(), above.get(), behind)), Optional.empty()));
        }
        if (!before.equals(after)) {
            edits.add(new Edit(Edit.Kind.CHANGED, Optional.of(clause.id()), place, before, after, Optional.empty(),
                    Optional.empty()));
        }
    }

    /** Of the clauses with one parent the fewest whose moving gives the file's order. */
    private Set<Long> moved() {
        Map<Optional<Long>, List<Long>> now = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Optional.ofNullable(byLine.get(i)).ifPresent(
                    clause -> now.computeIfAbsent(clause.parent(), ignored -> new ArrayList<>()).add(clause.id()));
        }
        Set<Long> moved = new HashSet<>();
        now.forEach((parent, order) -> {
            List<Long> before = clauses.values().stream().map(FrozenClause::id).filter(order::contains).toList();
            int[] places = Alignment.of(order, before);
            for (int i = 0; i < places.length; i++) {
                if (places[i] < 0) {
                    moved.add(order.get(i));
                }
            }
        });
        return moved;
    }

    /** A clause goes with the one above it. */
    private void removed() {
        for (FrozenClause clause : left()) {
            boolean withParent = clause.parent().map(clauses::get)
                    .filter(parent -> words(parent) && !found.contains(parent.id())).isPresent();
            if (!withParent) {
                edits.add(new Edit(Edit.Kind.REMOVED, Optional.of(clause.id()), ClausePlaces.of(exported, clause.id()),
                        FileLines.plain(clause.text()), "", Optional.empty(), Optional.empty()));
            }
        }
    }
}
