package org.lantian.graphql;

import java.util.LinkedHashMap;
import java.util.Map;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

import org.lantian.common.ErrorCategory;

/** Answers plain HTTP requests that failed: a domain error in its own words, anything else by an id alone. */
@Singleton
@Produces
final class HttpErrors implements ExceptionHandler<Throwable, HttpResponse<Map<String, Object>>> {

    private final ErrorReports errors;

    HttpErrors(ErrorReports errors) {
        this.errors = errors;
    }

    @Override
    public HttpResponse<Map<String, Object>> handle(HttpRequest request, Throwable error) {
        ErrorReports.Told told = errors.tell(error, PreferredLanguage.of(request));
        Map<String, Object> body = new LinkedHashMap<>(told.extensions());
        body.put("message", told.text());
        return HttpResponse.<Map<String, Object>>status(status(told)).body(body);
    }

    static HttpStatus status(ErrorReports.Told told) {
        return switch (ErrorCategory.valueOf((String) told.extensions().get("category"))) {
            case BAD_REQUEST, FAILED_PRECONDITION -> HttpStatus.BAD_REQUEST;
            case CONFLICT -> HttpStatus.CONFLICT;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case RESOURCE_EXHAUSTED -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE, DEADLINE_EXCEEDED -> HttpStatus.SERVICE_UNAVAILABLE;
            case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
