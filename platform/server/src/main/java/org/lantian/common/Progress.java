package org.lantian.common;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;

/**
 * Who is told how far the running work is; travels with it as {@link Actor} does. Work calls {@link #tell}, whether
 * anybody listens or not.
 */
public record Progress(Consumer<Step> listener) implements PropagatedContextElement {

    private static final int SOME = 1_000;

    /**
     * Where work stands.
     *
     * @param step what is being done, in Chinese
     * @param done parts of the step that are done
     * @param total parts of the step; 0 where it has no countable parts, or where their number is not known yet
     * @param unit what the parts are, for example 行 or 家; empty where they are not counted
     * @param finished whether the whole work has ended, well or not
     */
    public record Step(String step, int done, int total, Optional<String> unit, boolean finished) {

        /** The step in words, for example 读取 12,000/20,000 行. */
        public String text() {
            String of = total > 0 ? String.format(Locale.ROOT, "/%,d", total) : "";
            String counted = done == 0 && total == 0 ? "" : String.format(Locale.ROOT, " %,d", done) + of;
            return step + counted + unit.map(word -> " " + word).orElse("");
        }
    }

    /** Tells of a step without countable parts. */
    public static void tell(String step) {
        tell(new Step(step, 0, 0, Optional.empty(), false));
    }

    /** Tells how many parts of a step are done. */
    public static void tell(String step, int done, int total) {
        tell(new Step(step, done, total, Optional.empty(), false));
    }

    /** The same, with a word for the parts. */
    public static void tell(String step, int done, int total, String unit) {
        tell(new Step(step, done, total, Optional.of(unit), false));
    }

    /** Tells of every thousandth part and of the last one, so that telling costs nothing beside the work. */
    public static void tellSome(String step, int done, int total, String unit) {
        if (done % SOME == 0 || done == total) {
            tell(step, done, total, unit);
        }
    }

    private static void tell(Step step) {
        current().ifPresent(progress -> progress.listener.accept(step));
    }

    static Optional<Progress> current() {
        return PropagatedContext.getOrEmpty().find(Progress.class);
    }
}
