package org.lantian.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.DomainException;
import org.lantian.common.Progress;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.document.AnnotatedWorkbook;
import org.lantian.document.WorkbookReader;
import org.lantian.engine.sheet.CellProblem;
import org.lantian.file.FileStore;
import org.lantian.file.StoredFile;
import org.lantian.profile.Profiles;

/**
 * Takes workbooks into the ledger: first a preview that reports everything, then the commit in one transaction. Called
 * inside the tenant's write transaction; a repeated import changes nothing.
 */
@Singleton
public class LedgerImports {

    private static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final long LARGEST_FILE = 30L * 1024 * 1024;

    private final ImportAnalyser analyser;
    private final LedgerCommit commit;
    private final ImportedChanges told;
    private final LedgerImportRows rows;
    private final LedgerState state;
    private final FileStore files;
    private final Profiles profiles;
    private final AuditTrail audit;
    private final Clock clock;

    LedgerImports(ImportAnalyser analyser, LedgerCommit commit, ImportedChanges told, LedgerImportRows rows,
            LedgerState state, FileStore files, Profiles profiles, AuditTrail audit, Clock clock) {
        this.analyser = analyser;
        this.commit = commit;
        this.told = told;
        this.rows = rows;
        this.state = state;
        this.files = files;
        this.profiles = profiles;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How a workbook is imported at once.
     *
     * @param baseYear year of its figures; empty takes the year of its headers
     * @param acceptValid whether enterprises without errors are taken although others have some
     * @param dryRun only report
     */
    public record Options(Optional<Integer> baseYear, boolean acceptValid, boolean dryRun) {
    }

    /**
     * What an import at once did.
     *
     * @param importId the stored import; empty after a dry run
     * @param committed whether the ledger holds the workbook now
     */
    public record Report(Optional<Long> importId, boolean committed, Optional<Integer> baseYear, ImportSummary summary,
            List<CellProblem> problems) {

        public boolean hasErrors() {
            return problems.stream().anyMatch(CellProblem::isError);
        }
    }

    /**
     * Reads a stored workbook and keeps what it would change.
     *
     * @param baseYear year of its figures; empty takes the year of its headers
     * @throws DomainException if the file is no workbook that can be read
     */
    public LedgerImport preview(long fileId, Optional<Integer> baseYear) {
        long version = state.read().version();
        ImportAnalysis analysis = analyse(content(fileId), baseYear);
        return store(fileId, analysis, version);
    }

    /**
     * Writes a previewed import.
     *
     * @param acceptValid whether enterprises without errors are taken although others have some
     * @throws DomainException CONFLICT if the ledger changed since the preview; FAILED_PRECONDITION if the import is
     *     not open any more
     * @throws UserErrorsException IMPORT_HAS_ERRORS, unless the valid enterprises are to be taken
     */
    public LedgerImport commit(long importId, boolean acceptValid) {
        LedgerState.Snapshot now = state.lock();
        LedgerImport open = require(importId);
        if (open.state() != LedgerImport.State.PREVIEWED) {
            throw DomainException.failedPrecondition("IMPORT_NOT_OPEN", open.state() == LedgerImport.State.COMMITTED
                    ? "该导入已经入账。" : "该导入的表头或基准年有误，不能入账；请改正后重新导入。");
        }
        if (now.version() != open.ledgerVersion()) {
            throw DomainException.conflict("LEDGER_CHANGED", "预检之后台账已有变动，请重新预检后再入账。");
        }
        ImportAnalysis analysis = analyse(content(open.fileId()), open.baseYear());
        if (analysis.rejected() || analysis.hasErrors() && !acceptValid) {
            throw new UserErrorsException(List.of(UserError.of("importId", "IMPORT_HAS_ERRORS", "工作簿有"
                    + open.errors() + "处错误，未写入台账。请改正后重新导入，或选择只导入无误的企业。")));
        }
        write(importId, analysis);
        return require(importId);
    }

    /**
     * Stores, previews and commits a workbook in one go. With errors nothing is written unless the valid enterprises
     * are to be taken; tables whose header is wrong are never taken.
     */
    public Report importNow(String fileName, byte[] content, Options options) {
        LedgerState.Snapshot now = state.lock();
        ImportAnalysis analysis = analyse(content, options.baseYear());
        if (options.dryRun()) {
            return new Report(Optional.empty(), false, analysis.baseYear(), analysis.summary(options.acceptValid()),
                    analysis.problems());
        }
        StoredFile file = files.save(fileName, MEDIA_TYPE, new ByteArrayInputStream(content));
        LedgerImport stored = store(file.id(), analysis, now.version());
        if (analysis.rejected() || analysis.hasErrors() && !options.acceptValid()) {
            return new Report(Optional.of(stored.id()), false, analysis.baseYear(), stored.summary(),
                    analysis.problems());
        }
        write(stored.id(), analysis);
        LedgerImport committed = require(stored.id());
        return new Report(Optional.of(stored.id()), true, analysis.baseYear(), committed.summary(),
                committed.problems());
    }

    /**
     * Stores a copy of the import's workbook that shows every problem at its cell.
     *
     * @throws DomainException NOT_FOUND if the tenant has no such import
     */
    public StoredFile annotate(long importId) {
        LedgerImport stored = require(importId);
        StoredFile original = files.require(stored.fileId());
        byte[] content = files.read(stored.fileId());
        Progress.tell("生成批注副本");
        byte[] copy = analyser.inPool(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writeAnnotated(content, stored.problems(), out);
            return out.toByteArray();
        });
        return files.save(original.name().replaceFirst("\\.xlsx?$", "") + "（批注）.xlsx", MEDIA_TYPE, copy);
    }

    /** Writes a copy of a workbook that shows every problem at its cell: coloured, commented, and listed on a sheet. */
    public static void writeAnnotated(byte[] content, List<CellProblem> problems, OutputStream out) {
        AnnotatedWorkbook.write(WorkbookReader.read(content), problems, out);
    }

    public Optional<LedgerImport> find(long importId) {
        return rows.list(List.of(importId)).stream().findFirst();
    }

    /** Imports by id; unknown ids are left out. */
    public Map<Long, LedgerImport> imports(Collection<Long> ids) {
        return rows.list(ids).stream().collect(Collectors.toMap(LedgerImport::id, Function.identity()));
    }

    /** @throws DomainException NOT_FOUND if the tenant has no such import */
    public LedgerImport require(long importId) {
        return find(importId)
                .orElseThrow(() -> DomainException.notFound("IMPORT_NOT_FOUND", "没有编号为 " + importId + " 的导入。"));
    }

    private ImportAnalysis analyse(byte[] content, Optional<Integer> baseYear) {
        return analyser.withExtensions(analyser.analyse(profiles.current(), content, baseYear));
    }

    private byte[] content(long fileId) {
        StoredFile file = files.require(fileId);
        if (file.size() > LARGEST_FILE) {
            throw DomainException.badRequest("WORKBOOK_TOO_LARGE", "文件“" + file.name() + "”超过30MB，不能作为台账导入。");
        }
        return files.read(fileId);
    }

    private LedgerImport store(long fileId, ImportAnalysis analysis, long ledgerVersion) {
        LedgerImport.State as = analysis.rejected() ? LedgerImport.State.REJECTED : LedgerImport.State.PREVIEWED;
        return require(rows.insert(fileId, as, analysis, ledgerVersion, OffsetDateTime.now(clock)));
    }

    private void write(long importId, ImportAnalysis analysis) {
        Progress.tell("写入台账");
        OffsetDateTime now = OffsetDateTime.now(clock);
        int year = analysis.baseYear().orElseThrow();
        List<EnterpriseChange> changes = analysis.valid();
        boolean clustersChange = commit.changesClusters(analysis.clusters());
        List<Cluster> before = told.clusters();
        LedgerCommit.Ids ids = commit.write(changes, analysis.clusters(), year, now);
        if (!changes.isEmpty() || clustersChange) {
            state.advance(year);
        }
        told.tell(importId, changes, before, ids, year);
        List<ImportSummary.Extension> extended = extend(analysis, ids);
        ImportSummary summary = analysis.summary(true);
        rows.commit(importId, new ImportSummary(summary.rows(), summary.added(), summary.changed(), summary.removed(),
                summary.removedNames(), summary.left(), extended), analysis.problems(), now);
        audit.note("ledger.imported", "ledger_import", Long.toString(importId),
                Map.of("rows", summary.rows(), "added", summary.added(), "changed", summary.changed(), "left",
                        summary.left().size(), "baseYear", year));
    }

    private List<ImportSummary.Extension> extend(ImportAnalysis analysis, LedgerCommit.Ids ids) {
        List<ImportedRow> valid = analysis.validOthers().stream()
                .map(row -> row.with(ids.resolve(row.subject()))).toList();
        List<ImportSummary.Extension> extended = new ArrayList<>();
        for (LedgerExtension extension : analyser.extensions()) {
            LedgerExtension.Outcome outcome = extension.commit(ImportAnalyser.rowsOf(extension, analysis, valid));
            extended.add(new ImportSummary.Extension(extension.group(), outcome.added(), outcome.changed()));
        }
        return extended;
    }
}
