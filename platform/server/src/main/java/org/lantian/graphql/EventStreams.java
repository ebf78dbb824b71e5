package org.lantian.graphql;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionResult;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;
import org.lantian.tenancy.TenantCode;
import org.lantian.tenancy.event.Events;

/** Opens event streams, a bounded number a tenant, each served by a virtual thread. */
@Singleton
final class EventStreams {

    private final GraphqlEngine engine;
    private final Events events;
    private final ErrorReports errors;
    private final ObjectMapper json;
    private final Duration quiet;
    private final int largest;
    private final Map<TenantCode, AtomicInteger> open = new ConcurrentHashMap<>();

    EventStreams(GraphqlEngine engine, Events events, ErrorReports errors, ObjectMapper json,
            @Value("${lantian.streams.quiet:15s}") Duration quiet, @Value("${lantian.streams.tenant:500}") int largest) {
        this.engine = engine;
        this.events = events;
        this.errors = errors;
        this.json = json;
        this.quiet = quiet;
        this.largest = largest;
    }

    /**
     * Answers a subscription with its stream, any other operation with a stream of its one result.
     *
     * @param listener who listens; asked again and again, throws if that user may no longer act
     */
    HttpResponse<?> open(GraphqlRequest request, Supplier<RequestScope> listener, Locale language) {
        RequestScope scope = listener.get();
        if (!request.subscription()) {
            ExecutionResult result = engine.execute(request, scope, language);
            return stream(Flux.just(bytes("event: next\ndata: " + text(result) + "\n\nevent: complete\ndata:\n\n")));
        }
        Subscribed asking = Subscribed.asking();
        ExecutionResult asked = engine.execute(request, scope, language, asking);
        if (asking.topic().isEmpty()) {
            return HttpResponse.badRequest(text(asked)).contentType(MediaType.APPLICATION_JSON_TYPE);
        }
        AtomicInteger count = open.computeIfAbsent(scope.tenant(), ignored -> new AtomicInteger());
        if (count.get() >= largest) {
            throw new DomainException(ErrorCategory.RESOURCE_EXHAUSTED, "TOO_MANY_STREAMS",
                    "同时打开的订阅不能超过" + largest + "个，请关闭不用的页面。");
        }
        return stream(Flux.create(sink -> Thread.ofVirtual().name("stream").start(() -> {
            count.incrementAndGet();
            try {
                new EventStream(engine, errors, json, request, listener, language, quiet, sink).run(events, scope,
                        asking.topic().get());
            } finally {
                count.decrementAndGet();
            }
        }), FluxSink.OverflowStrategy.BUFFER));
    }

    private static HttpResponse<?> stream(Flux<byte[]> chunks) {
        return HttpResponse.ok(chunks).contentType(MediaType.TEXT_EVENT_STREAM_TYPE).header("Cache-Control", "no-cache")
                .header("X-Accel-Buffering", "no");
    }

    private String text(ExecutionResult result) {
        try {
            return json.writeValueAsString(result.toSpecification());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
