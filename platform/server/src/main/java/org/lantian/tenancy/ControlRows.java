package org.lantian.tenancy;

/** Rows that a tenant's transaction adds to the control schema: what the tenant hands over to the installation. */
public interface ControlRows {

    /**
     * Runs inserts as the application, just before the tenant's transaction commits and inside of it. The SQL names the
     * schema {@link ControlSchema#NAME}; the application may insert into few tables there, and reads none of a tenant's.
     */
    void addBeforeCommit(Runnable inserts);
}
