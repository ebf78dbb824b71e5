package org.lantian.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.lantian.document.PageSetting;
import org.lantian.engine.check.Remark;
import org.lantian.file.FileStore;
import org.lantian.file.StoredFile;
import org.lantian.ledger.Ledger;
import org.lantian.plan.Issuing;
import org.lantian.plan.Plan;
import org.lantian.plan.PlanOrder;
import org.lantian.plan.Plans;
import org.lantian.plugin.rule.Severity;

/** Plans of a tenant. */
@Command(name = "plan", mixinStandardHelpOptions = true, description = "Plans of a tenant, and plans in files (方案).",
        subcommands = {PlanReadCommand.class, PlanCheckCommand.class, PlanOutlineCommand.class,
                PlanRegionCommand.class, PlanDiffCommand.class, PlanClauseCommand.class, PlanReviewCommand.class,
                PlanConsultCommand.class, PlanReadBackCommand.class})
final class PlanCommand {

    private static final int ALL = 10_000;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the plans, the newest first.")
    int list(@Mixin TenantOption tenant, @Option(names = "--format", defaultValue = "text") Formats format) {
        List<Plan> plans = tenant.reading(installation -> installation.bean(Plans.class).list(0, ALL));
        if (format == Formats.JSON) {
            Formats.print(plans.stream().map(PlanCommand::json).toList());
            return Lantian.DONE;
        }
        plans.forEach(plan -> System.out.println(plan.id() + "\t" + plan.state() + "\t" + plan.number().orElse("-") + "\t"
                + plan.termFrom() + "-" + plan.termTo() + "\t" + plan.printedTitle()));
        if (plans.isEmpty()) {
            System.err.println("还没有方案：用 lantian plan compose 编制。");
        }
        return Lantian.DONE;
    }

    private static Map<String, Object> json(Plan plan) {
        return Formats.object("id", plan.id(), "title", plan.printedTitle(), "state", plan.state().name(), "number",
                plan.number().orElse(null), "issuedOn", plan.issuedOn().map(Object::toString).orElse(null), "baseYear",
                plan.baseYear(), "termFrom", plan.termFrom(), "termTo", plan.termTo(), "profile", plan.profile());
    }

    @Command(name = "compose", mixinStandardHelpOptions = true,
            description = {"Draft the plan of a cluster from the ledger, or draft it again; prints the plan's id.",
                    "A draft of the same base year is brought up to date, and people's words in it stay."})
    int compose(@Mixin TenantOption tenant,
            @Option(names = "--cluster", required = true, paramLabel = "C", description = "The cluster's name.") String cluster,
            @Option(names = "--from", paramLabel = "Y", description = "First year of the term.") Integer from,
            @Option(names = "--to", paramLabel = "Y", description = "Last year of the term.") Integer to,
            @Option(names = "--new", description = "Make a further plan although there is a draft.") boolean fresh) {
        Plans.Composed composed = tenant.writing(installation -> compose(installation, cluster, from, to, "", fresh));
        System.err.println("条款新增 " + composed.added() + "、更新 " + composed.changed() + "、待确认 " + composed.stale()
                + "、删除 " + composed.removed());
        System.out.println(composed.plan().id());
        return Lantian.DONE;
    }

    static Plans.Composed compose(Installation installation, String clusterName,
            @org.jspecify.annotations.Nullable Integer from, @org.jspecify.annotations.Nullable Integer to, String mark,
            boolean fresh) {
        long cluster = ClusterNames.require(installation, clusterName);
        int baseYear = installation.bean(Ledger.class).requireBaseYear();
        PlanOrder order = PlanOrder.usual(baseYear, Optional.ofNullable(from), Optional.ofNullable(to), mark);
        Plans plans = installation.bean(Plans.class);
        Optional<Plan> draft = fresh ? Optional.empty()
                : plans.list(0, ALL).stream().filter(plan -> plan.cluster() == cluster
                        && plan.state() == Plan.State.DRAFT && plan.baseYear() == baseYear
                        && plan.termFrom() == order.termFrom() && plan.termTo() == order.termTo()).findFirst();
        return draft.isPresent() ? plans.recompose(draft.get().id()) : plans.compose(cluster, order);
    }

    static long errors(List<Remark> remarks) {
        return remarks.stream().filter(remark -> remark.severity() == Severity.ERROR).count();
    }

    @Command(name = "render", mixinStandardHelpOptions = true,
            description = "Write a plan as a Word file, a workbook or an HTML page; prints the file's name.")
    int render(@Mixin TenantOption tenant, @Option(names = "--plan", required = true, paramLabel = "ID") long plan,
            @Option(names = "-o", paramLabel = "FILE.docx", description = "File (default: the title in this folder).") Path file,
            @Option(names = "--tables", description = "Write tables 1–4 as a workbook instead.") boolean tables,
            @Option(names = "--html", description = "Write an HTML page that looks like the printed one instead.") boolean html,
            @Option(names = "--contents", description = "Put a table of contents (目录) behind the title.") boolean contents) {
        return tenant.writing(installation -> {
            Issuing issuing = installation.bean(Issuing.class);
            StoredFile stored = tables ? issuing.renderWorkbook(plan) : html ? issuing.renderHtml(plan)
                    : issuing.renderWord(plan, PageSetting.GB9704_STRICT, contents);
            Path target = file == null ? Path.of(stored.name()) : file;
            save(installation, stored, target);
            System.out.println(target);
            return Lantian.DONE;
        });
    }

    static void save(Installation installation, StoredFile stored, Path target) {
        try {
            Files.write(target, installation.bean(FileStore.class).read(stored.id()));
        } catch (IOException e) {
            throw new UncheckedIOException("文件“" + target + "”不能写入：" + e.getMessage(), e);
        }
    }

    @Command(name = "issue", mixinStandardHelpOptions = true,
            description = "Issue a plan under its document number; it is frozen and cannot be changed afterwards.")
    int issue(@Mixin TenantOption tenant, @Option(names = "--plan", required = true, paramLabel = "ID") long plan,
            @Option(names = "--number", required = true, paramLabel = "NUMBER",
                    description = "发文字号, for example 卫沙政发〔2026〕1号.") String number,
            @Mixin IssueFormOptions form, @Option(names = "--publish", description = "Let observers read the outline projection.") boolean publish) {
        Issuing.Issued issued = tenant.writing(installation -> installation.bean(Issuing.class).issue(plan,
                installation.bean(Plans.class).require(plan).rowVersion(), number, form.texts(), publish));
        System.out.println(issued.plan().id() + "\t" + issued.plan().number().orElse("") + "\t第"
                + issued.version().ordinal() + "版\t" + issued.version().sha256());
        return Lantian.DONE;
    }
}
