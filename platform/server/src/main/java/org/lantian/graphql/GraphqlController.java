package org.lantian.graphql;

import java.util.LinkedHashMap;
import java.util.List;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import org.jspecify.annotations.Nullable;

import org.lantian.common.DomainException;

/** {@code /graphql} after the GraphQL-over-HTTP specification: POST, and GET for queries. */
@Controller("/graphql")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class GraphqlController {

    private static final String RESPONSE = "application/graphql-response+json";

    private final GraphqlEngine engine;
    private final SignedIn signedIn;
    private final ErrorReports errors;
    private final ObjectMapper json;

    GraphqlController(GraphqlEngine engine, SignedIn signedIn, ErrorReports errors, ObjectMapper json) {
        this.engine = engine;
        this.signedIn = signedIn;
        this.errors = errors;
        this.json = json;
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<String> post(HttpRequest<?> http, @Body String body, Authentication authentication) {
        return respond(http, authentication, () -> parse(body));
    }

    @Get
    HttpResponse<String> get(HttpRequest<?> http, @QueryValue String query,
            @Nullable @QueryValue String operationName, @Nullable @QueryValue String variables,
            Authentication authentication) {
        return respond(http, authentication, () -> {
            GraphqlRequest request = new GraphqlRequest(query, Optional.ofNullable(operationName),
                    variables == null ? Map.of() : map(variables));
            if (request.mutation()) {
                throw DomainException.badRequest("MUTATION_BY_GET", "变更（mutation）必须用 POST 提交。");
            }
            return request;
        });
    }

    private HttpResponse<String> respond(HttpRequest<?> http, Authentication authentication,
            java.util.function.Supplier<GraphqlRequest> request) {
        boolean modern = http.getHeaders().accept().stream().anyMatch(type -> RESPONSE.equals(type.getName()));
        try {
            ExecutionResult result = engine.execute(request.get(), signedIn.require(authentication));
            boolean refused = !result.isDataPresent();
            return answer(modern, refused && modern ? HttpStatus.BAD_REQUEST : HttpStatus.OK,
                    result.toSpecification());
        } catch (RuntimeException e) {
            ErrorReports.Told told = errors.tell(e);
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("message", told.text());
            error.put("extensions", told.extensions());
            return answer(modern, HttpErrors.status(told), Map.of("errors", List.of(error)));
        }
    }

    private GraphqlRequest parse(String body) {
        Map<String, Object> fields = map(body);
        if (!(fields.get("query") instanceof String query)) {
            throw DomainException.badRequest("QUERY_MISSING", "请求体缺少 query 字段。");
        }
        Object variables = fields.get("variables");
        if (variables != null && !(variables instanceof Map)) {
            throw DomainException.badRequest("VARIABLES_INVALID", "variables 必须是 JSON 对象。");
        }
        Map<String, Object> named = variables == null ? Map.of() : json.convertValue(variables, new TypeReference<>() {
        });
        return new GraphqlRequest(query, Optional.ofNullable((String) fields.get("operationName")), named);
    }

    private Map<String, Object> map(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {
            });
        } catch (JsonProcessingException e) {
            throw DomainException.badRequest("JSON_INVALID", "请求不是有效的 JSON 对象。");
        }
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
