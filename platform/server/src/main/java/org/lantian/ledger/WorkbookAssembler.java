package org.lantian.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.lantian.engine.sheet.CellProblem;
import org.lantian.engine.sheet.CellReading;
import org.lantian.engine.sheet.CellText;
import org.lantian.engine.sheet.RowReading;
import org.lantian.engine.sheet.TableReading;
import org.lantian.engine.sheet.WorkbookReading;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.vocabulary.Approval;

/**
 * Finds out which enterprise each row of a workbook speaks of. Table 1 says which enterprises there are; a row of any
 * other table belongs to the enterprise of its name in table 1, else in the ledger.
 */
final class WorkbookAssembler {

    /** The outline's table of enterprises; regional profiles replace it under the same id. */
    static final String ENTERPRISES = "table1";

    private static final Set<FieldGroup> FOREIGN = Set.of(FieldGroup.FINDING, FieldGroup.MEASURE);

    private static final int MOST_QUESTIONS = 100;

    private final LedgerIndex ledger;
    private final List<CellProblem> problems;
    private final Map<EnterpriseKey, EnterpriseDraft> drafts = new LinkedHashMap<>();
    private final Map<String, List<EnterpriseDraft>> byName = new HashMap<>();
    private final Map<Long, EnterpriseDraft> byLedgerId = new HashMap<>();
    private final Map<String, Optional<Approval>> clusters = new LinkedHashMap<>();
    private final Map<String, String> clusterNames = new HashMap<>();
    private final List<ImportedRow> others = new ArrayList<>();
    /** Enterprises of table 1 whose row has no cluster: an error there, and no second one in the other tables. */
    private final Set<String> withoutCluster = new HashSet<>();
    private Optional<NearNames> names = Optional.empty();
    private int asked;

    WorkbookAssembler(LedgerIndex ledger, List<CellProblem> problems) {
        this.ledger = ledger;
        this.problems = problems;
    }

    Assembled assemble(WorkbookReading workbook) {
        for (TableReading table : workbook.tables()) {
            if (table.table().id().equals(ENTERPRISES)) {
                table.rows().forEach(row -> define(table, row));
            }
        }
        new DraftIdentity(ledger, problems).identify(drafts.values());
        List<TableReading> further = workbook.tables().stream()
                .filter(table -> !table.table().id().equals(ENTERPRISES)).toList();
        indexKnown();
        further.stream().filter(table -> !isForeign(table))
                .forEach(table -> table.rows().forEach(row -> attach(table, row)));
        drafts.values().forEach(draft -> draft.dropRepeatedLines(problems));
        new DraftIdentity(ledger, problems).identifyByLateCode(drafts.values());
        indexKnown();
        further.stream().filter(WorkbookAssembler::isForeign)
                .forEach(table -> table.rows().forEach(row -> attach(table, row)));
        Map<String, Optional<Approval>> named = new LinkedHashMap<>();
        clusters.forEach((key, approval) -> named.put(clusterNames.get(key), approval));
        return new Assembled(List.copyOf(drafts.values()), named, others);
    }

    private void define(TableReading table, RowReading row) {
        Optional<String> name = row.text(Field.ENTERPRISE_NAME);
        Optional<String> cluster = row.text(Field.CLUSTER_NAME);
        if (name.isEmpty()) {
            return;
        }
        if (cluster.isEmpty()) {
            cluster = onlyClusterOf(CellText.key(name.get()));
        }
        if (cluster.isEmpty()) {
            withoutCluster.add(CellText.key(name.get()));
        }
        if (cluster.isEmpty() && !reportedAsBlank(row)) {
            error(table, row.find(Field.CLUSTER_NAME).or(() -> row.find(Field.ENTERPRISE_NAME)).orElseThrow(),
                    CellProblemCode.CLUSTER_MISSING, "“" + name.get() + "”没有填写集群名称。");
        }
        if (cluster.isEmpty()) {
            return;
        }
        approval(table, row, cluster.get());
        EnterpriseKey given = EnterpriseKey.of(cluster.get(), name.get());
        Optional<LedgerEntry> meant = ledger.meant(given);
        EnterpriseKey key = meant.map(EnterpriseKey::of).orElse(given);
        if (drafts.containsKey(key)) {
            problems.add(CellProblem.warning(table.sheet(), row.find(Field.ENTERPRISE_NAME).orElseThrow().cell(),
                    CellProblemCode.DUPLICATE_ROW, "“" + name.get() + "”在表1中已经出现过，本行的内容并入同一家企业；如为另一家企业，请改正名称。"));
        }
        draft(key, meant.map(entry -> entry.cluster().name()).orElse(cluster.get()),
                meant.map(entry -> entry.enterprise().name()).orElse(name.get())).add(table, row, problems);
    }

    /** A column that must always be filled was reported where the cell was read. */
    private static boolean reportedAsBlank(RowReading row) {
        return row.find(Field.CLUSTER_NAME).filter(cell -> cell.column().requiredWhen().equals("always")).isPresent();
    }

    private Optional<String> onlyClusterOf(String nameKey) {
        List<LedgerEntry> known = ledger.named(nameKey);
        return known.size() == 1 ? Optional.of(known.getFirst().cluster().name()) : Optional.empty();
    }

    private EnterpriseDraft draft(EnterpriseKey key, String cluster, String name) {
        EnterpriseDraft known = drafts.get(key);
        if (known != null) {
            return known;
        }
        EnterpriseDraft fresh = new EnterpriseDraft(cluster, name);
        drafts.put(key, fresh);
        byName.computeIfAbsent(key.name(), nameKey -> new ArrayList<>()).add(fresh);
        return fresh;
    }

    /** The approval stands in every row of a cluster and must be the same in all. */
    private void approval(TableReading table, RowReading row, String cluster) {
        Optional<Approval> given = row.text(Field.CLUSTER_APPROVAL).flatMap(Approval::ofTerm);
        String key = CellText.key(cluster);
        clusterNames.putIfAbsent(key, cluster);
        Optional<Approval> earlier = clusters.getOrDefault(key, Optional.empty());
        if (earlier.isPresent() && given.isPresent() && !earlier.equals(given)) {
            error(table, row.find(Field.CLUSTER_APPROVAL).orElseThrow(), CellProblemCode.CONTRADICTING_VALUES,
                    "集群“" + cluster + "”的批准情况前后不一致：前面为“" + earlier.get().term() + "”，此处为“"
                            + given.get().term() + "”。");
        }
        clusters.put(key, earlier.or(() -> given));
    }

    private void attach(TableReading table, RowReading row) {
        Optional<CellReading> nameCell = row.find(Field.ENTERPRISE_NAME).or(() -> row.find(Field.MEASURE_SUBJECT));
        Optional<String> name = nameCell.flatMap(CellReading::text);
        if (name.isEmpty()) {
            return;
        }
        Optional<String> cluster = row.text(Field.CLUSTER_NAME).map(CellText::key);
        List<EnterpriseDraft> found = candidates(CellText.key(name.get()), cluster);
        if (found.size() > 1) {
            error(table, nameCell.get(), CellProblemCode.ENTERPRISE_AMBIGUOUS,
                    "有" + found.size() + "个集群都有名为“" + name.get() + "”的企业（"
                            + String.join("、", found.stream().map(EnterpriseDraft::cluster).toList())
                            + "），请在本表增加“所属集群”列。");
        } else if (found.size() == 1) {
            take(table, row, found.getFirst());
        } else {
            attachToCluster(table, row, nameCell.get(), name.get(), cluster);
        }
    }

    private List<EnterpriseDraft> candidates(String nameKey, Optional<String> cluster) {
        List<EnterpriseDraft> here = byName.getOrDefault(nameKey, List.of()).stream()
                .filter(draft -> cluster.isEmpty() || CellText.key(draft.cluster()).equals(cluster.get())).toList();
        if (!here.isEmpty()) {
            return here;
        }
        return ledger.named(nameKey).stream()
                .filter(entry -> cluster.isEmpty() || entry.cluster().nameKey().equals(cluster.get()))
                .map(this::known).distinct().toList();
    }

    private void indexKnown() {
        drafts.values().forEach(draft -> draft.current()
                .ifPresent(entry -> byLedgerId.put(entry.enterprise().requireId(), draft)));
    }

    /** The draft of a ledger enterprise; a renamed one is found under its old name too. */
    private EnterpriseDraft known(LedgerEntry entry) {
        EnterpriseDraft renamed = byLedgerId.get(entry.enterprise().requireId());
        if (renamed != null) {
            return renamed;
        }
        EnterpriseDraft draft = new EnterpriseDraft(entry.cluster().name(), entry.enterprise().name());
        draft.identify(entry);
        return draft;
    }

    private void take(TableReading table, RowReading row, EnterpriseDraft draft) {
        EnterpriseDraft kept = draft(EnterpriseKey.of(draft.cluster(), draft.name()), draft.cluster(), draft.name());
        if (kept.current().isEmpty()) {
            draft.current().ifPresent(kept::identify);
        }
        kept.add(table, row, problems);
        if (isForeign(table)) {
            others.add(ImportedRow.of(new ImportSubject.OfEnterprise(
                    kept.current().map(entry -> entry.enterprise().requireId()), kept.cluster(), kept.name()),
                    table.sheet(), row));
        }
    }

    /** Table 4 may name a whole cluster; anything else is an unknown enterprise. */
    private void attachToCluster(TableReading table, RowReading row, CellReading cell, String name,
            Optional<String> cluster) {
        String key = CellText.key(name);
        Optional<Cluster> stored = ledger.cluster(key);
        boolean known = stored.isPresent() || clusters.containsKey(key);
        if (known && table.fields().contains(Field.MEASURE_SUBJECT)) {
            others.add(ImportedRow.of(new ImportSubject.OfCluster(stored.map(Cluster::requireId),
                    stored.map(Cluster::name).orElseGet(() -> clusterNames.get(key))), table.sheet(), row));
        } else if (cluster.isPresent() && !candidates(key, Optional.empty()).isEmpty()) {
            error(table, cell, CellProblemCode.ENTERPRISE_UNKNOWN, "集群“" + row.text(Field.CLUSTER_NAME).orElseThrow()
                    + "”中没有名为“" + name + "”的企业，请核对集群名称和企业名称。");
        } else if (!withoutCluster.contains(key)) {
            List<String> near = near(name);
            problems.add(new CellProblem(table.sheet(), cell.cell(), CellProblemCode.ENTERPRISE_UNKNOWN, Severity.ERROR,
                    "“" + name + "”既不在本工作簿的表1中，也不在台账中，请核对名称或先在表1中填写。"
                            + (near.isEmpty() ? "" : "是否为“" + String.join("”“", near) + "”？"), near));
        }
    }

    /** A near match is a question to the clerk, never a merge; asked for the first names only, each costs a search. */
    private List<String> near(String name) {
        if (asked++ >= MOST_QUESTIONS) {
            return List.of();
        }
        NearNames known = names.orElseGet(() -> new NearNames(Stream.concat(
                drafts.values().stream().map(EnterpriseDraft::name),
                ledger.entries().stream().map(entry -> entry.enterprise().name()))));
        names = Optional.of(known);
        return known.of(name, other -> byName.containsKey(CellText.key(other)) || ledger.possible(other, CellText.key(name)));
    }

    private static boolean isForeign(TableReading table) {
        return table.fields().stream().anyMatch(field -> FOREIGN.contains(field.group()));
    }

    private void error(TableReading table, CellReading cell, CellProblemCode code, String message) {
        problems.add(CellProblem.error(table.sheet(), cell.cell(), code, message));
    }
}
