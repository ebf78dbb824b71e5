package org.lantian.app;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.lantian.common.DomainException;
import org.lantian.file.StoredFile;
import org.lantian.identity.OrgUnit;
import org.lantian.identity.OrgUnits;
import org.lantian.plan.Consulting;
import org.lantian.plan.Issuing;
import org.lantian.plan.Plan;
import org.lantian.plan.Plans;
import org.lantian.plan.consult.Consultation;
import org.lantian.plan.consult.Consultations;
import org.lantian.plan.consult.PlanComment;

/** Asks units for their comments on a plan. */
@Command(name = "consult", mixinStandardHelpOptions = true,
        description = "Consultations on a plan (征求意见): open, comment, agree, decide, close, opinions.")
final class PlanConsultCommand {

    private static final int ALL = 10_000;

    @Command(name = "open", mixinStandardHelpOptions = true,
            description = "Freeze a draft as 征求意见稿 and invite units; prints the consultation's id.")
    int open(@Mixin TenantOption tenant, @Option(names = "--plan", required = true, paramLabel = "ID") long plan,
            @Option(names = "--unit", required = true, paramLabel = "CODE", description = "Code of a unit; repeat it.") List<String> codes,
            @Option(names = "--deadline", required = true, paramLabel = "YYYY-MM-DD") LocalDate deadline,
            @Option(names = "--note", defaultValue = "", paramLabel = "TEXT") String note) {
        Consultation opened = tenant.writing(installation -> installation.bean(Consulting.class).open(plan,
                installation.bean(Plans.class).require(plan).rowVersion(),
                codes.stream().map(code -> unit(installation, code)).toList(), deadline, note));
        System.out.println(opened.id());
        return Lantian.DONE;
    }

    @Command(name = "comment", mixinStandardHelpOptions = true, description = "Take a unit's comment; prints its id.")
    int comment(@Mixin TenantOption tenant,
            @Option(names = "--consultation", required = true, paramLabel = "ID") long consultation,
            @Option(names = "--unit", required = true, paramLabel = "CODE") String code,
            @Option(names = "--clause", paramLabel = "ID", description = "The clause's id; the whole plan without it.") Long clause,
            @Option(names = "--text", required = true, paramLabel = "TEXT") String text,
            @Option(names = "--proposal", defaultValue = "", paramLabel = "TEXT") String proposal) {
        PlanComment taken = tenant.writing(installation -> installation.bean(Consulting.class).comment(consultation,
                unit(installation, code), Optional.ofNullable(clause), text, proposal));
        System.out.println(taken.id());
        return Lantian.DONE;
    }

    @Command(name = "agree", mixinStandardHelpOptions = true, description = "Note that a unit has no objection (无意见).")
    int agree(@Mixin TenantOption tenant,
            @Option(names = "--consultation", required = true, paramLabel = "ID") long consultation,
            @Option(names = "--unit", required = true, paramLabel = "CODE") String code) {
        tenant.writing(installation -> installation.bean(Consulting.class).agree(consultation, unit(installation, code)));
        return Lantian.DONE;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List a plan's comments with their ids.")
    int list(@Mixin TenantOption tenant, @Option(names = "--plan", required = true, paramLabel = "ID") long plan) {
        List<PlanComment> comments = tenant.reading(installation -> {
            Consultations consultations = installation.bean(Consultations.class);
            List<Long> rounds = consultations.listOfPlans(List.of(plan)).getOrDefault(plan, List.of()).stream()
                    .map(Consultation::id).toList();
            return consultations.comments(rounds).values().stream().flatMap(List::stream).toList();
        });
        comments.forEach(one -> System.out.println(one.id() + "\t" + one.consultation() + "\t"
                + one.decision().map(PlanComment.Decision::term).orElse("待处理") + "\t" + one.text()));
        return Lantian.DONE;
    }

    @Command(name = "decide", mixinStandardHelpOptions = true, description = "Decide on a comment.")
    int decide(@Mixin TenantOption tenant, @Option(names = "--comment", required = true, paramLabel = "ID") long comment,
            @Option(names = "--decision", required = true, description = "One of ${COMPLETION-CANDIDATES}.") PlanComment.Decision decision,
            @Option(names = "--reason", defaultValue = "", paramLabel = "TEXT") String reason) {
        tenant.writing(installation -> installation.bean(Consulting.class).decide(comment,
                installation.bean(Consultations.class).requireComment(comment).rowVersion(), decision, reason));
        return Lantian.DONE;
    }

    @Command(name = "close", mixinStandardHelpOptions = true, description = "End the consultation; the plan is a draft again.")
    int close(@Mixin TenantOption tenant, @Option(names = "--plan", required = true, paramLabel = "ID") long plan) {
        Plan draft = tenant.writing(installation -> installation.bean(Consulting.class).close(plan,
                installation.bean(Plans.class).require(plan).rowVersion()));
        System.out.println(draft.id() + "\t" + draft.state());
        return Lantian.DONE;
    }

    @Command(name = "opinions", mixinStandardHelpOptions = true,
            description = "Write the summary of comments (意见汇总表) as a Word file; prints the file's name.")
    int opinions(@Mixin TenantOption tenant,
            @Option(names = "--consultation", required = true, paramLabel = "ID") long consultation,
            @Option(names = "-o", paramLabel = "FILE.docx", description = "File (default: the title in this folder).") Path file) {
        return tenant.writing(installation -> {
            StoredFile stored = installation.bean(Issuing.class).renderSummary(consultation);
            Path target = file == null ? Path.of(stored.name()) : file;
            PlanCommand.save(installation, stored, target);
            System.out.println(target);
            return Lantian.DONE;
        });
    }

    private static long unit(Installation installation, String code) {
        List<OrgUnit> units = installation.bean(OrgUnits.class).list(Optional.empty(), 0, ALL);
        return units.stream().filter(unit -> unit.code().equals(code)).findFirst().map(OrgUnit::id)
                .orElseThrow(() -> DomainException.notFound("UNIT_NOT_FOUND", "没有代码为“" + code + "”的单位；有："
                        + units.stream().limit(20).map(OrgUnit::code).collect(Collectors.joining("、"))
                        + (units.size() > 20 ? "……" : "")));
    }
}
