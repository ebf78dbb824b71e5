package org.lantian.tenancy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.micronaut.core.propagation.PropagatedContextElement;

/** Where the open transaction may look, and what hangs on it until it commits. One thread uses it. */
final class TransactionScope implements PropagatedContextElement {

    private final Optional<Tenant> tenant;
    private final boolean readOnly;
    private final boolean observer;
    private final Map<Object, Object> attachments = new HashMap<>();
    private final List<Runnable> beforeCommit = new ArrayList<>();

    private TransactionScope(Optional<Tenant> tenant, boolean readOnly, boolean observer) {
        this.tenant = tenant;
        this.readOnly = readOnly;
        this.observer = observer;
    }

    static TransactionScope tenant(Tenant tenant, boolean readOnly) {
        return new TransactionScope(Optional.of(tenant), readOnly, false);
    }

    static TransactionScope control(boolean readOnly) {
        return new TransactionScope(Optional.empty(), readOnly, false);
    }

    static TransactionScope observer() {
        return new TransactionScope(Optional.empty(), true, true);
    }

    /** Whether an observer's role is taken, which is neither a tenant's nor the application's. */
    boolean isObserver() {
        return observer;
    }

    Optional<TenantCode> code() {
        return tenant.map(Tenant::code);
    }

    Optional<Tenant> tenant() {
        return tenant;
    }

    boolean readOnly() {
        return readOnly;
    }

    @SuppressWarnings("unchecked")
    <T> T attachment(Class<T> key, Supplier<T> fresh) {
        return (T) attachments.computeIfAbsent(key, ignored -> fresh.get());
    }

    void beforeCommit(Runnable action) {
        beforeCommit.add(action);
    }

    /** Runs the actions in their order; one may add further ones. */
    void runBeforeCommit() {
        for (int i = 0; i < beforeCommit.size(); i++) {
            beforeCommit.get(i).run();
        }
    }
}
