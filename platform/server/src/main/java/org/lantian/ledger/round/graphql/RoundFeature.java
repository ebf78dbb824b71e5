package org.lantian.ledger.round.graphql;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

import org.lantian.common.Actor;
import org.lantian.common.Role;
import org.lantian.graphql.BatchLoaders;
import org.lantian.graphql.Connection;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.history.LedgerHistory;
import org.lantian.ledger.round.Comparisons;
import org.lantian.ledger.round.Figure;
import org.lantian.ledger.round.Fillers;
import org.lantian.ledger.round.Forms;
import org.lantian.ledger.round.Jump;
import org.lantian.ledger.round.LedgerForm;
import org.lantian.ledger.round.LedgerRound;
import org.lantian.ledger.round.MonthSum;
import org.lantian.ledger.round.RoundPeriod;
import org.lantian.ledger.round.Rounds;
import org.lantian.ledger.round.YearJumps;

/** Reads rounds, forms and jumps. */
@Singleton
final class RoundFeature implements GraphqlFeature {

    static final String ROUND = "LedgerRound";
    static final String FORM = "LedgerForm";
    static final String FILLER = "LedgerFiller";
    private static final String JUMPS = "ledger.round.jumps";
    private static final String STEPS = "ledger.round.steps";
    private static final String ENTERPRISES = "ledger.round.enterprise";

    private final Rounds rounds;
    private final Forms forms;
    private final Fillers fillers;
    private final Comparisons comparisons;
    private final YearJumps years;
    private final Ledger ledger;
    private final LedgerHistory history;

    RoundFeature(Rounds rounds, Forms forms, Fillers fillers, Comparisons comparisons, YearJumps years, Ledger ledger, LedgerHistory history) {
        this.rounds = rounds;
        this.forms = forms;
        this.fillers = fillers;
        this.comparisons = comparisons;
        this.years = years;
        this.ledger = ledger;
        this.history = history;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("ledgerRounds", this::list)
                .dataFetcher("ledgerRound", environment -> rounds.find(GlobalId.parse(ROUND, environment.getArgument("id"))))
                .dataFetcher("ledgerForms", this::forms)
                .dataFetcher("ledgerForm", environment -> forms.find(GlobalId.parse(FORM, environment.getArgument("id"))))
                .dataFetcher("ledgerYearJumps", this::yearJumps).dataFetcher("ledgerFillers", environment -> {
                    Actor.requireAny(Role.ADMINISTRATOR);
                    return fillers.list();
                }));
        wiring.type(ROUND, type -> type.dataFetcher("id", environment -> GlobalId.of(ROUND, round(environment).id()))
                .dataFetcher("kind", environment -> round(environment).period().kind())
                .dataFetcher("period", environment -> round(environment).period().text())
                .dataFetcher("title", environment -> round(environment).period().print()
                        + round(environment).period().kind().term())
                .dataFetcher("cluster", environment -> round(environment).cluster().flatMap(ledger::findCluster))
                .dataFetcher("progress", environment -> rounds.progress(round(environment).id())));
        wiring.type(FORM, type -> type.dataFetcher("id", environment -> GlobalId.of(FORM, form(environment).id()))
                .dataFetcher("enterprise", environment -> environment.<Long, Enterprise>getDataLoader(ENTERPRISES)
                        .load(form(environment).enterpriseId()))
                .dataFetcher("figures", environment -> environment.<LedgerForm, List<Jump>>getDataLoader(JUMPS)
                        .load(form(environment)))
                .dataFetcher("late", environment -> forms.late(form(environment)))
                .dataFetcher("steps", environment -> environment.<Long, List<LedgerForm.Step>>getDataLoader(STEPS)
                        .load(form(environment).id())));
        wiring.type("LedgerFigure", type -> type.dataFetcher("value", environment -> environment.<Jump>getSource().now())
                .dataFetcher("term", environment -> history.term(environment.<Jump>getSource().field())));
        wiring.type("LedgerMonthSum", type -> type
                .dataFetcher("counted", environment -> texts(environment.<MonthSum>getSource().counted()))
                .dataFetcher("missing", environment -> texts(environment.<MonthSum>getSource().missing())));
        wiring.type("AskedFigure",
                type -> type.dataFetcher("term", environment -> history.term(environment.<Figure.Asked>getSource().field())));
        wiring.type("LedgerYearJump",
                type -> type.dataFetcher("figure", environment -> environment.<YearJumps.Found>getSource().jump()));
        wiring.type(FILLER, type -> type
                .dataFetcher("id", environment -> GlobalId.of(FILLER, environment.<Fillers.Filler>getSource().id()))
                .dataFetcher("enterprise", environment -> environment.<Fillers.Filler>getSource().enterprise()
                        .map(id -> environment.<Long, Enterprise>getDataLoader(ENTERPRISES).load(id))
                        .orElse(CompletableFuture.completedFuture(null))));
    }

    @Override
    public void registerLoaders(DataLoaderRegistry registry) {
        BatchLoaders.<LedgerForm, Jump>lists(registry, JUMPS, keys -> {
            Map<Long, List<Jump>> found = comparisons.of(keys);
            return keys.stream().collect(Collectors.toMap(Function.identity(),
                    form -> found.getOrDefault(form.id(), List.of())));
        });
        BatchLoaders.<Long, LedgerForm.Step>lists(registry, STEPS, forms::steps);
        BatchLoaders.<Long, Enterprise>rows(registry, ENTERPRISES, ledger::enterprises);
    }

    private Connection<LedgerRound> list(DataFetchingEnvironment environment) {
        Connection.Window window = window(environment);
        List<LedgerRound> all = rounds.list();
        return window.page(all.stream().skip(window.offset()).limit(window.size() + 1L).toList(), Function.identity(),
                all::size);
    }

    private Connection<LedgerForm> forms(DataFetchingEnvironment environment) {
        Map<String, Object> given = environment.getArgumentOrDefault("filter", Map.of());
        Forms.Filter filter = new Forms.Filter(text(given, "roundId").map(id -> GlobalId.parse(ROUND, id)),
                text(given, "enterpriseId").map(id -> GlobalId.parse("Enterprise", id)), text(given, "county"),
                text(given, "state").map(LedgerForm.State::valueOf), Boolean.TRUE.equals(given.get("late")),
                Boolean.TRUE.equals(given.get("mine")) ? Optional.of(Actor.current().name()) : Optional.empty());
        Connection.Window window = window(environment);
        return window.page(forms.list(filter, window.offset(), window.size() + 1), Function.identity(),
                () -> forms.count(filter));
    }

    private Connection<YearJumps.Found> yearJumps(DataFetchingEnvironment environment) {
        int year = Optional.ofNullable(environment.<@Nullable Integer>getArgument("year"))
                .orElseGet(ledger::requireBaseYear);
        Optional<Long> cluster = Optional.ofNullable(environment.<@Nullable String>getArgument("clusterId"))
                .map(id -> GlobalId.parse("Cluster", id));
        cluster.ifPresent(ledger::requireCluster);
        BigDecimal ratio = Optional.ofNullable(environment.<@Nullable BigDecimal>getArgument("ratio"))
                .orElse(YearJumps.USUAL_RATIO);
        Connection.Window window = window(environment);
        List<YearJumps.Found> all = years.list(year, cluster, ratio);
        return window.page(all.stream().skip(window.offset()).limit(window.size() + 1L).toList(), Function.identity(),
                all::size);
    }

    private static List<String> texts(List<RoundPeriod> months) {
        return months.stream().map(RoundPeriod::text).toList();
    }

    private static Optional<String> text(Map<String, Object> given, String name) {
        return Optional.ofNullable((String) given.get(name)).filter(text -> !text.isBlank());
    }

    private static Connection.Window window(DataFetchingEnvironment environment) {
        return Connection.Window.of(environment.getArgument("first"), environment.getArgument("after"));
    }

    private static LedgerRound round(DataFetchingEnvironment environment) {
        return environment.getSource();
    }

    private static LedgerForm form(DataFetchingEnvironment environment) {
        return environment.getSource();
    }
}
