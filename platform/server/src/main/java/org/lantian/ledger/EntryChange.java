package org.lantian.ledger;

import java.util.Optional;

/**
 * What one act made of an enterprise in one year.
 *
 * @param before empty if the enterprise is new or comes back
 * @param after empty if the enterprise is taken out
 */
public record EntryChange(Optional<LedgerEntry> before, Optional<LedgerEntry> after) {

    public EntryChange {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("nothing before and nothing after");
        }
    }

    /** The enterprise that changed. */
    public Enterprise enterprise() {
        return after.or(() -> before).orElseThrow().enterprise();
    }
}
