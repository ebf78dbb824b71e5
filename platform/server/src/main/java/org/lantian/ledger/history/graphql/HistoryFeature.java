package org.lantian.ledger.history.graphql;

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
import org.lantian.graphql.GraphqlFeature;
import org.lantian.ledger.Cluster;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.LedgerImport;
import org.lantian.ledger.LedgerImports;
import org.lantian.ledger.history.LedgerChange;
import org.lantian.ledger.history.LedgerHistory;

/** The history of enterprises and clusters, and what an import changed. */
@Singleton
final class HistoryFeature implements GraphqlFeature {

    private static final String CHANGE = "LedgerChange";
    private static final String HISTORY = "ledger.history";
    private static final String IMPORTS = "ledger.history.import";
    private static final String ENTERPRISES = "ledger.history.enterprise";

    private record Page(Optional<String> field, Connection.Window window) {
    }

    private record Key(long enterprise, Page page) {
    }

    private final LedgerHistory history;
    private final Ledger ledger;
    private final LedgerImports imports;

    HistoryFeature(LedgerHistory history, Ledger ledger, LedgerImports imports) {
        this.history = history;
        this.ledger = ledger;
        this.imports = imports;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Enterprise", type -> type.dataFetcher("history", this::ofEnterprise));
        wiring.type("Cluster", type -> type.dataFetcher("history", this::ofCluster));
        wiring.type("LedgerImport", type -> type.dataFetcher("changes", this::ofImport));
        wiring.type(CHANGE, type -> type.dataFetcher("id", environment -> CHANGE + "." + change(environment).id())
                .dataFetcher("field", environment -> change(environment).change().field())
                .dataFetcher("term", environment -> history.term(change(environment).change().field()))
                .dataFetcher("year", environment -> change(environment).change().year())
                .dataFetcher("row", environment -> change(environment).change().row())
                .dataFetcher("before", environment -> change(environment).change().before())
                .dataFetcher("after", environment -> change(environment).change().after())
                .dataFetcher("enterprise", HistoryFeature::enterprise)
                .dataFetcher("ledgerImport", HistoryFeature::ledgerImport));
    }

    @Override
    public void registerLoaders(DataLoaderRegistry registry) {
        BatchLoaders.<Key, LedgerChange>lists(registry, HISTORY, this::histories);
        BatchLoaders.<Long, LedgerImport>rows(registry, IMPORTS, imports::imports);
        BatchLoaders.<Long, Enterprise>rows(registry, ENTERPRISES, ledger::enterprises);
    }

    /** One statement for each page that is asked for. */
    private Map<Key, List<LedgerChange>> histories(Set<Key> keys) {
        Map<Key, List<LedgerChange>> found = new HashMap<>();
        keys.stream().collect(Collectors.groupingBy(Key::page)).forEach((page, group) -> history
                .ofEnterprises(group.stream().map(Key::enterprise).toList(), page.field(), page.window().offset(),
                        page.window().size() + 1)
                .forEach((enterprise, changes) -> found.put(new Key(enterprise, page), changes)));
        return found;
    }

    private CompletableFuture<Connection<LedgerChange>> ofEnterprise(DataFetchingEnvironment environment) {
        long enterprise = environment.<Enterprise>getSource().requireId();
        Page page = new Page(field(environment), window(environment));
        return environment.<Key, List<LedgerChange>>getDataLoader(HISTORY).load(new Key(enterprise, page))
                .thenApply(changes -> page.window().page(changes, Function.identity(),
                        () -> history.countOfEnterprise(enterprise, page.field())));
    }

    private Connection<LedgerChange> ofCluster(DataFetchingEnvironment environment) {
        long cluster = environment.<Cluster>getSource().requireId();
        Optional<String> field = field(environment);
        Connection.Window window = window(environment);
        return window.page(history.ofCluster(cluster, field, window.offset(), window.size() + 1), Function.identity(),
                () -> history.countOfCluster(cluster, field));
    }

    private Connection<LedgerChange> ofImport(DataFetchingEnvironment environment) {
        long id = environment.<LedgerImport>getSource().id();
        Connection.Window window = window(environment);
        return window.page(
                history.ofOrigin(LedgerChange.Origin.IMPORT, id, window.offset(), window.size() + 1),
                Function.identity(), () -> history.countOfOrigin(LedgerChange.Origin.IMPORT, id));
    }

    private Optional<String> field(DataFetchingEnvironment environment) {
        return Optional.ofNullable(environment.<@Nullable String>getArgument("field")).map(history::requireField);
    }

    private static Connection.Window window(DataFetchingEnvironment environment) {
        return Connection.Window.of(environment.getArgument("first"), environment.getArgument("after"));
    }

    private static @Nullable CompletableFuture<Enterprise> enterprise(DataFetchingEnvironment environment) {
        LedgerChange change = change(environment);
        return change.ofCluster() ? null
                : environment.<Long, Enterprise>getDataLoader(ENTERPRISES).load(change.subject());
    }

    private static @Nullable CompletableFuture<LedgerImport> ledgerImport(DataFetchingEnvironment environment) {
        LedgerChange change = change(environment);
        return change.origin() == LedgerChange.Origin.IMPORT
                ? environment.<Long, LedgerImport>getDataLoader(IMPORTS).load(change.originId().orElseThrow())
                : null;
    }

    private static LedgerChange change(DataFetchingEnvironment environment) {
        return environment.getSource();
    }
}
