package org.lantian.ledger.graphql;

import java.util.List;
import java.util.Optional;

import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.lantian.common.Actor;
import org.lantian.common.Role;
import org.lantian.common.UserError;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.graphql.MutationFetchers;
import org.lantian.ledger.ChangeOrigin;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.LedgerEdits;

/** Edits of single values. */
@Singleton
final class LedgerEditFeature implements GraphqlFeature {

    private record CellInput(String field, @Nullable Integer row, @Nullable String text) {
    }

    private record ReviseInput(String id, int rowVersion, @Nullable Integer year, List<CellInput> cells) {
    }

    private record Payload(@Nullable Enterprise enterprise, List<UserError> userErrors) {
    }

    private final LedgerEdits edits;
    private final MutationFetchers mutations;

    LedgerEditFeature(LedgerEdits edits, MutationFetchers mutations) {
        this.edits = edits;
        this.mutations = mutations;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> type.dataFetcher("reviseEnterprise",
                mutations.of(ReviseInput.class, this::revise, errors -> new Payload(null, errors))));
    }

    private Payload revise(ReviseInput input) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        List<LedgerEdits.Cell> cells = input.cells().stream().map(cell -> new LedgerEdits.Cell(cell.field(),
                Optional.ofNullable(cell.row()), Optional.ofNullable(cell.text()))).toList();
        return new Payload(edits.revise(new ChangeOrigin.OfEdit(), GlobalId.parse("Enterprise", input.id()),
                input.rowVersion(), Optional.ofNullable(input.year()), cells).enterprise(), List.of());
    }
}
