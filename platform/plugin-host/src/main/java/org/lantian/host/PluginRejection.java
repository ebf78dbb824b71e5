package org.lantian.host;

/** Why a zip is not used, as a Chinese sentence. */
final class PluginRejection extends Exception {

    private final PluginStatus.State state;

    PluginRejection(String reason) {
        this(PluginStatus.State.REJECTED, reason);
    }

    private PluginRejection(PluginStatus.State state, String reason) {
        super(reason);
        this.state = state;
    }

    /** Its code did not answer in time too often. */
    static PluginRejection suspending(String reason) {
        return new PluginRejection(PluginStatus.State.SUSPENDED, reason);
    }

    PluginStatus.State state() {
        return state;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
