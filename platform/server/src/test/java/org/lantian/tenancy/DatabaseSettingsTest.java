package org.lantian.tenancy;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DatabaseSettingsTest {

    private static DatabaseSettings withPrefix(String prefix) {
        return DatabaseSettings.ofEnvironment(Map.of("LANTIAN_DB_URL", "postgres://db:5432/lantian",
                "LANTIAN_DB_PASSWORD", "x", "LANTIAN_DB_PREFIX", prefix)).orElseThrow();
    }

    @Test
    void everyFormOfAddressBecomesJdbcs() {
        assertThat(withPrefix("city_").url()).isEqualTo("jdbc:postgresql://db:5432/lantian");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "T_", "pg_", "1t", "t\"; DROP SCHEMA lantian; --", "t'", "a_prefix_of_21_letters"})
    void aPrefixThatWouldNeedQuotingIsRefused(String prefix) {
        assertThatThrownBy(() -> withPrefix(prefix)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LANTIAN_DB_PREFIX");
    }
}
