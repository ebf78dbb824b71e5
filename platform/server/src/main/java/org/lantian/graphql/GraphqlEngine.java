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

import org.lantian.tenancy.Tenants;

/** The executable schema, put together from the features' wiring, and the way a request runs through it. */
@Singleton
public final class GraphqlEngine {

    private static final int LARGEST_DEPTH = 15;
    private static final int LARGEST_COMPLEXITY = 2_000;

    private final List<GraphqlFeature> features;
    private final Tenants tenants;
    private final GraphQLSchema schema;
    private final GraphQL graphql;

    @Inject
    GraphqlEngine(List<GraphqlFeature> features, List<Instrumentation> instrumentations, ErrorReports errors,
            Tenants tenants) {
        this(SchemaFiles.read(), features, instrumentations, errors, tenants);
    }

    GraphqlEngine(TypeDefinitionRegistry published, List<GraphqlFeature> features,
            List<Instrumentation> instrumentations, ErrorReports errors, Tenants tenants) {
        this.features = features;
        this.tenants = tenants;
        this.schema = new SchemaGenerator().makeExecutableSchema(published, wiring(features));
        List<Instrumentation> limits = List.of(new MaxQueryDepthInstrumentation(LARGEST_DEPTH),
                new MaxQueryComplexityInstrumentation(LARGEST_COMPLEXITY));
        this.graphql = GraphQL.newGraphQL(schema)
                .queryExecutionStrategy(new AsyncExecutionStrategy(errors))
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
        DataLoaderRegistry loaders = new DataLoaderRegistry();
        features.forEach(feature -> feature.registerLoaders(loaders));
        ExecutionInput input = ExecutionInput.newExecutionInput().query(request.query())
                .operationName(request.operationName().orElse(null)).variables(request.variables())
                .dataLoaderRegistry(loaders).locale(language)
                .graphQLContext(context -> context.of(RequestScope.class, scope)).build();
        DataLoaderDispatchingContextKeys.setEnableDataLoaderChaining(input.getGraphQLContext(), true);
        try (PropagatedContext.Scope ignored = PropagatedContext.getOrEmpty().plus(scope.actor()).propagate()) {
            if (request.mutation()) {
                return graphql.execute(input);
            }
            return tenants.read(scope.tenant(), () -> graphql.execute(input));
        }
    }
}
