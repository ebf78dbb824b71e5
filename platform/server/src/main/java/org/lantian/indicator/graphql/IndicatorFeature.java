package org.lantian.indicator.graphql;

import java.util.List;
import java.util.function.Function;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderRegistry;

import org.lantian.graphql.BatchLoaders;
import org.lantian.graphql.Connection;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.indicator.Indicator;
import org.lantian.indicator.Indicators;
import org.lantian.indicator.Observation;
import org.lantian.indicator.Target;

/** {@code indicators} with their observations and targets. */
@Singleton
final class IndicatorFeature implements GraphqlFeature {

    private static final String OBSERVATIONS = "observation.byIndicator";
    private static final String TARGETS = "target.byIndicator";

    private final Indicators indicators;

    IndicatorFeature(Indicators indicators) {
        this.indicators = indicators;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("indicators", this::page));
        wiring.type("Indicator", type -> type
                .dataFetcher("id", environment -> GlobalId.of("Indicator", indicator(environment).id()))
                .dataFetcher("observations",
                        environment -> environment.getDataLoader(OBSERVATIONS).load(indicator(environment).id()))
                .dataFetcher("targets",
                        environment -> environment.getDataLoader(TARGETS).load(indicator(environment).id())));
        wiring.type("Observation", type -> type.dataFetcher("id",
                environment -> GlobalId.of("Observation", environment.<Observation>getSource().id())));
        wiring.type("Target", type -> type
                .dataFetcher("id", environment -> GlobalId.of("Target", environment.<Target>getSource().id()))
                .dataFetcher("level", IndicatorFeature::level));
    }

    @Override
    public void registerLoaders(DataLoaderRegistry registry) {
        BatchLoaders.<Long, Observation>lists(registry, OBSERVATIONS, indicators::observationsOf);
        BatchLoaders.<Long, Target>lists(registry, TARGETS, indicators::targetsOf);
    }

    private Connection<Indicator> page(DataFetchingEnvironment environment) {
        Connection.Window window = Connection.Window.of(environment.getArgument("first"),
                environment.getArgument("after"));
        return window.page(indicators.list(window.offset(), window.size() + 1), Function.identity(),
                indicators::count);
    }

    private static Object level(DataFetchingEnvironment environment) {
        Target target = environment.getSource();
        DataLoader<Long, List<Observation>> observations = environment.getDataLoader(OBSERVATIONS);
        return observations.load(target.indicatorId()).thenApply(found -> Indicators.level(target, found));
    }

    private static Indicator indicator(DataFetchingEnvironment environment) {
        return environment.getSource();
    }
}
