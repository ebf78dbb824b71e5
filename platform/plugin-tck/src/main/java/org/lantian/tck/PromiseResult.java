package org.lantian.tck;

import java.util.List;

/**
 * What became of one promise.
 *
 * @param faults what is wrong; empty unless the promise is BROKEN
 */
public record PromiseResult(Promise promise, Outcome outcome, List<Fault> faults) {

    /** Outcome of a check. */
    public enum Outcome {
        KEPT, BROKEN,
        /** Could not be checked because the plugin could not be read. */
        UNCHECKED
    }

    public PromiseResult {
        faults = List.copyOf(faults);
    }
}
