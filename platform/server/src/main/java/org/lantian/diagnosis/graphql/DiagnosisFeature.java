package org.lantian.diagnosis.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.diagnosis.DataGap;
import org.lantian.diagnosis.Diagnosis;
import org.lantian.diagnosis.DiagnosisSummary;
import org.lantian.diagnosis.Finding;
import org.lantian.diagnosis.FindingContent;
import org.lantian.diagnosis.FindingDecision;
import org.lantian.diagnosis.FindingEdit;
import org.lantian.diagnosis.FindingFilter;
import org.lantian.diagnosis.Findings;
import org.lantian.diagnosis.MeanBelowLimit;
import org.lantian.engine.quantity.Explanation;
import org.lantian.graphql.BatchLoaders;
import org.lantian.graphql.Connection;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.graphql.MutationFetchers;
import org.lantian.ledger.Ledger;
import org.lantian.plugin.vocabulary.ProblemArea;
import org.lantian.plugin.vocabulary.ProblemColumn;

/** Fetchers and loaders of findings. */
@Singleton
final class DiagnosisFeature implements GraphqlFeature {

    private static final String FINDINGS = "enterprise.findings";

    private final Diagnosis diagnosis;
    private final Findings findings;
    private final Ledger ledger;
    private final MutationFetchers mutations;

    DiagnosisFeature(Diagnosis diagnosis, Findings findings, Ledger ledger, MutationFetchers mutations) {
        this.diagnosis = diagnosis;
        this.findings = findings;
        this.ledger = ledger;
        this.mutations = mutations;
    }

    private record EnterpriseYear(long enterprise, Optional<Integer> baseYear) {
    }

    private record RunInput(@Nullable String clusterId, @Nullable Integer baseYear) {
    }

    private record RunPayload(Optional<DiagnosisSummary> summary, List<UserError> userErrors) {
    }

    private record ConfirmInput(String id, int rowVersion) {
    }

    private record WaiveInput(String id, int rowVersion, String reason) {
    }

    private record ReviseInput(String id, int rowVersion, String text, @Nullable ProblemArea area,
            @Nullable ProblemColumn column, @Nullable Boolean proseOnly) {
    }

    private record ChoiceInput(String id, int rowVersion) {
    }

    private enum DecisionKind {
        CONFIRM, WAIVE
    }

    private record DecideInput(@Nullable List<ChoiceInput> findings, @Nullable Map<String, Object> filter,
            @Nullable Integer expectedCount, DecisionKind decision, @Nullable String reason) {
    }

    private record DecidePayload(List<Finding> findings, List<UserError> userErrors) {
    }

    private record FindingPayload(Optional<Finding> finding, List<UserError> userErrors) {
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("findings", this::page).dataFetcher("dataGaps", this::gaps)
                .dataFetcher("meansBelowLimit", this::means));
        wiring.type("Mutation", type -> type
                .dataFetcher("runDiagnosis", mutations.of(RunInput.class, this::run,
                        errors -> new RunPayload(Optional.empty(), errors)))
                .dataFetcher("confirmFinding", mutations.of(ConfirmInput.class, this::confirm,
                        errors -> new FindingPayload(Optional.empty(), errors)))
                .dataFetcher("reviseFinding", mutations.of(ReviseInput.class, this::revise,
                        errors -> new FindingPayload(Optional.empty(), errors)))
                .dataFetcher("decideFindings", mutations.of(DecideInput.class, this::decide,
                        errors -> new DecidePayload(List.of(), errors)))
                .dataFetcher("waiveFinding", mutations.of(WaiveInput.class, this::waive,
                        errors -> new FindingPayload(Optional.empty(), errors))));
        FindingFields.wire(wiring);
        wiring.type("Explanation", type -> type
                .dataFetcher("result", environment -> explanation(environment).result().value())
                .dataFetcher("unit", environment -> explanation(environment).result().unit())
                .dataFetcher("rounding", environment -> explanation(environment).rounding().term())
                .dataFetcher("text", environment -> explanation(environment).print()));
        wiring.type("Enterprise", type -> type.dataFetcher("findings", environment -> environment
                .<EnterpriseYear, List<Finding>>getDataLoader(FINDINGS).load(new EnterpriseYear(
                        EnterpriseRef.of(environment), Optional.ofNullable(environment.getArgument("baseYear"))))));
    }

    @Override
    public void registerLoaders(DataLoaderRegistry registry) {
        EnterpriseRef.register(registry, ledger);
        BatchLoaders.lists(registry, FINDINGS, this::ofEnterprises);
    }

    /** One query for each base year that is asked for. */
    private Map<EnterpriseYear, List<Finding>> ofEnterprises(Set<EnterpriseYear> keys) {
        Map<EnterpriseYear, List<Finding>> found = new LinkedHashMap<>();
        keys.stream().collect(Collectors.groupingBy(EnterpriseYear::baseYear)).forEach((year, group) -> findings
                .ofEnterprises(group.stream().map(EnterpriseYear::enterprise).toList(), year)
                .forEach((enterprise, list) -> found.put(new EnterpriseYear(enterprise, year), list)));
        return found;
    }

    private Connection<Finding> page(DataFetchingEnvironment environment) {
        FindingFilter filter = FilterInput.read(environment);
        Connection.Window window = window(environment);
        return window.page(findings.list(filter, window.offset(), window.size() + 1), finding -> finding,
                () -> findings.count(filter));
    }

    private Connection<DataGap> gaps(DataFetchingEnvironment environment) {
        FindingFilter filter = FilterInput.read(environment);
        Connection.Window window = window(environment);
        return window.page(findings.listGaps(filter, window.offset(), window.size() + 1), gap -> gap,
                () -> findings.countGaps(filter));
    }

    private Connection<MeanBelowLimit> means(DataFetchingEnvironment environment) {
        FindingFilter filter = FilterInput.read(environment);
        Connection.Window window = window(environment);
        return window.page(findings.listMeans(filter, window.offset(), window.size() + 1), mean -> mean,
                () -> findings.countMeans(filter));
    }

    private RunPayload run(RunInput input) {
        Optional<Long> cluster = Optional.ofNullable(input.clusterId()).map(id -> GlobalId.parse("Cluster", id));
        return new RunPayload(Optional.of(diagnosis.run(cluster, Optional.ofNullable(input.baseYear()))), List.of());
    }

    private FindingPayload confirm(ConfirmInput input) {
        Finding finding = findings.confirm(GlobalId.parse("Finding", input.id()), input.rowVersion());
        return new FindingPayload(Optional.of(finding), List.of());
    }

    private FindingPayload waive(WaiveInput input) {
        Finding finding = findings.waive(GlobalId.parse("Finding", input.id()), input.rowVersion(), input.reason());
        return new FindingPayload(Optional.of(finding), List.of());
    }

    private FindingPayload revise(ReviseInput input) {
        long id = GlobalId.parse("Finding", input.id());
        FindingContent shown = findings.require(id).shown();
        Optional<ProblemColumn> column = Boolean.TRUE.equals(input.proseOnly()) ? Optional.empty()
                : Optional.ofNullable(input.column()).or(shown::column);
        return new FindingPayload(Optional.of(findings.revise(id, input.rowVersion(), new FindingEdit(input.text(),
                Optional.ofNullable(input.area()).orElse(shown.area()), column))), List.of());
    }

    private DecidePayload decide(DecideInput input) {
        FindingDecision decision = switch (input.decision()) {
            case CONFIRM -> FindingDecision.confirm();
            case WAIVE -> FindingDecision.waive(Optional.ofNullable(input.reason()).orElse(""));
        };
        if ((input.findings() == null) == (input.filter() == null)) {
            throw new UserErrorsException(List.of(UserError.of("findings", "FINDINGS_NOT_CHOSEN",
                    "请用 findings 或 filter 之一指明要处理的问题。")));
        }
        List<Finding> decided = input.findings() != null
                ? findings.decide(input.findings().stream().map(one -> new Findings.Choice(
                        GlobalId.parse("Finding", one.id()), one.rowVersion())).toList(), decision)
                : findings.decide(FilterInput.of(input.filter()), Optional.ofNullable(input.expectedCount()), decision);
        return new DecidePayload(decided, List.of());
    }

    private static Connection.Window window(DataFetchingEnvironment environment) {
        return Connection.Window.of(environment.getArgument("first"), environment.getArgument("after"));
    }

    private static Explanation explanation(DataFetchingEnvironment environment) {
        return environment.getSource();
    }
}
