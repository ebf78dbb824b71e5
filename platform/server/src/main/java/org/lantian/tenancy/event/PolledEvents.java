package org.lantian.tenancy.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.micronaut.context.annotation.Value;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.lantian.tenancy.ControlRows;
import org.lantian.tenancy.ControlSchema;
import org.lantian.tenancy.TenantCode;
import org.lantian.tenancy.Tenants;

/**
 * Events as rows of the control schema, which every node reads a few times a second while somebody listens there. Ids
 * may become visible out of order; rows are therefore read again until they are a minute old, and remembered.
 */
@Singleton
class PolledEvents implements Events {

    private static final Logger LOG = LoggerFactory.getLogger(PolledEvents.class);
    private static final int OVERLAP = 1_000;
    private static final Duration CLEANING = Duration.ofMinutes(5);

    private final String node = UUID.randomUUID().toString();
    private final EventRows rows;
    private final ControlSchema control;
    private final ControlRows fromTenants;
    private final Tenants tenants;
    private final Map<Subject, List<Consumer<Event>>> listeners = new ConcurrentHashMap<>();
    private final Map<Subject, Event> unsent = new LinkedHashMap<>();
    private final Set<Long> seen = new HashSet<>();
    private final TaskScheduler scheduler;
    private final Duration poll;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile @Nullable ScheduledFuture<?> exchanging;
    private volatile @Nullable ScheduledFuture<?> cleaning;
    private long floor = -1;

    PolledEvents(EventRows rows, ControlSchema control, ControlRows fromTenants, Tenants tenants,
            @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler, @Value("${lantian.events.poll:300ms}") Duration poll) {
        this.scheduler = scheduler;
        this.poll = poll;
        this.rows = rows;
        this.control = control;
        this.fromTenants = fromTenants;
        this.tenants = tenants;
    }

    private record Subject(TenantCode tenant, String topic, String key) {
        static Subject of(Event event) {
            return new Subject(event.tenant(), event.topic(), event.key());
        }
    }

    @Override
    public void publish(String topic, String key, String payload) {
        Event event = new Event(tenants.requireCurrent().code(), topic, key, payload);
        fromTenants.addBeforeCommit(() -> rows.insert(event, ""));
    }

    @Override
    public void tell(Event event) {
        start();
        synchronized (unsent) {
            unsent.put(Subject.of(event), event);
        }
        dispatch(event);
    }

    @Override
    public Listening listen(TenantCode tenant, String topic, String key, Consumer<Event> listener) {
        start();
        Subject subject = new Subject(tenant, topic, key);
        synchronized (seen) {
            startReading();
            listeners.computeIfAbsent(subject, ignored -> new CopyOnWriteArrayList<>()).add(listener);
        }
        return () -> listeners.computeIfPresent(subject, (ignored, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    public Listening listenFromLatest(TenantCode tenant, String topic, String key, Consumer<Event> listener) {
        Listening listening = listen(tenant, topic, key, listener);
        latest(new Subject(tenant, topic, key)).ifPresent(listener);
        return listening;
    }

    private Optional<Event> latest(Subject subject) {
        synchronized (unsent) {
            if (unsent.containsKey(subject)) {
                return Optional.of(unsent.get(subject));
            }
        }
        return control.read(() -> rows.latest(subject.tenant(), subject.topic(), subject.key()));
    }

    /** Under the lock. What is there when the first listener comes has happened before it came. */
    private void startReading() {
        if (floor < 0) {
            control.read(() -> {
                floor = Math.max(0, rows.newest() - OVERLAP);
                rows.after(floor).forEach(row -> seen.add(row.id()));
                return floor;
            });
        }
    }

    @EventListener
    void served(ServerStartupEvent started) {
        start();
    }

    /** Exchanges from now on: in a server always, elsewhere once somebody listens or tells. */
    private void start() {
        if (running.compareAndSet(false, true)) {
            exchanging = scheduler.scheduleWithFixedDelay(poll, poll, this::exchange);
            cleaning = scheduler.scheduleWithFixedDelay(CLEANING, CLEANING, this::deleteOld);
        }
    }

    @PreDestroy
    void stop() {
        for (ScheduledFuture<?> one : new ScheduledFuture<?>[]{exchanging, cleaning}) {
            if (one != null) {
                one.cancel(false);
            }
        }
    }

    private void exchange() {
        try {
            send();
            receive();
        } catch (RuntimeException e) {
            LOG.warn("events were not exchanged: {}", e.getMessage());
        }
    }

    private void send() {
        List<Event> told;
        synchronized (unsent) {
            told = List.copyOf(unsent.values());
        }
        if (told.isEmpty()) {
            return;
        }
        control.write(() -> {
            told.forEach(event -> rows.insert(event, node));
            return told.size();
        });
        synchronized (unsent) {
            told.forEach(event -> unsent.remove(Subject.of(event), event));
        }
    }

    private void receive() {
        List<Event> fresh = new ArrayList<>();
        synchronized (seen) {
            if (listeners.isEmpty()) {
                floor = -1;
                seen.clear();
                return;
            }
            for (EventRows.Row row : control.read(() -> rows.after(floor))) {
                if (seen.add(row.id()) && !row.node().equals(node)) {
                    fresh.add(row.event());
                }
                if (row.settled()) {
                    floor = row.id();
                }
            }
            seen.removeIf(id -> id <= floor);
        }
        fresh.forEach(this::dispatch);
    }

    private void dispatch(Event event) {
        listeners.getOrDefault(Subject.of(event), List.of()).forEach(listener -> listener.accept(event));
    }

    private void deleteOld() {
        try {
            control.write(rows::deleteOld);
        } catch (RuntimeException e) {
            LOG.warn("old events were not deleted: {}", e.getMessage());
        }
    }
}
