package org.lantian.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.host.LoadedPlugins;
import org.lantian.host.PluginHost;
import org.lantian.host.PluginStatus;
import org.lantian.plugin.ProfileRef;

/**
 * The plugin zips of this process. {@code lantian.plugins} (LANTIAN_PLUGINS) lists zips and folders of zips, {@code
 * lantian.trusted-plugins} (LANTIAN_TRUSTED_PLUGINS) the SHA-256 of those whose classes may run. Loaded when a server
 * starts, otherwise on first use. {@code lantian.plugin-call-limit} bounds
 * each call of them. {@code lantian.dev-plugins} lists source folders of plugins under development, which come
 * before the zips and are loaded again when they change.
 */
@Singleton
final class InstalledPlugins implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledPlugins.class);

    private final List<Path> zips;
    private final Set<String> trusted;
    private final List<DevSource> sources;
    private final Duration callLimit;
    private final Optional<Path> packed;
    private final Map<ProfileRef, ResolvedProfile> developed = new HashMap<>();
    private volatile LoadedPlugins plugins;
    private String signature;

    InstalledPlugins(@Property(name = "lantian.plugins", defaultValue = "") List<String> places,
            @Property(name = "lantian.trusted-plugins", defaultValue = "") List<String> trusted,
            @Property(name = "lantian.dev-plugins", defaultValue = "") List<String> sources,
            @Property(name = "lantian.plugin-call-limit", defaultValue = "5s") Duration callLimit) {
        this.zips = paths(places).flatMap(InstalledPlugins::zips).toList();
        this.trusted = trusted.stream().map(String::strip).filter(sha256 -> !sha256.isEmpty()).collect(Collectors.toUnmodifiableSet());
        this.sources = paths(sources).map(DevSource::new).toList();
        this.callLimit = callLimit;
        this.packed = this.sources.isEmpty() ? Optional.empty() : Optional.of(temporaryFolder());
        this.signature = signatures();
        this.plugins = load(Optional.empty());
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

    /** Whether there are plugins under development. */
    boolean developing() {
        return !sources.isEmpty();
    }

    /** States of the plugins under development. */
    List<PluginStatus> development() {
        return plugins.statuses().stream().filter(this::ofDevelopment).toList();
    }

    /** The profile under development of this id and version, the last good one where its files have a fault. */
    synchronized Optional<ResolvedProfile> findDeveloped(ProfileRef ref) {
        return Optional.ofNullable(developed.get(ref));
    }

    /** Loads all plugins again if a file of one under development changed; after a failure the next call tries again. */
    synchronized boolean reloadIfChanged() {
        String now = signatures();
        if (now.equals(signature)) {
            return false;
        }
        LoadedPlugins before = plugins;
        plugins = load(Optional.of(before));
        signature = now;
        before.close();
        return true;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        LOG.info("{} of {} plugins active", plugins.profiles().size(), plugins.statuses().size());
    }

    @PreDestroy
    synchronized void close() {
        plugins.close();
        packed.ifPresent(InstalledPlugins::delete);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private boolean ofDevelopment(PluginStatus status) {
        return packed.filter(folder -> status.zip().startsWith(folder)).isPresent();
    }

    private synchronized LoadedPlugins load(Optional<LoadedPlugins> before) {
        List<Path> all = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            Path zip = packed.orElseThrow().resolve("development-" + (i + 1) + ".zip");
            try {
                sources.get(i).pack(zip);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
            all.add(zip);
        }
        all.addAll(zips);
        LoadedPlugins loaded = before.map(one -> PluginHost.reload(one, all, trusted, callLimit))
                .orElseGet(() -> PluginHost.load(all, trusted, callLimit));
        loaded.statuses().stream().filter(this::ofDevelopment).flatMap(status -> status.ref().stream())
                .flatMap(ref -> loaded.find(ref).stream()).forEach(profile -> developed.put(profile.ref(), profile));
        return loaded;
    }

    private String signatures() {
        return sources.stream().map(DevSource::signature).collect(Collectors.joining("\n"));
    }

    private static Stream<Path> paths(List<String> places) {
        return places.stream().map(String::strip).filter(place -> !place.isEmpty()).map(Path::of);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("lantian-development-");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
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
