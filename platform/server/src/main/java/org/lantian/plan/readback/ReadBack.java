package org.lantian.plan.readback;

import java.time.OffsetDateTime;

/**
 * A file that was read back into a plan.
 *
 * @param knownExport whether it is known which state of the plan the file was made from; otherwise it is compared with
 *     the plan as it stood when it was read
 */
public record ReadBack(long id, long plan, long file, String fileName, boolean knownExport, String actor,
        OffsetDateTime createdAt) {
}
