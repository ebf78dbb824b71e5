package org.lantian.plan.region;

import java.util.Optional;

/**
 * A plan read in from a file, waiting to be accepted.
 *
 * @param plan the plan that it became
 */
public record PlanReading(long id, long file, String fileName, String profile, String profileHash, String title,
        State state, Optional<Long> plan, int rowVersion) {

    /** What became of a reading. */
    public enum State {
        OPEN, ACCEPTED, REFUSED
    }
}
