package org.lantian.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.lantian.engine.profile.ProfileContribution;
import org.lantian.engine.profile.ProfileException;
import org.lantian.engine.profile.ProfileResolver;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.plugin.ProfileRef;

/** The plugins of an installation: the state of every zip and the resolved profile of every active one. */
public final class LoadedPlugins implements AutoCloseable {

    private final Map<ProfileRef, LoadedPlugin> plugins;
    private final Map<ProfileRef, ResolvedProfile> resolved = new HashMap<>();
    private final List<PluginStatus> statuses = new ArrayList<>();
    private final Path work;

    private LoadedPlugins(Map<ProfileRef, LoadedPlugin> plugins, Path work) {
        this.plugins = Map.copyOf(plugins);
        this.work = work;
    }

    /** Resolves every profile once, so that a fault shows in its plugin's state and not at first use. */
    static LoadedPlugins resolve(Map<ProfileRef, LoadedPlugin> plugins, List<PluginStatus> statuses, Path work,
            Optional<LoadedPlugins> previous) {
        LoadedPlugins loaded = new LoadedPlugins(plugins, work);
        previous.ifPresent(loaded::takeOver);
        for (PluginStatus status : statuses) {
            loaded.statuses.add(status.state() == PluginStatus.State.ACTIVE ? loaded.resolve(status) : status);
        }
        return loaded;
    }

    /** The profiles whose plugin and parents are those of before. */
    private void takeOver(LoadedPlugins previous) {
        previous.resolved.forEach((ref, profile) -> {
            boolean same = profile.lineage().stream()
                    .allMatch(one -> plugins.containsKey(one) && plugins.get(one) == previous.plugins.get(one));
            if (same) {
                resolved.put(ref, profile);
            }
        });
    }

    Optional<PluginStatus> findActive(Path zip, String sha256) {
        return statuses.stream().filter(status -> status.state() == PluginStatus.State.ACTIVE && status.zip().equals(zip)
                && status.sha256().equals(sha256)).findFirst();
    }

    LoadedPlugin requirePlugin(ProfileRef ref) {
        return Optional.ofNullable(plugins.get(ref)).orElseThrow();
    }

    private PluginStatus resolve(PluginStatus status) {
        ProfileRef ref = status.ref().orElseThrow();
        if (resolved.containsKey(ref)) {
            return status;
        }
        try {
            ProfileResolver.resolve(ref,
                    wanted -> Optional.ofNullable(plugins.get(wanted)).map(LoadedPlugin::contribution), resolved);
            return status;
        } catch (RuntimeException fault) {
            // data of classes may be wrong in ways that YAML cannot be
            String reason = fault instanceof ProfileException ? String.valueOf(fault.getMessage()) : "解析模板时出错：" + fault;
            return new PluginStatus(status.zip(), status.sha256(), status.ref(), status.code(),
                    PluginStatus.State.REJECTED, reason);
        }
    }

    /** The state of every zip, in the order of loading. */
    public List<PluginStatus> statuses() {
        return List.copyOf(statuses);
    }

    /** The resolved profiles of the active plugins, by id and version. */
    public List<ResolvedProfile> profiles() {
        return resolved.values().stream().sorted(Comparator.comparing(ResolvedProfile::ref)).toList();
    }

    /** What a plugin itself contributes, even where its profile could not be resolved. */
    public Optional<ProfileContribution> findContribution(ProfileRef ref) {
        return Optional.ofNullable(plugins.get(ref)).map(LoadedPlugin::contribution);
    }

    public Optional<ResolvedProfile> find(ProfileRef ref) {
        return Optional.ofNullable(resolved.get(ref));
    }

    /** @throws ProfileException if there is no such plugin or it is not active */
    public ResolvedProfile resolve(ProfileRef ref) {
        return find(ref).orElseThrow(() -> new ProfileException(statuses.stream()
                .filter(status -> status.ref().equals(Optional.of(ref))).map(PluginStatus::reason)
                .filter(reason -> !reason.isEmpty()).findFirst().orElse("没有" + ref + "。")));
    }

    /** Removes the unpacked files; the resolved profiles stay usable. */
    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
