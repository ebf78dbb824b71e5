package org.lantian.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ledger's enterprises by what a workbook may call them. */
final class LedgerIndex {

    private final Map<EnterpriseKey, LedgerEntry> byKey = new HashMap<>();
    private final Map<String, List<LedgerEntry>> byName = new HashMap<>();
    private final Map<String, LedgerEntry> byCode = new HashMap<>();
    private final Map<String, List<LedgerEntry>> byStem = new HashMap<>();
    private final Map<String, Cluster> clusters = new HashMap<>();
    private final List<LedgerEntry> entries;

    LedgerIndex(List<LedgerEntry> entries, List<Cluster> clusters) {
        this.entries = List.copyOf(entries);
        clusters.forEach(cluster -> this.clusters.put(cluster.nameKey(), cluster));
        for (LedgerEntry entry : entries) {
            byKey.put(EnterpriseKey.of(entry), entry);
            byName.computeIfAbsent(entry.enterprise().nameKey(), key -> new ArrayList<>()).add(entry);
            byStem.computeIfAbsent(NameStem.of(entry.enterprise().nameKey()), key -> new ArrayList<>()).add(entry);
            if (entry.enterprise().creditCode() != null) {
                byCode.put(entry.enterprise().creditCode(), entry);
            }
        }
    }

    List<LedgerEntry> entries() {
        return entries;
    }

    Optional<LedgerEntry> find(EnterpriseKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Optional<LedgerEntry> findByCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    List<LedgerEntry> named(String nameKey) {
        return byName.getOrDefault(nameKey, List.of());
    }

    /** Enterprises of the cluster whose names differ only in the words for company. */
    List<LedgerEntry> similar(EnterpriseKey key) {
        return byStem.getOrDefault(NameStem.of(key.name()), List.of()).stream()
                .filter(entry -> entry.cluster().nameKey().equals(key.cluster())).toList();
    }

    Optional<Cluster> cluster(String nameKey) {
        return Optional.ofNullable(clusters.get(nameKey));
    }
}
