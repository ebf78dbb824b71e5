package org.lantian.tenancy;

/**
 * Told of a tenant before work in it begins, so that a feature can bring along what the control schema says of it: once
 * the tenant's transaction is open, the control schema is out of reach. An implementation must not be given
 * {@link Tenants}, which needs it.
 */
public interface TenantOpening {

    /** Runs in a read-only control transaction, again every few seconds while the tenant is used; must not throw. */
    void opening(Tenant tenant);
}
