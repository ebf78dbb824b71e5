package org.lantian.plan.draft;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.rule.EnterpriseFacts;

/** Where a plan's facts come from; called inside the tenant's transaction. */
public interface LedgerFacts {

    /**
     * A cluster.
     *
     * @param approval 批准情况 in the outline's word
     */
    record Cluster(long id, String name, Optional<String> approval) {
    }

    /** @throws org.lantian.common.DomainException NOT_FOUND if the tenant has no such cluster */
    Cluster requireCluster(long cluster);

    /** The base year of the ledger's newest figures; empty if nothing was imported. */
    Optional<Integer> baseYear();

    /** @throws org.lantian.common.DomainException FAILED_PRECONDITION if nothing was imported */
    int requireBaseYear();

    /** The cluster's enterprises in ledger order; the key is the enterprise's id as text. */
    List<EnterpriseFacts> enterprises(long cluster, int baseYear);

    /** Names of those of the enterprises that belong to the cluster, by id. */
    Map<Long, String> names(long cluster, Collection<Long> enterprises);

    /** Problems of the enterprises in the base year that are open or confirmed, in the enterprises' order. */
    List<FindingFacts> findings(List<EnterpriseFacts> enterprises, int baseYear);

    /** Printed name of the tenant's city or county. */
    String city();

    /** The profile that the tenant has pinned. */
    ResolvedProfile profile();

    /** A profile that a plan was made with, by its hash. */
    ResolvedProfile profile(String hash);
}
