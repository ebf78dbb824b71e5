package org.lantian.graphql;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;

import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;

import org.lantian.tenancy.DatabaseSettings;

/** The root types' own fields. */
@Singleton
final class RootFeature implements GraphqlFeature {

    private final Clock clock;
    private final DatabaseSettings settings;

    RootFeature(Clock clock, DatabaseSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    private record Installation(String version, boolean embedded, OffsetDateTime time) {
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("installation",
                environment -> new Installation(version(), settings.embedded(), OffsetDateTime.now(clock))));
        wiring.type("Mutation", type -> type.dataFetcher("ping", environment -> OffsetDateTime.now(clock)));
    }

    private static String version() {
        return Optional.ofNullable(RootFeature.class.getPackage().getImplementationVersion()).orElse("0.1.0-SNAPSHOT");
    }
}
