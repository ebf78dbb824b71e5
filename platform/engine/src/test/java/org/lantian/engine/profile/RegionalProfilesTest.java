package org.lantian.engine.profile;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.lantian.engine.reading.Expectation;

import static org.assertj.core.api.Assertions.assertThat;

/** The regional profiles resolve on the national one, say where each rule comes from and read their own samples. */
class RegionalProfilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"shaanxi", "henan", "shandong", "ningxia"})
    void resolvesAndReadsItsSamples(String region) {
        ResolvedProfile profile = InstalledProfiles.resolve(region);

        assertThat(Expectation.failures(profile.grammar())).isEmpty();
        assertThat(profile.region().sections()).hasSizeGreaterThan(8);
        assertThat(ResolvedProfile.ofJson(profile.json())).isEqualTo(profile);
    }
}
