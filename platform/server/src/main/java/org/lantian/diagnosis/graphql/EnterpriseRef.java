package org.lantian.diagnosis.graphql;

import java.util.concurrent.CompletableFuture;

import graphql.schema.DataFetchingEnvironment;
import org.dataloader.DataLoaderRegistry;

import org.lantian.graphql.BatchLoaders;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.Ledger;

/** From a finding to its enterprise, in one query for all findings of a page. */
final class EnterpriseRef {

    private static final String LOADER = "finding.enterprise";

    private EnterpriseRef() {
    }

    static void register(DataLoaderRegistry registry, Ledger ledger) {
        BatchLoaders.<Long, Enterprise>rows(registry, LOADER, ledger::enterprises);
    }

    static CompletableFuture<Enterprise> load(DataFetchingEnvironment environment, long id) {
        return environment.<Long, Enterprise>getDataLoader(LOADER).load(id);
    }

    /** The enterprise whose field is fetched. */
    static long of(DataFetchingEnvironment environment) {
        return environment.<Enterprise>getSource().requireId();
    }
}
