package org.lantian.ledger.graphql;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

import org.lantian.common.Clocks;
import org.lantian.graphql.Connection;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.ledger.Cluster;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.EnterpriseSearch;
import org.lantian.ledger.EnterpriseSearch.Filter;
import org.lantian.ledger.EnterpriseSearch.Order;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.LedgerRow;
import org.lantian.ledger.PermitComparison;
import org.lantian.ledger.PermitHolder;
import org.lantian.plugin.table.FieldGroup;

/** Clusters, enterprises and their rows. */
@Singleton
final class LedgerFeature implements GraphqlFeature {

    private static final String CLUSTER = "Cluster";
    private static final String ENTERPRISE = "Enterprise";

    private record LedgerView(long version, Optional<Integer> baseYear) {
    }

    private record Attribute(String id, String value) {
    }

    private final Ledger ledger;
    private final EnterpriseSearch search;
    private final RowLoaders loaders;

    LedgerFeature(Ledger ledger, EnterpriseSearch search) {
        this.ledger = ledger;
        this.search = search;
        this.loaders = new RowLoaders(ledger);
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query",
                type -> type
                        .dataFetcher("ledger",
                                environment -> new LedgerView(ledger.version(), ledger.baseYear()))
                        .dataFetcher("clusters", this::clusters)
                        .dataFetcher("cluster", environment -> ledger.findCluster(id(environment, CLUSTER)))
                        .dataFetcher("enterprises", this::enterprises)
                        .dataFetcher("enterprise", environment -> {
                            long id = id(environment, ENTERPRISE);
                            return ledger.enterprises(List.of(id)).get(id);
                        }));
        wiring.type(CLUSTER,
                type -> type
                        .dataFetcher("id",
                                environment -> GlobalId.of(CLUSTER, environment.<Cluster>getSource().requireId()))
                        .dataFetcher("enterpriseCount", RowLoaders::enterpriseCount));
        wiring.type(ENTERPRISE, type -> {
            type.dataFetcher("id",
                    environment -> GlobalId.of(ENTERPRISE, environment.<Enterprise>getSource().requireId()))
                    .dataFetcher("cluster", RowLoaders::cluster).dataFetcher("attributes", LedgerFeature::attributes);
            Map.of("equipment", FieldGroup.EQUIPMENT, "energyUses", FieldGroup.ENERGY_USE, "products",
                    FieldGroup.PRODUCT, "rawMaterials", FieldGroup.RAW_MATERIAL, "treatments", FieldGroup.TREATMENT,
                    "outlets", FieldGroup.OUTLET, "vocsMaterials", FieldGroup.VOCS_MATERIAL, "productionLines",
                    FieldGroup.PRODUCTION_LINE, "emissions", FieldGroup.EMISSION).forEach(
                            (name, group) -> type.dataFetcher(name, environment -> RowLoaders.rows(environment, group)));
            type.dataFetcher("permitComparison", LedgerFeature::permitComparison);
            type.dataFetcher("permitHolder", environment -> PermitHolder.of(environment.<Enterprise>getSource()));
            return type.dataFetcher("transport", environment -> RowLoaders.rows(environment, FieldGroup.TRANSPORT)
                    .thenApply(LedgerFeature::firstOrNull));
        });
        RowFields.wire(wiring);
    }

    @Override
    public void registerLoaders(DataLoaderRegistry registry) {
        loaders.register(registry);
    }

    private Connection<Cluster> clusters(DataFetchingEnvironment environment) {
        Connection.Window window = window(environment);
        List<Cluster> all = ledger.listClusters();
        return window.page(all.stream().skip(window.offset()).limit(window.size() + 1L).toList(), Function.identity(),
                all::size);
    }

    private Connection<Enterprise> enterprises(DataFetchingEnvironment environment) {
        Connection.Window window = window(environment);
        Filter filter = filter(environment.getArgumentOrDefault("filter", Map.of()));
        return window.page(
                search.page(filter, order(environment.getArgument("orderBy")), window.offset(), window.size() + 1),
                Function.identity(), () -> search.count(filter));
    }

    private static Filter filter(Map<String, Object> given) {
        return new Filter(text(given, "clusterId").map(id -> GlobalId.parse(CLUSTER, id)), text(given, "name"),
                text(given, "town"), text(given, "grade"), text(given, "industryCode"),
                text(given, "registerId").map(id -> new EnterpriseSearch.Standing(GlobalId.parse("Register", id),
                        (LocalDate) given.getOrDefault("registerOn", LocalDate.now(Clocks.ZONE)))));
    }

    private static Optional<String> text(Map<String, Object> given, String name) {
        return Optional.ofNullable((String) given.get(name)).filter(text -> !text.isBlank());
    }

    private static Order order(@Nullable Map<String, Object> given) {
        if (given == null) {
            return Order.LEDGER;
        }
        return Order.valueOf(given.get("field") + ("DESC".equals(given.get("direction")) ? "_DESC" : ""));
    }

    private static List<Attribute> attributes(DataFetchingEnvironment environment) {
        @Nullable List<String> wanted = environment.getArgument("ids");
        return environment.<Enterprise>getSource().attributes().entrySet().stream()
                .filter(entry -> wanted == null || wanted.contains(entry.getKey()))
                .map(entry -> new Attribute(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Attribute::id)).toList();
    }

    private static CompletableFuture<List<PermitComparison>> permitComparison(DataFetchingEnvironment environment) {
        CompletableFuture<List<LedgerRow>> outlets = RowLoaders.rows(environment, FieldGroup.OUTLET);
        CompletableFuture<List<LedgerRow>> emissions = RowLoaders.rows(environment, FieldGroup.EMISSION);
        CompletableFuture<List<LedgerRow>> products = RowLoaders.rows(environment, FieldGroup.PRODUCT);
        CompletableFuture<List<LedgerRow>> lines = RowLoaders.rows(environment, FieldGroup.PRODUCTION_LINE);
        return CompletableFuture.allOf(outlets, emissions, products, lines).thenApply(
                all -> PermitComparison.of(outlets.join(), emissions.join(), products.join(), lines.join()));
    }

    private static @Nullable LedgerRow firstOrNull(List<LedgerRow> rows) {
        return rows.isEmpty() ? null : rows.getFirst();
    }

    private static Connection.Window window(DataFetchingEnvironment environment) {
        return Connection.Window.of(environment.getArgument("first"), environment.getArgument("after"));
    }

    private static long id(DataFetchingEnvironment environment, String type) {
        return GlobalId.parse(type, environment.getArgument("id"));
    }
}
