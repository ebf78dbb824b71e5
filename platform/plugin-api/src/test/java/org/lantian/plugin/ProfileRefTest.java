package org.lantian.plugin;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProfileRefTest {

    @Test
    void readsWhatItPrints() {
        assertThat(ProfileRef.parse("national@1.0.12")).isEqualTo(new ProfileRef("national", "1.0.12"));
        assertThat(ProfileRef.parse("national@1.0.12")).hasToString("national@1.0.12");
    }

    @Test
    void ordersVersionsByNumberNotByText() {
        assertThat(Stream.of("bb@1.0.0", "aa@1.10.0", "aa@1.9.0", "aa@1.9.11").map(ProfileRef::parse).sorted())
                .extracting(ProfileRef::toString).containsExactly("aa@1.9.0", "aa@1.9.11", "aa@1.10.0", "bb@1.0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"national", "National@1.0.0", "n@1.0.0", "national@1.0", "national@1.0.0-SNAPSHOT", "@", ""})
    void rejectsOtherForms(String text) {
        assertThatThrownBy(() -> ProfileRef.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
