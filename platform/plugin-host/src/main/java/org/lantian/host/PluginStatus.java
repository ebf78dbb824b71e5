package org.lantian.host;

import java.nio.file.Path;
import java.util.Optional;

import org.lantian.plugin.ProfileRef;

/**
 * What became of one zip.
 *
 * @param zip the file
 * @param sha256 SHA-256 of the zip, 64 lower-case hexadecimal digits; blank if it could not be read
 * @param ref id and version, if the zip got as far as telling them
 * @param code whether the zip contains classes
 * @param state what became of it
 * @param reason Chinese sentences that say why it is not active, one a line; blank for an active plugin
 */
public record PluginStatus(Path zip, String sha256, Optional<ProfileRef> ref, boolean code, State state,
        String reason) {

    /** The states of a plugin; PF4J's own are not shown. */
    public enum State {
        /** Its profile is resolved and can be used. */
        ACTIVE,
        /** It was not loaded. */
        REJECTED,
        /** Its code did not answer in time too often and is no longer called. */
        SUSPENDED
    }
}
