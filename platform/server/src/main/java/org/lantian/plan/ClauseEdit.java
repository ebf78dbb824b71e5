package org.lantian.plan;

import java.util.List;
import java.util.Optional;

import org.lantian.engine.document.Run;

/**
 * One thing that a person did to a clause, so that it can be undone and done again.
 *
 * @param autosaved whether it was saved while the person was still writing; the next one then joins it
 */
record ClauseEdit(long id, long clause, Kind kind, Content before, Content after, boolean autosaved) {

    /** What was done. */
    enum Kind {
        REVISE, INSERT, MOVE, DELETE, RESTORE, SETTLE
    }

    /**
     * What an edit changes.
     *
     * @param behind the sibling that the clause stands behind
     */
    record Content(Optional<Long> parent, Optional<Long> behind, String node, List<Run> runs, List<Run> base,
            Optional<List<Run>> today, boolean deleted) {

        static Content of(Clause clause, ClauseOrder order) {
            return new Content(clause.parent(), order.before(clause.parent(), clause.id()), clause.node(), clause.runs(),
                    clause.base(), clause.today(), clause.deleted());
        }

        /** Whether the clause is still as the edit left it; neighbours and drafts may have come and gone. */
        boolean still(Clause clause) {
            return clause.parent().equals(parent) && clause.runs().equals(runs) && clause.deleted() == deleted;
        }
    }
}
