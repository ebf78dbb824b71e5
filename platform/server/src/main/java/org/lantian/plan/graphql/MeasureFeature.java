package org.lantian.plan.graphql;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.dataloader.DataLoaderRegistry;

import org.lantian.common.UserError;
import org.lantian.diagnosis.Findings;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.graphql.MutationFetchers;
import org.lantian.plan.draft.MeasureFacts.Part;
import org.lantian.plan.draft.MeasureFacts.Reduction;
import org.lantian.plan.measure.Measure;
import org.lantian.plan.measure.Measures;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.TaskAspect;

/** Reading and changing measures. */
@Singleton
final class MeasureFeature implements GraphqlFeature {

    private final Measures measures;
    private final MutationFetchers mutations;
    private final Findings findings;

    MeasureFeature(Measures measures, MutationFetchers mutations, Findings findings) {
        this.findings = findings;
        this.measures = measures;
        this.mutations = mutations;
    }

    private record CreateInput(MeasureFields measure) {
    }

    private record ReviseInput(String id, int rowVersion, MeasureFields measure) {
    }

    private record LinkInput(String id, int rowVersion, List<String> findingIds) {
    }

    private record DeleteInput(String id, int rowVersion) {
    }

    private record Payload(Optional<Measure> measure, List<UserError> userErrors) {
        static Payload of(Measure measure) {
            return new Payload(Optional.of(measure), List.of());
        }

        static Payload refused(List<UserError> errors) {
            return new Payload(Optional.empty(), errors);
        }
    }

    private record DeletePayload(Optional<String> deletedId, List<UserError> userErrors) {
    }

    private record Task(TaskAspect aspect, String text) {
    }

    private record PartView(Pollutant pollutant, Part part) {
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> type
                .dataFetcher("createMeasure", mutations.of(CreateInput.class,
                        input -> Payload.of(measures.create(input.measure().read())), Payload::refused))
                .dataFetcher("reviseMeasure", mutations.of(ReviseInput.class,
                        input -> Payload.of(measures.revise(GlobalId.parse("Measure", input.id()), input.rowVersion(),
                                input.measure().read())),
                        Payload::refused))
                .dataFetcher("linkMeasureFindings", mutations.of(LinkInput.class, this::link, Payload::refused))
                .dataFetcher("deleteMeasure", mutations.of(DeleteInput.class, this::delete,
                        errors -> new DeletePayload(Optional.empty(), errors))));
        wiring.type("Measure", type -> type
                .dataFetcher("id", environment -> GlobalId.of("Measure", measure(environment).id()))
                .dataFetcher("cluster", LedgerRefs.cluster(environment -> measure(environment).input().cluster()))
                .dataFetcher("enterprise", LedgerRefs.enterprise(environment -> measure(environment).input().enterprise()))
                .dataFetcher("members", LedgerRefs.enterprises(environment -> measure(environment).input().members()))
                .dataFetcher("upgradeType", environment -> measure(environment).input().type())
                .dataFetcher("tasks", environment -> tasks(measure(environment)::task))
                .dataFetcher("goal", environment -> measure(environment).input().goal())
                .dataFetcher("deadline", environment -> measure(environment).input().deadline().lastDay())
                .dataFetcher("deadlineText", environment -> measure(environment).input().deadline().text())
                .dataFetcher("deadlinePrecision", environment -> measure(environment).input().deadline().precision())
                .dataFetcher("accounts", environment -> measure(environment).input().accounts())
                .dataFetcher("targets", environment -> measure(environment).input().targets()));
        MeasureLinkFields.wire(wiring);
        wiring.type("Reduction", type -> type.dataFetcher("parts", environment -> environment.<Reduction>getSource()
                .parts().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(entry -> new PartView(entry.getKey(), entry.getValue())).toList()));
        wiring.type("ReductionPart", type -> type
                .dataFetcher("method", environment -> part(environment).method())
                .dataFetcher("tonnes", environment -> part(environment).tonnes())
                .dataFetcher("note", environment -> part(environment).note())
                .dataFetcher("explanation", environment -> part(environment).explanation()));
    }

    @Override
    public void registerLoaders(DataLoaderRegistry registry) {
        MeasureLinkFields.register(registry, measures, findings);
    }

    private Payload link(LinkInput input) {
        return Payload.of(measures.link(GlobalId.parse("Measure", input.id()), input.rowVersion(),
                input.findingIds().stream().map(id -> findings.require(GlobalId.parse("Finding", id))).toList()));
    }

    private DeletePayload delete(DeleteInput input) {
        measures.delete(GlobalId.parse("Measure", input.id()), input.rowVersion());
        return new DeletePayload(Optional.of(input.id()), List.of());
    }

    /** The aspects that have words, in table 4's order. */
    static List<?> tasks(Function<TaskAspect, String> words) {
        return Arrays.stream(TaskAspect.values()).map(aspect -> new Task(aspect, words.apply(aspect)))
                .filter(task -> !task.text().isEmpty()).toList();
    }

    private static Measure measure(DataFetchingEnvironment environment) {
        return environment.getSource();
    }

    private static Part part(DataFetchingEnvironment environment) {
        return environment.<PartView>getSource().part();
    }
}
