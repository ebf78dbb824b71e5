package org.lantian.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.lantian.host.LoadedPlugins;
import org.lantian.host.PluginHost;
import org.lantian.host.PluginStatus;

/**
 * The plugin zips of this process. {@code lantian.plugins} (LANTIAN_PLUGINS) lists zips and folders of zips, {@code
 * lantian.trusted-plugins} (LANTIAN_TRUSTED_PLUGINS) the SHA-256 of those whose classes may run. Loaded when a server
 * starts, otherwise on first use.
 */
@Singleton
final class InstalledPlugins implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledPlugins.class);

    private final LoadedPlugins plugins;

    InstalledPlugins(@Property(name = "lantian.plugins", defaultValue = "") List<String> places,
            @Property(name = "lantian.trusted-plugins", defaultValue = "") List<String> trusted) {
        List<Path> zips = places.stream().map(String::strip).filter(place -> !place.isEmpty()).map(Path::of)
                .flatMap(InstalledPlugins::zips).toList();
        this.plugins = PluginHost.load(zips, Set.copyOf(trusted));
        if (zips.isEmpty()) {
            LOG.warn("no plugin zip in {} (lantian.plugins)", places);
        }
        for (PluginStatus status : plugins.statuses()) {
            if (status.state() != PluginStatus.State.ACTIVE) {
                LOG.warn("plugin {} is {}: {}", status.zip(), status.state(), status.reason());
            }
        }
    }

    LoadedPlugins plugins() {
        return plugins;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        LOG.info("{} of {} plugins active", plugins.profiles().size(), plugins.statuses().size());
    }

    @PreDestroy
    void close() {
        plugins.close();
    }

    private static Stream<Path> zips(Path place) {
        if (!Files.isDirectory(place)) {
            return Files.exists(place) ? Stream.of(place) : Stream.empty();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.toString().endsWith(".zip")).sorted().toList().stream();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
