package org.lantian.app;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.micronaut.core.propagation.PropagatedContext;
import org.jspecify.annotations.Nullable;

import org.lantian.common.Progress.Step;

/**
 * Shows where the work of a command stands, once a second: one line that is written over on a terminal, lines elsewhere.
 * Work that ends within a second shows nothing.
 */
final class ProgressLine {

    private static final String WRITE_OVER = "\r\u001B[K";

    private final PrintStream out;
    private final boolean terminal;
    private final AtomicReference<@Nullable Step> latest = new AtomicReference<>();
    private boolean shown;

    ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Does the work and shows its steps while it runs. */
    static <T> T showing(PrintStream out, Supplier<T> work) {
        ProgressLine line = new ProgressLine(out, System.console() != null && System.console().isTerminal());
        CountDownLatch done = new CountDownLatch(1);
        Thread showing = Thread.ofPlatform().daemon().name("progress").start(() -> line.showUntil(done));
        try (PropagatedContext.Scope ignored = PropagatedContext.getOrEmpty()
                .plus(new org.lantian.common.Progress(line::tell)).propagate()) {
            return work.get();
        } finally {
            done.countDown();
            await(showing);
            line.end();
        }
    }

    void tell(Step step) {
        latest.set(step);
    }

    /** Shows the latest step, unless it was shown already. */
    void show() {
        Step step = latest.getAndSet(null);
        if (step == null) {
            return;
        }
        out.print(terminal ? WRITE_OVER + step.text() : step.text() + System.lineSeparator());
        out.flush();
        shown = true;
    }

    /** Takes the line away, so that the command's own words stand alone. */
    void end() {
        if (terminal && shown) {
            out.print(WRITE_OVER);
            out.flush();
        }
    }

    private void showUntil(CountDownLatch done) {
        try {
            while (!done.await(1, TimeUnit.SECONDS)) {
                show();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
