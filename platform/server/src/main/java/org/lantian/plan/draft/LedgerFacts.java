package org.lantian.plan.draft;

import java.util.List;
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

    /** The cluster's enterprises in ledger order; the key is the enterprise's id as text. */
    List<EnterpriseFacts> enterprises(long cluster, int baseYear);

    /** Problems of the base year that are open or confirmed. */
    List<FindingFacts> findings(long cluster, int baseYear);

    /** Printed name of the tenant's city or county. */
    String city();

    /** The profile that the tenant has pinned. */
    ResolvedProfile profile();

    /** A profile that a plan was made with, by its hash. */
    ResolvedProfile profile(String hash);
}
