package org.lantian.plan.graphql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.dataloader.DataLoaderRegistry;

import org.lantian.engine.document.Block;
import org.lantian.engine.document.Run;
import org.lantian.engine.quantity.Explanation;
import org.lantian.graphql.BatchLoaders;
import org.lantian.graphql.Connection;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.ledger.Ledger;
import org.lantian.plan.Clause;
import org.lantian.plan.IssuedDocument;
import org.lantian.plan.Issuing;
import org.lantian.plan.Plan;
import org.lantian.plan.PlanVersion;
import org.lantian.plan.Plans;
import org.lantian.plan.ReviewGate;
import org.lantian.plan.measure.Measure;
import org.lantian.plan.measure.Measures;

/** Reading plans. */
@Singleton
final class PlanFeature implements GraphqlFeature {

    private static final String CLAUSES = "plan.clauses";
    private static final String VERSIONS = "plan.versions";
    private static final String DOCUMENTS = "planVersion.documents";
    private static final String EXPLANATIONS = "clause.explanations";
    static final String MEASURES = "cluster.measures";

    private final Plans plans;
    private final ReviewGate gate;
    private final Measures measures;
    private final Issuing issuing;
    private final Ledger ledger;

    PlanFeature(Plans plans, ReviewGate gate, Measures measures, Issuing issuing, Ledger ledger) {
        this.plans = plans;
        this.gate = gate;
        this.measures = measures;
        this.issuing = issuing;
        this.ledger = ledger;
    }

    /** A clause's run with the plan that keeps its explanation. */
    record RunOf(long plan, Run run) {
        public String text() {
            return run.text();
        }
    }

    private record Figure(long plan, String explanation) {
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("plans", this::page)
                .dataFetcher("plan", environment -> plans.find(GlobalId.parse("Plan", environment.getArgument("id"))))
                .dataFetcher("checkPlan", environment -> RemarkView.of(gate.remarks(GlobalId.parse("Plan", environment.getArgument("id")))))
                .dataFetcher("measures", environment -> measures
                        .listOfCluster(GlobalId.parse("Cluster", environment.getArgument("clusterId")))));
        wiring.type("Plan", type -> type
                .dataFetcher("id", environment -> GlobalId.of("Plan", plan(environment).id()))
                .dataFetcher("cluster", LedgerRefs.cluster(environment -> plan(environment).cluster()))
                .dataFetcher("title", environment -> plan(environment).printedTitle())
                .dataFetcher("html", environment -> issuing.preview(plan(environment).id()))
                .dataFetcher("clauses", load(CLAUSES, environment -> plan(environment).id()))
                .dataFetcher("versions", load(VERSIONS, environment -> plan(environment).id()))
                .dataFetcher("measures", load(MEASURES, environment -> plan(environment).cluster()))
                .dataFetcher("sections", environment -> environment.<Long, List<Clause>>getDataLoader(CLAUSES)
                        .load(plan(environment).id()).thenApply(SectionView::of))
                .dataFetcher("tables", environment -> plans.document(plan(environment).id()).blocks().stream()
                        .filter(Block.Table.class::isInstance).toList())
                .dataFetcher("remarks", environment -> RemarkView.of(gate.remarks(plan(environment).id()))));
        wiring.type("PlanTable", type -> type.dataFetcher("columns",
                environment -> environment.<Block.Table>getSource().leaves()));
        wiring.type("Clause", type -> type
                .dataFetcher("id", environment -> GlobalId.of("Clause", clause(environment).id()))
                .dataFetcher("parentId", environment -> clause(environment).parent()
                        .map(parent -> GlobalId.of("Clause", parent)))
                .dataFetcher("drafted", environment -> clause(environment).draftedText())
                .dataFetcher("runs", environment -> clause(environment).runs().stream()
                        .map(run -> new RunOf(clause(environment).plan(), run)).toList()));
        wiring.type("ClauseRun", type -> type.dataFetcher("explanation", this::explanation));
        wiring.type("PlanVersion", type -> type
                .dataFetcher("id", environment -> GlobalId.of("PlanVersion", version(environment).id()))
                .dataFetcher("documents", load(DOCUMENTS, environment -> version(environment).id())));
        wiring.type("IssuedDocument", type -> type
                .dataFetcher("fileId", environment -> GlobalId.of("File", document(environment).file()))
                .dataFetcher("url", environment -> "/files/" + GlobalId.of("File", document(environment).file())));
    }

    @Override
    public void registerLoaders(DataLoaderRegistry registry) {
        BatchLoaders.<Long, Clause>lists(registry, CLAUSES, plans::clauses);
        BatchLoaders.<Long, PlanVersion>lists(registry, VERSIONS, plans::versions);
        BatchLoaders.<Long, IssuedDocument>lists(registry, DOCUMENTS, plans::documents);
        BatchLoaders.<Long, Measure>lists(registry, MEASURES, measures::listOfClusters);
        BatchLoaders.rows(registry, EXPLANATIONS, this::explanations);
        LedgerRefs.register(registry, ledger);
    }

    private Map<Figure, Explanation> explanations(Set<Figure> figures) {
        return figures.stream().collect(Collectors.groupingBy(Figure::plan)).entrySet().stream()
                .flatMap(entry -> plans.explanations(entry.getKey(),
                        entry.getValue().stream().map(Figure::explanation).toList()).stream()
                        .map(found -> Map.entry(new Figure(entry.getKey(), found.id()), found)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Object explanation(DataFetchingEnvironment environment) {
        RunOf run = environment.getSource();
        Optional<String> figure = run.run().figure();
        return figure.<Object>map(id -> environment.<Figure, Explanation>getDataLoader(EXPLANATIONS)
                .load(new Figure(run.plan(), id))).orElseGet(Optional::empty);
    }

    private Connection<Plan> page(DataFetchingEnvironment environment) {
        Connection.Window window = Connection.Window.of(environment.getArgument("first"),
                environment.getArgument("after"));
        return window.page(plans.list(window.offset(), window.size() + 1), plan -> plan, plans::count);
    }

    private interface Key {
        long of(DataFetchingEnvironment environment);
    }

    private static DataFetcher<?> load(String loader, Key key) {
        return environment -> environment.<Long, List<Object>>getDataLoader(loader).load(key.of(environment));
    }

    private static Plan plan(DataFetchingEnvironment environment) {
        return environment.getSource();
    }

    private static Clause clause(DataFetchingEnvironment environment) {
        return environment.getSource();
    }

    private static PlanVersion version(DataFetchingEnvironment environment) {
        return environment.getSource();
    }

    private static IssuedDocument document(DataFetchingEnvironment environment) {
        return environment.getSource();
    }
}
