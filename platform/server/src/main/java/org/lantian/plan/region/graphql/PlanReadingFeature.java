package org.lantian.plan.region.graphql;

import java.util.List;
import java.util.Optional;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.lantian.common.UserError;
import org.lantian.engine.diff.ClauseChange;
import org.lantian.engine.diff.DiffClause;
import org.lantian.file.StoredFile;
import org.lantian.file.graphql.FileView;
import org.lantian.graphql.Connection;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.graphql.MutationFetchers;
import org.lantian.plan.Issuing;
import org.lantian.plan.region.PlanReading;
import org.lantian.plan.region.PlanReadings;
import org.lantian.plan.region.RegionalPlan;
import org.lantian.plan.region.RegionalPlans;
import org.lantian.plan.region.RegionalRendering;
import org.lantian.plan.region.graphql.RegionalPlanFeature.SectionView;

/** Reading plans in, and rendering regional plans. */
@Singleton
final class PlanReadingFeature implements GraphqlFeature {

    private final PlanReadings readings;
    private final RegionalPlans plans;
    private final RegionalRendering rendering;
    private final Issuing issuing;
    private final MutationFetchers mutations;

    PlanReadingFeature(PlanReadings readings, RegionalPlans plans, RegionalRendering rendering, Issuing issuing,
            MutationFetchers mutations) {
        this.readings = readings;
        this.plans = plans;
        this.rendering = rendering;
        this.issuing = issuing;
        this.mutations = mutations;
    }

    private record ReadInput(String fileId, @Nullable String profile) {
    }

    private record ReadPayload(Optional<PlanReading> reading, List<UserError> userErrors) {
    }

    private record AcceptInput(String id, int rowVersion, String code, @Nullable String issuer) {
    }

    private record AcceptPayload(Optional<RegionalPlan> plan, List<UserError> userErrors) {
    }

    private record RefuseInput(String id, int rowVersion) {
    }

    private record ReportInput(@Nullable String planId, @Nullable String readingId) {
    }

    private record RenderInput(String id, RegionalRendering.@Nullable Template template) {
    }

    private record RenderPayload(Optional<FileView> file, List<UserError> userErrors) {
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("planReadings", this::page).dataFetcher("planReading",
                environment -> readings.find(GlobalId.parse("PlanReading", environment.getArgument("id")))));
        wiring.type("PlanReading", type -> type
                .dataFetcher("id", environment -> GlobalId.of("PlanReading", reading(environment).id()))
                .dataFetcher("fileId", environment -> GlobalId.of("File", reading(environment).file()))
                .dataFetcher("sections", environment -> SectionView.of(readings.content(reading(environment))))
                .dataFetcher("tables", environment -> readings.content(reading(environment)).tables())
                .dataFetcher("itemCount", environment -> (int) readings.content(reading(environment)).items().count())
                .dataFetcher("targets", environment -> readings.content(reading(environment)).targets())
                .dataFetcher("lines", environment -> readings.lines(reading(environment)))
                .dataFetcher("unread", environment -> readings.content(reading(environment)).unread())
                .dataFetcher("remarks", environment -> readings.remarks(reading(environment)))
                .dataFetcher("json", environment -> readings.json(reading(environment)))
                .dataFetcher("outline", environment -> readings.outline(reading(environment)))
                .dataFetcher("changes", environment -> readings.changes(reading(environment),
                        plans.require(GlobalId.parse("RegionalPlan", environment.getArgument("planId")))))
                .dataFetcher("plan", environment -> reading(environment).plan().flatMap(plans::find)));
        wiring.type("ClauseChange", type -> type
                .dataFetcher("placeBefore", environment -> change(environment).before().map(DiffClause::place))
                .dataFetcher("before", environment -> change(environment).before().map(DiffClause::text))
                .dataFetcher("placeAfter", environment -> change(environment).after().map(DiffClause::place))
                .dataFetcher("after", environment -> change(environment).after().map(DiffClause::text)));
        wiring.type("Mutation", type -> type
                .dataFetcher("readPlan", mutations.of(ReadInput.class, this::read,
                        errors -> new ReadPayload(Optional.empty(), errors)))
                .dataFetcher("acceptPlanReading", mutations.of(AcceptInput.class,
                        input -> new AcceptPayload(Optional.of(readings.accept(GlobalId.parse("PlanReading", input.id()),
                                input.rowVersion(), input.code(), Optional.ofNullable(input.issuer()).orElse(""))), List.of()),
                        errors -> new AcceptPayload(Optional.empty(), errors)))
                .dataFetcher("refusePlanReading", mutations.of(RefuseInput.class,
                        input -> new ReadPayload(Optional.of(readings
                                .refuse(GlobalId.parse("PlanReading", input.id()), input.rowVersion())), List.of()),
                        errors -> new ReadPayload(Optional.empty(), errors)))
                .dataFetcher("renderCheckReport", mutations.of(ReportInput.class, this::report,
                        errors -> new RenderPayload(Optional.empty(), errors)))
                .dataFetcher("renderRegionalPlan", mutations.of(RenderInput.class, this::render,
                        errors -> new RenderPayload(Optional.empty(), errors))));
    }

    private ReadPayload read(ReadInput input) {
        return new ReadPayload(Optional.of(readings.read(GlobalId.parse("File", input.fileId()),
                Optional.ofNullable(input.profile()))), List.of());
    }

    private RenderPayload report(ReportInput input) {
        StoredFile file = input.planId() != null ? issuing.renderReport(GlobalId.parse("Plan", input.planId()))
                : readings.renderReport(readings.require(GlobalId.parse("PlanReading", input.readingId())));
        return new RenderPayload(Optional.of(FileView.of(file)), List.of());
    }

    private RenderPayload render(RenderInput input) {
        RegionalPlan plan = plans.require(GlobalId.parse("RegionalPlan", input.id()));
        return new RenderPayload(Optional.of(FileView.of(rendering.renderWord(plan,
                Optional.ofNullable(input.template()).orElse(RegionalRendering.Template.REGION)))), List.of());
    }

    private Connection<PlanReading> page(DataFetchingEnvironment environment) {
        Connection.Window window = Connection.Window.of(environment.getArgument("first"),
                environment.getArgument("after"));
        return window.page(readings.list(window.offset(), window.size() + 1), one -> one, readings::count);
    }

    private static PlanReading reading(DataFetchingEnvironment environment) {
        return environment.getSource();
    }

    private static ClauseChange change(DataFetchingEnvironment environment) {
        return environment.getSource();
    }
}
