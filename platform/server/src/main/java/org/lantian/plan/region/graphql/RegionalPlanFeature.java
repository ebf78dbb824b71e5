package org.lantian.plan.region.graphql;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderRegistry;

import org.lantian.engine.outline.OutlineView;
import org.lantian.engine.reading.Placement;
import org.lantian.engine.reading.ReadItem;
import org.lantian.engine.reading.ReadParagraph;
import org.lantian.engine.reading.ReadPlan;
import org.lantian.engine.reading.ReadSection;
import org.lantian.graphql.BatchLoaders;
import org.lantian.graphql.Connection;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.identity.OrgUnit;
import org.lantian.identity.OrgUnits;
import org.lantian.plan.region.RegionalItem;
import org.lantian.plan.region.RegionalItemFilter;
import org.lantian.plan.region.RegionalPlan;
import org.lantian.plan.region.RegionalPlans;
import org.lantian.plugin.grammar.RoleKind;

/** Regional plans with their tasks. */
@Singleton
final class RegionalPlanFeature implements GraphqlFeature {

    private static final String ROLES = "regionalItem.roles";
    private static final String DEADLINES = "regionalItem.deadlines";
    private static final String QUANTITIES = "regionalItem.quantities";
    private static final String UNITS = "regionalRole.unit";
    private static final String GROUPS = "regionalRole.group";

    private final RegionalPlans plans;
    private final OrgUnits units;

    RegionalPlanFeature(RegionalPlans plans, OrgUnits units) {
        this.plans = plans;
        this.units = units;
    }

    /** A section with its place on the outline told apart. */
    record SectionView(String id, int level, String number, String heading, Optional<String> outlineNode,
            Optional<String> supplement, List<String> paragraphs, int line) {

        static List<SectionView> of(ReadPlan plan) {
            return plan.sections().stream().map(SectionView::of).toList();
        }

        private static SectionView of(ReadSection section) {
            return new SectionView(section.id(), section.level(), section.number(), section.heading(),
                    section.placement() instanceof Placement.Node node ? Optional.of(node.code()) : Optional.empty(),
                    section.placement() instanceof Placement.Supplement supplement ? Optional.of(supplement.reason())
                            : Optional.empty(),
                    section.paragraphs().stream().map(ReadParagraph::text).toList(), section.line());
        }
    }

    private record Load(String name, int items) {
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("regionalPlans", this::page)
                .dataFetcher("regionalPlan",
                        environment -> plans.find(GlobalId.parse("RegionalPlan", environment.getArgument("id"))))
                .dataFetcher("regionalItems", environment -> items(environment, Optional.empty())));
        wiring.type("RegionalPlan", type -> type
                .dataFetcher("id", environment -> GlobalId.of("RegionalPlan", plan(environment).id()))
                .dataFetcher("sections", environment -> SectionView.of(plans.content(plan(environment).id())))
                .dataFetcher("targets", environment -> plans.content(plan(environment).id()).targets())
                .dataFetcher("tables", environment -> plans.content(plan(environment).id()).tables())
                .dataFetcher("items", environment -> items(environment, Optional.of(plan(environment).id())))
                .dataFetcher("outline", environment -> plans.outline(plan(environment)))
                .dataFetcher("load", environment -> load(plans.content(plan(environment).id()))));
        wiring.type("RegionalItem", type -> type
                .dataFetcher("id", environment -> GlobalId.of("RegionalItem", item(environment).id()))
                .dataFetcher("outlineNode", environment -> item(environment).node())
                .dataFetcher("roles", environment -> environment.getDataLoader(ROLES).load(item(environment).id()))
                .dataFetcher("deadlines", environment -> environment.getDataLoader(DEADLINES).load(item(environment).id()))
                .dataFetcher("quantities",
                        environment -> environment.getDataLoader(QUANTITIES).load(item(environment).id())));
        wiring.type("RegionalRole", type -> type
                .dataFetcher("role", environment -> role(environment).kind()).dataFetcher("units", this::unitsOf));
        wiring.type("OutlineCoverage",
                type -> type.dataFetcher("sections", environment -> environment.<OutlineView.Node>getSource().parts()));
    }

    @Override
    public void registerLoaders(DataLoaderRegistry registry) {
        BatchLoaders.<Long, RegionalItem.Role>lists(registry, ROLES, plans::roles);
        BatchLoaders.<Long, RegionalItem.Due>lists(registry, DEADLINES, plans::deadlines);
        BatchLoaders.<Long, RegionalItem.Quantity>lists(registry, QUANTITIES, plans::quantities);
        BatchLoaders.<Long, OrgUnit>lists(registry, GROUPS, units::unitsOfGroups);
        BatchLoaders.<Long, OrgUnit>rows(registry, UNITS, ids -> units.listByIds(ids).stream()
                .collect(Collectors.toMap(OrgUnit::id, unit -> unit)));
    }

    private Object unitsOf(DataFetchingEnvironment environment) {
        RegionalItem.Role role = role(environment);
        if (role.group().isPresent()) {
            return environment.<Long, List<OrgUnit>>getDataLoader(GROUPS).load(role.group().get());
        }
        if (role.unit().isEmpty()) {
            return List.of();
        }
        DataLoader<Long, OrgUnit> loader = environment.getDataLoader(UNITS);
        return loader.load(role.unit().get()).thenApply(unit -> Optional.ofNullable(unit).stream().toList());
    }

    private Connection<RegionalPlan> page(DataFetchingEnvironment environment) {
        Connection.Window window = window(environment);
        return window.page(plans.list(window.offset(), window.size() + 1), one -> one, plans::count);
    }

    private Connection<RegionalItem> items(DataFetchingEnvironment environment, Optional<Long> plan) {
        Connection.Window window = window(environment);
        RegionalItemFilter filter = filter(environment, plan);
        return window.page(plans.items(filter, window.offset(), window.size() + 1), one -> one,
                () -> plans.countItems(filter));
    }

    private static Connection.Window window(DataFetchingEnvironment environment) {
        return Connection.Window.of(environment.getArgument("first"), environment.getArgument("after"));
    }

    private static RegionalItemFilter filter(DataFetchingEnvironment environment, Optional<Long> plan) {
        Map<String, Object> given = Optional.<Map<String, Object>>ofNullable(environment.getArgument("filter"))
                .orElse(Map.of());
        return new RegionalItemFilter(plan, text(given, "name"), text(given, "role").map(RoleKind::valueOf),
                Optional.ofNullable((LocalDate) given.get("dueFrom")), Optional.ofNullable((LocalDate) given.get("dueTo")),
                text(given, "text"));
    }

    private static Optional<String> text(Map<String, Object> given, String key) {
        return Optional.ofNullable(given.get(key)).map(Object::toString).filter(value -> !value.isBlank());
    }

    private static List<Load> load(ReadPlan plan) {
        Map<String, Long> counts = plan.items().map(ReadItem::roles)
                .flatMap(roles -> roles.of(RoleKind.LEADER).stream())
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        List<Load> loads = new ArrayList<>();
        counts.forEach((name, count) -> loads.add(new Load(name, count.intValue())));
        loads.sort(Comparator.comparingInt(Load::items).reversed().thenComparing(Load::name));
        return loads;
    }

    private static RegionalPlan plan(DataFetchingEnvironment environment) {
        return environment.getSource();
    }

    private static RegionalItem item(DataFetchingEnvironment environment) {
        return environment.getSource();
    }

    private static RegionalItem.Role role(DataFetchingEnvironment environment) {
        return environment.getSource();
    }
}
