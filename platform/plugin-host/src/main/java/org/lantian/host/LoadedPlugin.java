package org.lantian.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.lantian.engine.profile.ProfileContribution;
import org.lantian.engine.profile.YamlProfile;
import org.lantian.engine.yaml.YamlException;
import org.lantian.plugin.ProfileRef;
import org.lantian.plugin.RegionalProfile;

/** One plugin that could be read; its profile is not resolved yet. */
record LoadedPlugin(ProfileRef ref, ProfileContribution contribution, SinglePluginManager manager) {

    /** Collects what the plugin contributes: its YAML, then what its code adds. */
    static ProfileContribution contribution(Path folder, String pluginId, boolean code, SinglePluginManager manager)
            throws PluginRejection {
        try {
            Optional<ProfileContribution> yaml = !code || Files.isDirectory(folder.resolve("profile"))
                    ? Optional.of(YamlProfile.ofFolder(folder)) : Optional.empty();
            if (!code) {
                return yaml.orElseThrow();
            }
            List<RegionalProfile> profiles = manager.profiles(pluginId);
            if (profiles.size() != 1) {
                throw new PluginRejection("含有代码的插件须恰好有一个RegionalProfile扩展，实有" + profiles.size() + "个。");
            }
            ProfileContribution coded = ProfileContribution.of(profiles.getFirst());
            return yaml.map(first -> first.plus(coded)).orElse(coded);
        } catch (YamlException fault) {
            throw new PluginRejection(fault.getMessage());
        } catch (RuntimeException | LinkageError | StackOverflowError fault) {
            throw new PluginRejection("读取插件内容时出错：" + fault);
        }
    }
}
