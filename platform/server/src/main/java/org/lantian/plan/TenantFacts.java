package org.lantian.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.lantian.diagnosis.Finding;
import org.lantian.diagnosis.FindingContent;
import org.lantian.diagnosis.FindingState;
import org.lantian.diagnosis.Findings;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.rule.EnterpriseFacts;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.LedgerEntry;
import org.lantian.plan.draft.FindingFacts;
import org.lantian.plan.draft.LedgerFacts;
import org.lantian.plan.measure.FindingKey;
import org.lantian.plan.measure.MeasureLinks;
import org.lantian.plugin.vocabulary.Approval;
import org.lantian.profile.Profiles;
import org.lantian.tenancy.Tenants;

/** The facts of the open transaction's tenant: ledger, findings, profile and name. */
@Singleton
class TenantFacts implements LedgerFacts {

    private final Ledger ledger;
    private final Findings findings;
    private final Profiles profiles;
    private final Tenants tenants;
    private final MeasureLinks links;

    TenantFacts(Ledger ledger, Findings findings, Profiles profiles, Tenants tenants,
            MeasureLinks links) {
        this.links = links;
        this.ledger = ledger;
        this.findings = findings;
        this.profiles = profiles;
        this.tenants = tenants;
    }

    @Override
    public Cluster requireCluster(long cluster) {
        org.lantian.ledger.Cluster found = ledger.requireCluster(cluster);
        return new Cluster(found.requireId(), found.name(), Optional.ofNullable(found.approval()).map(Approval::term));
    }

    @Override
    public Optional<Integer> baseYear() {
        return ledger.baseYear();
    }

    @Override
    public int requireBaseYear() {
        return ledger.requireBaseYear();
    }

    @Override
    public List<EnterpriseFacts> enterprises(long cluster, int baseYear) {
        return ledger.list(baseYear, cluster).stream().map(LedgerEntry::facts).toList();
    }

    @Override
    public Map<Long, String> names(long cluster, Collection<Long> enterprises) {
        return ledger.enterprises(enterprises).values().stream().filter(found -> found.clusterId() == cluster)
                .collect(Collectors.toMap(Enterprise::requireId, Enterprise::name));
    }

    @Override
    public List<FindingFacts> findings(List<EnterpriseFacts> enterprises, int baseYear) {
        List<Long> members = enterprises.stream().map(one -> Long.valueOf(one.key())).toList();
        Map<Long, List<Finding>> found = findings.ofEnterprises(members, Optional.of(baseYear));
        Set<FindingKey> answered = links.ofEnterprises(members).keySet();
        return members.stream().flatMap(member -> found.getOrDefault(member, List.of()).stream())
                .filter(finding -> finding.state() != FindingState.WAIVED)
                .map(finding -> facts(finding, answered.contains(FindingKey.of(finding)))).toList();
    }

    private static FindingFacts facts(Finding finding, boolean answered) {
        FindingContent shown = finding.shown();
        return new FindingFacts(Long.toString(finding.enterpriseId()), shown.ruleId(), shown.area(), shown.column(),
                shown.text(), shown.severity(), shown.aspect(), answered);
    }

    @Override
    public String city() {
        return tenants.requireCurrent().name();
    }

    @Override
    public ResolvedProfile profile() {
        return profiles.current();
    }

    @Override
    public ResolvedProfile profile(String hash) {
        return profiles.requireByHash(hash);
    }
}
