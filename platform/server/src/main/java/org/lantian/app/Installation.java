package org.lantian.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.runtime.server.EmbeddedServer;

import org.lantian.common.Actor;
import org.lantian.graphql.GraphqlEngine;
import org.lantian.tenancy.DatabaseSettings;
import org.lantian.tenancy.DatabaseSettingsFactory;
import org.lantian.tenancy.EmbeddedPostgres;

/**
 * A running installation: the database, started or attached to, and the application's beans. Works beside a server on
 * the same data folder.
 */
final class Installation implements AutoCloseable {

    private final Optional<EmbeddedPostgres> postgres;
    private final DatabaseSettings settings;
    private final ApplicationContext context;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread onShutdown = new Thread(this::release, "lantian-shutdown");

    private Installation(Optional<EmbeddedPostgres> postgres, DatabaseSettings settings, ApplicationContext context) {
        this.postgres = postgres;
        this.settings = settings;
        this.context = context;
    }

    /**
     * Opens an installation that tenants were applied to.
     *
     * @throws org.lantian.common.DomainException FAILED_PRECONDITION if the database was not prepared yet
     */
    static Installation open(Path data, Map<String, Object> properties) {
        return open(data, properties, PreparedDatabase::require);
    }

    /** Opens the installation of the data folder, prepared or not, to prepare it. */
    static Installation openUnprepared(Path data, Map<String, Object> properties) {
        return open(data, properties, settings -> {
        });
    }

    /** The beans alone, for work that touches no table. */
    static Installation openWithoutDatabase(Path data) {
        DatabaseSettings none = new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none", "none", "none",
                Optional.empty(), "t_", false);
        return start(Optional.empty(), none, data, Map.of());
    }

    private static Installation open(Path data, Map<String, Object> properties, Consumer<DatabaseSettings> check) {
        Optional<DatabaseSettings> external = DatabaseSettings.ofEnvironment(System.getenv());
        Optional<EmbeddedPostgres> postgres = external.isPresent() ? Optional.empty()
                : Optional.of(EmbeddedPostgres.open(data, List.of()));
        try {
            DatabaseSettings settings = external.orElseGet(() -> postgres.orElseThrow().settings());
            check.accept(settings);
            return start(postgres, settings, data, properties);
        } catch (RuntimeException e) {
            postgres.ifPresent(EmbeddedPostgres::close);
            throw e;
        }
    }

    private static Installation start(Optional<EmbeddedPostgres> postgres, DatabaseSettings settings, Path data,
            Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(DatabaseSettingsFactory.properties(settings));
        all.put("lantian.data", data.toString());
        all.putAll(properties);
        ApplicationContext context = ApplicationContext.builder().deduceEnvironment(false).banner(false).properties(all)
                .start();
        Installation installation = new Installation(postgres, settings, context);
        Runtime.getRuntime().addShutdownHook(installation.onShutdown);
        return installation;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    DatabaseSettings settings() {
        return settings;
    }

    /** Starts to serve; a fault in the API's schema shows now and not at the first request. */
    EmbeddedServer startServer() {
        context.getBean(GraphqlEngine.class);
        return context.getBean(EmbeddedServer.class).start();
    }

    /** Runs as the operator of the machine. */
    static <T> T asOperator(Supplier<T> work) {
        try (PropagatedContext.Scope ignored = PropagatedContext.getOrEmpty().plus(Actor.operator()).propagate()) {
            return work.get();
        }
    }

    /** Ends requests, then leaves the database; also done when the process is told to stop. */
    @Override
    public void close() {
        release();
        try {
            Runtime.getRuntime().removeShutdownHook(onShutdown);
        } catch (IllegalStateException ignored) {
            // the process is already stopping, and the hook is what closed us
        }
    }

    private void release() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            context.close();
        } finally {
            postgres.ifPresent(EmbeddedPostgres::close);
        }
    }
}
