package org.lantian.tenancy;

import java.util.function.Supplier;

/**
 * Transactions in the control schema, which holds what belongs to the installation: tenants, keys, profiles. Never
 * nested in a tenant's transaction.
 */
public interface ControlSchema {

    /** Name of the control schema. */
    String NAME = "lantian";

    /** Runs in one read-only transaction. */
    <T> T read(Supplier<T> work);

    /** Runs in one transaction. */
    <T> T write(Supplier<T> work);
}
