package org.lantian.profile.graphql;

import java.util.Optional;

import org.lantian.host.PluginStatus;
import org.lantian.plugin.ProfileRef;

/** A plugin as the API shows it; the file's folder is nobody's business. */
record PluginView(String file, Optional<String> profile, String sha256, boolean code, PluginStatus.State state,
        String reason) {

    static PluginView of(PluginStatus status) {
        return new PluginView(String.valueOf(status.zip().getFileName()), status.ref().map(ProfileRef::toString),
                status.sha256(), status.code(), status.state(), status.reason());
    }
}
