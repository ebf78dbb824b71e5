package org.lantian.tenancy;

import java.util.function.Supplier;

/** What may hang on the open tenant transaction: a value that lives as long, and work just before the commit. */
public interface TransactionHooks {

    /**
     * The value of {@code key} for this transaction; made on first use.
     *
     * @throws IllegalStateException outside of a write transaction
     */
    <T> T attachment(Class<T> key, Supplier<T> fresh);

    /** Runs {@code action} inside the transaction just before it commits; not at all if it rolls back. */
    void beforeCommit(Runnable action);
}
