package org.lantian.plan.readback;

import java.util.List;
import java.util.Optional;

import org.lantian.engine.diff.TextPiece;

/**
 * An edit of a file that a person accepts or refuses.
 *
 * @param clause for an accepted addition the clause that it became
 */
public record Proposal(long id, long readBack, int ordinal, Edit edit, State state, Optional<Long> clause,
        Optional<String> decidedBy) {

    /** What became of it. */
    public enum State {
        OPEN, ACCEPTED, REFUSED
    }

    /** What the edit did to the words, piece by piece; none for a move or a note. */
    public List<TextPiece> pieces() {
        return switch (edit.kind()) {
            case CHANGED, CELL -> TextPiece.between(edit.before(), edit.after());
            case ADDED, MOVED, REMOVED, NOTE -> List.of();
        };
    }
}
