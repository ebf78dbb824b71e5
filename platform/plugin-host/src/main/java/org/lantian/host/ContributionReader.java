package org.lantian.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.lantian.engine.json.CanonicalJson;
import org.lantian.engine.profile.ProfileContribution;
import org.lantian.engine.profile.YamlProfile;
import org.lantian.engine.yaml.YamlException;
import org.lantian.plugin.ProfileRef;
import org.lantian.plugin.RegionalProfile;

/** Collects what an unpacked plugin contributes: its YAML, then what its code adds, which runs here and never again. */
final class ContributionReader {

    /** Calls that did not end in time until a plugin is suspended. */
    static final int MOST_ABANDONED = 3;

    private final Path folder;
    private final String pluginApiVersion;
    private final BoundedCalls calls;

    ContributionReader(Path folder, String pluginApiVersion, BoundedCalls calls) {
        this.folder = folder;
        this.pluginApiVersion = pluginApiVersion;
        this.calls = calls;
    }

    ProfileContribution read(ProfileRef ref, boolean code) throws PluginRejection {
        Optional<ProfileContribution> yaml = !code || Files.isDirectory(folder.resolve("profile")) ? Optional.of(yaml())
                : Optional.empty();
        if (!code) {
            return yaml.orElseThrow();
        }
        ProfileContribution coded = coded(ref);
        return yaml.map(first -> first.plus(coded)).orElse(coded);
    }

    private ProfileContribution yaml() throws PluginRejection {
        try {
            return YamlProfile.ofFolder(folder);
        } catch (YamlException fault) {
            throw new PluginRejection(String.valueOf(fault.getMessage()));
        } catch (RuntimeException fault) {
            throw new PluginRejection("读取插件内容时出错：" + fault);
        }
    }

    private ProfileContribution coded(ProfileRef ref) throws PluginRejection {
        String reason = "";
        for (int abandoned = 0; abandoned < MOST_ABANDONED; abandoned++) {
            try {
                return CanonicalJson.read(calls.call(ref.toString(), () -> json(ref.id())), ProfileContribution.class);
            } catch (BoundedCalls.Abandoned fault) {
                reason = String.valueOf(fault.getMessage());
            } catch (IllegalArgumentException fault) {
                throw new PluginRejection("插件代码返回的内容无效：" + fault.getMessage());
            }
        }
        throw PluginRejection.suspending(reason + "连续" + MOST_ABANDONED + "次，不再调用。");
    }

    /**
     * Runs the plugin's code from its start to its end. As JSON, so that neither its classes nor its collections stay behind;
     * what it throws is put into words here, since those are its code, too.
     */
    private String json(String pluginId) throws PluginRejection {
        try (SinglePluginManager manager = new SinglePluginManager(folder, pluginApiVersion)) {
            manager.load();
            List<RegionalProfile> profiles = manager.profiles(pluginId);
            if (profiles.size() != 1) {
                throw new PluginRejection("含有代码的插件须恰好有一个RegionalProfile扩展，实有" + profiles.size() + "个。");
            }
            return CanonicalJson.write(ProfileContribution.of(profiles.getFirst()));
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError fault) {
            throw new PluginRejection("读取插件内容时出错：" + fault);
        }
    }
}
