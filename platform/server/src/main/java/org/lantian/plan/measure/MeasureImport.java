package org.lantian.plan.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.lantian.engine.emission.ReductionText;
import org.lantian.engine.sheet.CellProblem;
import org.lantian.engine.sheet.CellValue;
import org.lantian.engine.sheet.SheetContent.Entry;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.ImportSubject;
import org.lantian.ledger.ImportedRow;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.LedgerEntry;
import org.lantian.ledger.LedgerExtension;
import org.lantian.plan.measure.MeasureInput.Deadline;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.vocabulary.TaskAspect;
import org.lantian.plugin.vocabulary.UpgradeType;

/** Takes over table 4 of an imported workbook, and gives it for an export. */
@Singleton
class MeasureImport implements LedgerExtension {

    private static final Map<TaskAspect, Field> TASKS = MeasureCells.TASKS;

    private final MeasureTakeOver takeOver;
    private final MeasureRows measures;
    private final Ledger ledger;

    MeasureImport(MeasureTakeOver takeOver, MeasureRows measures, Ledger ledger) {
        this.takeOver = takeOver;
        this.measures = measures;
        this.ledger = ledger;
    }

    @Override
    public FieldGroup group() {
        return FieldGroup.MEASURE;
    }

    @Override
    public Outcome preview(Rows rows) {
        List<CellProblem> problems = problems(rows);
        List<MeasureInput> known = inputs(rows);
        MeasureTakeOver.Taken taken = takeOver.preview(known);
        int fresh = (int) rows.rows().stream().filter(row -> complete(row) && id(row.subject()).isEmpty()).count();
        return new Outcome(taken.added() + fresh, taken.changed(), problems);
    }

    @Override
    public Outcome commit(Rows rows) {
        MeasureTakeOver.Taken taken = takeOver.commit(inputs(rows));
        return new Outcome(taken.added(), taken.changed(), problems(rows));
    }

    @Override
    public List<Map<Field, Entry>> rows(int baseYear, List<LedgerEntry> entries) {
        Map<Long, String> enterprises = new HashMap<>();
        Map<Long, String> clusters = new LinkedHashMap<>();
        entries.forEach(entry -> {
            enterprises.put(entry.enterprise().requireId(), entry.enterprise().name());
            clusters.put(entry.cluster().requireId(), entry.cluster().name());
        });
        Map<Long, List<Measure>> stored = measures.listOfClusters(clusters.keySet()).stream()
                .collect(Collectors.groupingBy(measure -> measure.input().cluster()));
        List<Map<Field, Entry>> rows = new ArrayList<>();
        clusters.forEach((id, cluster) -> stored.getOrDefault(id, List.of()).forEach(measure -> measure.input()
                .enterprise().map(enterprises::get).or(() -> Optional.of(cluster)
                        .filter(name -> measure.input().enterprise().isEmpty()))
                .ifPresent(subject -> rows.add(cells(subject, cluster, measure.input())))));
        return rows;
    }

    private static Map<Field, Entry> cells(String subject, String cluster, MeasureInput input) {
        Map<Field, Entry> cells = new EnumMap<>(Field.class);
        cells.put(Field.CLUSTER_NAME, Entry.text(cluster));
        cells.put(Field.MEASURE_SUBJECT, Entry.text(subject));
        MeasureCells.of(input).texts().forEach((field, text) -> cells.put(field, Entry.text(text)));
        return cells;
    }

    private List<MeasureInput> inputs(Rows rows) {
        Map<Long, Enterprise> enterprises = ledger.enterprises(rows.rows().stream()
                .filter(row -> row.subject() instanceof ImportSubject.OfEnterprise).flatMap(row -> id(row.subject()).stream())
                .toList());
        List<MeasureInput> inputs = new ArrayList<>();
        for (ImportedRow row : rows.rows()) {
            if (complete(row) && id(row.subject()).isPresent()) {
                inputs.add(input(row, enterprises));
            }
        }
        return inputs;
    }

    private static Optional<Long> id(ImportSubject subject) {
        return switch (subject) {
            case ImportSubject.OfEnterprise enterprise -> enterprise.id();
            case ImportSubject.OfCluster cluster -> cluster.id();
        };
    }

    private static Optional<UpgradeType> type(ImportedRow row) {
        return row.text(Field.MEASURE_UPGRADE_TYPE).flatMap(UpgradeType::ofTerm);
    }

    /** Whether the row has what a measure cannot be without; what is missing was said where the sheet was read. */
    private static boolean complete(ImportedRow row) {
        return type(row).isPresent() && row.deadline(Field.MEASURE_DEADLINE).isPresent();
    }

    private static MeasureInput input(ImportedRow row, Map<Long, Enterprise> enterprises) {
        long id = id(row.subject()).orElseThrow();
        boolean single = row.subject() instanceof ImportSubject.OfEnterprise;
        UpgradeType type = type(row).orElseThrow();
        Map<TaskAspect, String> tasks = new EnumMap<>(TaskAspect.class);
        if (type != UpgradeType.CLOSURE) {
            TASKS.forEach((aspect, field) -> tasks.put(aspect, row.text(field).orElse("")));
        }
        CellValue.Deadline deadline = row.deadline(Field.MEASURE_DEADLINE).orElseThrow();
        ReductionText.Reading reading = ReductionText.parse(row.text(Field.MEASURE_REDUCTION).orElse(""));
        Optional<ReductionText.Amounts> amounts = reading instanceof ReductionText.Amounts given ? Optional.of(given)
                : Optional.empty();
        return new MeasureInput(single ? enterprises.get(id).clusterId() : id, single ? Optional.of(id) : Optional.empty(),
                List.of(), type, tasks, row.text(Field.MEASURE_GOAL).orElse(""),
                new Deadline(deadline.lastDay(), deadline.text(), deadline.precision()), List.of(),
                amounts.map(ReductionText.Amounts::parts).orElse(Map.of()),
                amounts.filter(given -> given.parts().isEmpty()).map(ReductionText.Amounts::total));
    }

    private static List<CellProblem> problems(Rows rows) {
        List<CellProblem> problems = new ArrayList<>();
        for (ImportedRow row : rows.rows()) {
            if (ReductionText.parse(row.text(Field.MEASURE_REDUCTION).orElse("")) instanceof ReductionText.Unreadable(
                    String message)) {
                problems.add(CellProblem.error(row.sheet(), row.cell(Field.MEASURE_REDUCTION),
                        CellProblemCode.NUMBER_EXPECTED, message));
            }
            boolean closure = type(row).filter(type -> type == UpgradeType.CLOSURE).isPresent();
            TASKS.values().stream().filter(field -> closure && row.text(field).isPresent())
                    .forEach(field -> problems.add(CellProblem.warning(row.sheet(), row.cell(field),
                            CellProblemCode.CONTRADICTING_VALUES, "提升类型为“淘汰关停”的不填改造任务，此处内容未采用。")));
        }
        return problems;
    }
}
