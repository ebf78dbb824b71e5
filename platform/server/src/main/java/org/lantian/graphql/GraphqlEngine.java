package org.lantian.graphql;

import java.util.List;
import java.util.Locale;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.dataloader.DataLoaderDispatchingContextKeys;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.TypeDefinitionRegistry;
import io.micronaut.core.propagation.PropagatedContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.dataloader.DataLoaderRegistry;

import org.lantian.common.DomainException;
import org.lantian.tenancy.Tenants;

/** The executable schema, put together from the features' wiring, and the way a request runs through it. */
@Singleton
public final class GraphqlEngine {

    private static final int LARGEST_DEPTH = 15;
    private static final int LARGEST_COMPLEXITY = 2_000;

    private final List<GraphqlFeature> features;
    private final Tenants tenants;
    private final RequestProgress progresses;
    private final GraphQLSchema schema;
    private final GraphQL graphql;

    @Inject
    GraphqlEngine(List<GraphqlFeature> features, List<Instrumentation> instrumentations, ErrorReports errors,
            Tenants tenants, RequestProgress progresses) {
        this(SchemaFiles.read(), features, instrumentations, errors, tenants, progresses);
    }

    GraphqlEngine(TypeDefinitionRegistry published, List<GraphqlFeature> features,
            List<Instrumentation> instrumentations, ErrorReports errors, Tenants tenants,
            RequestProgress progresses) {
        this.features = features;
        this.tenants = tenants;
        this.progresses = progresses;
        this.schema = new SchemaGenerator().makeExecutableSchema(published, wiring(features));
        List<Instrumentation> limits = List.of(new MaxQueryDepthInstrumentation(LARGEST_DEPTH),
                new MaxQueryComplexityInstrumentation(LARGEST_COMPLEXITY));
        this.graphql = GraphQL.newGraphQL(schema)
                .queryExecutionStrategy(new AsyncExecutionStrategy(errors))
                .subscriptionExecutionStrategy(new AsyncExecutionStrategy(errors))
                .mutationExecutionStrategy(new MutationStrategy(errors, tenants))
                .instrumentation(new ChainedInstrumentation(
                        java.util.stream.Stream.concat(limits.stream(), instrumentations.stream()).toList()))
                .build();
    }

    static RuntimeWiring wiring(List<GraphqlFeature> features) {
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring().scalar(Scalars.DECIMAL).scalar(Scalars.DATE)
                .scalar(Scalars.DATE_TIME);
        features.forEach(feature -> feature.wire(wiring));
        return wiring.build();
    }

    public GraphQLSchema schema() {
        return schema;
    }

    /**
     * Runs a request: a query inside one read-only transaction, a mutation with one transaction a root field.
     *
     * @param language of the errors' sentences
     */
    public ExecutionResult execute(GraphqlRequest request, RequestScope scope, Locale language) {
        if (request.subscription()) {
            throw DomainException.badRequest("SUBSCRIPTION_NEEDS_STREAM",
                    "订阅（subscription）必须用 POST 提交，并在 Accept 中写明 text/event-stream。");
        }
        try (PropagatedContext.Scope ignored = PropagatedContext.getOrEmpty().plus(scope.actor()).propagate()) {
            if (request.mutation()) {
                return progresses.following(request, scope, () -> graphql.execute(input(request, scope, language)));
            }
            return tenants.read(scope.tenant(), () -> graphql.execute(input(request, scope, language)));
        }
    }

    /**
     * Runs a subscription's document in one read-only transaction: without an event to learn what it listens to, and
     * once for each event.
     */
    ExecutionResult execute(GraphqlRequest request, RequestScope scope, Locale language, Subscribed subscribed) {
        ExecutionInput input = input(request, scope, language)
                .transform(builder -> builder.graphQLContext(context -> context.of(Subscribed.class, subscribed)));
        try (PropagatedContext.Scope ignored = PropagatedContext.getOrEmpty().plus(scope.actor()).propagate()) {
            return tenants.read(scope.tenant(), () -> graphql.execute(input));
        }
    }

    private ExecutionInput input(GraphqlRequest request, RequestScope scope, Locale language) {
        DataLoaderRegistry loaders = new DataLoaderRegistry();
        features.forEach(feature -> feature.registerLoaders(loaders));
        ExecutionInput input = ExecutionInput.newExecutionInput().query(request.query())
                .operationName(request.operationName().orElse(null)).variables(request.variables())
                .dataLoaderRegistry(loaders).locale(language)
                .graphQLContext(context -> context.of(RequestScope.class, scope)).build();
        DataLoaderDispatchingContextKeys.setEnableDataLoaderChaining(input.getGraphQLContext(), true);
        return input;
    }
}
