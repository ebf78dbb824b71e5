package org.lantian.ledger.succession;

import java.util.List;
import java.util.Map;

/**
 * What a command keeps so that it can be undone.
 *
 * @param before entries of the enterprise that was merged into or split, as they were, by year
 * @param versions version of every enterprise of the command just after it, by id
 * @param moves what followed, one for each enterprise that went in or came out
 */
record Undo(List<Snapshot> before, Map<Long, Integer> versions, List<Move> moves) {

    /**
     * @param other the enterprise that went in or came out
     * @param outlets new number by old number
     * @param moved by follower type, then by the follower's own words
     */
    record Move(long other, Map<String, String> outlets, Map<String, Map<String, List<Long>>> moved) {
    }
}
