package org.lantian.app;

import java.util.function.BiFunction;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.lantian.plan.Approvals;
import org.lantian.plan.Plan;
import org.lantian.plan.Plans;
import org.lantian.plan.ReviewGate;
import org.lantian.plan.Revisions;

/** Takes a plan through review, and what becomes of it once issued; the operator holds every role. */
@Command(name = "review", mixinStandardHelpOptions = true,
        description = "Submit, approve, return, recall, revise and withdraw plans (送审、审批、修订、撤回).")
final class PlanReviewCommand {

    @Command(name = "submit", mixinStandardHelpOptions = true,
            description = "Submit a plan: errors of the check block, warnings need a word; freezes the 送审稿.")
    int submit(@Mixin TenantOption tenant, @Option(names = "--plan", required = true, paramLabel = "ID") long plan,
            @Option(names = "--note", defaultValue = "", paramLabel = "TEXT") String note,
            @Option(names = "--word", defaultValue = "", paramLabel = "TEXT",
                    description = "A word on all warnings that have none.") String word) {
        return step(tenant, plan, (installation, found) -> installation.bean(Approvals.class).submit(plan,
                found.rowVersion(), note, word));
    }

    @Command(name = "answer", mixinStandardHelpOptions = true,
            description = "Say a word on a remark; without one list the remarks with their ids.")
    int answer(@Mixin TenantOption tenant, @Option(names = "--plan", required = true, paramLabel = "ID") long plan,
            @Option(names = "--remark", paramLabel = "R") String remark,
            @Option(names = "--word", defaultValue = "", paramLabel = "TEXT") String word) {
        if (remark != null) {
            tenant.writing(installation -> installation.bean(ReviewGate.class).answer(plan, remark, word));
            return Lantian.DONE;
        }
        tenant.reading(installation -> installation.bean(ReviewGate.class).remarks(plan))
                .forEach(one -> System.out.println(one.id() + "\t" + one.remark().severity() + "\t"
                        + one.remark().message() + "\t" + one.word().orElse("-")));
        return Lantian.DONE;
    }

    @Command(name = "approve", mixinStandardHelpOptions = true,
            description = "Approve the step that is next: the reviewer's, then the leader's.")
    int approve(@Mixin TenantOption tenant, @Option(names = "--plan", required = true, paramLabel = "ID") long plan,
            @Option(names = "--note", defaultValue = "", paramLabel = "TEXT") String note) {
        return step(tenant, plan, (installation, found) -> installation.bean(Approvals.class).approve(plan,
                found.rowVersion(), note));
    }

    @Command(name = "return", mixinStandardHelpOptions = true, description = "Give a submitted plan back to its planners.")
    int giveBack(@Mixin TenantOption tenant, @Option(names = "--plan", required = true, paramLabel = "ID") long plan,
            @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason) {
        return step(tenant, plan, (installation, found) -> installation.bean(Approvals.class).giveBack(plan,
                found.rowVersion(), reason));
    }

    @Command(name = "recall", mixinStandardHelpOptions = true,
            description = "Take a plan back that was submitted but not issued.")
    int recall(@Mixin TenantOption tenant, @Option(names = "--plan", required = true, paramLabel = "ID") long plan,
            @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason) {
        return step(tenant, plan, (installation, found) -> installation.bean(Approvals.class).recall(plan,
                found.rowVersion(), reason));
    }

    @Command(name = "withdraw", mixinStandardHelpOptions = true, description = "Withdraw an issued plan.")
    int withdraw(@Mixin TenantOption tenant, @Option(names = "--plan", required = true, paramLabel = "ID") long plan,
            @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason) {
        return step(tenant, plan, (installation, found) -> installation.bean(Revisions.class).withdraw(plan,
                found.rowVersion(), reason));
    }

    @Command(name = "revise", mixinStandardHelpOptions = true,
            description = "Begin the revision of an issued plan; prints the new draft's id.")
    int revise(@Mixin TenantOption tenant, @Option(names = "--plan", required = true, paramLabel = "ID") long plan) {
        return step(tenant, plan, (installation, found) -> installation.bean(Revisions.class).revise(plan));
    }

    private static int step(TenantOption tenant, long plan, BiFunction<Installation, Plan, Plan> act) {
        Plan after = tenant.writing(
                installation -> act.apply(installation, installation.bean(Plans.class).require(plan)));
        System.out.println(after.id() + "\t" + after.state() + "\t" + after.printedTitle());
        return Lantian.DONE;
    }
}
