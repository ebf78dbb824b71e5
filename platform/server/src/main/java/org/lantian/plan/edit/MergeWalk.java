package org.lantian.plan.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

import org.lantian.engine.document.Run;
import org.lantian.plan.edit.Merge.Part;

/** Walks along the drafted pieces and takes in the changes of both sides. */
final class MergeWalk {

    private final List<Run> base;
    private final Deque<Hunk> person;
    private final Deque<Hunk> today;
    private final List<Part> parts = new ArrayList<>();
    private final List<Run> agreed = new ArrayList<>();

    MergeWalk(List<Run> base, List<Run> person, List<Run> today) {
        this.base = base;
        this.person = new ArrayDeque<>(Hunk.between(base, person));
        this.today = new ArrayDeque<>(Hunk.between(base, today));
    }

    Merge walk() {
        int at = 0;
        while (!person.isEmpty() || !today.isEmpty()) {
            List<Hunk> mine = new ArrayList<>();
            List<Hunk> theirs = new ArrayList<>();
            gather(mine, theirs);
            int from = least(mine, theirs);
            int to = greatest(mine, theirs);
            agreed.addAll(base.subList(at, from));
            settle(from, to, mine, theirs);
            at = to;
        }
        agreed.addAll(base.subList(at, base.size()));
        flush();
        return new Merge(parts);
    }

    /** The next change with all that meet it, and those that meet these. */
    private void gather(List<Hunk> mine, List<Hunk> theirs) {
        boolean first = today.isEmpty() || !person.isEmpty()
                && Comparator.comparingInt(Hunk::from).thenComparingInt(Hunk::to).compare(person.peek(), today.peek()) <= 0;
        (first ? mine : theirs).add((first ? person : today).poll());
        boolean grown = true;
        while (grown) {
            grown = take(today, mine, theirs) | take(person, theirs, mine);
        }
    }

    private static boolean take(Deque<Hunk> waiting, List<Hunk> others, List<Hunk> taken) {
        boolean any = false;
        while (!waiting.isEmpty() && others.stream().anyMatch(waiting.peek()::meets)) {
            taken.add(waiting.poll());
            any = true;
        }
        return any;
    }

    private static int least(List<Hunk> mine, List<Hunk> theirs) {
        return java.util.stream.Stream.of(mine, theirs).flatMap(List::stream).mapToInt(Hunk::from).min().orElseThrow();
    }

    private static int greatest(List<Hunk> mine, List<Hunk> theirs) {
        return java.util.stream.Stream.of(mine, theirs).flatMap(List::stream).mapToInt(Hunk::to).max().orElseThrow();
    }

    private void settle(int from, int to, List<Hunk> mine, List<Hunk> theirs) {
        List<Run> left = side(from, to, mine);
        List<Run> right = side(from, to, theirs);
        if (mine.isEmpty() || left.equals(right)) {
            agreed.addAll(right);
        } else if (theirs.isEmpty()) {
            agreed.addAll(left);
        } else {
            flush();
            parts.add(new Part.Disputed(Pieces.join(base.subList(from, to)), Pieces.join(left), Pieces.join(right)));
        }
    }

    /** How one side words a stretch of the draft. */
    private List<Run> side(int from, int to, List<Hunk> hunks) {
        List<Run> pieces = new ArrayList<>();
        int at = from;
        for (Hunk hunk : hunks) {
            pieces.addAll(base.subList(at, hunk.from()));
            pieces.addAll(hunk.pieces());
            at = hunk.to();
        }
        pieces.addAll(base.subList(at, to));
        return pieces;
    }

    private void flush() {
        if (!agreed.isEmpty()) {
            parts.add(new Part.Agreed(Pieces.join(agreed)));
            agreed.clear();
        }
    }
}
