package org.lantian.plan.graphql;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.lantian.common.UserError;
import org.lantian.engine.sheet.CellValue.Precision;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.graphql.MutationFetchers;
import org.lantian.plan.measure.Measure;
import org.lantian.plan.measure.MeasureSuggestion;
import org.lantian.plan.measure.MeasureSuggestions;

/** Suggested measures and their acceptance. */
@Singleton
final class SuggestionFeature implements GraphqlFeature {

    private final MeasureSuggestions suggestions;
    private final MutationFetchers mutations;

    SuggestionFeature(MeasureSuggestions suggestions, MutationFetchers mutations) {
        this.suggestions = suggestions;
        this.mutations = mutations;
    }

    private record AcceptInput(String clusterId, @Nullable Set<String> keys, LocalDate deadline, @Nullable String deadlineText,
            @Nullable Precision deadlinePrecision) {
    }

    private record AcceptPayload(List<Measure> measures, List<UserError> userErrors) {
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("measureSuggestions",
                environment -> suggestions.list(GlobalId.parse("Cluster", environment.getArgument("clusterId")))));
        wiring.type("Mutation", type -> type.dataFetcher("acceptMeasureSuggestions",
                mutations.of(AcceptInput.class, this::accept, errors -> new AcceptPayload(List.of(), errors))));
        wiring.type("MeasureSuggestion", type -> type
                .dataFetcher("cluster", LedgerRefs.cluster(environment -> suggestion(environment).cluster()))
                .dataFetcher("enterprise", LedgerRefs.enterprise(environment -> suggestion(environment).enterprise()))
                .dataFetcher("upgradeType", environment -> suggestion(environment).type())
                .dataFetcher("tasks", environment -> MeasureFeature.tasks(
                        aspect -> suggestion(environment).tasks().getOrDefault(aspect, "")))
                .dataFetcher("findingIds", environment -> suggestion(environment).findings().stream()
                        .map(id -> GlobalId.of("Finding", id)).toList())
                .dataFetcher("measureId",
                        environment -> suggestion(environment).measure().map(id -> GlobalId.of("Measure", id))));
    }

    private AcceptPayload accept(AcceptInput input) {
        return new AcceptPayload(suggestions.accept(GlobalId.parse("Cluster", input.clusterId()),
                Optional.ofNullable(input.keys()).orElse(Set.of()),
                MeasureFields.deadline(input.deadline(), input.deadlineText(), input.deadlinePrecision())), List.of());
    }

    private static MeasureSuggestion suggestion(DataFetchingEnvironment environment) {
        return environment.getSource();
    }
}
