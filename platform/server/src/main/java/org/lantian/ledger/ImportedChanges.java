package org.lantian.ledger;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.lantian.common.Progress;
import org.lantian.engine.rule.FieldValue;
import org.lantian.engine.sheet.CellText;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

/** Tells the listeners what an import wrote, without reading it again. */
@Singleton
final class ImportedChanges {

    private final List<LedgerListener> listeners;
    private final ClusterRepository clusters;

    ImportedChanges(List<LedgerListener> listeners, ClusterRepository clusters) {
        this.listeners = List.copyOf(listeners);
        this.clusters = clusters;
    }

    /** The clusters as they are now. */
    List<Cluster> clusters() {
        return clusters.list();
    }

    /** @param before clusters before the import */
    void tell(long importId, List<EnterpriseChange> changes, List<Cluster> before, LedgerCommit.Ids ids, int year) {
        ChangeOrigin origin = new ChangeOrigin.OfImport(importId);
        List<Cluster> after = clusters.list();
        Map<Long, Cluster> byId = new HashMap<>();
        after.forEach(cluster -> byId.put(cluster.requireId(), cluster));
        int all = listeners.size() * changes.size();
        for (int i = 0; i < listeners.size(); i++) {
            AtomicInteger told = new AtomicInteger(i * changes.size());
            listeners.get(i).clustersWritten(origin, before, after);
            listeners.get(i).written(origin, entries(changes, byId, ids, year)
                    .peek(change -> Progress.tellSome("记录变更", told.incrementAndGet(), all, "项")));
            Progress.tell("记录变更", (i + 1) * changes.size(), all, "项");
        }
    }

    private static Stream<EntryChange> entries(List<EnterpriseChange> changes, Map<Long, Cluster> clusters,
            LedgerCommit.Ids ids, int year) {
        return changes.stream().map(change -> {
            long cluster = ids.clusters().get(CellText.key(change.cluster()));
            long id = ids.enterprises().get(EnterpriseKey.of(change.draft().cluster(), change.draft().name()));
            Enterprise enterprise = change.enterprise().placed(id, cluster);
            return new EntryChange(change.draft().current(),
                    Optional.of(after(change, enterprise, clusters.get(cluster), year)));
        });
    }

    private static LedgerEntry after(EnterpriseChange change, Enterprise enterprise, Cluster cluster, int year) {
        Optional<LedgerEntry> before = change.draft().current();
        Map<FieldGroup, List<LedgerRow>> rows = new EnumMap<>(FieldGroup.class);
        before.ifPresent(entry -> rows.putAll(entry.rows()));
        rows.putAll(change.rows());
        Map<Field, FieldValue> values = Ledger.values(enterprise, cluster);
        before.ifPresent(entry -> entry.values().forEach((field, value) -> {
            if (field.group() == FieldGroup.TRANSPORT) {
                values.put(field, value);
            }
        }));
        change.transport().ifPresent(transport -> {
            values.keySet().removeIf(field -> field.group() == FieldGroup.TRANSPORT);
            values.putAll(transport);
        });
        return new LedgerEntry(enterprise, cluster, year, values, rows);
    }
}
