package org.lantian.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import graphql.ExecutionResult;
import graphql.execution.AbstractAsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataLoaderDispatchStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
import graphql.execution.NonNullableFieldWasNullException;
import org.dataloader.DataLoader;

import org.lantian.tenancy.Tenants;

/**
 * Runs the root fields of a mutation one after the other: the act commits its own transaction, then the selection of
 * its payload is read in a read-only transaction of the same tenant, which is closed before the next root field. What
 * the loaders remember of the time before the act is forgotten.
 */
final class MutationStrategy extends AbstractAsyncExecutionStrategy {

    private final Tenants tenants;

    MutationStrategy(DataFetcherExceptionHandler errors, Tenants tenants) {
        super(errors);
        this.tenants = tenants;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(ExecutionContext context,
            ExecutionStrategyParameters parameters) throws NonNullableFieldWasNullException {
        List<String> names = List.copyOf(parameters.getFields().keySet());
        CompletableFuture<ExecutionResult> overall = new CompletableFuture<>();
        try {
            List<Object> values = new ArrayList<>();
            for (String name : names) {
                values.add(resolve(context, parameters, name));
            }
            handleResults(context, names, overall).accept(values, null);
        } catch (CompletionException e) {
            handleResults(context, names, overall).accept(null, e.getCause());
        } catch (RuntimeException e) {
            handleResults(context, names, overall).accept(null, e);
        }
        return overall;
    }

    private Object resolve(ExecutionContext context, ExecutionStrategyParameters parameters, String name) {
        var field = parameters.getFields().getSubField(name);
        ExecutionStrategyParameters own = parameters
                .transform(builder -> builder.field(field).path(parameters.getPath().segment(name)));
        DataLoaderDispatchStrategy loaders = context.getDataLoaderDispatcherStrategy();
        loaders.executionSerialStrategy(context, own);
        Object payload = joined(fetchField(context, own));
        loaders.finishedFetching(context, own);
        context.getDataLoaderRegistry().getDataLoaders().forEach(DataLoader::clearAll);
        RequestScope scope = context.getGraphQLContext().get(RequestScope.class);
        return tenants.read(scope.tenant(), () -> {
            FieldValueInfo value = completeField(context, own, payload);
            loaders.executionStrategyOnFieldValuesInfo(List.of(value), own);
            return value.isFutureValue() ? joined(value.getFieldValueFuture()) : value.getFieldValueObject();
        });
    }

    private static Object joined(Object value) {
        return value instanceof CompletableFuture<?> future ? future.join() : value;
    }
}
