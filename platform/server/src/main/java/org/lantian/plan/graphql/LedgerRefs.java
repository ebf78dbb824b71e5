package org.lantian.plan.graphql;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import org.dataloader.DataLoaderRegistry;

import org.lantian.graphql.BatchLoaders;
import org.lantian.ledger.Cluster;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.Ledger;

/** The clusters and enterprises that plans and measures are about, one statement for any number of them. */
final class LedgerRefs {

    private static final String CLUSTER = "plan.cluster";
    private static final String ENTERPRISE = "measure.enterprise";

    private LedgerRefs() {
    }

    static void register(DataLoaderRegistry registry, Ledger ledger) {
        BatchLoaders.<Long, Cluster>rows(registry, CLUSTER, ids -> ledger.listClusters().stream()
                .filter(cluster -> ids.contains(cluster.requireId()))
                .collect(Collectors.toMap(Cluster::requireId, Function.identity())));
        BatchLoaders.<Long, Enterprise>rows(registry, ENTERPRISE, ledger::enterprises);
    }

    static DataFetcher<?> cluster(Function<DataFetchingEnvironment, Long> id) {
        return environment -> environment.<Long, Cluster>getDataLoader(CLUSTER).load(id.apply(environment));
    }

    /** Of an empty list an empty list: a loader that was asked for nothing would never answer. */
    static DataFetcher<?> enterprises(Function<DataFetchingEnvironment, List<Long>> ids) {
        return environment -> {
            List<Long> wanted = ids.apply(environment);
            return wanted.isEmpty() ? List.of()
                    : environment.<Long, Enterprise>getDataLoader(ENTERPRISE).loadMany(wanted);
        };
    }

    static DataFetcher<?> enterprise(Function<DataFetchingEnvironment, Optional<Long>> id) {
        return environment -> id.apply(environment)
                .<Object>map(found -> environment.<Long, Enterprise>getDataLoader(ENTERPRISE).load(found))
                .orElseGet(Optional::empty);
    }
}
