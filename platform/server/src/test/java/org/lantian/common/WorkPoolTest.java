package org.lantian.common;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorkPoolTest {

    private final WorkPool pool = new WorkPool(1);

    @Test
    void aLongQueueOfOneTenantDoesNotKeepAnotherWaiting() throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch gate = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new CopyOnWriteArrayList<>();
            all.add(callers.submit(() -> pool.run("big", () -> {
                gate.await();
                return order.add("big");
            })));
            pool.awaitQueued(0);
            for (int i = 0; i < 20; i++) {
                all.add(callers.submit(() -> pool.run("big", () -> order.add("big"))));
            }
            pool.awaitQueued(20);
            all.add(callers.submit(() -> pool.run("small", () -> order.add("small"))));
            pool.awaitQueued(21);
            gate.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(order).hasSize(22);
        assertThat(order.indexOf("small")).isLessThanOrEqualTo(2);
    }

    @Test
    void whatTheWorkThrowsReachesTheCaller() {
        assertThatThrownBy(() -> pool.run("a", () -> {
            throw DomainException.notFound("X", "没有。");
        })).isInstanceOf(DomainException.class).hasMessage("没有。");
    }

    @Test
    void aClosedPoolRefuses() {
        pool.close();
        assertThatThrownBy(() -> pool.run("a", () -> 1)).isInstanceOf(DomainException.class);
    }
}
