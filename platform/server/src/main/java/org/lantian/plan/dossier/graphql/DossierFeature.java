package org.lantian.plan.dossier.graphql;

import java.util.List;
import java.util.Optional;

import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.lantian.common.UserError;
import org.lantian.file.graphql.FileView;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.graphql.MutationFetchers;
import org.lantian.plan.dossier.Dossiers;

/** Writes files of enterprises. */
@Singleton
final class DossierFeature implements GraphqlFeature {

    private final Dossiers dossiers;
    private final MutationFetchers mutations;

    DossierFeature(Dossiers dossiers, MutationFetchers mutations) {
        this.dossiers = dossiers;
        this.mutations = mutations;
    }

    private record Input(String enterpriseId, @Nullable Integer year, Dossiers.Format format) {
    }

    private record Payload(Optional<FileView> file, List<UserError> userErrors) {
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> type.dataFetcher("renderEnterpriseFile",
                mutations.of(Input.class, this::render, errors -> new Payload(Optional.empty(), errors))));
    }

    private Payload render(Input input) {
        return new Payload(Optional.of(FileView.of(dossiers.render(GlobalId.parse("Enterprise", input.enterpriseId()),
                Optional.ofNullable(input.year()), input.format()))), List.of());
    }
}
