package org.lantian.diagnosis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.lantian.engine.sheet.SheetContent.Entry;
import org.lantian.ledger.ImportSubject;
import org.lantian.ledger.ImportedRow;
import org.lantian.ledger.LedgerEntry;
import org.lantian.ledger.LedgerExtension;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.vocabulary.ProblemArea;
import org.lantian.plugin.vocabulary.ProblemColumn;

/**
 * Takes table 3 of a workbook: the text of each column becomes a finding of the enterprise. Sentences that the rules
 * have already found are left out, so that a table which Lantian printed comes back without doubles. A blank cell says
 * nothing; {@code /} or 无 removes an open imported finding.
 */
@Singleton
class ImportedFindings implements LedgerExtension {

    private static final String RULE_PREFIX = "import-";
    private static final String SOURCE = "导入工作簿表3";
    private static final Map<Field, ProblemColumn> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put(Field.FINDING_FUGITIVE, ProblemColumn.FUGITIVE);
        COLUMNS.put(Field.FINDING_ORGANISED, ProblemColumn.ORGANISED);
        COLUMNS.put(Field.FINDING_TRANSPORT, ProblemColumn.TRANSPORT);
        COLUMNS.put(Field.FINDING_GRADE, ProblemColumn.GRADE);
    }

    private final FindingRows findings;

    ImportedFindings(FindingRows findings) {
        this.findings = findings;
    }

    private record Key(long enterpriseId, ProblemColumn column) {
    }

    @Override
    public FieldGroup group() {
        return FieldGroup.FINDING;
    }

    @Override
    public Outcome preview(Rows rows) {
        FindingChanges changes = changes(rows);
        return new Outcome(changes.added().size() + ofNewEnterprises(rows), changes.changed().size(), List.of());
    }

    @Override
    public Outcome commit(Rows rows) {
        FindingChanges changes = changes(rows);
        findings.delete(changes.removed());
        findings.update(changes.changed());
        findings.insert(rows.baseYear(), FindingOrigin.IMPORT, changes.added());
        return new Outcome(changes.added().size(), changes.changed().size(), List.of());
    }

    /**
     * What people have found or confirmed; what only a rule says and nobody has confirmed stays with the rule. An
     * enterprise without such words has a row as well if any has one: the tables speak of the same enterprises.
     */
    @Override
    public List<Map<Field, Entry>> rows(int baseYear, List<LedgerEntry> entries) {
        Map<Key, List<String>> texts = new HashMap<>();
        findings.ofEnterprises(entries.stream().map(entry -> entry.enterprise().requireId()).toList(),
                Optional.of(baseYear)).stream().filter(ImportedFindings::isOfPeople)
                .forEach(finding -> finding.shown().column().ifPresent(column -> texts
                        .computeIfAbsent(new Key(finding.enterpriseId(), column), key -> new ArrayList<>())
                        .add(finding.shown().text())));
        return texts.isEmpty() ? List.of() : entries.stream().map(entry -> cells(entry, texts)).toList();
    }

    private static boolean isOfPeople(Finding finding) {
        return finding.state() == FindingState.CONFIRMED
                || finding.state() == FindingState.OPEN && finding.origin() == FindingOrigin.IMPORT;
    }

    private static Map<Field, Entry> cells(LedgerEntry entry, Map<Key, List<String>> texts) {
        Map<Field, Entry> cells = new EnumMap<>(Field.class);
        cells.put(Field.CLUSTER_NAME, Entry.text(entry.cluster().name()));
        cells.put(Field.ENTERPRISE_NAME, Entry.text(entry.enterprise().name()));
        COLUMNS.forEach((field, column) -> cells.put(field, Entry.text(String.join("\n",
                texts.getOrDefault(new Key(entry.enterprise().requireId(), column), List.of())))));
        return cells;
    }

    private FindingChanges changes(Rows rows) {
        Map<Long, ImportedRow> byEnterprise = new LinkedHashMap<>();
        rows.rows().forEach(row -> enterpriseOf(row).ifPresent(id -> byEnterprise.put(id, row)));
        List<Finding> stored = findings.ofEnterprises(byEnterprise.keySet(), Optional.of(rows.baseYear()));
        Map<Key, Finding> imported = new HashMap<>();
        stored.stream().filter(finding -> finding.origin() == FindingOrigin.IMPORT).forEach(
                finding -> imported.put(new Key(finding.enterpriseId(), finding.content().column().orElseThrow()), finding));
        FindingChanges changes = new FindingChanges(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), List.of(),
                List.of());
        byEnterprise.forEach((id, row) -> {
            Set<String> known = stored.stream().filter(finding -> finding.enterpriseId() == id)
                    .flatMap(ImportedFindings::knownTexts).flatMap(String::lines).map(String::strip)
                    .collect(Collectors.toSet());
            COLUMNS.forEach((field, column) -> compare(new Key(id, column), row, field, known,
                    Optional.ofNullable(imported.get(new Key(id, column))), changes));
        });
        return changes;
    }

    /** A rule's words, and the words that a person put in the place of a rule's or a workbook's. */
    private static Stream<String> knownTexts(Finding finding) {
        Stream<String> edited = finding.edit().stream().map(FindingEdit::text);
        return finding.origin() == FindingOrigin.RULE ? Stream.concat(Stream.of(finding.content().text()), edited) : edited;
    }

    private static void compare(Key key, ImportedRow row, Field field, Set<String> known, Optional<Finding> stored,
            FindingChanges changes) {
        String text = row.text(field).map(words -> withoutKnown(words, known)).orElse("");
        if (row.isNone(field)) {
            stored.filter(finding -> finding.state() == FindingState.OPEN).ifPresent(changes.removed()::add);
        } else if (!text.isEmpty()) {
            FindingContent content = content(key.column(), text);
            if (stored.isEmpty()) {
                changes.added().add(new FindingChanges.Added(key.enterpriseId(), content));
            } else if (!stored.get().content().equals(content)) {
                changes.changed().add(new FindingChanges.Changed(stored.get().id(), content));
            }
        }
    }

    private static int ofNewEnterprises(Rows rows) {
        return (int) rows.rows().stream().filter(row -> row.subject() instanceof ImportSubject.OfEnterprise)
                .filter(row -> enterpriseOf(row).isEmpty())
                .flatMap(row -> COLUMNS.keySet().stream().filter(field -> row.text(field).isPresent())).count();
    }

    private static Optional<Long> enterpriseOf(ImportedRow row) {
        return switch (row.subject()) {
            case ImportSubject.OfEnterprise enterprise -> enterprise.id();
            case ImportSubject.OfCluster _ -> Optional.empty();
        };
    }

    private static String withoutKnown(String words, Set<String> known) {
        return words.lines().map(String::strip).filter(line -> !line.isEmpty())
                .filter(line -> !known.contains(line.replaceFirst("^(?:\\d+[.、．]|[（(]\\d+[）)])\\s*", "")))
                .collect(Collectors.joining("\n"));
    }

    private static FindingContent content(ProblemColumn column, String text) {
        ProblemArea area = column == ProblemColumn.TRANSPORT ? ProblemArea.TRANSPORT : ProblemArea.TREATMENT;
        return new FindingContent(RULE_PREFIX + column.name().toLowerCase(Locale.ROOT), "1", "", area,
                Optional.of(column), Severity.WARNING, text, List.of(), SOURCE, List.of(), Optional.empty());
    }
}
