package org.lantian.plan.edit;

import java.util.ArrayList;
import java.util.List;

import org.lantian.engine.document.Run;

/**
 * One change: the pieces from {@code from} up to {@code to} are replaced; nothing is replaced where both are equal.
 */
record Hunk(int from, int to, List<Run> pieces) {

    Hunk {
        pieces = List.copyOf(pieces);
    }

    /** What turns one list of pieces into the other, in order. */
    static List<Hunk> between(List<Run> base, List<Run> other) {
        int[] places = Alignment.of(base, other);
        List<Hunk> hunks = new ArrayList<>();
        int from = 0;
        int next = 0;
        for (int i = 0; i <= places.length; i++) {
            boolean end = i == places.length;
            if (!end && places[i] < 0) {
                continue;
            }
            int place = end ? other.size() : places[i];
            if (from < i || next < place) {
                hunks.add(new Hunk(from, i, other.subList(next, place)));
            }
            from = i + 1;
            next = place + 1;
        }
        return hunks;
    }

    /** Whether both replace the same piece, or insert at the same place; touching is not enough. */
    boolean meets(Hunk other) {
        return from < other.to && other.from < to || from == other.from && to == other.to;
    }
}
