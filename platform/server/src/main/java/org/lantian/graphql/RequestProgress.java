package org.lantian.graphql;

import java.util.Optional;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.micronaut.core.propagation.PropagatedContext;
import jakarta.inject.Singleton;

import org.lantian.common.DomainException;
import org.lantian.common.Progress;
import org.lantian.tenancy.event.Event;
import org.lantian.tenancy.event.Events;

/** Tells subscribers how far a request is that named itself; the steps are what its work tells by {@link Progress}. */
@Singleton
final class RequestProgress implements GraphqlFeature {

    private static final String TOPIC = "progress";

    private final Events events;
    private final ObjectMapper json;

    RequestProgress(Events events, ObjectMapper json) {
        this.events = events;
        this.json = json;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Subscription", type -> type.dataFetcher("progress", SubscriptionFetchers.untilLast(TOPIC,
                RequestProgress::id, (environment, event) -> Optional.of(step(event)), Progress.Step::finished)));
    }

    /** Runs the work; it has finished for its subscribers when it ends, well or not. */
    <T> T following(GraphqlRequest request, RequestScope scope, Supplier<T> work) {
        if (request.progress().isEmpty()) {
            return work.get();
        }
        String id = valid(request.progress().get());
        Progress progress = new Progress(step -> tell(scope, id, step));
        try (PropagatedContext.Scope ignored = PropagatedContext.getOrEmpty().plus(progress).propagate()) {
            return work.get();
        } finally {
            tell(scope, id, new Progress.Step("完成", 1, 1, Optional.empty(), true));
        }
    }

    private void tell(RequestScope scope, String id, Progress.Step step) {
        try {
            events.tell(new Event(scope.tenant(), TOPIC, id, json.writeValueAsString(step)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Progress.Step step(Event event) {
        try {
            return json.readValue(event.payload(), Progress.Step.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String id(DataFetchingEnvironment environment) {
        return valid(environment.getArgument("id"));
    }

    private static String valid(String id) {
        if (!id.matches("[A-Za-z0-9_-]{8,64}")) {
            throw DomainException.badRequest("PROGRESS_ID_INVALID", "进度编号须为 8 至 64 个字母、数字、“-”或“_”，建议用随机的 UUID。");
        }
        return id;
    }
}
