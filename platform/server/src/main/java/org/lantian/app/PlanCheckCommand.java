package org.lantian.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.lantian.engine.check.Remark;
import org.lantian.engine.check.document.DocumentCheck;
import org.lantian.plan.CheckReport;
import org.lantian.plan.Issuing;
import org.lantian.plan.Plans;
import org.lantian.tenancy.TenantCode;
import org.lantian.tenancy.Tenants;

/** Checks a tenant's plan, or plans in files; the latter needs no database. */
@Command(name = "check", mixinStandardHelpOptions = true,
        description = {"Check a plan against itself (校核): a tenant's (--tenant and --plan), or plans in files.",
                "Exit 1 if there are errors."})
final class PlanCheckCommand implements Callable<Integer> {

    /** A plan of a tenant. */
    private static final class OfTenant {
        @Option(names = "--tenant", required = true, paramLabel = "T", description = "Code of the tenant.")
        private String tenant;
        @Option(names = "--plan", required = true, paramLabel = "ID", description = "The plan's id.")
        private long plan;
    }

    @Spec
    private CommandSpec spec;
    @Mixin
    private DataOption data;
    @Mixin
    private PlanFiles files;
    @ArgGroup(exclusive = false)
    private OfTenant ofTenant;
    @Parameters(arity = "0..*", paramLabel = "FILE")
    private List<Path> paths = new ArrayList<>();
    @Option(names = "--format", defaultValue = "text", description = "text or json (default text).")
    private Formats format;
    @Option(names = "--report", paramLabel = "FILE.html",
            description = "Also write the remarks as a page to print; for several files a folder.")
    private Path report;

    @Override
    public Integer call() {
        if ((ofTenant == null) == paths.isEmpty()) {
            throw new ParameterException(spec.commandLine(),
                    "Give --tenant and --plan, or files, not both (请用 --tenant 和 --plan 指定租户的方案，或给出要校核的文件，二者取一).");
        }
        return ofTenant == null ? files() : tenant();
    }

    private int tenant() {
        CheckReport checked = data.inInstallation(installation -> installation.bean(Tenants.class)
                .read(new TenantCode(ofTenant.tenant), () -> {
                    Plans plans = installation.bean(Plans.class);
                    return Issuing.report(plans.require(ofTenant.plan), plans.check(ofTenant.plan));
                }));
        List<Remark> remarks = checked.remarks();
        if (report != null) {
            write(report, checked);
        }
        if (format == Formats.JSON) {
            Formats.print(json(remarks));
        } else {
            print(remarks);
        }
        return exitCode(remarks);
    }

    private int files() {
        List<CheckReport> reports = files.read(data, paths, PlanCheckCommand::check);
        List<List<Remark>> checked = reports.stream().map(CheckReport::remarks).toList();
        if (report != null) {
            for (int i = 0; i < reports.size(); i++) {
                write(reports.size() == 1 ? report : report.resolve(paths.get(i).getFileName() + ".html"), reports.get(i));
            }
        }
        List<Map<String, Object>> several = new ArrayList<>();
        for (int i = 0; i < checked.size(); i++) {
            if (files.toFolder()) {
                files.write(paths.get(i), json(checked.get(i)));
            } else if (format == Formats.JSON) {
                several.add(Formats.object("file", paths.get(i).getFileName().toString(), "findings", json(checked.get(i))));
            } else {
                System.out.println((i == 0 ? "" : "\n") + paths.get(i).getFileName());
                print(checked.get(i));
            }
        }
        if (format == Formats.JSON && !files.toFolder()) {
            Formats.print(checked.size() == 1 ? json(checked.getFirst()) : several);
        }
        return exitCode(checked.stream().flatMap(List::stream).toList());
    }

    private static CheckReport check(PlanFiles.Context context) {
        PlanFiles.Reading reading = context.reading();
        return new CheckReport(reading.plan().title(),
                "文件 " + reading.file().getFileName() + "，方案模板 " + reading.plan().profile(),
                DocumentCheck.check(reading.plan(), reading.source(), context.profile().region()));
    }

    private static void write(Path target, CheckReport report) {
        PlanFiles.writeText(target, report.html());
        System.err.println(target);
    }

    private static int exitCode(List<Remark> remarks) {
        return PlanCommand.errors(remarks) == 0 ? Lantian.DONE : Lantian.INPUT_ERRORS;
    }

    private static List<Map<String, Object>> json(List<Remark> remarks) {
        return remarks.stream().map(remark -> Formats.object("code", remark.code().name(), "severity", severity(remark),
                "clause", remark.clause(), "line", remark.line().isPresent() ? remark.line().getAsInt() : null, "message",
                remark.message(), "evidence", remark.evidence(), "arithmetic", remark.arithmetic(), "hint", remark.hint()))
                .toList();
    }

    private static void print(List<Remark> remarks) {
        for (Remark remark : remarks) {
            System.out.println(severity(remark) + "\t"
                    + (remark.line().isPresent() ? "第" + remark.line().getAsInt() + "行 " + remark.clause() + "\t" : "")
                    + remark.code() + "\t" + remark.message()
                    + (remark.arithmetic().isBlank() ? "" : "\t" + remark.arithmetic()));
        }
        System.out.println("校核意见 " + remarks.size() + " 条，其中错误 " + PlanCommand.errors(remarks) + " 条。");
    }

    private static String severity(Remark remark) {
        return remark.severity().name().toLowerCase(Locale.ROOT);
    }
}
