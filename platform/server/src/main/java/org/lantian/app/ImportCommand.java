package org.lantian.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.lantian.common.DomainException;
import org.lantian.engine.sheet.CellProblem;
import org.lantian.ledger.ImportSummary;
import org.lantian.ledger.LedgerImports;

/** Imports a ledger workbook in one transaction. */
@Command(name = "import", mixinStandardHelpOptions = true,
        description = {"Import a ledger workbook in one transaction (导入台账).",
                "Exit 1 if the workbook has errors and nothing was written."})
final class ImportCommand implements Callable<Integer> {

    private static final long LARGEST_FILE = 30L << 20;

    @Mixin
    private TenantOption tenant;
    @Parameters(paramLabel = "FILE")
    private Path file;
    @Option(names = "--dry-run", description = "Only report what would change.")
    private boolean dryRun;
    @Option(names = "--accept-valid", description = "Take the enterprises without errors although others have some.")
    private boolean acceptValid;
    @Option(names = "--year", paramLabel = "Y", description = "Base year (default: the year of the headers).")
    private Integer year;
    @Option(names = "--annotated", paramLabel = "COPY.xlsx",
            description = "Write a copy of the workbook that shows every problem at its cell (批注).")
    private Path annotated;
    @Option(names = "--format", defaultValue = "text", description = "text or json (default text).")
    private Formats format;

    @Override
    public Integer call() throws IOException {
        byte[] content = read(file);
        LedgerImports.Options options = new LedgerImports.Options(Optional.ofNullable(year), acceptValid, dryRun);
        LedgerImports.Report report = tenant.writing(installation -> installation.bean(LedgerImports.class)
                .importNow(file.getFileName().toString(), content, options));
        if (annotated != null) {
            try (OutputStream out = Files.newOutputStream(annotated)) {
                LedgerImports.writeAnnotated(content, report.problems(), out);
            }
        }
        if (format == Formats.JSON) {
            Formats.print(json(report));
        } else {
            print(report);
        }
        return report.hasErrors() && !report.committed() ? Lantian.INPUT_ERRORS : Lantian.DONE;
    }

    static byte[] read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw DomainException.badRequest("FILE_MISSING", "没有文件“" + file + "”。");
        }
        if (Files.size(file) > LARGEST_FILE) {
            throw DomainException.badRequest("WORKBOOK_TOO_LARGE", "文件“" + file + "”超过 30 MB，不能作为台账导入。");
        }
        return Files.readAllBytes(file);
    }

    /** The stable shape that scripts read. */
    static Map<String, Object> json(LedgerImports.Report report) {
        ImportSummary summary = report.summary();
        List<Map<String, Object>> errors = report.problems().stream()
                .map(problem -> Formats.object("sheet", problem.sheet(), "cell", problem.cell(), "code",
                        problem.code().name(), "severity", severity(problem), "message", problem.message()))
                .toList();
        return Formats.object("rows", summary.rows(), "added", summary.added(), "changed", summary.changed(), "removed",
                summary.removed(), "errors", errors, "committed", report.committed(), "left", summary.left());
    }

    private static String severity(CellProblem problem) {
        return problem.severity().name().toLowerCase(Locale.ROOT);
    }

    private static void print(LedgerImports.Report report) {
        ImportSummary summary = report.summary();
        for (CellProblem problem : report.problems()) {
            System.out.println(severity(problem) + "\t" + problem.sheet() + "!" + problem.cell() + "\t" + problem.code()
                    + "\t" + problem.message());
        }
        System.out.println((report.committed() ? "已入账" : "未写入") + "：" + summary.rows() + " 行；企业新增 " + summary.added()
                + " 家、变更 " + summary.changed() + " 家、工作簿中没有的 " + summary.removed() + " 家（仅报告）。");
        if (!summary.left().isEmpty()) {
            System.out.println("因有错误未导入的企业：" + String.join("、", summary.left()));
        }
    }
}
