package org.lantian.engine.diff;

import java.util.List;
import java.util.Optional;

/**
 * One change.
 *
 * @param before the clause in the older edition; empty for an added one
 * @param after the clause in the newer edition; empty for a removed one
 * @param pieces for a changed text its pieces in order
 */
public record ClauseChange(Kind kind, Optional<DiffClause> before, Optional<DiffClause> after, List<TextPiece> pieces) {

    /** What became of a clause. */
    public enum Kind {
        ADDED, REMOVED, CHANGED,
        /** The same words at another place among its neighbours. */
        MOVED
    }

    public ClauseChange {
        pieces = List.copyOf(pieces);
    }
}
