package org.lantian.graphql;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;
import org.lantian.common.Messages;

/**
 * Turns exceptions into GraphQL errors: a domain exception keeps its words or has them in English, anything else shows
 * only an id.
 */
@Singleton
final class ErrorReports implements DataFetcherExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorReports.class);

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Told told = tell(parameters.getException(), parameters.getDataFetchingEnvironment().getLocale());
        GraphQLError error = GraphqlErrorBuilder.newError(parameters.getDataFetchingEnvironment())
                .message("%s", told.text()).extensions(told.extensions()).build();
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    /** What a client is told. */
    record Told(String text, Map<String, Object> extensions) {
    }

    Told tell(Throwable thrown, Locale language) {
        return domain(thrown).or(() -> refused(thrown)).map(domain -> told(domain, language))
                .orElseGet(() -> internal(thrown, language));
    }

    private static Optional<DomainException> domain(Throwable error) {
        Throwable cause = error;
        while (cause != null && !(cause instanceof DomainException)) {
            cause = cause.getCause();
        }
        return Optional.ofNullable((DomainException) cause);
    }

    /** The client is told in words, the operator in the log. */
    private static Optional<DomainException> refused(Throwable error) {
        Optional<DomainException> refused = SqlFaults.find(error);
        refused.filter(fault -> fault.category() == ErrorCategory.UNAVAILABLE)
                .ifPresent(fault -> LOG.warn("the database is not available", error));
        return refused;
    }

    private static Told told(DomainException domain, Locale language) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", domain.code());
        extensions.put("category", domain.category().name());
        if (!domain.parameters().isEmpty()) {
            extensions.put("parameters", domain.parameters());
        }
        return new Told(Messages.in(language, domain.code(), domain.parameters(),
                String.valueOf(domain.getMessage())), extensions);
    }

    private static Told internal(Throwable error, Locale language) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        String id = UUID.randomUUID().toString();
        LOG.error("internal error {}", id, error);
        extensions.put("code", "INTERNAL_ERROR");
        extensions.put("category", ErrorCategory.INTERNAL.name());
        extensions.put("id", id);
        return new Told(Messages.in(language, "INTERNAL_ERROR", Map.of("id", id), "系统内部错误，编号 " + id + "。"),
                extensions);
    }
}
