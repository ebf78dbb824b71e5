package org.lantian.ledger;

import java.util.List;
import java.util.stream.Stream;

/** Is told of everything that is written into the ledger, in the transaction that writes it. */
public interface LedgerListener {

    /**
     * The ledger and its base year are already as the act leaves them.
     *
     * @param changes read once; the entries need not stay in memory together
     */
    void written(ChangeOrigin origin, Stream<EntryChange> changes);

    /**
     * @param before clusters before the act
     * @param after clusters after it
     */
    default void clustersWritten(ChangeOrigin origin, List<Cluster> before, List<Cluster> after) {
    }
}
