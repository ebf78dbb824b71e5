package org.lantian.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import io.micronaut.core.propagation.PropagatedContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Work of more than about 50 ms of CPU: parsing, checking, rendering. A bounded number of platform threads takes turns
 * among the callers' keys (tenants), so that one city's long queue does not keep the others waiting. Work here knows its
 * {@link Actor} and its {@link Progress}, and cannot touch the database: the transaction belongs to the waiting thread and stays there.
 */
@Singleton
public final class WorkPool {

    private final Map<String, Deque<Runnable>> queues = new HashMap<>();
    private final Deque<String> turns = new ArrayDeque<>();
    private boolean closed;
    private boolean started;

    @Inject
    public WorkPool() {
        this(Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    WorkPool(int threads) {
        for (int i = 0; i < threads; i++) {
            Thread.ofPlatform().daemon().name("work-" + i).start(this::work);
        }
    }

    /**
     * Runs the work on the pool and waits for it.
     *
     * @param key whose turn it is, usually the tenant's code
     * @return what the work returns
     */
    public <T> T run(String key, Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable wrapped = withoutTransaction().wrap(() -> complete(work, result));
        synchronized (queues) {
            if (closed) {
                throw new DomainException(ErrorCategory.UNAVAILABLE, "STOPPING", "系统正在停止，请稍后重试。");
            }
            Deque<Runnable> queue = queues.computeIfAbsent(key, ignored -> {
                turns.addLast(key);
                return new ArrayDeque<>();
            });
            queue.addLast(wrapped);
            queues.notifyAll();
        }
        return join(result);
    }

    private static PropagatedContext withoutTransaction() {
        PropagatedContext actor = PropagatedContext.getOrEmpty().find(Actor.class)
                .map(PropagatedContext.empty()::plus).orElse(PropagatedContext.empty());
        return Progress.current().map(actor::plus).orElse(actor);
    }

    private static <T> void complete(Callable<T> work, CompletableFuture<T> result) {
        try {
            result.complete(work.call());
        } catch (Throwable e) {
            result.completeExceptionally(e);
        }
    }

    private static <T> T join(CompletableFuture<T> result) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DomainException(ErrorCategory.UNAVAILABLE, "INTERRUPTED", "操作被中断，请重试。");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    private void work() {
        while (true) {
            Runnable next;
            synchronized (queues) {
                while (turns.isEmpty() && !closed) {
                    try {
                        queues.wait();
                    } catch (InterruptedException e) {
                        return;
                    }
                }
                if (turns.isEmpty()) {
                    return;
                }
                next = take();
                started = true;
                queues.notifyAll();
            }
            next.run();
        }
    }

    private Runnable take() {
        String key = turns.removeFirst();
        Deque<Runnable> queue = queues.get(key);
        Runnable next = queue.removeFirst();
        if (queue.isEmpty()) {
            queues.remove(key);
        } else {
            turns.addLast(key);
        }
        return next;
    }

    /** Waits until exactly so many pieces of work are queued and none was left to take up. */
    void awaitQueued(int count) throws InterruptedException {
        synchronized (queues) {
            while (queues.values().stream().mapToInt(Deque::size).sum() != count || !started) {
                queues.wait();
            }
        }
    }

    @PreDestroy
    void close() {
        synchronized (queues) {
            closed = true;
            queues.notifyAll();
        }
    }
}
