package org.lantian.app;

import java.util.List;

import org.lantian.common.DomainException;
import org.lantian.ledger.Cluster;
import org.lantian.ledger.Ledger;

/** Finds a cluster by the name that a person types. */
final class ClusterNames {

    private ClusterNames() {
    }

    /** @throws DomainException NOT_FOUND with the names there are */
    static long require(Installation installation, String name) {
        List<Cluster> clusters = installation.bean(Ledger.class).listClusters();
        return clusters.stream().filter(cluster -> cluster.name().equals(name.strip())).findFirst()
                .map(Cluster::requireId)
                .orElseThrow(() -> DomainException.notFound("CLUSTER_NOT_FOUND", "没有集群“" + name + "”。"
                        + (clusters.isEmpty() ? "台账为空，请先导入。"
                                : "现有：" + String.join("、", clusters.stream().map(Cluster::name).toList()) + "。")));
    }
}
