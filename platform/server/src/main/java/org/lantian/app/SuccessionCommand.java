package org.lantian.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.lantian.common.DomainException;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.NearAnswers;
import org.lantian.ledger.succession.EnterpriseCommand;
import org.lantian.ledger.succession.EnterpriseCommand.Figures;
import org.lantian.ledger.succession.EnterpriseCommand.Named;
import org.lantian.ledger.succession.Question;
import org.lantian.ledger.succession.Questions;
import org.lantian.ledger.succession.Succession;
import org.lantian.ledger.succession.Succession.Seen;
import org.lantian.ledger.succession.Successions;
import org.lantian.plugin.table.FieldGroup;

/** Renames, merges and splits enterprises. */
@Command(name = "succession", mixinStandardHelpOptions = true,
        description = {"Rename, merge and split enterprises (更名、合并、拆分); list, undo.",
                "Exit 1 where enterprises of a like name must be answered for first; nothing was done then."})
final class SuccessionCommand {

    private static final Pattern ROWS = Pattern.compile("([A-Za-z_]+)(?::(\\d{4}))?=(\\d+(?:,\\d+)*)");

    /** The options that all commands here share. */
    static final class Common {
        @Option(names = "--cluster", paramLabel = "C", description = "Cluster, where two clusters have the name.")
        private String cluster;
        @Option(names = "--reason", defaultValue = "", paramLabel = "TEXT")
        private String reason;

        Enterprise require(Installation installation, String name) {
            return EnterpriseOption.require(installation, name, Optional.ofNullable(cluster));
        }

        Seen seen(Installation installation, String name) {
            Enterprise found = require(installation, name);
            return new Seen(found.requireId(), found.rowVersion());
        }

        List<Long> ids(Installation installation, List<String> names) {
            return names.stream().map(name -> require(installation, name).requireId()).toList();
        }
    }

    @Command(name = "rename", mixinStandardHelpOptions = true, description = "Give an enterprise another name.")
    int rename(@Mixin TenantOption tenant, @Mixin Common common,
            @Option(names = "--enterprise", required = true, paramLabel = "E") String enterprise,
            @Option(names = "--name", required = true, paramLabel = "NAME") String name,
            @Option(names = "--apart", paramLabel = "E", description = "A like one that is another enterprise.") List<String> apart) {
        return carryOut(tenant, installation -> new Succession.Rename(common.seen(installation, enterprise), name,
                common.ids(installation, orNone(apart))), common.reason);
    }

    @Command(name = "merge", mixinStandardHelpOptions = true,
            description = "Merge enterprises into one: ADD where one took over the other, KEEP where one was entered twice.")
    int merge(@Mixin TenantOption tenant, @Mixin Common common,
            @Option(names = "--into", required = true, paramLabel = "E", description = "The one that stays.") String into,
            @Option(names = "--from", required = true, paramLabel = "E") List<String> from,
            @Option(names = "--figures", required = true, description = "One of ${COMPLETION-CANDIDATES}.") Figures figures) {
        return carryOut(tenant, installation -> new Succession.Merge(
                from.stream().map(name -> common.seen(installation, name)).toList(), common.seen(installation, into),
                figures), common.reason);
    }

    @Command(name = "split", mixinStandardHelpOptions = true,
            description = {"Make a part of an enterprise an enterprise of its own.",
                    "--rows GROUP=1,2 or GROUP:YEAR=1,2 hands it entries; groups: equipment, energy_use, product, "
                            + "raw_material, treatment, outlet, vocs_material, production_line, emission."})
    int split(@Mixin TenantOption tenant, @Mixin Common common,
            @Option(names = "--enterprise", required = true, paramLabel = "E") String enterprise,
            @Option(names = "--part", required = true, paramLabel = "NAME") String part,
            @Option(names = "--code", paramLabel = "CODE", description = "Its 统一社会信用代码.") String code,
            @Option(names = "--rows", paramLabel = "ROWS") List<String> rows,
            @Option(names = "--apart", paramLabel = "E", description = "A like one that is another enterprise.") List<String> apart) {
        List<Succession.Rows> chosen = orNone(rows).stream().map(SuccessionCommand::rows).toList();
        return carryOut(tenant, installation -> new Succession.Split(common.seen(installation, enterprise),
                List.of(new Succession.Part(part, Optional.ofNullable(code), Optional.empty(), chosen, Map.of())),
                common.ids(installation, orNone(apart))), common.reason);
    }

    @Command(name = "undo", mixinStandardHelpOptions = true, description = "Undo a command, where that is safe.")
    int undo(@Mixin TenantOption tenant, @Option(names = "--command", required = true, paramLabel = "ID") long command) {
        EnterpriseCommand undone = tenant
                .writing(installation -> installation.bean(Successions.class).undo(command));
        print(undone);
        return Lantian.DONE;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List what was done, the newest first.")
    int list(@Mixin TenantOption tenant, @Option(names = "--limit", defaultValue = "100", paramLabel = "N") int limit) {
        tenant.reading(installation -> installation.bean(Successions.class).page(0, limit))
                .forEach(SuccessionCommand::print);
        return Lantian.DONE;
    }

    @Command(name = "questions", mixinStandardHelpOptions = true,
            description = "List enterprises that look like one (疑似同一企业).")
    int questions(@Mixin TenantOption tenant, @Option(names = "--cluster", paramLabel = "C") String cluster) {
        tenant.reading(installation -> installation.bean(Questions.class).list(Optional.ofNullable(cluster)
                .map(name -> ClusterNames.require(installation, name)))).forEach(SuccessionCommand::print);
        return Lantian.DONE;
    }

    @Command(name = "apart", mixinStandardHelpOptions = true, description = "Say that two enterprises are not the same.")
    int apart(@Mixin TenantOption tenant, @Mixin Common common,
            @Option(names = "--enterprise", required = true, paramLabel = "E", arity = "1",
                    description = "Twice, once for each.") List<String> enterprises) {
        tenant.writing(installation -> {
            List<Long> ids = common.ids(installation, enterprises);
            installation.bean(Questions.class).keepApart(ids.getFirst(), ids.getLast(), common.reason);
            return ids;
        });
        return Lantian.DONE;
    }

    @Command(name = "answer", mixinStandardHelpOptions = true,
            description = {"Say whether a name that an import asked about means an enterprise; the next import does not ask.",
                    "Without --name list the answers."})
    int answer(@Mixin TenantOption tenant, @Mixin Common common,
            @Option(names = "--enterprise", paramLabel = "E") String enterprise,
            @Option(names = "--name", paramLabel = "NAME") String name,
            @Option(names = "--same", description = "The name means the enterprise; without it it does not.") boolean same) {
        if (name == null || enterprise == null) {
            tenant.reading(SuccessionCommand::answers).forEach(System.out::println);
            return Lantian.DONE;
        }
        tenant.writing(installation -> {
            installation.bean(Questions.class).answer(common.require(installation, enterprise).requireId(), name, same,
                    common.reason);
            return answers(installation);
        }).forEach(System.out::println);
        return Lantian.DONE;
    }

    private static List<String> answers(Installation installation) {
        List<NearAnswers.Answer> answers = installation.bean(Questions.class).answers();
        Map<Long, Enterprise> names = installation.bean(Ledger.class)
                .enterprises(answers.stream().map(NearAnswers.Answer::enterpriseId).toList());
        return answers.stream().map(answer -> answer.name() + "\t" + (answer.same() ? "即" : "不是") + "\t"
                + names.get(answer.enterpriseId()).name() + "\t" + answer.actor() + "\t" + answer.reason()).toList();
    }

    @FunctionalInterface
    private interface Making {
        Succession by(Installation installation);
    }

    private static int carryOut(TenantOption tenant, Making making, String reason) {
        Successions.Outcome outcome = tenant.writing(installation -> installation.bean(Successions.class)
                .carryOut(making.by(installation), reason));
        outcome.command().ifPresent(SuccessionCommand::print);
        outcome.questions().forEach(SuccessionCommand::print);
        return outcome.command().isPresent() ? Lantian.DONE : Lantian.INPUT_ERRORS;
    }

    private static Succession.Rows rows(String given) {
        Matcher matcher = ROWS.matcher(given);
        Optional<FieldGroup> group = matcher.matches() ? Stream.of(FieldGroup.values()).filter(FieldGroup::hasRows)
                .filter(one -> one.name().equals(matcher.group(1).toUpperCase(Locale.ROOT))).findFirst()
                : Optional.empty();
        if (group.isEmpty()) {
            throw DomainException.badRequest("ROWS_UNREADABLE", "“" + given + "”应写成 类别=1,2 或 类别:年份=1,2。");
        }
        List<Integer> places = new ArrayList<>();
        for (String place : matcher.group(3).split(",")) {
            places.add(Integer.valueOf(place));
        }
        return new Succession.Rows(group.get(), Optional.ofNullable(matcher.group(2)).map(Integer::valueOf), places);
    }

    private static List<String> orNone(@Nullable List<String> names) {
        return names == null ? List.of() : names;
    }

    private static void print(EnterpriseCommand command) {
        System.out.println(command.id() + "\t" + command.kind().term() + "\t" + command.name() + "\t"
                + String.join("、", command.others().stream().map(Named::name).toList()) + "\t" + command.actor()
                + command.undone().map(undone -> "\t已撤销").orElse(""));
    }

    private static void print(Question question) {
        System.out.println("疑似同一企业\t" + question.enterprise().name() + "\t" + question.other().name() + "\t"
                + String.join("；", question.likenesses().stream().sorted().map(Question.Likeness::term).toList()));
    }
}
