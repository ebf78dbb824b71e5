package org.lantian.tck;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.lantian.plugin.ProfileRef;
import org.lantian.tck.PromiseResult.Outcome;

/**
 * What the kit found in one zip.
 *
 * @param sha256 SHA-256 of the zip, 64 lower-case hexadecimal digits; blank if it could not be read
 * @param ref id and version, if the zip got as far as telling them
 * @param hash hash of the resolved profile; empty if it could not be resolved
 * @param results one for each promise, in their order
 */
public record KitReport(Path zip, String sha256, Optional<ProfileRef> ref, Optional<String> hash,
        List<PromiseResult> results) {

    public KitReport {
        results = List.copyOf(results);
    }

    /** Whether every promise was checked and is kept. */
    public boolean passed() {
        return results.stream().allMatch(result -> result.outcome() == Outcome.KEPT);
    }

    public PromiseResult result(Promise promise) {
        return results.stream().filter(result -> result.promise() == promise).findFirst().orElseThrow();
    }

    /** Everything that is wrong, promise by promise. */
    public List<Fault> faults() {
        return results.stream().flatMap(result -> result.faults().stream()).toList();
    }
}
