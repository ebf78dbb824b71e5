package org.lantian.identity.graphql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.dataloader.DataLoaderRegistry;

import org.lantian.graphql.BatchLoaders;
import org.lantian.graphql.Connection;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.identity.OrgUnit;
import org.lantian.identity.OrgUnitGroup;
import org.lantian.identity.OrgUnitKind;
import org.lantian.identity.OrgUnits;

/** {@code units} and {@code unitGroups}. */
@Singleton
final class OrgUnitFeature implements GraphqlFeature {

    private static final String BY_ID = "orgUnit.byId";
    private static final String BY_PARENT = "orgUnit.byParent";
    private static final String BY_GROUP = "orgUnit.byGroup";

    private final OrgUnits units;

    OrgUnitFeature(OrgUnits units) {
        this.units = units;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("units", this::page)
                .dataFetcher("unitGroups", environment -> units.listGroups()));
        wiring.type("OrgUnit", type -> type
                .dataFetcher("id", environment -> GlobalId.of("OrgUnit", unit(environment).id()))
                .dataFetcher("parent", environment -> unit(environment).parentId()
                        .map(parent -> environment.getDataLoader(BY_ID).load(parent)).orElse(null))
                .dataFetcher("children",
                        environment -> environment.getDataLoader(BY_PARENT).load(unit(environment).id())));
        wiring.type("OrgUnitGroup", type -> type
                .dataFetcher("id", environment -> GlobalId.of("OrgUnitGroup", group(environment).id()))
                .dataFetcher("units",
                        environment -> environment.getDataLoader(BY_GROUP).load(group(environment).id())));
    }

    @Override
    public void registerLoaders(DataLoaderRegistry registry) {
        BatchLoaders.<Long, OrgUnit>rows(registry, BY_ID, ids -> units.listByIds(ids).stream()
                .collect(Collectors.toMap(OrgUnit::id, Function.identity())));
        BatchLoaders.<Long, OrgUnit>lists(registry, BY_PARENT, this::byParent);
        BatchLoaders.<Long, OrgUnit>lists(registry, BY_GROUP, units::unitsOfGroups);
    }

    private Connection<OrgUnit> page(DataFetchingEnvironment environment) {
        Optional<OrgUnitKind> kind = Optional.ofNullable(environment.<String>getArgument("kind"))
                .map(OrgUnitKind::valueOf);
        Connection.Window window = Connection.Window.of(environment.getArgument("first"),
                environment.getArgument("after"));
        return window.page(units.list(kind, window.offset(), window.size() + 1), Function.identity(),
                () -> units.count(kind));
    }

    private Map<Long, List<OrgUnit>> byParent(Set<Long> parents) {
        return units.listByParents(parents).stream()
                .collect(Collectors.groupingBy(unit -> unit.parentId().orElseThrow()));
    }

    private static OrgUnit unit(DataFetchingEnvironment environment) {
        return environment.getSource();
    }

    private static OrgUnitGroup group(DataFetchingEnvironment environment) {
        return environment.getSource();
    }
}
