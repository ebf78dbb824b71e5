package org.lantian.tenancy;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Transactions inside a tenant. Inside the work, repositories and {@code Connection}s see that tenant's tables and
 * nothing of any other. Work in the same tenant joins the open transaction; another tenant's is refused with
 * {@link IllegalStateException}. There is no suspended and no second transaction.
 */
public interface Tenants {

    /** Runs in one REPEATABLE READ READ ONLY transaction, or joins the open one of the same tenant. */
    <T> T read(TenantCode tenant, Supplier<T> work);

    /**
     * Runs in one transaction that is committed before this returns, or joins the open one of the same tenant.
     * Everything is rolled back if the work throws.
     */
    <T> T write(TenantCode tenant, Supplier<T> work);

    /** The tenant of the open transaction, empty outside of one. */
    Optional<TenantCode> current();

    /**
     * What the control schema says of the tenant of the open transaction, at most a few seconds old.
     *
     * @throws IllegalStateException outside of a tenant's transaction
     */
    Tenant requireCurrent();
}
