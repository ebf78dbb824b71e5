package org.lantian.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.lantian.engine.sheet.CellText;

/** The ledger's enterprises by what a workbook may call them. */
final class LedgerIndex {

    private final Map<EnterpriseKey, LedgerEntry> byKey = new HashMap<>();
    private final Map<String, List<LedgerEntry>> byName = new HashMap<>();
    private final Map<String, LedgerEntry> byCode = new HashMap<>();
    private final Map<String, List<LedgerEntry>> byStem = new HashMap<>();
    private final Map<String, Cluster> clusters = new HashMap<>();
    private final Map<EnterpriseKey, LedgerEntry> aliases = new HashMap<>();
    private final Set<NearAnswers.Apart> apart;
    private final List<LedgerEntry> entries;

    LedgerIndex(List<LedgerEntry> entries, List<Cluster> clusters) {
        this(entries, clusters, NearAnswers.Known.NONE);
    }

    LedgerIndex(List<LedgerEntry> entries, List<Cluster> clusters, NearAnswers.Known answers) {
        this.apart = answers.apart();
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
        answers.same().forEach((named, id) -> alias(named, id));
    }

    private void alias(NearAnswers.Named named, long enterprise) {
        Optional<String> cluster = clusters.values().stream().filter(one -> one.requireId() == named.cluster())
                .map(Cluster::nameKey).findFirst();
        Optional<LedgerEntry> meant = entries.stream().filter(entry -> entry.enterprise().requireId() == enterprise).findFirst();
        if (cluster.isPresent() && meant.isPresent()) {
            EnterpriseKey key = new EnterpriseKey(cluster.get(), named.nameKey());
            if (!byKey.containsKey(key)) {
                aliases.put(key, meant.get());
            }
        }
    }

    /** The enterprise that people said a name means which is nobody's. */
    Optional<LedgerEntry> meant(EnterpriseKey key) {
        return Optional.ofNullable(aliases.get(key));
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
        List<LedgerEntry> found = byName.getOrDefault(nameKey, List.of());
        return found.isEmpty() ? aliases.entrySet().stream().filter(alias -> alias.getKey().name().equals(nameKey))
                .map(Map.Entry::getValue).distinct().toList() : found;
    }

    /** Whether an enterprise has the name of which people did not say that the other name does not mean it. */
    boolean possible(String name, String nameKey) {
        return named(CellText.key(name)).stream().anyMatch(entry -> isPossible(entry, nameKey));
    }

    private boolean isPossible(LedgerEntry entry, String nameKey) {
        return !apart.contains(new NearAnswers.Apart(entry.enterprise().requireId(), nameKey));
    }

    /** Enterprises of the cluster whose names differ only in the words for company, unless people said that they are others. */
    List<LedgerEntry> similar(EnterpriseKey key) {
        return byStem.getOrDefault(NameStem.of(key.name()), List.of()).stream()
                .filter(entry -> entry.cluster().nameKey().equals(key.cluster()))
                .filter(entry -> isPossible(entry, key.name())).toList();
    }

    Optional<Cluster> cluster(String nameKey) {
        return Optional.ofNullable(clusters.get(nameKey));
    }
}
