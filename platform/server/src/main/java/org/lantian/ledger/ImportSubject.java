package org.lantian.ledger;

import java.util.Optional;

/** Whom a row of table 3 or 4 is about. Ids are missing only in a preview, for what the import is going to add. */
public sealed interface ImportSubject {

    /** The subject's name as in the ledger. */
    String name();

    /** One enterprise. */
    record OfEnterprise(Optional<Long> id, String cluster, String name) implements ImportSubject {
    }

    /** All enterprises of a cluster. */
    record OfCluster(Optional<Long> id, String name) implements ImportSubject {
    }
}
