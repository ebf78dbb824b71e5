package org.lantian.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.lantian.file.StoredFile;
import org.lantian.plan.region.RegionalPlan;
import org.lantian.plan.region.RegionalPlans;
import org.lantian.plan.region.RegionalRendering;

/** A tenant's plans in their region's form. */
@Command(name = "region", mixinStandardHelpOptions = true,
        description = {"List a tenant's plans in their region's form (地方方案), or write one as a Word file.",
                "Without --plan the plans are listed."})
final class PlanRegionCommand implements Callable<Integer> {

    private static final int ALL = 10_000;

    @Mixin
    private TenantOption tenant;
    @Option(names = "--plan", paramLabel = "CODE", description = "Code of the plan to write.")
    private String code;
    @Option(names = "--template", defaultValue = "region", description = "region or outline (default region).")
    private RegionalRendering.Template template;
    @Option(names = "-o", paramLabel = "FILE.docx", description = "File (default: the title in this folder).")
    private Path file;
    @Option(names = "--format", defaultValue = "text", description = "text or json (default text).")
    private Formats format;

    @Override
    public Integer call() {
        return code == null ? list() : write();
    }

    private int list() {
        List<RegionalPlan> plans = tenant.reading(installation -> installation.bean(RegionalPlans.class).list(0, ALL));
        if (format == Formats.JSON) {
            Formats.print(plans.stream().map(plan -> Formats.object("code", plan.code(), "title", plan.title(), "number",
                    plan.number().orElse(null), "state", plan.state().orElse(null), "profile", plan.profile(), "origin",
                    plan.origin().name())).toList());
            return Lantian.DONE;
        }
        plans.forEach(plan -> System.out.println(plan.code() + "\t" + plan.state().orElse("-") + "\t"
                + plan.number().orElse("-") + "\t" + plan.profile() + "\t" + plan.title()));
        if (plans.isEmpty()) {
            System.err.println("还没有地方方案：在租户目录的 plan.yaml 中声明，或通过接口读入。");
        }
        return Lantian.DONE;
    }

    private int write() {
        return tenant.writing(installation -> {
            RegionalPlan plan = installation.bean(RegionalPlans.class).requireByCode(code);
            StoredFile stored = installation.bean(RegionalRendering.class).renderWord(plan, template);
            Path target = file == null ? Path.of(stored.name()) : file;
            PlanCommand.save(installation, stored, target);
            System.out.println(target);
            return Lantian.DONE;
        });
    }
}
