package org.lantian.engine.reading;

/** Where a section stands on the common outline. */
public sealed interface Placement {

    /** On a node of the outline. */
    record Node(String code) implements Placement {
    }

    /** Beside the outline. */
    record Supplement(String reason) implements Placement {
    }
}
