package org.lantian.app;

import java.io.PrintStream;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tells which step of a long job runs and how long it took. */
final class Progress {

    private final PrintStream out;
    private final int steps;
    private int current;

    Progress(PrintStream out, int steps) {
        this.out = out;
        this.steps = steps;
    }

    /**
     * Runs a step.
     *
     * @param outcome words for its result
     */
    <T> T step(String title, Supplier<T> work, Function<T, String> outcome) {
        current++;
        out.print("[" + current + "/" + steps + "] " + title + " … ");
        out.flush();
        long start = System.nanoTime();
        T result = work.get();
        out.printf("%s（%.1f 秒）%n", outcome.apply(result), (System.nanoTime() - start) / 1e9);
        out.flush();
        return result;
    }
}
