package org.lantian.tenancy;

import java.util.Optional;
import java.util.function.Supplier;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.transaction.TransactionDefinition;
import jakarta.inject.Singleton;

/** Opens scopes and transactions together, so that neither exists without the other. */
@Singleton
final class ScopedTransactions implements Tenants, ControlSchema, TransactionHooks, ControlRows, Observing {

    private final TenantTransactions transactions;
    private final ServableTenants servable;

    ScopedTransactions(TenantTransactions transactions, ServableTenants servable) {
        this.transactions = transactions;
        this.servable = servable;
    }

    @Override
    public <T> T read(TenantCode tenant, Supplier<T> work) {
        return inTenant(tenant, true, work);
    }

    @Override
    public <T> T write(TenantCode tenant, Supplier<T> work) {
        return inTenant(tenant, false, work);
    }

    @Override
    public Optional<TenantCode> current() {
        return transactions.openScope().flatMap(TransactionScope::code);
    }

    @Override
    public Tenant requireCurrent() {
        return transactions.openScope().flatMap(TransactionScope::tenant)
                .orElseThrow(() -> new IllegalStateException("no tenant's transaction is open"));
    }

    @Override
    public <T> T read(Supplier<T> work) {
        return inControl(true, work);
    }

    @Override
    public <T> T write(Supplier<T> work) {
        return inControl(false, work);
    }

    private <T> T inTenant(TenantCode tenant, boolean readOnly, Supplier<T> work) {
        Optional<TransactionScope> open = transactions.openScope();
        if (open.isEmpty()) {
            Tenant found = servable.require(tenant,
                    code -> begin(TransactionScope.control(true), () -> servable.load(code)));
            return begin(TransactionScope.tenant(found, readOnly), work);
        }
        if (!open.get().code().equals(Optional.of(tenant))) {
            throw new IllegalStateException("a transaction of " + open.get().code().map(TenantCode::value)
                    .orElse("the control schema") + " is open: work in " + tenant + " is refused");
        }
        if (open.get().readOnly() && !readOnly) {
            throw new IllegalStateException("a read-only transaction is open: writing is refused");
        }
        return work.get();
    }

    private <T> T inControl(boolean readOnly, Supplier<T> work) {
        Optional<TransactionScope> open = transactions.openScope();
        if (open.isEmpty()) {
            return begin(TransactionScope.control(readOnly), work);
        }
        if (open.get().tenant().isPresent()) {
            throw new IllegalStateException("a tenant's transaction is open: work in the control schema is refused");
        }
        if (open.get().readOnly() && !readOnly) {
            throw new IllegalStateException("a read-only transaction is open: writing is refused");
        }
        return work.get();
    }

    private <T> T begin(TransactionScope scope, Supplier<T> work) {
        try (PropagatedContext.Scope ignored = PropagatedContext.getOrEmpty().plus(scope).propagate()) {
            return transactions.execute(TransactionDefinition.DEFAULT, status -> {
                T result = work.get();
                scope.runBeforeCommit();
                return result;
            });
        }
    }

    @Override
    public <T> T attachment(Class<T> key, Supplier<T> fresh) {
        return requireWriting().attachment(key, fresh);
    }

    @Override
    public void beforeCommit(Runnable action) {
        requireWriting().beforeCommit(action);
    }

    @Override
    public void addBeforeCommit(Runnable inserts) {
        TransactionScope scope = requireWriting();
        if (scope.tenant().isEmpty()) {
            throw new IllegalStateException("no tenant's transaction is open");
        }
        scope.beforeCommit(() -> transactions.asApplication(scope, inserts));
    }

    @Override
    public <T> T observe(Supplier<T> work) {
        if (transactions.openScope().isPresent()) {
            throw new IllegalStateException("a transaction is open: observing is refused");
        }
        return begin(TransactionScope.observer(), work);
    }

    private TransactionScope requireWriting() {
        return transactions.openScope().filter(scope -> !scope.readOnly())
                .orElseThrow(() -> new IllegalStateException("no write transaction is open"));
    }
}
