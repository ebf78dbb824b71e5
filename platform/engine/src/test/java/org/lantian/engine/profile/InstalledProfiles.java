package org.lantian.engine.profile;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.lantian.plugin.ProfileRef;

/** The profiles of the repository, resolved. */
public final class InstalledProfiles {

    private static final Path PLUGINS = Path.of("../../plugins");
    private static final Map<String, ResolvedProfile> RESOLVED = new ConcurrentHashMap<>();

    private InstalledProfiles() {
    }

    /** @param id of one of the folders plugins/profile-… */
    public static ResolvedProfile resolve(String id) {
        return RESOLVED.computeIfAbsent(id, wanted -> ProfileResolver.resolve(ProfileRef.parse(wanted + "@1.0.0"),
                ref -> Optional.of(YamlProfile.ofFolder(PLUGINS.resolve("profile-" + ref.id() + "/src/main/plugin")))));
    }
}
