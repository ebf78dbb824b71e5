package org.lantian.engine.profile;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.lantian.engine.reading.Expectation;
import org.lantian.plugin.ProfileRef;
import org.lantian.plugin.RegionalProfile;

import static org.assertj.core.api.Assertions.assertThat;

/** The regional profiles resolve on the national one, say where each rule comes from and read their own samples. */
class RegionalProfilesTest {

    private static final Path PLUGINS = Path.of("../../plugins");

    static ResolvedProfile resolve(String region) {
        Map<String, RegionalProfile> known = Map.of("national", read("national"), region, read(region));
        return ProfileResolver.resolve(ProfileRef.parse(region + "@1.0.0"), ref -> Optional.ofNullable(known.get(ref.id())));
    }

    private static ProfileContribution read(String profile) {
        return YamlProfile.ofFolder(PLUGINS.resolve("profile-" + profile + "/src/main/plugin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shaanxi", "henan", "shandong", "ningxia"})
    void resolvesAndReadsItsSamples(String region) {
        ResolvedProfile profile = resolve(region);

        assertThat(Expectation.failures(profile.grammar())).isEmpty();
        assertThat(profile.region().sections()).hasSizeGreaterThan(8);
        assertThat(ResolvedProfile.ofJson(profile.json())).isEqualTo(profile);
    }
}
