package org.lantian.ledger;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.lantian.common.Progress;
import org.lantian.engine.rule.FieldValue;
import org.lantian.engine.sheet.CellText;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.vocabulary.Approval;

/** Writes the changes of an analysis. Enterprises first, then their rows, a batch a table. */
@Singleton
final class LedgerCommit {

    private static final int BATCH = 1_000;

    /** Ids after the commit, by what a workbook calls the subject. */
    record Ids(Map<EnterpriseKey, Long> enterprises, Map<String, Long> clusters) {

        /** The subject with its id. */
        ImportSubject resolve(ImportSubject subject) {
            return switch (subject) {
                case ImportSubject.OfEnterprise(var id, String cluster, String name) ->
                    new ImportSubject.OfEnterprise(
                            id.or(() -> Optional.ofNullable(enterprises.get(EnterpriseKey.of(cluster, name)))), cluster,
                            name);
                case ImportSubject.OfCluster(var id, String name) -> new ImportSubject.OfCluster(
                        id.or(() -> Optional.ofNullable(clusters.get(CellText.key(name)))), name);
            };
        }
    }

    private final ClusterRepository clusters;
    private final EnterpriseRepository enterprises;
    private final LedgerWriter writer;

    LedgerCommit(ClusterRepository clusters, EnterpriseRepository enterprises, LedgerWriter writer) {
        this.clusters = clusters;
        this.enterprises = enterprises;
        this.writer = writer;
    }

    /** Writes the changes and the clusters they need; returns the ids of what was written. */
    Ids write(List<EnterpriseChange> changes, Map<String, Optional<Approval>> named, int year, OffsetDateTime now) {
        Map<String, Long> clusterIds = clusters(changes, named, now);
        List<EnterpriseChange> added = changes.stream().filter(EnterpriseChange::added).toList();
        List<EnterpriseChange> changed = changes.stream().filter(change -> !change.added()).toList();
        Map<EnterpriseKey, Long> ids = new HashMap<>();
        insert(added, clusterIds, ids);
        update(changed, clusterIds, now);
        changed.forEach(change -> ids.put(key(change), change.enterprise().requireId()));
        writeRows(changes, year, ids);
        Map<Long, Map<Field, FieldValue>> transport = new LinkedHashMap<>();
        changes.forEach(change -> change.transport().ifPresent(values -> transport.put(ids.get(key(change)), values)));
        writer.replaceTransport(year, transport);
        return new Ids(ids, clusterIds);
    }

    private void writeRows(List<EnterpriseChange> changes, int year, Map<EnterpriseKey, Long> ids) {
        int all = changes.stream().mapToInt(change -> change.rows().size()).sum();
        int written = 0;
        for (LedgerTable table : LedgerTable.values()) {
            List<EnterpriseChange> having = changes.stream()
                    .filter(change -> change.rows().containsKey(table.group())).toList();
            for (List<EnterpriseChange> batch : batches(having)) {
                writer.replace(table, year, batch.stream().map(change -> new LedgerWriter.Replacement(
                        ids.get(key(change)), change.rows().get(table.group()))).toList());
                written += batch.size();
                Progress.tell("写入明细", written, all, "项");
            }
        }
    }

    /** Whether a stored cluster's approval differs; a new cluster comes with its first enterprise. */
    boolean changesClusters(Map<String, Optional<Approval>> named) {
        Map<String, Cluster> stored = stored();
        return named.entrySet().stream().anyMatch(entry -> {
            Cluster cluster = stored.get(CellText.key(entry.getKey()));
            return cluster != null
                    && entry.getValue().filter(approval -> approval != cluster.approval()).isPresent();
        });
    }

    private Map<String, Long> clusters(List<EnterpriseChange> changes, Map<String, Optional<Approval>> named,
            OffsetDateTime now) {
        Map<String, Cluster> stored = stored();
        Map<String, Long> ids = new HashMap<>();
        stored.forEach((key, cluster) -> ids.put(key, cluster.requireId()));
        for (EnterpriseChange change : changes) {
            String key = CellText.key(change.cluster());
            if (!ids.containsKey(key)) {
                Optional<Approval> approval = named.getOrDefault(change.cluster(), Optional.empty());
                ids.put(key, clusters.save(Cluster.named(change.cluster(), approval.orElse(null), now)).requireId());
            }
        }
        named.forEach((name, approval) -> {
            Cluster cluster = stored.get(CellText.key(name));
            if (cluster != null && approval.isPresent() && approval.get() != cluster.approval()) {
                clusters.update(cluster.with(approval.get(), now));
            }
        });
        return ids;
    }

    private Map<String, Cluster> stored() {
        Map<String, Cluster> stored = new HashMap<>();
        clusters.list().forEach(cluster -> stored.put(cluster.nameKey(), cluster));
        return stored;
    }

    private void insert(List<EnterpriseChange> added, Map<String, Long> clusterIds, Map<EnterpriseKey, Long> ids) {
        for (List<EnterpriseChange> batch : batches(added)) {
            List<Enterprise> saved = enterprises.saveAll(batch.stream().map(change -> placed(change, clusterIds))
                    .toList());
            for (int i = 0; i < saved.size(); i++) {
                ids.put(key(batch.get(i)), saved.get(i).requireId());
            }
            Progress.tell("写入企业", ids.size(), added.size(), "家");
        }
    }

    /** An enterprise whose rows alone differ gets a new version as well: it is what a reader holds on to. */
    private void update(List<EnterpriseChange> changed, Map<String, Long> clusterIds, OffsetDateTime now) {
        for (List<EnterpriseChange> batch : batches(changed)) {
            enterprises.updateAll(batch.stream().map(change -> placed(change, clusterIds)).toList());
        }
    }

    private static Enterprise placed(EnterpriseChange change, Map<String, Long> clusterIds) {
        return change.enterprise().placed(change.enterprise().id(), clusterIds.get(CellText.key(change.cluster())));
    }

    private static EnterpriseKey key(EnterpriseChange change) {
        return EnterpriseKey.of(change.draft().cluster(), change.draft().name());
    }

    private static <T> List<List<T>> batches(List<T> all) {
        List<List<T>> batches = new ArrayList<>();
        for (int start = 0; start < all.size(); start += BATCH) {
            batches.add(all.subList(start, Math.min(start + BATCH, all.size())));
        }
        return batches;
    }
}
