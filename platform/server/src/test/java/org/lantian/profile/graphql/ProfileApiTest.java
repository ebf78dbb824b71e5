package org.lantian.profile.graphql;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.common.Role;
import org.lantian.plugin.ProfileRef;
import org.lantian.profile.Profiles;
import org.lantian.testing.ApiTest;

import static org.assertj.core.api.Assertions.assertThat;

class ProfileApiTest extends ApiTest {

    private static final String PROFILE = """
            {
              profile {
                id version hash name regionCode lineage
                outline { code parent ordinal heading asks tableId }
                tables { id number title sheet notes
                  columns { id headers field type unit allowed otherAllowed requiredWhen note width } }
                rules { id subject when finding area column severity text source verified inputs }
                limits { id sourceCategory pollutant value referenceOxygen source verified }
                techniqueLists { id title words source }
              }
            }
            """;

    @Inject
    Profiles profiles;

    @Test
    void showsTheWholeProfileOfTheTenant() {
        JsonNode answer = client(tenant, "viewer", Role.VIEWER).execute(PROFILE);

        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        JsonNode profile = answer.at("/data/profile");
        assertThat(profile.path("hash").asText())
                .isEqualTo(profiles.require(ProfileRef.parse("national@1.0.0")).hash());
        assertThat(profile.at("/lineage/0").asText()).isEqualTo("national@1.0.0");
        assertThat(profile.path("outline").findValuesAsText("code")).containsExactly("basics", "overview", "status",
                "problems", "programme", "goals", "tasks");
        assertThat(List.of(0, 1, 2, 3)).extracting(i -> profile.at("/tables/" + i + "/columns").size())
                .containsExactly(20, 17, 6, 11);
        assertThat(profile.at("/tables/0/columns/9/headers").toString()).isEqualTo("[\"能源消耗情况\",\"能源类型（煤、电、天然气等）\"]");
        assertThat(profile.at("/tables/0/columns/9/field").asText()).isEqualTo("energy.type");
        assertThat(profile.at("/tables/4/number").isNull()).isTrue();
        assertThat(profile.at("/limits/0/value").asText()).isEqualTo("50");
        assertThat(profile.at("/limits/0/value").isTextual()).isTrue();
        assertThat(profile.path("rules").findValuesAsText("source")).isNotEmpty().allMatch(text -> !text.isBlank());
    }

    @Test
    void showsPluginsToAdministratorsOnly() {
        String query = "{ plugins { file profile sha256 code state reason } }";

        JsonNode plugins = client(tenant, "admin", Role.ADMINISTRATOR).execute(query).at("/data/plugins");
        assertThat(plugins.findValuesAsText("profile")).containsExactlyInAnyOrder("national@1.0.0", "shaanxi@1.0.0",
                "henan@1.0.0", "shandong@1.0.0", "ningxia@1.0.0");
        JsonNode plugin = plugins.get(plugins.findValuesAsText("profile").indexOf("national@1.0.0"));
        assertThat(plugin.path("file").asText()).isEqualTo("profile-national-1.0.0.zip");
        assertThat(plugin.path("profile").asText()).isEqualTo("national@1.0.0");
        assertThat(plugin.path("state").asText()).isEqualTo("ACTIVE");
        assertThat(plugin.path("sha256").asText()).hasSize(64);

        JsonNode refused = client(other, "planner", Role.PLANNER).execute(query);
        assertThat(refused.at("/errors/0/extensions/code").asText()).isEqualTo("ROLE_REQUIRED");
    }
}
