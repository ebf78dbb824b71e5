package org.lantian.profile;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.common.DomainException;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.host.PluginStatus;
import org.lantian.plugin.ProfileRef;
import org.lantian.plugin.table.TableSpec;
import org.lantian.tenancy.ControlSchema;
import org.lantian.tenancy.Provisioning;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProfilesTest extends DatabaseTest {

    private static final ProfileRef NATIONAL = ProfileRef.parse("national@1.0.0");

    @Inject
    Profiles profiles;
    @Inject
    ControlSchema control;
    @Inject
    JdbcOperations jdbc;

    @Test
    void findsTheInstalledPluginsActive() {
        assertThat(profiles.list()).allSatisfy(plugin -> assertThat(plugin.state()).isEqualTo(PluginStatus.State.ACTIVE));
        assertThat(profiles.list()).extracting(plugin -> plugin.ref().orElseThrow().id()).containsExactlyInAnyOrder("national",
                "shaanxi", "henan", "shandong", "ningxia");
        assertThat(profiles.findLatest("national")).contains(NATIONAL);
        assertThat(profiles.findLatest("nobody")).isEmpty();
        assertThat(profiles.require(NATIONAL).tables()).extracting(TableSpec::id).startsWith("table1", "table2");
    }

    @Test
    void storesZipAndResolvedProfileOnce() {
        profiles.store();
        List<Long> counts = counts();
        profiles.store();

        assertThat(counts()).isEqualTo(counts);
        ResolvedProfile national = profiles.require(NATIONAL);
        String json = provisioning.asOwner(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT r.json FROM lantian.resolved_profile r "
                    + "JOIN lantian.profile_zip z ON z.sha256 = r.zip_sha256 WHERE r.hash = ? AND z.sha256 = ? "
                    + "AND length(z.content) > 0")) {
                query.setString(1, national.hash());
                query.setString(2, profiles.list().stream()
                        .filter(plugin -> plugin.ref().orElseThrow().equals(NATIONAL)).findFirst().orElseThrow().sha256());
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        });
        assertThat(ResolvedProfile.ofJson(json)).isEqualTo(national);
    }

    @Test
    void givesEachTenantTheProfileItIsPinnedToEvenWithoutItsPlugin() {
        profiles.store();
        ResolvedProfile gone = storeWithoutPlugin("旧版大纲");
        TenantCode old = pinned("gone", "national@0.9.0", gone.hash());
        TenantCode current = pinned("current", "national@1.0.0", profiles.require(NATIONAL).hash());

        assertThat(tenants.read(old, profiles::current)).isEqualTo(gone);
        assertThat(tenants.read(current, profiles::current)).isEqualTo(profiles.require(NATIONAL));
        assertThat(tenants.read(current, () -> profiles.requireByHash(gone.hash()))).isEqualTo(gone);
        assertThat(profiles.requireByHash(gone.hash())).isEqualTo(gone);
    }

    @Test
    void takesTheInstalledVersionWhereNoHashIsPinned() {
        assertThat(tenants.read(tenant, profiles::current)).isEqualTo(profiles.require(NATIONAL));
    }

    @Test
    void saysWhichProfileIsMissing() {
        TenantCode lost = pinned("lost", "nowhere@1.0.0", "0".repeat(64));

        assertThatThrownBy(() -> tenants.read(lost, profiles::current)).isInstanceOf(DomainException.class)
                .hasMessageContaining("nowhere@1.0.0");
        assertThatThrownBy(() -> profiles.require(ProfileRef.parse("nowhere@1.0.0")))
                .isInstanceOf(DomainException.class).hasMessageContaining("nowhere@1.0.0");
        assertThatThrownBy(() -> profiles.requireByHash("0".repeat(64))).isInstanceOf(DomainException.class);
        assertThatThrownBy(profiles::current).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void letsTheApplicationReadButNeverChangeWhatIsStored() {
        profiles.store();
        for (String change : List.of("UPDATE resolved_profile SET version = '0'", "DELETE FROM profile_zip")) {
            assertThatThrownBy(() -> control.write(() -> jdbc.prepareStatement(change, PreparedStatement::executeUpdate)))
                    .as(change).hasStackTraceContaining("permission denied");
        }
    }

    private ResolvedProfile storeWithoutPlugin(String name) {
        ResolvedProfile gone = ResolvedProfile.ofJson(profiles.require(NATIONAL).json()
                .replace("\"name\":\"国家大纲\"", "\"name\":\"" + name + "\"").replace("1.0.0", "0.9.0"));
        provisioning.asOwner(connection -> {
            ProfileRows.store(connection, profiles.list().getFirst(), new byte[]{1}, gone);
            return gone;
        });
        return gone;
    }

    private TenantCode pinned(String code, String profile, String hash) {
        TenantCode tenantCode = new TenantCode(code);
        provisioning.apply(new Provisioning.Declaration(tenantCode, "市" + code, "640502", profile, hash));
        return tenantCode;
    }

    private List<Long> counts() {
        return provisioning.asOwner(connection -> {
            try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(
                    "SELECT (SELECT count(*) FROM lantian.profile_zip), (SELECT count(*) FROM lantian.resolved_profile)")) {
                row.next();
                return List.of(row.getLong(1), row.getLong(2));
            }
        });
    }
}
