package org.lantian.plan.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.common.Role;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.diagnosis.Finding;
import org.lantian.engine.emission.ReferenceOxygen;
import org.lantian.engine.rule.EnterpriseFacts;
import org.lantian.plan.draft.LedgerFacts;
import org.lantian.plan.draft.MeasureFacts;

/** The measures of clusters; called inside the tenant's transaction. */
@Singleton
public class Measures {

    private final MeasureRows rows;
    private final MeasureStore store;
    private final ReductionRows reductions;
    private final LedgerFacts ledger;
    private final AuditTrail audit;
    private final MeasureLinks links;

    Measures(MeasureRows rows, MeasureStore store, ReductionRows reductions, LedgerFacts ledger, AuditTrail audit, MeasureLinks links) {
        this.links = links;
        this.rows = rows;
        this.store = store;
        this.reductions = reductions;
        this.ledger = ledger;
        this.audit = audit;
    }

    /** A cluster's measures in the order of their deadlines. */
    public List<Measure> listOfCluster(long cluster) {
        return rows.listOfCluster(cluster);
    }

    /** Measures of several clusters at once. */
    public Map<Long, List<Measure>> listOfClusters(Collection<Long> clusters) {
        return rows.listOfClusters(clusters).stream().collect(Collectors.groupingBy(one -> one.input().cluster()));
    }

    /** @throws DomainException NOT_FOUND if there is none */
    public Measure require(long id) {
        return rows.listByIds(List.of(id)).stream().findFirst().orElseThrow(
                () -> DomainException.notFound("MEASURE_NOT_FOUND", "没有编号为 " + id + " 的提升任务，可能已被删除。"));
    }

    /** As a plan sees them, members resolved; a cluster row without members stands for all enterprises. */
    public List<MeasureFacts> facts(long cluster, List<EnterpriseFacts> enterprises) {
        return rows.listOfCluster(cluster).stream().map(measure -> measure.facts(members(measure, enterprises))).toList();
    }

    /** @throws UserErrorsException for what its sender can mend */
    public Measure create(MeasureInput input) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        long id = store.insert(input, store.names(input.cluster(), List.of(input)), false);
        recompute(input.cluster());
        audit.note("measure.created", "measure", Long.toString(id), Map.of("type", input.type().name()));
        return require(id);
    }

    /** A measure to write: over one that there is, or a new one. */
    record Put(Optional<Measure> before, MeasureInput input) {
    }

    /** Writes several measures of one cluster and computes its reductions once; ids in the same order. */
    List<Long> put(long cluster, List<Put> puts) {
        MeasureStore.Names names = store.names(cluster, puts.stream().map(Put::input).toList());
        List<Long> ids = new ArrayList<>();
        for (Put put : puts) {
            if (put.before().isEmpty()) {
                ids.add(store.insert(put.input(), names, false));
            } else if (store.update(put.before().get().id(), put.before().get().rowVersion(), put.input(), names)) {
                ids.add(put.before().get().id());
            } else {
                throw conflict();
            }
        }
        recompute(cluster);
        return ids;
    }

    /** @throws DomainException CONFLICT if somebody else changed it since that version */
    public Measure revise(long id, int rowVersion, MeasureInput input) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        Measure before = require(id);
        if (!store.update(id, rowVersion, input, store.names(input.cluster(), List.of(input)))) {
            throw conflict();
        }
        recompute(input.cluster());
        if (before.input().cluster() != input.cluster()) {
            recompute(before.input().cluster());
        }
        audit.note("measure.revised", "measure", Long.toString(id), Map.of("rowVersion", rowVersion));
        return require(id);
    }

    /** Year of the figures that reductions and findings are of. */
    public Optional<Integer> baseYear() {
        return ledger.baseYear();
    }

    /** Measures by id. */
    public Map<Long, Measure> byIds(Collection<Long> ids) {
        return rows.listByIds(ids).stream().collect(Collectors.toMap(Measure::id, one -> one));
    }

    /** Measures that answer findings, by finding. */
    public Map<FindingKey, List<Measure>> answering(Collection<FindingKey> findings) {
        Map<FindingKey, List<Long>> linked = links.ofEnterprises(findings.stream().map(FindingKey::enterprise).distinct()
                .toList());
        Map<Long, Measure> known = byIds(linked.values().stream().flatMap(List::stream).distinct().toList());
        return findings.stream().filter(linked::containsKey).distinct().collect(Collectors.toMap(one -> one,
                one -> linked.get(one).stream().map(known::get).toList()));
    }

    /**
     * Says which findings a measure answers, in the place of what was stored.
     *
     * @throws DomainException CONFLICT if somebody else changed it since that version
     * @throws UserErrorsException if a finding is not of an enterprise that the measure is about
     */
    public Measure link(long id, int rowVersion, Collection<Finding> findings) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        Measure before = require(id);
        Set<Long> own = ledger.names(before.input().cluster(), findings.stream().map(Finding::enterpriseId).distinct().toList())
                .keySet();
        if (!findings.stream().allMatch(one -> own.contains(one.enterpriseId()) && before.isAbout(one.enterpriseId()))) {
            throw new UserErrorsException(List.of(UserError.of("findingIds", "FINDING_NOT_OF_MEASURE",
                    "所选问题不全是该任务所涉企业的问题。")));
        }
        if (!rows.touch(id, rowVersion)) {
            throw conflict();
        }
        links.replace(id, findings.stream().map(FindingKey::of).distinct().toList());
        audit.note("measure.linked", "measure", Long.toString(id), Map.of("findings",
                findings.stream().map(Finding::id).toList()));
        return require(id);
    }

    /** @throws DomainException CONFLICT if somebody else changed it since that version */
    public void delete(long id, int rowVersion) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        Measure before = require(id);
        if (!rows.delete(id, rowVersion)) {
            throw conflict();
        }
        recompute(before.input().cluster());
        audit.note("measure.deleted", "measure", Long.toString(id), Map.of("subject", before.subject()));
    }

    /** Computes every reduction of the cluster that was not entered by hand, from the base year's outlets. */
    public void recompute(long cluster) {
        List<Measure> measures = rows.listOfCluster(cluster);
        Optional<Integer> baseYear = ledger.baseYear();
        if (measures.isEmpty() || baseYear.isEmpty()) {
            return;
        }
        List<EnterpriseFacts> enterprises = ledger.enterprises(cluster, baseYear.get());
        reductions.replace(new ClusterReductions(enterprises, ReferenceOxygen.of(ledger.profile().limits())).of(measures, measure -> members(measure, enterprises)));
    }

    private static List<String> members(Measure measure, List<EnterpriseFacts> enterprises) {
        if (measure.input().enterprise().isPresent()) {
            return List.of(Long.toString(measure.input().enterprise().get()));
        }
        return measure.input().members().isEmpty() ? enterprises.stream().map(EnterpriseFacts::key).toList()
                : measure.input().members().stream().map(id -> Long.toString(id)).toList();
    }

    private static DomainException conflict() {
        return DomainException.conflict("MEASURE_CHANGED", "该提升任务已被他人修改，请刷新后重试。");
    }
}
