package org.lantian.tenancy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;
import org.lantian.testing.DatabaseTest;
import org.lantian.testing.TestPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MigrationTest extends DatabaseTest {

    @Inject
    TenantDirectory directory;
    @Inject
    ServableTenants servable;
    @Inject
    TenantSchema schema;

    @Test
    void aKilledMigrationDoesNotBlockTheNext() throws Exception {
        CountDownLatch locked = new CountDownLatch(1);
        String lock = "SELECT pg_advisory_lock(hashtextextended('t_" + tenant + "', 4201))";
        Connection killed = owner();
        try (Statement statement = killed.createStatement()) {
            statement.execute(lock);
            statement.execute("CREATE TABLE t_" + tenant + ".databasechangeloglock (id integer PRIMARY KEY, "
                    + "locked boolean NOT NULL, lockgranted timestamp, lockedby text)");
            statement.execute("INSERT INTO t_" + tenant + ".databasechangeloglock VALUES (1, true, now(), 'killed')");
            int backend = backend(statement);
            locked.countDown();
            terminate(backend);
        }
        locked.await();
        assertThat(provisioning.migrateAll()).filteredOn(outcome -> outcome.code().equals(tenant))
                .singleElement().matches(outcome -> !outcome.failed());
    }

    private static int backend(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void terminate(int backend) throws SQLException {
        try (Connection another = owner(); Statement statement = another.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(" + backend + ", 5000)");
        }
    }

    @Test
    void oneFailingTenantDoesNotStopTheOthers() throws SQLException {
        TenantCode broken = freshTenant();
        try (Connection connection = owner(); Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM t_" + broken + ".databasechangelog WHERE id = 'file-1'");
            statement.execute("UPDATE lantian.tenant SET schema_version = 1 WHERE code = '" + broken + "'");
        }
        List<Provisioning.Outcome> outcomes = provisioning.migrateAll();
        System.out.println("migration: " + outcomes.size() + " tenants, "
                + outcomes.stream().filter(Provisioning.Outcome::failed).count() + " failed on purpose");
        assertThat(outcomes).filteredOn(Provisioning.Outcome::failed).extracting(Provisioning.Outcome::code)
                .contains(broken);
        assertThat(outcomes).filteredOn(outcome -> outcome.code().equals(tenant) || outcome.code().equals(other))
                .hasSize(2).noneMatch(Provisioning.Outcome::failed);
    }

    @Test
    void aTenantThatIsBehindIsUnavailableWhileOthersServe() throws SQLException {
        TenantCode behind = freshTenant();
        setVersion(behind, schema.version() - 1);
        assertThatThrownBy(() -> tenants.read(behind, () -> 1))
                .isInstanceOfSatisfying(DomainException.class, e -> {
                    assertThat(e.category()).isEqualTo(ErrorCategory.UNAVAILABLE);
                    assertThat(e.code()).isEqualTo("TENANT_NOT_MIGRATED");
                });
        assertThat(tenants.<Integer>read(tenant, () -> 1)).isEqualTo(1);
        setVersion(behind, schema.version() + 1);
        servable.forget(behind);
        assertThat(tenants.<Integer>read(behind, () -> 1)).isEqualTo(1);
    }

    private static void setVersion(TenantCode code, int version) throws SQLException {
        try (Connection connection = owner(); Statement statement = connection.createStatement()) {
            statement.execute("UPDATE lantian.tenant SET schema_version = " + version + " WHERE code = '" + code + "'");
        }
    }

    @Test
    void applyingATenantAgainChangesItsFactsAndKeepsItsData() {
        provisioning.apply(new Provisioning.Declaration(tenant, "改名市", "640502", "national@1.0.0", "abc"));
        assertThat(directory.require(tenant)).satisfies(changed -> {
            assertThat(changed.name()).isEqualTo("改名市");
            assertThat(changed.profileHash()).isEqualTo("abc");
            assertThat(changed.schemaVersion()).isEqualTo(schema.version());
        });
    }

    @Test
    void theOwnerIsNoSuperuserAndTheApplicationInheritsNoTenantRole() throws SQLException {
        try (Connection connection = owner(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT rolsuper, rolcreatedb, (SELECT count(*) FROM pg_roles r "
                        + "WHERE r.rolname LIKE 't\\_%' AND pg_has_role('lantian_app', r.oid, 'USAGE')) "
                        + "FROM pg_roles WHERE rolname = current_user")) {
            row.next();
            assertThat(row.getBoolean(1)).isFalse();
            assertThat(row.getBoolean(2)).isFalse();
            assertThat(row.getInt(3)).isZero();
        }
    }

    private static Connection owner() throws SQLException {
        DatabaseSettings.Owner owner = TestPostgres.settings().owner().orElseThrow();
        return DriverManager.getConnection(owner.url(), owner.user(), owner.password());
    }

    @Test
    void anEarlierReleaseLeavesTheNewerVersionOfATenantStanding() throws SQLException {
        TenantCode newer = freshTenant();
        try (Connection connection = owner(); Statement statement = connection.createStatement()) {
            statement.execute("UPDATE lantian.tenant SET schema_version = 900 WHERE code = '" + newer + "'");
        }
        provisioning.migrateAll();
        assertThat(directory.require(newer).schemaVersion()).isEqualTo(900);
        provisioning.apply(new Provisioning.Declaration(newer, "测试市", "640502", "national@1.0.0", ""));
        assertThat(directory.require(newer).schemaVersion()).isEqualTo(900);
    }
}
