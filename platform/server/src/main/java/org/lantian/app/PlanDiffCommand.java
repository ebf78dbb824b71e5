package org.lantian.app;

import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.lantian.engine.diff.ClauseChange;
import org.lantian.engine.diff.DiffClause;
import org.lantian.plan.PlanVersion;
import org.lantian.plan.Plans;

/** What changed between two frozen versions. */
@Command(name = "diff", mixinStandardHelpOptions = true,
        description = {"Compare two frozen versions of plans, clause by clause.",
                "Without versions: a plan's last two, or its last and that of another plan, for example last year's."})
final class PlanDiffCommand implements Callable<Integer> {

    @Mixin
    private TenantOption tenant;
    @Option(names = "--plan", required = true, paramLabel = "ID", description = "The newer plan.")
    private long plan;
    @Option(names = "--with", paramLabel = "ID", description = "Another plan to compare with.")
    private Long with;
    @Option(names = "--from", paramLabel = "N", description = "Number of the older version.")
    private Integer from;
    @Option(names = "--to", paramLabel = "N", description = "Number of the newer version.")
    private Integer to;
    @Option(names = "--format", defaultValue = "text")
    private Formats format;

    @Override
    public Integer call() {
        List<ClauseChange> changes = tenant.reading(installation -> {
            Plans plans = installation.bean(Plans.class);
            long newer = PlanVersions.require(plans, plan, to, 0).id();
            PlanVersion older = with == null ? PlanVersions.require(plans, plan, from, 1)
                    : PlanVersions.require(plans, with, from, 0);
            return plans.diff(older.id(), newer);
        });
        if (format == Formats.JSON) {
            Formats.print(changes.stream().map(change -> Formats.object("kind", change.kind().name(), "placeBefore",
                    change.before().map(DiffClause::place).orElse(null), "before",
                    change.before().map(DiffClause::text).orElse(null), "placeAfter",
                    change.after().map(DiffClause::place).orElse(null), "after",
                    change.after().map(DiffClause::text).orElse(null))).toList());
            return Lantian.DONE;
        }
        changes.forEach(change -> System.out.println(change.kind() + "\t"
                + change.after().or(change::before).map(DiffClause::place).orElse("") + "\n"
                + change.before().map(old -> "  - " + old.text().replace("\n", "\n    ") + "\n").orElse("")
                + change.after().map(now -> "  + " + now.text().replace("\n", "\n    ")).orElse("")));
        System.err.println("差异 " + changes.size() + " 处");
        return Lantian.DONE;
    }
}
