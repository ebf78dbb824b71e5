package org.lantian.plan.graphql;

import java.util.List;
import java.util.Optional;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

import org.lantian.common.UserError;
import org.lantian.graphql.BatchLoaders;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.graphql.MutationFetchers;
import org.lantian.plan.Plan;
import org.lantian.plan.readback.Proposal;
import org.lantian.plan.readback.ReadBack;
import org.lantian.plan.readback.ReadBacks;

/** Reading edited Word files of plans back. */
@Singleton
final class ReadBackFeature implements GraphqlFeature {

    private static final String OF_PLAN = "plan.readBacks";
    private static final String PROPOSALS = "readBack.proposals";

    private final ReadBacks readBacks;
    private final MutationFetchers mutations;

    ReadBackFeature(ReadBacks readBacks, MutationFetchers mutations) {
        this.readBacks = readBacks;
        this.mutations = mutations;
    }

    private record ReadInput(String planId, String fileId) {
    }

    private record DecideInput(String id, @Nullable List<String> accept, @Nullable List<String> refuse) {
    }

    private record Payload(Optional<ReadBack> readBack, List<UserError> userErrors) {
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("readBack",
                environment -> readBacks.find(GlobalId.parse("ReadBack", environment.getArgument("id")))));
        wiring.type("Plan", type -> type.dataFetcher("readBacks",
                environment -> environment.getDataLoader(OF_PLAN).load(environment.<Plan>getSource().id())));
        wiring.type("ReadBack", type -> type
                .dataFetcher("id", environment -> GlobalId.of("ReadBack", readBack(environment).id()))
                .dataFetcher("planId", environment -> GlobalId.of("Plan", readBack(environment).plan()))
                .dataFetcher("fileId", environment -> GlobalId.of("File", readBack(environment).file()))
                .dataFetcher("proposals", environment -> environment.getDataLoader(PROPOSALS).load(readBack(environment).id())));
        wiring.type("ReadBackProposal", type -> type
                .dataFetcher("id", environment -> GlobalId.of("ReadBackProposal", proposal(environment).id()))
                .dataFetcher("kind", environment -> proposal(environment).edit().kind())
                .dataFetcher("clauseId", environment -> proposal(environment).clause().or(() -> proposal(environment).edit().clause())
                        .map(id -> GlobalId.of("Clause", id)))
                .dataFetcher("place", environment -> proposal(environment).edit().place())
                .dataFetcher("before", environment -> proposal(environment).edit().before())
                .dataFetcher("after", environment -> proposal(environment).edit().after()));
        wiring.type("Mutation", type -> type
                .dataFetcher("readBackPlan", mutations.of(ReadInput.class,
                        input -> new Payload(Optional.of(readBacks.read(GlobalId.parse("Plan", input.planId()),
                                GlobalId.parse("File", input.fileId()))), List.of()),
                        errors -> new Payload(Optional.empty(), errors)))
                .dataFetcher("decideReadBack", mutations.of(DecideInput.class,
                        input -> new Payload(Optional.of(readBacks.decide(GlobalId.parse("ReadBack", input.id()),
                                proposals(input.accept()), proposals(input.refuse()))), List.of()),
                        errors -> new Payload(Optional.empty(), errors))));
    }

    @Override
    public void registerLoaders(DataLoaderRegistry registry) {
        BatchLoaders.<Long, ReadBack>lists(registry, OF_PLAN, readBacks::listOfPlans);
        BatchLoaders.<Long, Proposal>lists(registry, PROPOSALS, readBacks::proposals);
    }

    private static List<Long> proposals(@Nullable List<String> ids) {
        return Optional.ofNullable(ids).orElse(List.of()).stream().map(id -> GlobalId.parse("ReadBackProposal", id)).toList();
    }

    private static ReadBack readBack(DataFetchingEnvironment environment) {
        return environment.getSource();
    }

    private static Proposal proposal(DataFetchingEnvironment environment) {
        return environment.getSource();
    }
}
