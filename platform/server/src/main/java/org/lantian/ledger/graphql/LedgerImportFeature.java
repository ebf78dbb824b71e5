package org.lantian.ledger.graphql;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.common.Role;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.file.graphql.FileView;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.graphql.MutationFetchers;
import org.lantian.ledger.ImportSummary;
import org.lantian.ledger.LedgerExports;
import org.lantian.ledger.LedgerImport;
import org.lantian.ledger.LedgerImports;

/** Previews and commits of workbooks, and the workbooks that the ledger gives. */
@Singleton
final class LedgerImportFeature implements GraphqlFeature {

    private static final String IMPORT = "LedgerImport";

    private record PreviewInput(String fileId, @Nullable Integer baseYear) {
    }

    private record CommitInput(String importId, boolean acceptValid) {
    }

    private record AnnotateInput(String importId) {
    }

    private enum Format {
        WORKBOOK, CSV
    }

    private record ExportInput(@Nullable Integer baseYear, @Nullable String clusterId, @Nullable Format format,
            @Nullable String table) {
    }

    private record TemplateInput(int baseYear, @Nullable List<String> tables) {
    }

    private record FilePayload(@Nullable FileView file, List<UserError> userErrors) {
    }

    private record Payload(@Nullable LedgerImport ledgerImport, List<UserError> userErrors) {

        static Payload refused(List<UserError> errors) {
            return new Payload(null, errors);
        }
    }

    private final LedgerImports imports;
    private final LedgerExports exports;
    private final MutationFetchers mutations;

    LedgerImportFeature(LedgerImports imports, LedgerExports exports, MutationFetchers mutations) {
        this.imports = imports;
        this.exports = exports;
        this.mutations = mutations;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("ledgerImport",
                environment -> imports.find(GlobalId.parse(IMPORT, environment.getArgument("id")))));
        wiring.type("Mutation",
                type -> type
                        .dataFetcher("previewLedgerImport",
                                mutations.of(PreviewInput.class, this::preview, Payload::refused))
                        .dataFetcher("commitLedgerImport",
                                mutations.of(CommitInput.class, this::commit, Payload::refused))
                        .dataFetcher("annotateLedgerImport", mutations.of(AnnotateInput.class, this::annotate,
                                errors -> new FilePayload(null, errors)))
                        .dataFetcher("exportLedger",
                                mutations.of(ExportInput.class, this::export, errors -> new FilePayload(null, errors)))
                        .dataFetcher("writeLedgerTemplate", mutations.of(TemplateInput.class, this::template,
                                errors -> new FilePayload(null, errors))));
        wiring.type(IMPORT, type -> type.dataFetcher("id", environment -> GlobalId.of(IMPORT, found(environment).id()))
                .dataFetcher("rows", environment -> summary(environment, ImportSummary::rows))
                .dataFetcher("added", environment -> summary(environment, ImportSummary::added))
                .dataFetcher("changed", environment -> summary(environment, ImportSummary::changed))
                .dataFetcher("removed", environment -> summary(environment, ImportSummary::removed))
                .dataFetcher("removedNames", environment -> summary(environment, ImportSummary::removedNames))
                .dataFetcher("left", environment -> summary(environment, ImportSummary::left))
                .dataFetcher("errors", environment -> found(environment).problems()));
    }

    private Payload preview(PreviewInput input) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        return new Payload(
                mendable(() -> imports.preview(GlobalId.parse("File", input.fileId()),
                        Optional.ofNullable(input.baseYear()))),
                List.of());
    }

    private Payload commit(CommitInput input) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        return new Payload(mendable(
                () -> imports.commit(GlobalId.parse(IMPORT, input.importId()), input.acceptValid())), List.of());
    }

    private FilePayload annotate(AnnotateInput input) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        return new FilePayload(FileView.of(imports.annotate(GlobalId.parse(IMPORT, input.importId()))), List.of());
    }

    private FilePayload export(ExportInput input) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        Optional<Integer> year = Optional.ofNullable(input.baseYear());
        Optional<Long> cluster = Optional.ofNullable(input.clusterId()).map(id -> GlobalId.parse("Cluster", id));
        if (input.format() != Format.CSV) {
            return new FilePayload(FileView.of(exports.exportWorkbook(year, cluster)), List.of());
        }
        if (input.table() == null) {
            throw new UserErrorsException(
                    List.of(UserError.of("table", "TABLE_REQUIRED", "导出 CSV 须指明是哪一张表，如 table1。")));
        }
        return new FilePayload(FileView.of(exports.exportCsv(year, cluster, input.table())), List.of());
    }

    private FilePayload template(TemplateInput input) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        List<String> tables = Optional.ofNullable(input.tables()).orElse(List.of());
        return new FilePayload(FileView.of(exports.template(input.baseYear(), tables)), List.of());
    }

    /** A file that is no readable workbook is something its sender can mend. */
    private static LedgerImport mendable(Supplier<LedgerImport> work) {
        try {
            return work.get();
        } catch (DomainException refusal) {
            if (refusal.code().startsWith("WORKBOOK_")) {
                throw new UserErrorsException(
                        List.of(UserError.of("fileId", refusal.code(), refusal.getMessage())));
            }
            throw refusal;
        }
    }

    private static LedgerImport found(DataFetchingEnvironment environment) {
        return environment.getSource();
    }

    private static <T> T summary(DataFetchingEnvironment environment,
            Function<ImportSummary, T> part) {
        return part.apply(found(environment).summary());
    }
}
