package org.lantian.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.lantian.app.tenant.PlanDeclaration;
import org.lantian.app.tenant.SampleWorkbook;
import org.lantian.app.tenant.TenantFolder;
import org.lantian.common.DomainException;
import org.lantian.diagnosis.Diagnosis;
import org.lantian.document.PageSetting;
import org.lantian.engine.check.Remark;
import org.lantian.file.StoredFile;
import org.lantian.identity.Accounts;
import org.lantian.ledger.LedgerImports;
import org.lantian.plan.Issuing;
import org.lantian.plan.Plan;
import org.lantian.plan.Plans;
import org.lantian.profile.Profiles;
import org.lantian.tenancy.TenantCode;
import org.lantian.tenancy.Tenants;

/** The main job from end to end, as a user would do it: workbook, import, diagnosis, plan, check, files. */
final class DemoJob {

    /** Steps that {@link #run} reports. */
    static final int STEPS = 8;
    static final String TENANT = "shapotou";
    private static final String MARK = "示例数据";

    private final Installation installation;
    private final Progress progress;
    private final Path tenantsFolder;
    private final Path out;
    private final TenantCode tenant = new TenantCode(TENANT);

    DemoJob(Installation installation, Progress progress, Path tenantsFolder, Path out) {
        this.installation = installation;
        this.progress = progress;
        this.tenantsFolder = tenantsFolder;
        this.out = out;
    }

    /** Runs as operator; returns a fresh password of the tenant's first user. */
    String run() {
        List<TenantFolder> folders = TenantApplication.read(tenantsFolder);
        TenantFolder folder = folders.stream().filter(one -> one.tenant().code().equals(tenant)).findFirst()
                .orElseThrow(() -> DomainException.notFound("TENANT_NOT_FOUND", tenantsFolder + " 中没有租户 " + TENANT + "。"));
        PlanDeclaration declared = folder.plan().orElseThrow();
        TenantApplication application = installation.bean(TenantApplication.class);
        progress.step("迁移管理模式，加载方案模板", () -> {
            application.prepare();
            return installation.bean(Profiles.class).list().size();
        }, count -> count + " 个插件");
        String password = progress.step("应用租户", () -> apply(application, folders), found -> folders.size() + " 个租户");
        Path workbook = progress.step("生成示例台账工作簿", () -> sampleWorkbook(folder), Path::toString);
        progress.step("导入台账", () -> importWorkbook(workbook), DemoJob::line);
        progress.step("诊断问题",
                () -> writing(() -> installation.bean(Diagnosis.class).run(Optional.empty(), Optional.empty())),
                DiagnoseCommand::line);
        Plan plan = progress.step("编制方案", () -> compose(declared), composed -> composed.printedTitle());
        List<Remark> remarks = progress.step("校核方案",
                () -> reading(() -> installation.bean(Plans.class).check(plan.id())),
                found -> "意见 " + found.size() + " 条，其中错误 " + PlanCommand.errors(found) + " 条");
        List<Path> files = progress.step("输出文件", () -> files(plan, remarks), found -> found.size() + " 个");
        files.forEach(file -> System.out.println("      " + file.toAbsolutePath().normalize()));
        return password;
    }

    private String apply(TenantApplication application, List<TenantFolder> folders) {
        Optional<String> password = Optional.empty();
        for (TenantFolder one : folders) {
            TenantApplication.Applied applied = application.apply(one);
            if (applied.code().equals(tenant)) {
                password = applied.firstPassword();
            }
        }
        return password.orElseGet(
                () -> writing(() -> installation.bean(Accounts.class).resetPassword(TenantApplication.FIRST_USER)));
    }

    private Path sampleWorkbook(TenantFolder folder) {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        SampleWorkbook.write(folder, installation.bean(Profiles.class).require(folder.tenant().profile()), workbook);
        return write(folder.tenant().name() + "示例台账.xlsx", workbook.toByteArray());
    }

    private LedgerImports.Report importWorkbook(Path workbook) {
        try {
            byte[] content = ImportCommand.read(workbook);
            LedgerImports.Report report = writing(() -> installation.bean(LedgerImports.class).importNow(
                    workbook.getFileName().toString(), content, new LedgerImports.Options(Optional.empty(), false, false)));
            if (!report.committed()) {
                throw DomainException.failedPrecondition("SAMPLE_HAS_ERRORS", "示例台账有错误，首条："
                        + report.problems().stream().filter(problem -> problem.isError()).findFirst()
                                .map(problem -> problem.sheet() + "!" + problem.cell() + " " + problem.message())
                                .orElse(""));
            }
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(LedgerImports.Report report) {
        return report.summary().rows() + " 行，新增 " + report.summary().added() + " 家，变更 " + report.summary().changed()
                + " 家，提示 " + report.problems().size() + " 条";
    }

    private Plan compose(PlanDeclaration declared) {
        String cluster = declared.clusters().getFirst().name();
        return writing(() -> PlanCommand.compose(installation, cluster, declared.from(), declared.to(), MARK, false))
                .plan();
    }

    private List<Path> files(Plan plan, List<Remark> remarks) {
        Issuing issuing = installation.bean(Issuing.class);
        List<Path> written = new ArrayList<>();
        writing(() -> {
            StoredFile word = issuing.renderWord(plan.id(), PageSetting.GB9704_STRICT, false);
            StoredFile tables = issuing.renderWorkbook(plan.id());
            for (StoredFile file : List.of(word, tables)) {
                Path target = out.resolve(file.name());
                PlanCommand.save(installation, file, target);
                written.add(target);
            }
            return written;
        });
        written.add(write("校核报告.html",
                Issuing.report(plan, remarks).html().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return written;
    }

    private Path write(String name, byte[] content) {
        try {
            Files.createDirectories(out);
            return Files.write(out.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException("文件夹“" + out + "”不能写入：" + e.getMessage(), e);
        }
    }

    private <T> T writing(Supplier<T> work) {
        return installation.bean(Tenants.class).write(tenant, work);
    }

    private <T> T reading(Supplier<T> work) {
        return installation.bean(Tenants.class).read(tenant, work);
    }
}
