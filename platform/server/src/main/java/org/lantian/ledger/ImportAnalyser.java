package org.lantian.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.lantian.common.Progress;
import org.lantian.common.WorkPool;
import org.lantian.document.WorkbookReader;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.reference.Industries;
import org.lantian.engine.sheet.CellProblem;
import org.lantian.engine.sheet.CellText;
import org.lantian.engine.sheet.TableReading;
import org.lantian.engine.sheet.WorkbookInterpreter;
import org.lantian.engine.sheet.WorkbookReading;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.tenancy.TenantCode;
import org.lantian.tenancy.Tenants;

/** Reads a workbook and holds it against the ledger. Writes nothing. */
@Singleton
final class ImportAnalyser {

    private final Ledger ledger;
    private final NearAnswers answers;
    private final WorkPool pool;
    private final List<LedgerExtension> extensions;
    private final Tenants tenants;
    private final Clock clock;
    private final Map<String, WorkbookInterpreter> interpreters = new ConcurrentHashMap<>();

    ImportAnalyser(Ledger ledger, NearAnswers answers, WorkPool pool, Tenants tenants, List<LedgerExtension> extensions,
            Clock clock) {
        this.ledger = ledger;
        this.answers = answers;
        this.pool = pool;
        this.tenants = tenants;
        this.extensions = List.copyOf(extensions);
        this.clock = clock;
    }

    ImportAnalysis analyse(ResolvedProfile profile, byte[] content, Optional<Integer> wantedYear) {
        TenantCode tenant = tenants.current().orElseThrow();
        String turn = tenant.value();
        Progress.tell("读取工作簿");
        WorkbookReading workbook = pool.run(turn, () -> interpreter(profile).read(WorkbookReader.read(content),
                (rows, ofAll) -> Progress.tellSome("识别表格", rows, ofAll, "行")));
        List<CellProblem> problems = new ArrayList<>(workbook.problems());
        Optional<Integer> baseYear = baseYear(workbook, wantedYear, problems);
        int rows = workbook.tables().stream().mapToInt(TableReading::dataRows).sum();
        if (baseYear.isEmpty()) {
            return new ImportAnalysis(profile, baseYear, rows, problems, List.of(), Map.of(), List.of(), List.of(),
                    List.of());
        }
        Progress.tell("与台账核对");
        LedgerIndex index = new LedgerIndex(ledger.list(baseYear.get()), ledger.listClusters(), answers.known());
        LedgerMerge merge = new LedgerMerge(index, Optional.of(tenants.requireCurrent().regionCode()), OffsetDateTime.now(clock));
        return pool.run(turn, () -> compare(profile, workbook, baseYear.get(), index, merge, rows, problems));
    }

    /** Work of much computing, in the tenant's turn. */
    <T> T inPool(Callable<T> work) {
        return pool.run(tenants.current().orElseThrow().value(), work);
    }

    /** The rows of each extension; also asked for those it has none of, so that it may answer. */
    List<LedgerExtension> extensions() {
        return extensions;
    }

    /** What the extensions say of the rows, added to the analysis. */
    ImportAnalysis withExtensions(ImportAnalysis analysis) {
        if (analysis.baseYear().isEmpty()) {
            return analysis;
        }
        List<CellProblem> problems = new ArrayList<>(analysis.problems());
        List<ImportSummary.Extension> counted = new ArrayList<>();
        for (LedgerExtension extension : extensions) {
            LedgerExtension.Outcome outcome = extension
                    .preview(rowsOf(extension, analysis, analysis.others()));
            problems.addAll(outcome.problems());
            counted.add(new ImportSummary.Extension(extension.group(), outcome.added(), outcome.changed()));
        }
        return new ImportAnalysis(analysis.profile(), analysis.baseYear(), analysis.rows(),
                CellProblem.inOrder(problems, List.of()), analysis.changes(), analysis.clusters(), analysis.removed(),
                analysis.others(), counted);
    }

    static LedgerExtension.Rows rowsOf(LedgerExtension extension, ImportAnalysis analysis, List<ImportedRow> rows) {
        return new LedgerExtension.Rows(analysis.profile(), analysis.baseYear().orElseThrow(), rows.stream()
                .filter(row -> row.cells().keySet().stream().anyMatch(field -> field.group() == extension.group()))
                .toList());
    }

    private WorkbookInterpreter interpreter(ResolvedProfile profile) {
        return interpreters.computeIfAbsent(profile.hash(),
                hash -> new WorkbookInterpreter(profile.tables(), Industries.standard()));
    }

    private ImportAnalysis compare(ResolvedProfile profile, WorkbookReading workbook, int baseYear, LedgerIndex index,
            LedgerMerge merge, int rows, List<CellProblem> problems) {
        Assembled assembled = new WorkbookAssembler(index, problems).assemble(workbook);
        new WorkbookChecks(profile, problems).check(workbook, assembled);
        List<String> sheets = workbook.tables().stream().map(TableReading::sheet).distinct().toList();
        DraftChecks checks = new DraftChecks(problems);
        assembled.drafts().forEach(checks::check);
        List<EnterpriseChange> changes = new ArrayList<>();
        for (EnterpriseDraft draft : assembled.drafts()) {
            changes.add(merge.merge(draft));
            Progress.tellSome("与台账核对", changes.size(), assembled.drafts().size(), "家");
        }
        return new ImportAnalysis(profile, Optional.of(baseYear), rows, CellProblem.inOrder(problems, sheets), changes,
                assembled.clusters(), removed(index, assembled), assembled.others(), List.of());
    }

    private static List<LedgerEntry> removed(LedgerIndex index, Assembled assembled) {
        Set<String> named = new HashSet<>();
        assembled.clusters().keySet().forEach(name -> named.add(CellText.key(name)));
        Set<Long> seen = new HashSet<>();
        assembled.drafts().forEach(draft -> draft.current()
                .ifPresent(entry -> seen.add(entry.enterprise().requireId())));
        return index.entries().stream().filter(entry -> named.contains(entry.cluster().nameKey()))
                .filter(entry -> !seen.contains(entry.enterprise().requireId())).toList();
    }

    /** The year asked for, else of the headers, else of the stamp; they must not contradict each other. */
    private static Optional<Integer> baseYear(WorkbookReading workbook, Optional<Integer> wanted,
            List<CellProblem> problems) {
        Optional<Integer> year = wanted;
        for (TableReading table : workbook.tables()) {
            if (table.baseYear().isPresent() && year.isPresent() && !table.baseYear().equals(year)) {
                problems.add(CellProblem.error(table.sheet(), "", CellProblemCode.BASE_YEAR_CONFLICT,
                        "工作表“" + table.sheet() + "”表头的年份为" + table.baseYear().get() + "年，应为" + year.get()
                                + "年：一个工作簿只能有一个基准年。"));
            }
            year = year.or(table::baseYear);
        }
        year = year.or(() -> workbook.stamp().map(stamp -> stamp.baseYear()));
        if (year.isEmpty() && !workbook.tables().isEmpty()) {
            problems.add(CellProblem.error(workbook.tables().getFirst().sheet(), "",
                    CellProblemCode.BASE_YEAR_MISSING, "看不出数据属于哪一年：请在表头写明年份（如“2024年产量”）或指定基准年。"));
        }
        return year;
    }
}
