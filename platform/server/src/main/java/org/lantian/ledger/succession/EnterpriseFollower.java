package org.lantian.ledger.succession;

import java.util.List;
import java.util.Map;

import org.lantian.ledger.succession.EnterpriseCommand.Figures;

/**
 * Something beside the ledger that belongs to enterprises and follows them: findings, measures, registers. Implemented by
 * the feature that owns it; called in the command's own transaction, after the ledger's rows were written.
 */
public interface EnterpriseFollower {

    /** The API type whose ids a split may name, for example {@code Measure}. */
    String type();

    /** Adapts texts that print the name. */
    default void renamed(long enterprise, String before, String after) {
    }

    /**
     * Hands everything of one enterprise to another.
     *
     * @param outlets new number by old number of outlets that got another one
     * @return ids of what moved, by a word of the follower's own; enough to move it back
     * @throws org.lantian.common.UserErrorsException if something of the one cannot be the other's
     */
    Map<String, List<Long>> merged(long from, long into, Figures figures, Map<String, String> outlets);

    /**
     * Hands chosen ones to another enterprise.
     *
     * @throws org.lantian.common.UserErrorsException if one of them is not the enterprise's
     */
    Map<String, List<Long>> split(long from, long into, List<Long> chosen);

    /**
     * Undoes {@link #merged} or {@link #split}: hands back what moved and is still there.
     *
     * @param outlets old number by new number
     */
    void moveBack(long from, long into, Map<String, List<Long>> moved, Map<String, String> outlets);

    /** How many an enterprise has besides those that moved to it; they would be lost if it were taken out. */
    int besides(long enterprise, Map<String, List<Long>> moved);
}
