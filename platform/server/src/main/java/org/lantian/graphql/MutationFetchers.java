package org.lantian.graphql;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.schema.DataFetcher;
import jakarta.inject.Singleton;

import org.lantian.common.Messages;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.tenancy.Tenants;

/**
 * Makes fetchers of mutations: the {@code input} argument becomes a record, the work runs in one write transaction that
 * is committed before the payload's selection is read, and {@link UserErrorsException} rolls back and becomes the
 * payload's {@code userErrors}.
 */
@Singleton
public final class MutationFetchers {

    private final Tenants tenants;
    private final ObjectMapper json;

    MutationFetchers(Tenants tenants, ObjectMapper json) {
        this.tenants = tenants;
        this.json = json;
    }

    /**
     * @param input record of the input type
     * @param work the act itself
     * @param refused payload for the user's mistakes
     */
    public <I, P> DataFetcher<P> of(Class<I> input, Function<I, P> work, Function<List<UserError>, P> refused) {
        return environment -> {
            I given = json.convertValue(environment.getArgument("input"), input);
            try {
                return tenants.write(RequestScope.of(environment).tenant(), () -> work.apply(given));
            } catch (UserErrorsException e) {
                return refused.apply(
                        e.errors().stream().map(error -> Messages.in(environment.getLocale(), error)).toList());
            }
        };
    }
}
