package org.lantian.profile;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.lantian.host.PluginStatus;

/** Looks three times a second whether a plugin under development changed, in a server that has such. */
@Singleton
final class DevReload implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(DevReload.class);
    private static final long EVERY_MILLISECONDS = 333;

    private final InstalledPlugins installed;
    private final Profiles profiles;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("plugin-development").factory());

    /** Keeping asks the database, which may be slow; the next change does not wait for it. */
    private final ExecutorService keeping = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("plugin-development-keeping").factory());

    /** What the last look failed with; it is tried again at each look, but told once. */
    private String told = "";

    DevReload(InstalledPlugins installed, Profiles profiles) {
        this.installed = installed;
        this.profiles = profiles;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        if (installed.developing()) {
            keeping.execute(this::keep);
            thread.scheduleWithFixedDelay(this::look, EVERY_MILLISECONDS, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
    }

    /** Takes a change over; a fault never ends the looking. */
    void look() {
        try {
            if (installed.reloadIfChanged()) {
                installed.development().forEach(DevReload::report);
                keeping.execute(this::keep);
            }
            told = "";
        } catch (RuntimeException fault) {
            if (!told.equals(fault.toString())) {
                told = fault.toString();
                LOG.error("plugins under development could not be loaded", fault);
            }
        }
    }

    private static void report(PluginStatus status) {
        String name = status.ref().map(Object::toString).orElseGet(() -> String.valueOf(status.zip().getFileName()));
        if (status.state() == PluginStatus.State.ACTIVE) {
            LOG.info("plugin {} reloaded", name);
        } else {
            LOG.warn("plugin {} is {}, the last good one stays in use:\n{}", name, status.state(), status.reason());
        }
    }

    /** What a plan was drafted with must be found again after a restart; without the owner's login only until then. */
    private void keep() {
        try {
            profiles.store();
        } catch (RuntimeException fault) {
            LOG.warn("profiles under development are not kept: {}", fault.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
        keeping.close();
    }
}
