package org.lantian.graphql;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.FluxSink;

import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;
import org.lantian.tenancy.event.Event;
import org.lantian.tenancy.event.Events;

/**
 * One open subscription after GraphQL over SSE, distinct connections mode: {@code next} for each event, {@code complete}
 * at the end, comments to keep the connection alive. It holds no transaction while it waits; who listens is checked again
 * for each event and each comment. Events that a slow client has not taken yet come once.
 */
final class EventStream {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final int LARGEST_BACKLOG = 1_000;

    private final GraphqlEngine engine;
    private final ErrorReports errors;
    private final ObjectMapper json;
    private final GraphqlRequest request;
    private final Supplier<RequestScope> listener;
    private final Locale language;
    private final Duration quiet;
    private final FluxSink<byte[]> sink;
    private final Set<Event> waiting = new LinkedHashSet<>();
    private boolean overflown;
    private boolean closed;

    EventStream(GraphqlEngine engine, ErrorReports errors, ObjectMapper json, GraphqlRequest request,
            Supplier<RequestScope> listener, Locale language, Duration quiet, FluxSink<byte[]> sink) {
        this.engine = engine;
        this.errors = errors;
        this.json = json;
        this.request = request;
        this.listener = listener;
        this.language = language;
        this.quiet = quiet;
        this.sink = sink;
    }

    /** Serves until the client goes, the subscription ends or the listener may no longer listen. */
    void run(Events events, RequestScope scope, Subscribed.Topic topic) {
        sink.onDispose(this::close);
        sink.onRequest(ignored -> wake());
        try (Events.Listening ignored = topic.fromLatest()
                ? events.listenFromLatest(scope.tenant(), topic.name(), topic.key(), this::add)
                : events.listen(scope.tenant(), topic.name(), topic.key(), this::add)) {
            send(": open\n\n");
            serve();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debug("a subscription ended", e);
            send(next(Map.of("errors", java.util.List.of(told(e)))));
        } finally {
            send("event: complete\ndata:\n\n");
            sink.complete();
        }
    }

    private void serve() throws InterruptedException {
        while (true) {
            Optional<Event> event = take();
            if (isClosed()) {
                return;
            }
            RequestScope scope = listener.get();
            if (event.isEmpty()) {
                send(": waiting\n\n");
                continue;
            }
            Subscribed answering = Subscribed.answering(event.get());
            ExecutionResult result = engine.execute(request, scope, language, answering);
            if (!answering.silent()) {
                send(next(result.toSpecification()));
            }
            if (answering.last()) {
                return;
            }
        }
    }

    private synchronized void add(Event event) {
        overflown = overflown || waiting.size() >= LARGEST_BACKLOG;
        if (!overflown) {
            waiting.add(event);
        }
        notifyAll();
    }

    /** The next event that the client can take; empty after a quiet while or once closed. */
    private synchronized Optional<Event> take() throws InterruptedException {
        long until = System.nanoTime() + quiet.toNanos();
        while (!closed && (waiting.isEmpty() || sink.requestedFromDownstream() == 0)) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return Optional.empty();
            }
            wait(left);
        }
        if (closed) {
            return Optional.empty();
        }
        if (overflown) {
            throw new DomainException(ErrorCategory.RESOURCE_EXHAUSTED, "EVENTS_LOST",
                    "积压的事件超过" + LARGEST_BACKLOG + "条，订阅已中断，请重新查询后再订阅。");
        }
        Event event = waiting.iterator().next();
        waiting.remove(event);
        return Optional.of(event);
    }

    private synchronized void close() {
        closed = true;
        notifyAll();
    }

    private synchronized void wake() {
        notifyAll();
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private Map<String, Object> told(RuntimeException fault) {
        ErrorReports.Told told = errors.tell(fault, language);
        return Map.of("message", told.text(), "extensions", told.extensions());
    }

    private String next(Map<String, Object> result) {
        try {
            return "event: next\ndata: " + json.writeValueAsString(result) + "\n\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(String text) {
        sink.next(text.getBytes(StandardCharsets.UTF_8));
    }
}
