package org.lantian.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.lantian.common.DomainException;
import org.lantian.engine.rule.FieldValue;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.vocabulary.Approval;

/** Reads the ledger of the open transaction's tenant. */
@Singleton
public class Ledger {

    private final ClusterRepository clusters;
    private final EnterpriseRepository enterprises;
    private final LedgerReader reader;
    private final LedgerState state;

    Ledger(ClusterRepository clusters, EnterpriseRepository enterprises, LedgerReader reader, LedgerState state) {
        this.clusters = clusters;
        this.enterprises = enterprises;
        this.reader = reader;
        this.state = state;
    }

    /** The version counter: it moves with each change of the ledger. */
    public long version() {
        return state.read().version();
    }

    /** The base year of the last import; empty while the ledger is. */
    public Optional<Integer> baseYear() {
        return state.read().baseYear();
    }

    /** @throws DomainException FAILED_PRECONDITION while there is none */
    public int requireBaseYear() {
        return baseYear().orElseThrow(() -> DomainException.failedPrecondition("LEDGER_EMPTY",
                "台账还没有数据，请先导入表1和表2，或指明基准年。"));
    }

    /** All clusters in the order in which they came. */
    public List<Cluster> listClusters() {
        return clusters.list();
    }

    public Optional<Cluster> findCluster(long id) {
        return clusters.list().stream().filter(cluster -> cluster.requireId() == id).findFirst();
    }

    /** @throws DomainException NOT_FOUND if the tenant has no such cluster */
    public Cluster requireCluster(long id) {
        return findCluster(id)
                .orElseThrow(() -> DomainException.notFound("CLUSTER_NOT_FOUND", "没有编号为 " + id + " 的集群。"));
    }

    /** Every enterprise with all that is known of it in the year, by cluster and then in the order they came. */
    public List<LedgerEntry> list(int year) {
        return entries(enterprises.list(), year, Optional.empty());
    }

    /** The same for one cluster. */
    public List<LedgerEntry> list(int year, long clusterId) {
        List<Enterprise> members = listEnterprises(clusterId);
        return entries(members, year, Optional.of(members.stream().map(Enterprise::requireId).toList()));
    }

    /** The same for chosen enterprises; unknown ids are left out. */
    public List<LedgerEntry> list(int year, Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : entriesOf(enterprises.list(List.copyOf(ids)), year);
    }

    public Optional<LedgerEntry> find(long enterpriseId, int year) {
        return entries(enterprises.list(List.of(enterpriseId)), year, Optional.of(List.of(enterpriseId))).stream()
                .findFirst();
    }

    /** @throws DomainException NOT_FOUND if the tenant has no such enterprise */
    public LedgerEntry require(long enterpriseId, int year) {
        return find(enterpriseId, year).orElseThrow(
                () -> DomainException.notFound("ENTERPRISE_NOT_FOUND", "没有编号为 " + enterpriseId + " 的企业。"));
    }

    /** Entries of the enterprises in the year. */
    List<LedgerEntry> entriesOf(List<Enterprise> found, int year) {
        return entries(found, year, Optional.of(found.stream().map(Enterprise::requireId).toList()));
    }

    /** All enterprises without their rows, by cluster and then in the order they came. */
    public List<Enterprise> listEnterprises() {
        return enterprises.list();
    }

    /** The enterprises of a cluster without their rows, in the order they came. */
    public List<Enterprise> listEnterprises(long clusterId) {
        return enterprises.listOfCluster(clusterId);
    }

    /** @param nameKey the name as it is compared */
    public Optional<Enterprise> findNamed(long clusterId, String nameKey) {
        return enterprises.findByName(clusterId, nameKey);
    }

    /** Names, as they are compared, that enterprises of several clusters bear. */
    Set<String> sharedNames() {
        return Set.copyOf(enterprises.listSharedNames());
    }

    /** Whom a credit code belongs to. */
    public Optional<Enterprise> findHolder(String creditCode) {
        return enterprises.findByCode(creditCode);
    }

    /** Enterprises by id, without their rows; unknown ids are left out. */
    public Map<Long, Enterprise> enterprises(Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : enterprises.list(List.copyOf(ids)).stream()
                .collect(Collectors.toMap(Enterprise::requireId, Function.identity()));
    }

    /** Number of enterprises by cluster. */
    public Map<Long, Long> countByCluster() {
        return enterprises.list().stream().collect(Collectors.groupingBy(Enterprise::clusterId, Collectors.counting()));
    }

    /** Entries of one repeating group by enterprise. */
    public Map<Long, List<LedgerRow>> rows(FieldGroup group, int year, Collection<Long> enterpriseIds) {
        LedgerTable table = LedgerTable.valueOf(group.name());
        return reader.rows(table, year, Optional.of(enterpriseIds));
    }

    /** Transport values by enterprise. */
    public Map<Long, Map<Field, FieldValue>> transport(int year, Collection<Long> enterpriseIds) {
        return reader.transport(year, Optional.of(enterpriseIds));
    }

    private List<LedgerEntry> entries(List<Enterprise> found, int year, Optional<Collection<Long>> ids) {
        Map<Long, Cluster> byId = clusters.list().stream()
                .collect(Collectors.toMap(Cluster::requireId, Function.identity()));
        Map<FieldGroup, Map<Long, List<LedgerRow>>> rows = new EnumMap<>(FieldGroup.class);
        for (LedgerTable table : LedgerTable.values()) {
            rows.put(table.group(), reader.rows(table, year, ids));
        }
        Map<Long, Map<Field, FieldValue>> transport = reader.transport(year, ids);
        List<LedgerEntry> entries = new ArrayList<>();
        for (Enterprise enterprise : found) {
            long id = enterprise.requireId();
            Cluster cluster = byId.get(enterprise.clusterId());
            Map<FieldGroup, List<LedgerRow>> own = new HashMap<>();
            rows.forEach((group, all) -> {
                if (all.containsKey(id)) {
                    own.put(group, all.get(id));
                }
            });
            Map<Field, FieldValue> values = values(enterprise, cluster);
            values.putAll(transport.getOrDefault(id, Map.of()));
            entries.add(new LedgerEntry(enterprise, cluster, year, values, own));
        }
        return entries;
    }

    static Map<Field, FieldValue> values(Enterprise enterprise, Cluster cluster) {
        Map<Field, FieldValue> values = new EnumMap<>(Field.class);
        values.put(Field.CLUSTER_NAME, LedgerText.read(cluster.name()));
        values.put(Field.CLUSTER_APPROVAL,
                FieldValue.ofText(Optional.ofNullable(cluster.approval()).map(Approval::term)));
        values.put(Field.ENTERPRISE_NAME, LedgerText.read(enterprise.name()));
        values.put(Field.ENTERPRISE_CREDIT_CODE, LedgerText.read(enterprise.creditCode()));
        values.put(Field.ENTERPRISE_PERMIT_NUMBER, LedgerText.read(enterprise.permitNumber()));
        values.put(Field.ENTERPRISE_COUNTY, LedgerText.read(enterprise.county()));
        values.put(Field.ENTERPRISE_TOWN, LedgerText.read(enterprise.town()));
        values.put(Field.ENTERPRISE_INDUSTRY, LedgerText.read(enterprise.industry()));
        values.put(Field.ENTERPRISE_GRADE, LedgerText.read(enterprise.grade()));
        values.values().removeIf(FieldValue.Absent.class::isInstance);
        return values;
    }
}
