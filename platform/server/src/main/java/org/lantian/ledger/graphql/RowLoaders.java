package org.lantian.ledger.graphql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderRegistry;

import org.lantian.graphql.BatchLoaders;
import org.lantian.ledger.Cluster;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.LedgerRow;
import org.lantian.plugin.table.FieldGroup;

/** Batch loaders of the ledger: one statement for the rows of any number of enterprises. */
final class RowLoaders {

    private static final String ROWS = "ledger.rows";
    private static final String CLUSTERS = "ledger.cluster";
    private static final String COUNTS = "ledger.enterpriseCount";

    /** Whose rows of which group; without a year those of the ledger's base year. */
    private record Key(long enterprise, FieldGroup group, Optional<Integer> year) {
    }

    /** What one statement can read. */
    private record Batch(FieldGroup group, Optional<Integer> year) {
    }

    private final Ledger ledger;

    RowLoaders(Ledger ledger) {
        this.ledger = ledger;
    }

    void register(DataLoaderRegistry registry) {
        BatchLoaders.<Key, LedgerRow>lists(registry, ROWS, this::rows);
        BatchLoaders.<Long, Cluster>rows(registry, CLUSTERS, ids -> ledger.listClusters().stream()
                .filter(cluster -> ids.contains(cluster.requireId()))
                .collect(Collectors.toMap(Cluster::requireId, cluster -> cluster)));
        BatchLoaders.<Long, Long>rows(registry, COUNTS, ids -> {
            Map<Long, Long> counts = new HashMap<>(ledger.countByCluster());
            ids.forEach(id -> counts.putIfAbsent(id, 0L));
            return counts;
        });
    }

    static CompletableFuture<List<LedgerRow>> rows(DataFetchingEnvironment environment, FieldGroup group) {
        DataLoader<Key, List<LedgerRow>> loader = environment.getDataLoader(ROWS);
        Enterprise enterprise = environment.getSource();
        return loader.load(new Key(enterprise.requireId(), group,
                Optional.ofNullable(environment.<Integer>getArgument("year"))));
    }

    static CompletableFuture<Cluster> cluster(DataFetchingEnvironment environment) {
        DataLoader<Long, Cluster> loader = environment.getDataLoader(CLUSTERS);
        return loader.load(environment.<Enterprise>getSource().clusterId());
    }

    static CompletableFuture<Long> enterpriseCount(DataFetchingEnvironment environment) {
        DataLoader<Long, Long> loader = environment.getDataLoader(COUNTS);
        return loader.load(environment.<Cluster>getSource().requireId());
    }

    private Map<Key, List<LedgerRow>> rows(Set<Key> keys) {
        Map<Key, List<LedgerRow>> found = new HashMap<>();
        Map<Batch, List<Key>> batches = keys.stream()
                .collect(Collectors.groupingBy(key -> new Batch(key.group(), key.year())));
        batches.forEach((batch, members) -> {
            Optional<Integer> year = batch.year().or(ledger::baseYear);
            year.ifPresent(known -> {
                Map<Long, List<LedgerRow>> rows = read(batch.group(), known,
                        members.stream().map(Key::enterprise).toList());
                members.forEach(key -> found.put(key, rows.getOrDefault(key.enterprise(), List.of())));
            });
        });
        return found;
    }

    private Map<Long, List<LedgerRow>> read(FieldGroup group, int year, List<Long> enterprises) {
        if (group != FieldGroup.TRANSPORT) {
            return ledger.rows(group, year, enterprises);
        }
        Map<Long, List<LedgerRow>> rows = new HashMap<>();
        ledger.transport(year, enterprises)
                .forEach((id, values) -> rows.put(id, new ArrayList<>(List.of(new LedgerRow(values, Map.of())))));
        return rows;
    }
}
