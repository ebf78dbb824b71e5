package org.lantian.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionResult;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import org.jspecify.annotations.Nullable;

import org.lantian.common.DomainException;

/**
 * {@code /graphql} after the GraphQL-over-HTTP specification: POST, and GET for queries; and subscriptions after GraphQL
 * over SSE (distinct connections mode) for who accepts {@code text/event-stream}.
 */
@Controller("/graphql")
@Produces({MediaType.APPLICATION_JSON, GraphqlController.RESPONSE, MediaType.TEXT_EVENT_STREAM})
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class GraphqlController {

    static final String RESPONSE = "application/graphql-response+json";

    private final GraphqlEngine engine;
    private final SignedIn signedIn;
    private final EventStreams streams;
    private final ErrorReports errors;
    private final ObjectMapper json;

    GraphqlController(GraphqlEngine engine, SignedIn signedIn, EventStreams streams, ErrorReports errors, ObjectMapper json) {
        this.engine = engine;
        this.signedIn = signedIn;
        this.streams = streams;
        this.errors = errors;
        this.json = json;
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> post(HttpRequest<?> http, @Body String body, Authentication authentication) {
        if (http.getContentType().filter(type -> MediaType.APPLICATION_JSON.equals(type.getName())).isEmpty()) {
            return answer(modern(http), HttpStatus.UNSUPPORTED_MEDIA_TYPE, Map.of("errors", List.of(Map.of("message",
                    "请求的 Content-Type 必须是 application/json。"))));
        }
        if (http.getHeaders().accept().stream().anyMatch(MediaType.TEXT_EVENT_STREAM_TYPE::equals)) {
            return stream(http, authentication, body);
        }
        return respond(http, authentication, () -> parse(body));
    }

    @Get
    HttpResponse<String> get(HttpRequest<?> http, @QueryValue String query,
            @Nullable @QueryValue String operationName, @Nullable @QueryValue String variables,
            Authentication authentication) {
        return respond(http, authentication, () -> {
            GraphqlRequest request = new GraphqlRequest(query, Optional.ofNullable(operationName),
                    variables == null || variables.isBlank() ? Map.of() : variables(json(variables)), Optional.empty());
            if (request.mutation()) {
                throw DomainException.badRequest("MUTATION_BY_GET", "变更（mutation）必须用 POST 提交。");
            }
            return request;
        });
    }

    private HttpResponse<?> stream(HttpRequest<?> http, Authentication authentication, String body) {
        try {
            GraphqlRequest request = parse(body);
            return streams.open(request, () -> signedIn.require(authentication), PreferredLanguage.of(http));
        } catch (RuntimeException e) {
            return refused(http, e);
        }
    }

    private HttpResponse<String> respond(HttpRequest<?> http, Authentication authentication,
            java.util.function.Supplier<GraphqlRequest> request) {
        boolean modern = modern(http);
        Locale language = PreferredLanguage.of(http);
        try {
            ExecutionResult result = engine.execute(request.get(), signedIn.require(authentication), language);
            boolean refused = !result.isDataPresent();
            return answer(modern, refused && modern ? HttpStatus.BAD_REQUEST : HttpStatus.OK,
                    result.toSpecification());
        } catch (RuntimeException e) {
            return refused(http, e);
        }
    }

    private HttpResponse<String> refused(HttpRequest<?> http, RuntimeException fault) {
        ErrorReports.Told told = errors.tell(fault, PreferredLanguage.of(http));
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", told.text());
        error.put("extensions", told.extensions());
        return answer(modern(http), HttpErrors.status(told), Map.of("errors", List.of(error)));
    }

    private static boolean modern(HttpRequest<?> http) {
        return http.getHeaders().accept().stream().anyMatch(type -> RESPONSE.equals(type.getName()));
    }

    private GraphqlRequest parse(String body) {
        if (!(json(body) instanceof Map<?, ?> fields)) {
            throw invalidJson();
        }
        if (!(fields.get("query") instanceof String query)) {
            throw DomainException.badRequest("QUERY_MISSING", "请求体缺少 query 字段。");
        }
        Object operationName = fields.get("operationName");
        if (operationName != null && !(operationName instanceof String)) {
            throw DomainException.badRequest("OPERATION_NAME_INVALID", "operationName 必须是文本。");
        }
        return new GraphqlRequest(query, Optional.ofNullable((String) operationName),
                variables(fields.get("variables")), progress(fields.get("extensions")));
    }

    private static Optional<String> progress(@Nullable Object extensions) {
        return extensions instanceof Map<?, ?> given ? Optional.ofNullable(given.get("progress")).map(Object::toString)
                : Optional.empty();
    }

    private Map<String, Object> variables(@Nullable Object value) {
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map)) {
            throw DomainException.badRequest("VARIABLES_INVALID", "variables 必须是 JSON 对象。");
        }
        return json.convertValue(value, new TypeReference<>() {
        });
    }

    private @Nullable Object json(String text) {
        try {
            return json.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw invalidJson();
        }
    }

    private static DomainException invalidJson() {
        return DomainException.badRequest("JSON_INVALID", "请求不是有效的 JSON 对象。");
    }

    private HttpResponse<String> answer(boolean modern, HttpStatus status, Map<String, Object> body) {
        try {
            return HttpResponse.status(status).body(json.writeValueAsString(body))
                    .contentType(modern ? RESPONSE + ";charset=utf-8" : "application/json;charset=utf-8");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
