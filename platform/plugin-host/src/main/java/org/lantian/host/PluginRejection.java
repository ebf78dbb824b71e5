package org.lantian.host;

/** Why a zip is not loaded, as a Chinese sentence. */
final class PluginRejection extends Exception {

    PluginRejection(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
