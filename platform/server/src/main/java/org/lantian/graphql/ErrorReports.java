package org.lantian.graphql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

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

/** Turns exceptions into GraphQL errors: a domain exception keeps its words, anything else shows only an id. */
@Singleton
final class ErrorReports implements DataFetcherExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorReports.class);

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Told told = tell(parameters.getException());
        GraphQLError error = GraphqlErrorBuilder.newError(parameters.getDataFetchingEnvironment())
                .message("%s", told.text()).extensions(told.extensions()).build();
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    /** What a client is told. */
    record Told(String text, Map<String, Object> extensions) {
    }

    Told tell(Throwable thrown) {
        Throwable error = thrown;
        while (error instanceof CompletionException && error.getCause() != null) {
            error = error.getCause();
        }
        Throwable cause = error;
        while (cause != null && !(cause instanceof DomainException)) {
            cause = cause.getCause();
        }
        Map<String, Object> extensions = new LinkedHashMap<>();
        if (cause instanceof DomainException domain) {
            extensions.put("code", domain.code());
            extensions.put("category", domain.category().name());
            if (!domain.parameters().isEmpty()) {
                extensions.put("parameters", domain.parameters());
            }
            return new Told(domain.getMessage(), extensions);
        }
        if (timedOut(error)) {
            extensions.put("code", "STATEMENT_TIMEOUT");
            extensions.put("category", ErrorCategory.DEADLINE_EXCEEDED.name());
            return new Told("查询超过时限，请缩小范围后重试。", extensions);
        }
        String id = UUID.randomUUID().toString();
        LOG.error("internal error {}", id, error);
        extensions.put("code", "INTERNAL_ERROR");
        extensions.put("category", ErrorCategory.INTERNAL.name());
        extensions.put("id", id);
        return new Told("系统内部错误，编号 " + id + "。", extensions);
    }

    private static boolean timedOut(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.sql.SQLException sql && "57014".equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
