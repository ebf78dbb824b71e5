package org.lantian.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.lantian.diagnosis.Finding;
import org.lantian.diagnosis.FindingContent;
import org.lantian.diagnosis.FindingDecision;
import org.lantian.diagnosis.FindingEdit;
import org.lantian.diagnosis.FindingFilter;
import org.lantian.diagnosis.FindingState;
import org.lantian.diagnosis.Findings;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.Ledger;

/** Reads findings and takes decisions on them, one by one or all that match. */
@Command(name = "finding", mixinStandardHelpOptions = true,
        description = "Findings (问题): list, confirm (确认), waive (不采纳), revise (修改).")
final class FindingCommand {

    private static final int PAGE = 5_000;

    /** Which findings. */
    static final class Choice {

        @Option(names = "--id", split = ",", paramLabel = "ID", description = "Ids of findings.")
        private List<Long> ids = List.of();
        @Option(names = "--cluster", paramLabel = "C", description = "Only of this cluster, by name.")
        private String cluster;
        @Option(names = "--rule", paramLabel = "R", description = "Only of this rule, for example collection-open.")
        private String rule;

        private FindingFilter filter(Installation installation, Optional<FindingState> state) {
            return new FindingFilter(Optional.empty(),
                    Optional.ofNullable(cluster).map(name -> ClusterNames.require(installation, name)), Optional.empty(), state,
                    Optional.empty(), Optional.ofNullable(rule));
        }

        private List<Finding> decide(Installation installation, FindingDecision decision) {
            Findings findings = installation.bean(Findings.class);
            return ids.isEmpty() ? findings.decide(filter(installation, Optional.empty()), Optional.empty(), decision)
                    : findings.decide(ids.stream().map(findings::require)
                            .map(finding -> new Findings.Choice(finding.id(), finding.rowVersion())).toList(), decision);
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true,
            description = "List findings: id, state (* revised, ! changed since the decision, - holds no longer), severity, rule, enterprise, text.")
    int list(@Mixin TenantOption tenant, @Mixin Choice choice,
            @Option(names = "--state", description = "One of ${COMPLETION-CANDIDATES}.") FindingState state) {
        tenant.reading(installation -> {
            List<Finding> found = installation.bean(Findings.class)
                    .list(choice.filter(installation, Optional.ofNullable(state)), 0, PAGE).stream()
                    .filter(finding -> choice.ids.isEmpty() || choice.ids.contains(finding.id())).toList();
            print(installation, found);
            return found;
        });
        return Lantian.DONE;
    }

    @Command(name = "confirm", mixinStandardHelpOptions = true,
            description = "Confirm the findings with these ids, or all open ones that match.")
    int confirm(@Mixin TenantOption tenant, @Mixin Choice choice) {
        return decided(tenant.writing(installation -> choice.decide(installation, FindingDecision.confirm())));
    }

    @Command(name = "waive", mixinStandardHelpOptions = true,
            description = "Waive the findings with these ids, or all open ones that match, with a reason.")
    int waive(@Mixin TenantOption tenant, @Mixin Choice choice,
            @Option(names = "--reason", required = true, paramLabel = "TEXT") String reason) {
        return decided(tenant.writing(installation -> choice.decide(installation, FindingDecision.waive(reason))));
    }

    @Command(name = "revise", mixinStandardHelpOptions = true,
            description = "Put a person's words in the place of the rule's and confirm the finding.")
    int revise(@Mixin TenantOption tenant, @Option(names = "--id", required = true, paramLabel = "ID") long id,
            @Option(names = "--text", required = true, paramLabel = "TEXT") String text) {
        tenant.writing(installation -> {
            Findings findings = installation.bean(Findings.class);
            FindingContent shown = findings.require(id).shown();
            Finding revised = findings.revise(id, findings.require(id).rowVersion(),
                    new FindingEdit(text, shown.area(), shown.column()));
            print(installation, List.of(revised));
            return revised;
        });
        return Lantian.DONE;
    }

    private static int decided(List<Finding> findings) {
        System.out.println(findings.size());
        return Lantian.DONE;
    }

    private static void print(Installation installation, List<Finding> findings) {
        var enterprises = installation.bean(Ledger.class)
                .enterprises(findings.stream().map(Finding::enterpriseId).distinct().toList());
        findings.forEach(finding -> System.out.println(finding.id() + "\t" + finding.state()
                + (finding.edit().isPresent() ? "*" : "") + (finding.changed() ? "!" : "") + (finding.holds() ? "" : "-") + "\t"
                + finding.content().severity().name().toLowerCase(Locale.ROOT) + "\t" + finding.content().ruleId() + "\t"
                + Optional.ofNullable(enterprises.get(finding.enterpriseId())).map(Enterprise::name).orElse("") + "\t"
                + finding.shown().text()));
    }
}
