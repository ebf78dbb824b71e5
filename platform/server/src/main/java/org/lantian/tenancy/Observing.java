package org.lantian.tenancy;

import java.util.function.Supplier;

/** Transactions of an observer, whose role reads what tenants have published and nothing else. */
public interface Observing {

    /** Runs in one read-only transaction under the observers' role. Never nested in another transaction. */
    <T> T observe(Supplier<T> work);
}
