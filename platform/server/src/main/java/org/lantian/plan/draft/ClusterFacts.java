package org.lantian.plan.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.lantian.engine.rule.EnterpriseFacts;

/**
 * Everything a plan is made from, read at one moment.
 *
 * @param city printed name of the city or county that plans
 * @param cluster printed name of the cluster
 * @param approval 批准情况, if it is known
 * @param baseYear year of the ledger's figures
 * @param termFrom first year of the plan
 * @param termTo last year of the plan
 * @param enterprises in ledger order
 * @param findings open and confirmed problems
 * @param measures in order of their deadline
 */
public record ClusterFacts(String city, String cluster, Optional<String> approval, int baseYear, int termFrom,
        int termTo, List<EnterpriseFacts> enterprises, List<FindingFacts> findings, List<MeasureFacts> measures) {

    public ClusterFacts {
        enterprises = List.copyOf(enterprises);
        findings = List.copyOf(findings);
        measures = List.copyOf(measures);
    }

    /** City and cluster as one name, without saying the county twice: 中卫市沙坡头区 + 沙坡头区涉气产业集群. */
    public String place() {
        return place(city, cluster);
    }

    /** A city's and a cluster's name in one, what they share said once. */
    public static String place(String city, String cluster) {
        for (int length = Math.min(city.length(), cluster.length()); length > 0; length--) {
            if (city.endsWith(cluster.substring(0, length))) {
                return city + cluster.substring(length);
            }
        }
        return city + cluster;
    }

    /** Enterprise key to its printed name. */
    Map<String, String> names() {
        return enterprises.stream().collect(Collectors.toMap(EnterpriseFacts::key, Values::name, (a, b) -> a));
    }

    Map<String, EnterpriseFacts> byKey() {
        return enterprises.stream().collect(Collectors.toMap(EnterpriseFacts::key, Function.identity(), (a, b) -> a));
    }
}
