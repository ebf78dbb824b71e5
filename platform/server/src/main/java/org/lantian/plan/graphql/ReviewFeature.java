package org.lantian.plan.graphql;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.dataloader.DataLoaderRegistry;

import org.lantian.graphql.BatchLoaders;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.graphql.SubscriptionFetchers;
import org.lantian.identity.OrgUnit;
import org.lantian.identity.OrgUnits;
import org.lantian.plan.Approval;
import org.lantian.plan.Approvals;
import org.lantian.plan.Plan;
import org.lantian.plan.PlanEvents;
import org.lantian.plan.PlanStep;
import org.lantian.plan.PlanVersion;
import org.lantian.plan.Plans;
import org.lantian.plan.consult.Consultation;
import org.lantian.plan.consult.Consultations;
import org.lantian.plan.consult.PlanComment;

/** Reading what plans went through: versions, consultations, approvals. */
@Singleton
final class ReviewFeature implements GraphqlFeature {

    private static final String PLAN = "plan.byId";
    private static final String VERSION = "planVersion.byId";
    private static final String STEPS = "plan.steps";
    private static final String APPROVALS = "plan.approvals";
    private static final String CONSULTATIONS = "plan.consultations";
    private static final String COMMENTS = "consultation.comments";
    private static final String UNIT = "consultation.unit";

    private final Plans plans;
    private final Approvals approvals;
    private final Consultations consultations;
    private final OrgUnits units;

    ReviewFeature(Plans plans, Approvals approvals, Consultations consultations, OrgUnits units) {
        this.plans = plans;
        this.approvals = approvals;
        this.consultations = consultations;
        this.units = units;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type
                .dataFetcher("comparePlanVersions",
                        environment -> plans.diff(GlobalId.parse("PlanVersion", environment.getArgument("fromId")),
                                GlobalId.parse("PlanVersion", environment.getArgument("toId"))))
                .dataFetcher("consultation", environment -> consultations
                        .find(GlobalId.parse("Consultation", environment.getArgument("id")))));
        wiring.type("Subscription", type -> type
                .dataFetcher("planChanged", SubscriptionFetchers.of(PlanEvents.CHANGED, this::planKey,
                        (environment, event) -> plans.find(Long.parseLong(event.key()))))
                .dataFetcher("planCommented", SubscriptionFetchers.of(Consultations.COMMENTED, this::planKey,
                        (environment, event) -> consultations.findComment(Long.parseLong(event.payload())))));
        wiring.type("Plan", type -> type
                .dataFetcher("revises", environment -> environment.<Plan>getSource().revises()
                        .<Object>map(id -> environment.<Long, Plan>getDataLoader(PLAN).load(id)).orElseGet(Optional::empty))
                .dataFetcher("steps", load(STEPS, environment -> environment.<Plan>getSource().id()))
                .dataFetcher("approvals", load(APPROVALS, environment -> environment.<Plan>getSource().id()))
                .dataFetcher("consultations", load(CONSULTATIONS, environment -> environment.<Plan>getSource().id())));
        wiring.type("Consultation", type -> type
                .dataFetcher("id", environment -> GlobalId.of("Consultation", consultation(environment).id()))
                .dataFetcher("plan", load(PLAN, environment -> consultation(environment).plan()))
                .dataFetcher("version", load(VERSION, environment -> consultation(environment).version()))
                .dataFetcher("comments", load(COMMENTS, environment -> consultation(environment).id())));
        wiring.type("InvitedUnit", type -> type.dataFetcher("unit",
                load(UNIT, environment -> environment.<Consultation.Invited>getSource().unit())));
        wiring.type("PlanComment", type -> type
                .dataFetcher("id", environment -> GlobalId.of("PlanComment", comment(environment).id()))
                .dataFetcher("unit", load(UNIT, environment -> comment(environment).unit()))
                .dataFetcher("clauseId",
                        environment -> comment(environment).clause().map(id -> GlobalId.of("Clause", id))));
    }

    private String planKey(DataFetchingEnvironment environment) {
        return Long.toString(plans.require(GlobalId.parse("Plan", environment.getArgument("planId"))).id());
    }

    @Override
    public void registerLoaders(DataLoaderRegistry registry) {
        BatchLoaders.<Long, PlanStep>lists(registry, STEPS, approvals::stepsOf);
        BatchLoaders.<Long, Approval>lists(registry, APPROVALS, approvals::listOf);
        BatchLoaders.<Long, Consultation>lists(registry, CONSULTATIONS, consultations::listOfPlans);
        BatchLoaders.<Long, PlanComment>lists(registry, COMMENTS, consultations::comments);
        BatchLoaders.<Long, Plan>rows(registry, PLAN, plans::byIds);
        BatchLoaders.<Long, PlanVersion>rows(registry, VERSION, plans::versionsByIds);
        BatchLoaders.<Long, OrgUnit>rows(registry, UNIT, ids -> units.listByIds(ids).stream()
                .collect(Collectors.toMap(OrgUnit::id, Function.identity())));
    }

    private static DataFetcher<?> load(String loader, Function<DataFetchingEnvironment, Long> key) {
        return environment -> environment.<Long, Object>getDataLoader(loader).load(key.apply(environment));
    }

    private static Consultation consultation(DataFetchingEnvironment environment) {
        return environment.getSource();
    }

    private static PlanComment comment(DataFetchingEnvironment environment) {
        return environment.getSource();
    }
}
