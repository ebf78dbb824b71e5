package org.lantian.tenancy.event;

import java.util.function.Consumer;

import org.lantian.tenancy.TenantCode;

/** Tells listeners on every node what happened in a tenant; what was told twice may come once. */
public interface Events {

    /**
     * Publishes from the open write transaction: listeners hear of it once that has committed, and not at all if it
     * rolls back.
     */
    void publish(String topic, String key, String payload);

    /** Tells at once and outside of any transaction; of several with one key only the latest need arrive. */
    void tell(Event event);

    /** Listens to one key; a listener is called on a thread of its caller's node and must not wait. */
    Listening listen(TenantCode tenant, String topic, String key, Consumer<Event> listener);

    /** As {@link #listen}, and first hears the latest of the last minutes, if there is one. */
    Listening listenFromLatest(TenantCode tenant, String topic, String key, Consumer<Event> listener);

    /** Listens until closed. */
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
