package org.lantian.graphql;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;

import org.lantian.tenancy.event.Event;

/**
 * Makes fetchers of subscription fields. The document runs once when the stream is opened, for the field to say what it
 * listens to, and once for each event, in a transaction of its own.
 */
public final class SubscriptionFetchers {

    private SubscriptionFetchers() {
    }

    /**
     * Listens to events of one key.
     *
     * @param topic name of the events
     * @param key whose events; may refuse by throwing
     * @param payload the field's value for an event; empty if the event is nothing to this listener
     */
    public static <T> DataFetcher<Object> of(String topic, Function<DataFetchingEnvironment, String> key,
            BiFunction<DataFetchingEnvironment, Event, Optional<T>> payload) {
        return fetcher(environment -> new Subscribed.Topic(topic, key.apply(environment), false), payload, ignored -> false);
    }

    /** As {@link #of}, but begins with the latest event and ends after a value for which {@code last} holds. */
    static <T> DataFetcher<Object> untilLast(String topic, Function<DataFetchingEnvironment, String> key,
            BiFunction<DataFetchingEnvironment, Event, Optional<T>> payload, Predicate<T> last) {
        return fetcher(environment -> new Subscribed.Topic(topic, key.apply(environment), true), payload, last);
    }

    private static <T> DataFetcher<Object> fetcher(Function<DataFetchingEnvironment, Subscribed.Topic> topic,
            BiFunction<DataFetchingEnvironment, Event, Optional<T>> payload, Predicate<T> last) {
        return environment -> {
            Subscribed subscribed = environment.getGraphQlContext().get(Subscribed.class);
            if (subscribed.event().isEmpty()) {
                subscribed.listenTo(topic.apply(environment));
                return Optional.empty();
            }
            Optional<T> value = payload.apply(environment, subscribed.event().get());
            if (value.isEmpty()) {
                subscribed.sayNothing();
            } else if (last.test(value.get())) {
                subscribed.end();
            }
            return value;
        };
    }
}
