package org.lantian.tenancy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.micronaut.context.annotation.Property;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.lantian.testing.DatabaseTest;
import org.lantian.testing.TestPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Property(name = "datasources.default.maximum-pool-size", value = "4")
class IsolationTest extends DatabaseTest {

    @Inject
    JdbcOperations jdbc;
    @Inject
    TenantTransactions transactions;
    @Inject
    DataSource pool;

    @BeforeAll
    void plantOneFileInEachTenant() {
        plant(tenant);
        plant(other);
    }

    private void plant(TenantCode code) {
        tenants.write(code, () -> update("INSERT INTO file(name, media_type, size, sha256, created_by) VALUES ('"
                + code + "', 'text/plain', 0, '" + "0".repeat(64) + "', 'test')"));
    }

    @Test
    void sixHundredConcurrentTransactionsOverFourConnectionsSeeOnlyTheirOwnTenant() throws Exception {
        int count = 600;
        AtomicInteger own = new AtomicInteger();
        AtomicInteger leaked = new AtomicInteger();
        List<Future<?>> done = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                TenantCode code = i % 2 == 0 ? tenant : other;
                boolean failing = i % 5 == 0;
                done.add(threads.submit(transaction(code, failing, own, leaked)));
            }
            for (Future<?> one : done) {
                one.get();
            }
        }
        System.out.println("isolation: " + count + " transactions, 4 connections, 2 tenants: " + own.get()
                + " saw their own tenant, " + leaked.get() + " leaks");
        assertThat(own).hasValue(count);
        assertThat(leaked).hasValue(0);
    }

    private Callable<Void> transaction(TenantCode code, boolean failing, AtomicInteger own, AtomicInteger leaked) {
        return () -> {
            try {
                tenants.read(code, () -> {
                    List<String> seen = names();
                    (seen.equals(List.of(code.value())) ? own : leaked).incrementAndGet();
                    if (failing) {
                        throw new IllegalArgumentException("on purpose");
                    }
                    return null;
                });
            } catch (IllegalArgumentException expected) {
                assertThat(failing).isTrue();
            }
            return null;
        };
    }

    @Test
    void theApplicationsLoginReadsNothingOfAnyTenantWithoutTakingItsRole() throws SQLException {
        DatabaseSettings settings = TestPostgres.settings();
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(),
                settings.password()); Statement statement = connection.createStatement()) {
            int refused = 0;
            for (TenantCode code : List.of(tenant, other)) {
                assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM t_" + code + ".file"))
                        .isInstanceOf(SQLException.class).hasMessageContaining("permission denied");
                refused++;
            }
            assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM file"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("does not exist");
            System.out.println("isolation: " + refused + " tenants refused to the application's own login");
        }
    }

    @Test
    void withoutATenantNoTransactionBeginsAndNoTableIsFound() {
        assertThatThrownBy(() -> transactions.execute(TransactionDefinition.DEFAULT, status -> names()))
                .hasMessageContaining("needs a tenant");
        assertThatThrownBy(this::names).hasMessageContaining("none was found");
    }

    @Test
    void anotherTenantsTableIsPermissionDenied() {
        assertThatThrownBy(() -> tenants.read(tenant, () -> query("SELECT name FROM t_" + other + ".file")))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> tenants.read(tenant, () -> query("SELECT code FROM lantian.tenant")))
                .hasMessageContaining("permission denied");
    }

    @Test
    void anExceptionATimeoutAndACancelledStatementLeaveTheConnectionClean() {
        assertThatThrownBy(() -> tenants.write(tenant, () -> {
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");
        assertThatThrownBy(() -> tenants.write(tenant, () -> {
            update("SET LOCAL statement_timeout = 20");
            return query("SELECT pg_sleep(5)::text");
        })).hasMessageContaining("timeout");
        assertThatThrownBy(() -> tenants.write(tenant, () -> query("SELECT pg_cancel_backend(pg_backend_pid())::text "
                + "FROM generate_series(1, 2000000)"))).hasMessageContaining("cancel");
        assertThatThrownBy(() -> tenants.write(tenant, () -> {
            update("SET ROLE t_" + tenant);
            update("SET search_path TO t_" + tenant);
            throw new IllegalStateException("after a session-wide SET");
        })).hasMessage("after a session-wide SET");
        tenants.write(tenant, () -> update("SET ROLE t_" + tenant));
        assertThat(pooledConnectionsThatCarryATenant()).isZero();
        assertThat(tenants.read(other, this::names)).containsExactly(other.value());
    }

    private int pooledConnectionsThatCarryATenant() {
        int carrying = 0;
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                Connection connection = DelegatingDataSource.unwrapDataSource(pool).getConnection();
                taken.add(connection);
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("SELECT current_user = session_user "
                                + "AND current_setting('search_path') NOT LIKE '%t_%' "
                                + "AND to_regclass('file') IS NULL")) {
                    row.next();
                    carrying += row.getBoolean(1) ? 0 : 1;
                }
            }
            for (Connection connection : taken) {
                connection.close();
            }
            return carrying;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRolledBackTransactionLeavesNothing() {
        assertThatThrownBy(() -> tenants.write(tenant, () -> {
            update("INSERT INTO file(name, media_type, size, sha256, created_by) VALUES ('half', 'text/plain', 0, '"
                    + "0".repeat(64) + "', 'test')");
            throw new IllegalStateException("on purpose");
        })).hasMessage("on purpose");
        assertThat(tenants.read(tenant, this::names)).containsExactly(tenant.value());
    }

    @Test
    void nestingAcrossTenantsIsRefusedAndInTheSameTenantJoins() {
        assertThatThrownBy(() -> tenants.read(tenant, () -> tenants.read(other, this::names)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("is refused");
        assertThatThrownBy(() -> tenants.read(tenant, () -> tenants.write(tenant, this::names)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("read-only");
        assertThatThrownBy(() -> tenants.read(tenant,
                () -> transactions.execute(TransactionDefinition.of(TransactionDefinition.Propagation.REQUIRES_NEW),
                        status -> names())))
                .isInstanceOf(IllegalStateException.class);
        assertThat(tenants.write(tenant, () -> tenants.read(tenant, this::names))).containsExactly(tenant.value());
    }

    @Test
    void aReadTransactionRefusesToWrite() {
        assertThatThrownBy(() -> tenants.read(tenant, () -> update("DELETE FROM file")))
                .hasMessageContaining("read-only transaction");
    }

    @Test
    void theAuditTrailIsAppendOnlyForTheApplication() {
        assertThatThrownBy(() -> tenants.write(tenant, () -> update("DELETE FROM audit_event")))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> tenants.write(tenant, () -> update("DELETE FROM databasechangelog")))
                .hasMessageContaining("permission denied");
    }

    private List<String> names() {
        return query("SELECT name FROM file ORDER BY id");
    }

    private List<String> query(String sql) {
        return jdbc.prepareStatement(sql, statement -> {
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        });
    }

    private int update(String sql) {
        return jdbc.prepareStatement(sql, statement -> statement.executeUpdate());
    }
}
