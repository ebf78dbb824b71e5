package org.lantian.graphql;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.lantian.tenancy.event.Event;

/**
 * Passed through one run of a subscription's document: its field either says what it listens to, or answers an event.
 * One thread uses it.
 */
final class Subscribed {

    /**
     * What a subscription listens to.
     *
     * @param fromLatest whether it first hears the latest event of the last minutes
     */
    record Topic(String name, String key, boolean fromLatest) {
    }

    private final @Nullable Event event;
    private @Nullable Topic topic;
    private boolean silent;
    private boolean last;

    private Subscribed(@Nullable Event event) {
        this.event = event;
    }

    static Subscribed asking() {
        return new Subscribed(null);
    }

    static Subscribed answering(Event event) {
        return new Subscribed(event);
    }

    Optional<Event> event() {
        return Optional.ofNullable(event);
    }

    Optional<Topic> topic() {
        return Optional.ofNullable(topic);
    }

    void listenTo(Topic found) {
        topic = found;
    }

    /** Whether the event is nothing to this listener. */
    boolean silent() {
        return silent;
    }

    void sayNothing() {
        silent = true;
    }

    /** Whether nothing comes after this event. */
    boolean last() {
        return last;
    }

    void end() {
        last = true;
    }
}
