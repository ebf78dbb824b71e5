package org.lantian.common;

import java.util.Optional;
import java.util.function.Consumer;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;

/**
 * Who is told how far the running work is; travels with it as {@link Actor} does. Work calls {@link #tell}, whether
 * anybody listens or not.
 */
public record Progress(Consumer<Step> listener) implements PropagatedContextElement {

    /**
     * Where work stands.
     *
     * @param step what is being done, in Chinese
     * @param done parts of the step that are done
     * @param total parts of the step; 0 where it has no countable parts
     * @param finished whether the whole work has ended, well or not
     */
    public record Step(String step, int done, int total, boolean finished) {
    }

    /** Tells of a step without countable parts. */
    public static void tell(String step) {
        tell(step, 0, 0);
    }

    /** Tells how many parts of a step are done. */
    public static void tell(String step, int done, int total) {
        current().ifPresent(progress -> progress.listener.accept(new Step(step, done, total, false)));
    }

    static Optional<Progress> current() {
        return PropagatedContext.getOrEmpty().find(Progress.class);
    }
}
