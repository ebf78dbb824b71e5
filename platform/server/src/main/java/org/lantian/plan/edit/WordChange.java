package org.lantian.plan.edit;

import java.util.ArrayList;
import java.util.List;

import org.lantian.engine.document.Run;

/** A stretch of words that stayed, went or came. */
public record WordChange(Kind kind, String text) {

    /** What became of the words. */
    public enum Kind {
        KEPT, REMOVED, ADDED
    }

    public static List<WordChange> between(String before, String after) {
        List<Run> from = Pieces.of(List.of(Run.text(before)));
        List<Run> to = Pieces.of(List.of(Run.text(after)));
        int[] places = Alignment.of(from, to);
        List<WordChange> changes = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < from.size(); i++) {
            if (places[i] < 0) {
                add(changes, Kind.REMOVED, from.get(i).text());
                continue;
            }
            while (next < places[i]) {
                add(changes, Kind.ADDED, to.get(next++).text());
            }
            add(changes, Kind.KEPT, to.get(next++).text());
        }
        to.subList(next, to.size()).forEach(piece -> add(changes, Kind.ADDED, piece.text()));
        return List.copyOf(changes);
    }

    private static void add(List<WordChange> changes, Kind kind, String text) {
        if (!changes.isEmpty() && changes.getLast().kind() == kind) {
            changes.add(new WordChange(kind, changes.removeLast().text() + text));
        } else {
            changes.add(new WordChange(kind, text));
        }
    }
}
