package org.lantian.ledger.register.graphql;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

import org.lantian.graphql.BatchLoaders;
import org.lantian.graphql.Connection;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.register.Register;
import org.lantian.ledger.register.RegisterEntry;
import org.lantian.ledger.register.RegisterRule;
import org.lantian.ledger.register.Registers;
import org.lantian.plugin.region.RegisterSpec;
import org.lantian.plugin.rule.DiagnosisRule.Subject;

/** Reads registers and their entries. */
@Singleton
final class RegisterFeature implements GraphqlFeature {

    static final String REGISTER = "Register";
    static final String ENTRY = "RegisterEntry";
    private static final String ENTRIES = "ledger.register.entries";
    private static final String REGISTERS = "ledger.register";
    private static final String ENTERPRISES = "ledger.register.enterprise";

    private record Key(long enterprise, Optional<LocalDate> on) {
    }

    private record RuleView(@Nullable Subject subject, @Nullable String holds, @Nullable String reason,
            List<String> inputs, List<RegisterInputs.Threshold> atLeast) {

        static RuleView of(RegisterRule rule) {
            return switch (rule) {
                case RegisterRule.Condition(Subject subject, String holds, String reason, List<String> inputs) ->
                    new RuleView(subject, holds, reason, inputs, List.of());
                case RegisterRule.Emission emission -> new RuleView(null, null, null, List.of(),
                        RegisterInputs.Threshold.of(emission));
            };
        }
    }

    private final Registers registers;
    private final Ledger ledger;

    RegisterFeature(Registers registers, Ledger ledger) {
        this.registers = registers;
        this.ledger = ledger;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("ProfileRegister", type -> type
                .dataFetcher("rule", environment -> RegisterRule.of(environment.<RegisterSpec>getSource()).map(RuleView::of))
                .dataFetcher("register", environment -> registers.takenOver(environment.getSource())));
        wiring.type("Query", type -> type.dataFetcher("registers", environment -> registers.list())
                .dataFetcher("profileRegisters", environment -> registers.ofProfile())
                .dataFetcher("register",
                        environment -> registers.find(GlobalId.parse(REGISTER, environment.getArgument("id")))));
        wiring.type(REGISTER, type -> type
                .dataFetcher("id", environment -> GlobalId.of(REGISTER, environment.<Register>getSource().id()))
                .dataFetcher("rule", environment -> environment.<Register>getSource().rule().map(RuleView::of))
                .dataFetcher("entries", this::entries));
        wiring.type(ENTRY, type -> type
                .dataFetcher("id", environment -> GlobalId.of(ENTRY, entry(environment).id()))
                .dataFetcher("register", environment -> environment.<Long, Register>getDataLoader(REGISTERS)
                        .load(entry(environment).registerId()))
                .dataFetcher("enterprise", environment -> environment.<Long, Enterprise>getDataLoader(ENTERPRISES)
                        .load(entry(environment).enterpriseId())));
        wiring.type("Enterprise", type -> type.dataFetcher("registerEntries", RegisterFeature::ofEnterprise));
    }

    @Override
    public void registerLoaders(DataLoaderRegistry registry) {
        BatchLoaders.<Key, RegisterEntry>lists(registry, ENTRIES, this::ofEnterprises);
        BatchLoaders.<Long, Register>rows(registry, REGISTERS, ids -> registers.list().stream()
                .collect(Collectors.toMap(Register::id, Function.identity())));
        BatchLoaders.<Long, Enterprise>rows(registry, ENTERPRISES, ledger::enterprises);
    }

    private Map<Key, List<RegisterEntry>> ofEnterprises(Set<Key> keys) {
        Map<Key, List<RegisterEntry>> found = new HashMap<>();
        keys.stream().collect(Collectors.groupingBy(Key::on)).forEach((on, group) -> registers
                .ofEnterprises(group.stream().map(Key::enterprise).toList(), on)
                .forEach((enterprise, entries) -> found.put(new Key(enterprise, on), entries)));
        return found;
    }

    private static CompletableFuture<List<RegisterEntry>> ofEnterprise(DataFetchingEnvironment environment) {
        return environment.<Key, List<RegisterEntry>>getDataLoader(ENTRIES).load(
                new Key(environment.<Enterprise>getSource().requireId(), on(environment)));
    }

    private Connection<RegisterEntry> entries(DataFetchingEnvironment environment) {
        long register = environment.<Register>getSource().id();
        Optional<LocalDate> on = on(environment);
        Connection.Window window = Connection.Window.of(environment.getArgument("first"), environment.getArgument("after"));
        return window.page(registers.entries(register, on, window.offset(), window.size() + 1), Function.identity(),
                () -> registers.count(register, on));
    }

    private static Optional<LocalDate> on(DataFetchingEnvironment environment) {
        return Optional.ofNullable(environment.<@Nullable LocalDate>getArgument("on"));
    }

    private static RegisterEntry entry(DataFetchingEnvironment environment) {
        return environment.getSource();
    }
}
