package org.lantian.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.common.Role;
import org.lantian.common.WorkPool;
import org.lantian.diagnosis.DiagnosisSummary.RuleCount;
import org.lantian.diagnosis.FindingChanges.Added;
import org.lantian.engine.rule.DiagnosisEngine;
import org.lantian.engine.rule.EnterpriseFacts;
import org.lantian.engine.rule.Verdict;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.LedgerEntry;
import org.lantian.tenancy.Tenants;

/** Runs the profile's rules over the ledger. */
@Singleton
public class Diagnosis {

    private final Ledger ledger;
    private final DiagnosisEngines engines;
    private final FindingRows findings;
    private final DataGapRows gaps;
    private final MeanRows means;
    private final WorkPool pool;
    private final Tenants tenants;
    private final AuditTrail audit;

    Diagnosis(Ledger ledger, DiagnosisEngines engines, FindingRows findings, DataGapRows gaps, MeanRows means,
            WorkPool pool,
            Tenants tenants, AuditTrail audit) {
        this.ledger = ledger;
        this.engines = engines;
        this.findings = findings;
        this.gaps = gaps;
        this.means = means;
        this.pool = pool;
        this.tenants = tenants;
        this.audit = audit;
    }

    private record Judged(List<Added> findings, List<DataGap> gaps, List<MeanBelowLimit> means) {
    }

    /**
     * Judges the enterprises of a cluster, or of the tenant, inside the open write transaction. Decisions of people stay;
     * an open finding that holds no longer goes; a repeated run changes nothing.
     *
     * @param cluster only its enterprises; all if empty
     * @param baseYear year of the figures; the ledger's base year if empty
     * @throws DomainException FORBIDDEN without the right to edit findings, NOT_FOUND if there is no such cluster,
     *     FAILED_PRECONDITION if no year is given and the ledger is empty
     */
    public DiagnosisSummary run(Optional<Long> cluster, Optional<Integer> baseYear) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        int year = baseYear.orElseGet(ledger::requireBaseYear);
        return run(cluster, year, facts(cluster, year));
    }

    private Map<Long, EnterpriseFacts> facts(Optional<Long> cluster, int year) {
        List<LedgerEntry> entries = cluster.map(id -> ledger.list(year, ledger.requireCluster(id).requireId()))
                .orElseGet(() -> ledger.list(year));
        Map<Long, EnterpriseFacts> facts = new LinkedHashMap<>();
        entries.forEach(entry -> facts.put(entry.enterprise().requireId(), entry.facts()));
        return facts;
    }

    private DiagnosisSummary run(Optional<Long> cluster, int baseYear, Map<Long, EnterpriseFacts> facts) {
        DiagnosisEngine engine = engines.current();
        Judged judged = pool.run(tenants.current().orElseThrow().value(), () -> judge(engine, facts, baseYear));
        FindingChanges changes = FindingChanges.between(
                findings.ofEnterprises(facts.keySet(), Optional.of(baseYear)), judged.findings());
        findings.delete(changes.removed());
        findings.update(changes.changed());
        findings.hold(changes.lapsed(), false);
        findings.hold(changes.back(), true);
        findings.insert(baseYear, FindingOrigin.RULE, changes.added());
        gaps.replace(facts.keySet(), baseYear, judged.gaps());
        means.replace(facts.keySet(), baseYear, judged.means());
        DiagnosisSummary summary = new DiagnosisSummary(baseYear, facts.size(), counts(judged.findings(), engine.ruleIds()),
                judged.gaps().size(), judged.means().size(), changes.added().size(), changes.changed().size(), changes.removed().size());
        audit.note("diagnosis.run", "diagnosis", cluster.map(String::valueOf).orElse(""),
                Map.of("baseYear", baseYear, "enterprises", summary.enterprises(), "added", summary.added(), "changed",
                        summary.changed(), "removed", summary.removed()));
        return summary;
    }

    private static Judged judge(DiagnosisEngine engine, Map<Long, EnterpriseFacts> facts, int baseYear) {
        List<Added> findings = new ArrayList<>();
        List<DataGap> gaps = new ArrayList<>();
        List<MeanBelowLimit> means = new ArrayList<>();
        facts.forEach((enterprise, known) -> engine.diagnose(known).forEach(verdict -> {
            switch (verdict) {
                case Verdict.Finding finding -> findings.add(new Added(enterprise, FindingContent.of(finding)));
                case Verdict.Unknown unknown -> gaps.add(DataGap.of(enterprise, baseYear, unknown));
                case Verdict.Clear clear when !clear.conclusive() -> means.add(MeanBelowLimit.of(enterprise, baseYear, clear));
                case Verdict.Clear _, Verdict.NotApplicable _ -> {
                }
            }
        }));
        return new Judged(findings, gaps, means);
    }

    private static List<RuleCount> counts(List<Added> findings, List<String> ruleOrder) {
        Map<RuleCount, Integer> counts = new LinkedHashMap<>();
        findings.forEach(finding -> counts.merge(
                new RuleCount(finding.content().ruleId(), finding.content().severity(), 0), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> new RuleCount(entry.getKey().ruleId(), entry.getKey().severity(), entry.getValue()))
                .sorted(Comparator.comparing(count -> ruleOrder.indexOf(count.ruleId()))).toList();
    }
}
