package org.lantian.app;

import java.util.List;
import java.util.Optional;

import picocli.CommandLine.Option;

import org.lantian.common.DomainException;
import org.lantian.ledger.Cluster;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.EnterpriseSearch;
import org.lantian.ledger.Ledger;

/** The options by which a command names one enterprise: its name or credit code, and its cluster where two have it. */
final class EnterpriseOption {

    @Option(names = "--enterprise", required = true, paramLabel = "E", description = "Name or 统一社会信用代码.")
    private String enterprise;
    @Option(names = "--cluster", paramLabel = "C", description = "Its cluster, where two clusters have the name.")
    private String cluster;

    Enterprise require(Installation installation) {
        return require(installation, enterprise, Optional.ofNullable(cluster));
    }

    /** @throws DomainException NOT_FOUND, or BAD_REQUEST with the clusters there are to choose from */
    static Enterprise require(Installation installation, String named, Optional<String> cluster) {
        Optional<Long> within = cluster.map(name -> ClusterNames.require(installation, name));
        List<Enterprise> found = installation.bean(EnterpriseSearch.class).named(within, named.strip());
        if (found.isEmpty()) {
            throw DomainException.notFound("ENTERPRISE_NOT_FOUND", "台账中没有企业“" + named + "”。");
        }
        if (found.size() > 1) {
            Ledger ledger = installation.bean(Ledger.class);
            throw DomainException.badRequest("ENTERPRISE_AMBIGUOUS", "有" + found.size() + "个集群都有“" + named
                    + "”，请用 --cluster 指明：" + String.join("、", found.stream()
                            .map(one -> ledger.requireCluster(one.clusterId())).map(Cluster::name).toList()) + "。");
        }
        return found.getFirst();
    }
}
