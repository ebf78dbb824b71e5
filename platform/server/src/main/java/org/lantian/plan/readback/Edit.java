package org.lantian.plan.readback;

import java.util.Optional;

import org.lantian.plan.draft.DraftClause;

/**
 * One edit that was found in a file.
 *
 * @param clause clause it is about, a table's for a cell; empty for added words
 * @param place where, for people
 * @param before words of the export; blank for added ones
 * @param after words of the file; blank for removed ones
 * @param target where an added or moved clause is to stand
 * @param cell which cell
 */
public record Edit(Kind kind, Optional<Long> clause, String place, String before, String after, Optional<Target> target,
        Optional<Cell> cell) {

    /** What was done. */
    public enum Kind {
        CHANGED, ADDED, MOVED, REMOVED,
        /** A cell of a table. */
        CELL,
        /** Something that cannot be taken over as it is; it can only be noted. */
        NOTE
    }

    /**
     * A place in the tree.
     *
     * @param kind what an added clause is
     * @param parent clause above; empty if that is the added clause {@code aboveAdded}
     * @param behind sibling before it; empty if it stands first or behind {@code behindAdded}
     * @param aboveAdded ordinal of the edit that adds the clause above
     * @param behindAdded ordinal of the edit that adds the sibling before it
     */
    public record Target(DraftClause.Kind kind, Optional<Long> parent, Optional<Long> behind,
            Optional<Integer> aboveAdded, Optional<Integer> behindAdded) {
    }

    /**
     * A cell.
     *
     * @param table id of the table's spec
     * @param row row of the export, from 0
     * @param column leaf column, from 0
     * @param key the row's enterprise or subject
     */
    public record Cell(String table, int row, int column, String key) {
    }

    static Edit note(String place, String before, String after) {
        return new Edit(Kind.NOTE, Optional.empty(), place, before, after, Optional.empty(), Optional.empty());
    }
}
