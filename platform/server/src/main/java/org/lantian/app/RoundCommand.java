package org.lantian.app;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.lantian.common.DomainException;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.round.Comparisons;
import org.lantian.ledger.round.Figure;
import org.lantian.ledger.round.Fillers;
import org.lantian.ledger.round.Forms;
import org.lantian.ledger.round.Jump;
import org.lantian.ledger.round.LedgerForm;
import org.lantian.ledger.round.LedgerRound;
import org.lantian.ledger.round.RoundPeriod;
import org.lantian.ledger.round.Rounds;
import org.lantian.ledger.round.YearJumps;

/** Rounds of monthly updates and quarterly checks. */
@Command(name = "round", mixinStandardHelpOptions = true,
        description = "Monthly updates and quarterly checks (月度动态更新、季度校核): open, list, show, late, fill, verify, "
                + "return, close, jumps, filler.")
final class RoundCommand {

    @Command(name = "open", mixinStandardHelpOptions = true, description = "Open a round; prints its id.")
    int open(@Mixin TenantOption tenant,
            @Option(names = "--period", required = true, paramLabel = "P", description = "2026-10 or 2026-Q3.") String period,
            @Option(names = "--due", paramLabel = "DAY", description = "Last day for filling; without it from the profile's calendar.") LocalDate due,
            @Option(names = "--verify-due", paramLabel = "DAY", description = "Last day for verifying; without it the fifth working day after.") LocalDate verifyDue,
            @Option(names = "--cluster", paramLabel = "C", description = "Only this cluster.") String cluster,
            @Option(names = "--jump", defaultValue = "0.3", paramLabel = "RATIO", description = "Allowed change against the year before (default 0.3).") BigDecimal jump) {
        RoundPeriod read = RoundPeriod.read(period).orElseThrow(() -> DomainException.badRequest("PERIOD_UNREADABLE",
                "期间应写成 2026-10（月）或 2026-Q3（季度）。"));
        LedgerRound round = tenant.writing(installation -> installation.bean(Rounds.class).open(new Rounds.Opening(read,
                Optional.ofNullable(cluster).map(name -> ClusterNames.require(installation, name)), Optional.ofNullable(due),
                Optional.ofNullable(verifyDue), jump)));
        System.out.println(line(round));
        round.dueSource().ifPresent(source -> System.out.println("期限依据：" + source));
        return Lantian.DONE;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the rounds, the latest first.")
    int list(@Mixin TenantOption tenant) {
        tenant.reading(installation -> installation.bean(Rounds.class).list())
                .forEach(round -> System.out.println(line(round)));
        return Lantian.DONE;
    }

    @Command(name = "close", mixinStandardHelpOptions = true, description = "End a round.")
    int close(@Mixin TenantOption tenant, @Option(names = "--round", required = true, paramLabel = "ID") long round) {
        LedgerRound closed = tenant.writing(installation -> installation.bean(Rounds.class).close(round));
        System.out.println(line(closed));
        return Lantian.DONE;
    }

    @Command(name = "show", mixinStandardHelpOptions = true,
            description = "Show where a round stands by county, then its forms.")
    int show(@Mixin TenantOption tenant, @Option(names = "--round", required = true, paramLabel = "ID") long round) {
        tenant.reading(installation -> installation.bean(Rounds.class).progress(round)).forEach(county -> System.out
                .println((county.county().isEmpty() ? "未填县区" : county.county()) + "\t共 " + county.total() + "\t已填 "
                        + county.filled() + "\t已核 " + county.verified() + "\t逾期 " + county.late()));
        return print(tenant, filter(round, false));
    }

    @Command(name = "late", mixinStandardHelpOptions = true, description = "List who is late today.")
    int late(@Mixin TenantOption tenant, @Option(names = "--round", required = true, paramLabel = "ID") long round) {
        return print(tenant, filter(round, true));
    }

    private static Forms.Filter filter(long round, boolean late) {
        return new Forms.Filter(Optional.of(round), Optional.empty(), Optional.empty(), Optional.empty(), late,
                Optional.empty());
    }

    private static int print(TenantOption tenant, Forms.Filter filter) {
        tenant.reading(installation -> {
            Forms forms = installation.bean(Forms.class);
            List<LedgerForm> found = forms.list(filter, 0, Integer.MAX_VALUE);
            Map<Long, Enterprise> names = installation.bean(Ledger.class)
                    .enterprises(found.stream().map(LedgerForm::enterpriseId).toList());
            Map<Long, List<Jump>> jumps = installation.bean(Comparisons.class).of(found);
            return found.stream().map(form -> String.join("\t", Long.toString(form.id()),
                    form.county().orElse("-"), names.get(form.enterpriseId()).name(), form.state().term(),
                    forms.late(form).map(LedgerForm.Late::term).orElse("-"), String.join("；",
                            jumps.get(form.id()).stream().flatMap(jump -> Comparisons.print(jump).stream()).toList())))
                    .toList();
        }).forEach(System.out::println);
        return Lantian.DONE;
    }

    @Command(name = "fill", mixinStandardHelpOptions = true,
            description = {"Fill a form: --set FIELD:ROW=VALUE for each amount; without any list what is asked.",
                    "--change FIELD=TEXT or FIELD[n]=TEXT carries a change of the ledger, written when it is verified."})
    int fill(@Mixin TenantOption tenant, @Option(names = "--form", required = true, paramLabel = "ID") long id,
            @Option(names = "--set", paramLabel = "FIELD:ROW=VALUE") List<String> values,
            @Option(names = "--change", paramLabel = "FIELD=TEXT") List<String> changes,
            @Option(names = "--statement", defaultValue = "", paramLabel = "TEXT") String statement) {
        if (values == null) {
            tenant.reading(installation -> installation.bean(Forms.class).require(id)).asked().forEach(
                    asked -> System.out.println(asked.field() + ":" + asked.row() + "\t" + asked.unit()));
            return Lantian.DONE;
        }
        List<Figure> figures = values.stream().map(RoundCommand::figure).toList();
        return act(tenant, id, (forms, form) -> forms.fill(id, form.rowVersion(), figures,
                orNone(changes).stream().map(LedgerCommand::cell).toList(), statement));
    }

    @Command(name = "verify", mixinStandardHelpOptions = true, description = "Accept a form.")
    int verify(@Mixin TenantOption tenant, @Option(names = "--form", required = true, paramLabel = "ID") long id,
            @Option(names = "--remark", defaultValue = "", paramLabel = "TEXT") String remark) {
        return act(tenant, id, (forms, form) -> forms.settle(id, form.rowVersion(), true, remark));
    }

    @Command(name = "return", mixinStandardHelpOptions = true, description = "Give a form back.")
    int giveBack(@Mixin TenantOption tenant, @Option(names = "--form", required = true, paramLabel = "ID") long id,
            @Option(names = "--remark", required = true, paramLabel = "TEXT") String remark) {
        return act(tenant, id, (forms, form) -> forms.settle(id, form.rowVersion(), false, remark));
    }

    @Command(name = "jumps", mixinStandardHelpOptions = true,
            description = "List yearly figures that jumped against the year before.")
    int jumps(@Mixin TenantOption tenant, @Option(names = "--year", paramLabel = "Y", description = "Default: the base year.") Integer year,
            @Option(names = "--cluster", paramLabel = "C") String cluster,
            @Option(names = "--jump", defaultValue = "0.3", paramLabel = "RATIO") BigDecimal ratio) {
        tenant.reading(installation -> {
            int of = Optional.ofNullable(year).orElseGet(installation.bean(Ledger.class)::requireBaseYear);
            return installation.bean(YearJumps.class).list(of,
                    Optional.ofNullable(cluster).map(name -> ClusterNames.require(installation, name)), ratio);
        }).forEach(found -> System.out.println(found.enterprise().name() + "\t"
                + Comparisons.printYear(found.jump()).replace("上年同期", "上年").replace("本期", "本年")));
        return Lantian.DONE;
    }

    @Command(name = "filler", mixinStandardHelpOptions = true,
            description = "Let a user fill for an enterprise or a county; without --user list who may.")
    int filler(@Mixin TenantOption tenant, @Option(names = "--user", paramLabel = "U") String user,
            @Option(names = "--enterprise", paramLabel = "E") String enterprise,
            @Option(names = "--county", paramLabel = "COUNTY") String county) {
        tenant.writing(installation -> user == null ? installation.bean(Fillers.class).list()
                : installation.bean(Fillers.class).allow(user, Optional.ofNullable(enterprise).map(name -> EnterpriseOption
                        .require(installation, name, Optional.empty()).requireId()), Optional.ofNullable(county)))
                .forEach(one -> System.out.println(one.user() + "\t" + one.county().orElseGet(
                        () -> "企业 " + one.enterprise().orElseThrow())));
        return Lantian.DONE;
    }

    private static int act(TenantOption tenant, long id, BiFunction<Forms, LedgerForm, LedgerForm> act) {
        LedgerForm after = tenant.writing(installation -> {
            Forms forms = installation.bean(Forms.class);
            return act.apply(forms, forms.require(id));
        });
        System.out.println(after.id() + "\t" + after.state().term() + "\t" + after.remark());
        return Lantian.DONE;
    }

    private static Figure figure(String given) {
        int colon = given.indexOf(':');
        int equals = given.lastIndexOf('=');
        try {
            if (colon > 0 && equals > colon) {
                return new Figure(given.substring(0, colon), given.substring(colon + 1, equals), "",
                        new BigDecimal(given.substring(equals + 1).strip()));
            }
        } catch (NumberFormatException ignored) {
            // falls through to the one message for everything that cannot be read
        }
        throw DomainException.badRequest("FIGURE_UNREADABLE", "“" + given + "”应写成 字段:名称=数值，如 product.output:硅铁=120。");
    }

    private static List<String> orNone(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }

    private static String line(LedgerRound round) {
        return round.id() + "\t" + round.period().print() + round.period().kind().term() + "\t填报至" + round.due() + "\t审核至"
                + round.verifyDue() + "\t" + (round.state() == LedgerRound.State.OPEN ? "进行中" : "已结束");
    }
}
