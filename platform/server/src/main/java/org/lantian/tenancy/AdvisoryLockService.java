package org.lantian.tenancy;

import liquibase.database.Database;
import liquibase.lockservice.DatabaseChangeLogLock;
import liquibase.lockservice.LockService;

/**
 * Replaces Liquibase's lock row, which a killed run leaves set. The lock that counts is the PostgreSQL advisory lock
 * that {@link Provisioning} holds on the same connection: it is gone with the connection.
 */
public final class AdvisoryLockService implements LockService {

    @Override
    public boolean supports(Database database) {
        return "postgresql".equals(database.getShortName());
    }

    @Override
    public int getPriority() {
        return PRIORITY_DATABASE + 10;
    }

    @Override
    public void setDatabase(Database database) {
    }

    @Override
    public void setChangeLogLockWaitTime(long minutes) {
    }

    @Override
    public void setChangeLogLockRecheckTime(long seconds) {
    }

    @Override
    public boolean hasChangeLogLock() {
        return true;
    }

    @Override
    public void waitForLock() {
    }

    @Override
    public boolean acquireLock() {
        return true;
    }

    @Override
    public void releaseLock() {
    }

    @Override
    public DatabaseChangeLogLock[] listLocks() {
        return new DatabaseChangeLogLock[0];
    }

    @Override
    public void forceReleaseLock() {
    }

    @Override
    public void reset() {
    }

    @Override
    public void init() {
    }

    @Override
    public void destroy() {
    }
}
