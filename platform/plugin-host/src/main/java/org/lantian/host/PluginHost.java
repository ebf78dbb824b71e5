package org.lantian.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

import org.pf4j.PluginDescriptor;

import org.lantian.plugin.ProfileRef;

/**
 * Loads plugin zips. A zip without classes is read by the host; a zip with classes is arbitrary Java and is loaded
 * only if its SHA-256 is trusted by the operator; it runs while it is loaded, within a time limit, and is unloaded before its
 * profile is used. What is wrong with one zip never stops the others.
 */
public final class PluginHost {

    private static final Duration USUAL_CALL_LIMIT = Duration.ofSeconds(5);

    private final Set<String> trusted;
    private final PluginZip.Limits limits;
    private final BoundedCalls calls;
    private final String pluginApiVersion;
    private final Path work;
    private final Optional<LoadedPlugins> previous;
    private final Map<ProfileRef, LoadedPlugin> plugins = new HashMap<>();

    private PluginHost(Set<String> trusted, PluginZip.Limits limits, Duration callLimit, String pluginApiVersion,
            Optional<LoadedPlugins> previous) throws IOException {
        this.previous = previous;
        this.trusted = Set.copyOf(trusted);
        this.calls = new BoundedCalls(callLimit);
        this.limits = limits;
        this.pluginApiVersion = pluginApiVersion;
        this.work = Files.createTempDirectory("lantian-plugins-");
    }

    /**
     * Loads zips in the given order; of two zips of one id and version the first counts.
     *
     * @param trustedSha256 SHA-256 of the zips whose classes may run, lower-case hexadecimal
     * @return the plugins, with the state of each zip; to be closed
     */
    public static LoadedPlugins load(List<Path> zips, Set<String> trustedSha256) {
        return load(zips, trustedSha256, USUAL_CALL_LIMIT);
    }

    /**
     * The same with a time limit of its own.
     *
     * @param callLimit how long a call of a plugin's code may take
     */
    public static LoadedPlugins load(List<Path> zips, Set<String> trustedSha256, Duration callLimit) {
        return load(zips, trustedSha256, PluginZip.Limits.USUAL, callLimit, pluginApiVersion());
    }

    /**
     * Loads again; an active zip that did not change is taken over, and with it its profile, unless a parent changed.
     *
     * @param previous what was loaded; still to be closed
     */
    public static LoadedPlugins reload(LoadedPlugins previous, List<Path> zips, Set<String> trustedSha256, Duration callLimit) {
        return load(zips, trustedSha256, PluginZip.Limits.USUAL, callLimit, pluginApiVersion(), Optional.of(previous));
    }

    static LoadedPlugins load(List<Path> zips, Set<String> trustedSha256, PluginZip.Limits limits, Duration callLimit,
            String pluginApiVersion) {
        return load(zips, trustedSha256, limits, callLimit, pluginApiVersion, Optional.empty());
    }

    private static LoadedPlugins load(List<Path> zips, Set<String> trustedSha256, PluginZip.Limits limits, Duration callLimit,
            String pluginApiVersion, Optional<LoadedPlugins> previous) {
        try {
            PluginHost host = new PluginHost(trustedSha256, limits, callLimit, pluginApiVersion, previous);
            List<PluginStatus> statuses = new ArrayList<>();
            for (Path zip : zips) {
                statuses.add(host.load(zip));
            }
            return LoadedPlugins.resolve(host.plugins, statuses, host.work, previous);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The version of plugin-api that this host offers to plugins. */
    public static String pluginApiVersion() {
        try (InputStream in = PluginHost.class.getResourceAsStream("plugin-api.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private PluginStatus load(Path file) {
        String sha256 = "";
        Optional<ProfileRef> ref = Optional.empty();
        boolean code = false;
        try {
            PluginZip zip = PluginZip.of(file, limits);
            sha256 = zip.sha256();
            Optional<PluginStatus> unchanged = takenOver(file, sha256);
            if (unchanged.isPresent()) {
                return unchanged.get();
            }
            Path folder = Files.createTempDirectory(work, "plugin-");
            code = zip.unpack(folder, limits);
            ref = Optional.of(ref(descriptor(folder)));
            if (code && !trusted.contains(sha256)) {
                throw new PluginRejection("压缩包含有代码，而其SHA-256 " + sha256 + "不在信任清单中。");
            }
            if (plugins.containsKey(ref.get())) {
                throw new PluginRejection("另一个文件已提供" + ref.get() + "。");
            }
            plugins.put(ref.get(), new LoadedPlugin(ref.get(),
                    new ContributionReader(folder, pluginApiVersion, calls).read(ref.get(), code)));
            return new PluginStatus(file, sha256, ref, code, PluginStatus.State.ACTIVE, "");
        } catch (PluginRejection rejection) {
            return new PluginStatus(file, sha256, ref, code, rejection.state(), rejection.reason());
        } catch (IOException | RuntimeException fault) {
            return new PluginStatus(file, sha256, ref, code, PluginStatus.State.REJECTED, "无法读取：" + fault.getMessage());
        }
    }

    private Optional<PluginStatus> takenOver(Path file, String sha256) {
        Optional<PluginStatus> status = previous.flatMap(before -> before.findActive(file, sha256))
                .filter(one -> !plugins.containsKey(one.ref().orElseThrow()));
        status.flatMap(PluginStatus::ref).ifPresent(ref -> plugins.put(ref, previous.orElseThrow().requirePlugin(ref)));
        return status;
    }

    /** Runs no code of the plugin. */
    private PluginDescriptor descriptor(Path folder) throws PluginRejection {
        try (SinglePluginManager manager = new SinglePluginManager(folder, pluginApiVersion)) {
            return manager.load();
        }
    }

    private static ProfileRef ref(PluginDescriptor descriptor) throws PluginRejection {
        try {
            return new ProfileRef(descriptor.getPluginId(), descriptor.getVersion());
        } catch (IllegalArgumentException fault) {
            throw new PluginRejection("plugin.properties无效：" + fault.getMessage());
        }
    }
}
