package org.lantian.ledger.register.graphql;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.lantian.common.UserError;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.graphql.MutationFetchers;
import org.lantian.ledger.register.Register;
import org.lantian.ledger.register.RegisterEntry;
import org.lantian.ledger.register.Registers;

/** Keeps registers. */
@Singleton
final class RegisterMutations implements GraphqlFeature {

    private record CreateInput(String name, @Nullable String description, @Nullable String source,
            RegisterInputs.@Nullable Rule rule) {
    }

    private record ReviseInput(String id, int rowVersion, String name, @Nullable String description,
            @Nullable String source, RegisterInputs.@Nullable Rule rule) {
    }

    private record AddInput(String registerId, List<String> enterpriseIds, LocalDate from, @Nullable LocalDate to,
            String source, @Nullable String reason) {
    }

    private record EndInput(String id, int rowVersion, LocalDate to) {
    }

    private record AdoptInput(String id) {
    }

    private record DeriveInput(String id) {
    }

    private record RegisterPayload(Optional<Register> register, List<UserError> userErrors) {
        static RegisterPayload refused(List<UserError> errors) {
            return new RegisterPayload(Optional.empty(), errors);
        }
    }

    private record EntriesPayload(List<RegisterEntry> entries, List<UserError> userErrors) {
        static EntriesPayload refused(List<UserError> errors) {
            return new EntriesPayload(List.of(), errors);
        }
    }

    private record DerivePayload(Optional<Register> register, int added, int ended, int unknown,
            List<UserError> userErrors) {
        static DerivePayload refused(List<UserError> errors) {
            return new DerivePayload(Optional.empty(), 0, 0, 0, errors);
        }
    }

    private final Registers registers;
    private final MutationFetchers mutations;

    RegisterMutations(Registers registers, MutationFetchers mutations) {
        this.registers = registers;
        this.mutations = mutations;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> type
                .dataFetcher("createRegister", mutations.of(CreateInput.class, this::create, RegisterPayload::refused))
                .dataFetcher("reviseRegister", mutations.of(ReviseInput.class, this::revise, RegisterPayload::refused))
                .dataFetcher("adoptRegister", mutations.of(AdoptInput.class, input -> new RegisterPayload(
                        Optional.of(registers.adopt(input.id())), List.of()), RegisterPayload::refused))
                .dataFetcher("addToRegister", mutations.of(AddInput.class, this::add, EntriesPayload::refused))
                .dataFetcher("endRegisterEntry", mutations.of(EndInput.class, this::end, EntriesPayload::refused))
                .dataFetcher("deriveRegister", mutations.of(DeriveInput.class, this::derive, DerivePayload::refused)));
    }

    private RegisterPayload create(CreateInput input) {
        return new RegisterPayload(Optional.of(registers.create(input.name(), text(input.description()),
                text(input.source()), RegisterInputs.Rule.read(input.rule()))), List.of());
    }

    private RegisterPayload revise(ReviseInput input) {
        return new RegisterPayload(Optional.of(registers.revise(new Register(id(input.id()), input.name().strip(),
                text(input.description()), text(input.source()), RegisterInputs.Rule.read(input.rule()),
                input.rowVersion()))), List.of());
    }

    private EntriesPayload add(AddInput input) {
        List<Long> enterprises = input.enterpriseIds().stream().map(one -> GlobalId.parse("Enterprise", one)).toList();
        return new EntriesPayload(registers.add(id(input.registerId()), enterprises, input.from(),
                Optional.ofNullable(input.to()), input.source(), text(input.reason())), List.of());
    }

    private EntriesPayload end(EndInput input) {
        return new EntriesPayload(List.of(registers.end(GlobalId.parse(RegisterFeature.ENTRY, input.id()),
                input.rowVersion(), input.to())), List.of());
    }

    private DerivePayload derive(DeriveInput input) {
        Registers.Derived derived = registers.derive(id(input.id()));
        return new DerivePayload(registers.find(id(input.id())), derived.added(), derived.ended(), derived.unknown(),
                List.of());
    }

    private static long id(String text) {
        return GlobalId.parse(RegisterFeature.REGISTER, text);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}
