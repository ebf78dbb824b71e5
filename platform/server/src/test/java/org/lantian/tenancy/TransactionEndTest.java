package org.lantian.tenancy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.micronaut.context.annotation.Property;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.lantian.audit.AuditTrail;
import org.lantian.common.WorkPool;
import org.lantian.testing.DatabaseTest;
import org.lantian.testing.TestPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Ends of transactions that are not a plain commit. One connection, so that what one leaves the next one finds. */
@Property(name = "datasources.default.maximum-pool-size", value = "1")
class TransactionEndTest extends DatabaseTest {

    @Inject
    JdbcOperations jdbc;
    @Inject
    TransactionHooks hooks;
    @Inject
    AuditTrail audit;
    @Inject
    WorkPool pool;

    @BeforeAll
    void makeATableThatIsCheckedAtTheCommit() throws SQLException {
        DatabaseSettings.Owner owner = TestPostgres.settings().owner().orElseThrow();
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            String schema = "t_" + tenant;
            statement.execute("CREATE TABLE " + schema + ".late (id bigint PRIMARY KEY, "
                    + "other bigint REFERENCES " + schema + ".late DEFERRABLE INITIALLY DEFERRED)");
            statement.execute("GRANT SELECT, INSERT ON " + schema + ".late TO " + schema);
        }
    }

    private int run(String sql) {
        return jdbc.prepareStatement(sql, statement -> statement.executeUpdate());
    }

    private long count(String table) {
        return tenants.read(tenant, () -> jdbc.prepareStatement("SELECT count(*) FROM " + table, statement -> {
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }));
    }

    @Test
    void aCommitThatFailsIsToldAndLeavesACleanConnection() {
        assertThatThrownBy(() -> tenants.write(tenant, () -> run("INSERT INTO late VALUES (1, 99)")))
                .hasMessageContaining("could not be committed");
        assertThat(count("late")).isZero();
        assertThat(tenants.<String>read(other, () -> jdbc.prepareStatement("SELECT current_schema()", statement -> {
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }))).isEqualTo("t_" + other);
    }

    @Test
    void aBrokenConnectionIsReplaced() {
        assertThatThrownBy(() -> tenants.write(tenant,
                () -> jdbc.prepareStatement("SELECT pg_terminate_backend(pg_backend_pid())",
                        statement -> statement.execute()))).isInstanceOf(RuntimeException.class);
        assertThat(count("late")).isZero();
    }

    @Test
    void aHookThatThrowsUndoesTheWork() {
        assertThatThrownBy(() -> tenants.write(tenant, () -> {
            hooks.beforeCommit(() -> {
                throw new IllegalStateException("hook");
            });
            return run("INSERT INTO late VALUES (2, 2)");
        })).hasMessage("hook");
        assertThat(count("late")).isZero();
    }

    @Test
    void aHookMayAddAnother() {
        List<String> ran = new ArrayList<>();
        tenants.write(tenant, () -> {
            hooks.beforeCommit(() -> {
                ran.add("first");
                hooks.beforeCommit(() -> ran.add("second"));
            });
            hooks.beforeCommit(() -> ran.add("third"));
            return ran;
        });
        assertThat(ran).containsExactly("first", "third", "second");
    }

    @Test
    void anErrorUndoesTheWorkToo() {
        assertThatThrownBy(() -> asOperator(tenant, () -> {
            audit.note("thing.made", "thing", "1", Map.of());
            run("INSERT INTO late VALUES (3, 3)");
            throw new StackOverflowError("on purpose");
        })).isInstanceOf(StackOverflowError.class);
        assertThat(count("late")).isZero();
        assertThat(count("audit_event")).isZero();
    }

    @Test
    void aStatementThatFailedAndWasCaughtCannotBeCommittedOver() {
        assertThatThrownBy(() -> tenants.write(tenant, () -> {
            run("INSERT INTO late VALUES (4, 4)");
            assertThatThrownBy(() -> run("SELECT nonsense")).isInstanceOf(RuntimeException.class);
            return null;
        })).hasMessageContaining("swallowed");
        assertThat(count("late")).isZero();
    }

    @Test
    void workOnThePoolHasNoPartInTheTransaction() {
        assertThatThrownBy(() -> tenants.write(tenant,
                () -> pool.run("any", () -> run("INSERT INTO late VALUES (5, 5)"))))
                .isInstanceOf(RuntimeException.class);
        assertThat(tenants.<Optional<TenantCode>>read(tenant, () -> pool.run("any", tenants::current))).isEmpty();
        assertThat(count("late")).isZero();
    }
}
