package org.lantian.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Supplier;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.annotation.TypeHint;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.connection.SynchronousConnectionManager;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.transaction.exceptions.CannotCreateTransactionException;
import io.micronaut.transaction.exceptions.TransactionSystemException;
import io.micronaut.transaction.impl.DefaultTransactionStatus;
import io.micronaut.transaction.jdbc.DataSourceTransactionManager;
import io.micronaut.transaction.support.AbstractDefaultTransactionOperations;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only transaction manager. A transaction begins, in one round trip, by taking the tenant's role, search path and
 * a statement timeout, all local to it; without a tenant or control scope none begins at all.
 */
@EachBean(DataSource.class)
@Replaces(DataSourceTransactionManager.class)
@TypeHint(TenantTransactions.class)
final class TenantTransactions extends AbstractDefaultTransactionOperations<Connection> {

    private static final Logger LOG = LoggerFactory.getLogger(TenantTransactions.class);

    private final DataSource pool;
    private final DatabaseSettings settings;
    private final TransactionLimits limits;

    TenantTransactions(DataSource dataSource, @Parameter ConnectionOperations<Connection> connections,
            @Parameter @Nullable SynchronousConnectionManager<Connection> manager, DatabaseSettings settings,
            TransactionLimits limits) {
        super(connections, manager);
        this.pool = DelegatingDataSource.unwrapDataSource(dataSource);
        this.settings = settings;
        this.limits = limits;
    }

    @Override
    public Connection getConnection() {
        return connectionOperations.getConnectionStatus().getConnection();
    }

    @Override
    protected void doBegin(DefaultTransactionStatus<Connection> status) {
        TransactionScope scope = scope().orElseThrow(() -> new CannotCreateTransactionException(
                "a transaction needs a tenant: use Tenants.read, Tenants.write or ControlSchema"));
        Connection connection = status.getConnection();
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(beginning(scope));
        } catch (SQLException e) {
            returnClean(connection);
            throw new CannotCreateTransactionException("the transaction could not begin: " + e.getMessage(), e);
        }
    }

    private String beginning(TransactionScope scope) {
        String role = role(scope);
        String path = scope.code().map(tenant -> "\"" + schema(tenant) + "\"").orElse(ControlSchema.NAME);
        String isolation = scope.readOnly() ? "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; " : "";
        return isolation + "SET LOCAL ROLE " + role + "; SET LOCAL search_path TO " + path
                + "; SET LOCAL statement_timeout = " + limits.statementTimeout().toMillis();
    }

    private String role(TransactionScope scope) {
        return scope.code().map(tenant -> "\"" + schema(tenant) + "\"")
                .orElse(scope.isObserver() ? "\"" + settings.observerRole().replace("\"", "\"\"") + "\"" : "NONE");
    }

    /** Runs as the application within a tenant's open transaction, which goes on as the tenant afterwards. */
    void asApplication(TransactionScope scope, Runnable work) {
        setRole("NONE");
        work.run();
        setRole(role(scope));
    }

    private void setRole(String role) {
        try (Statement statement = getConnection().createStatement()) {
            statement.execute("SET LOCAL ROLE " + role);
        } catch (SQLException e) {
            throw new TransactionSystemException("the role could not be changed: " + e.getMessage(), e);
        }
    }

    private String schema(TenantCode tenant) {
        return settings.rolePrefix() + tenant.value();
    }

    /**
     * Commits. A transaction that only read has nothing to commit: its end does not fail because one of its statements
     * did, so that the other answers are not lost.
     */
    @Override
    protected void doCommit(DefaultTransactionStatus<Connection> status) {
        Connection connection = status.getConnection();
        if (scope().filter(TransactionScope::readOnly).isPresent()) {
            returnClean(connection);
            return;
        }
        try {
            requireNoFailedStatement(connection);
            connection.commit();
            checkReturned(connection);
        } catch (SQLException e) {
            returnClean(connection);
            throw new TransactionSystemException("the transaction could not be committed: " + e.getMessage(), e);
        }
    }

    /** PostgreSQL answers such a COMMIT by rolling back, without an error: what was done would be lost in silence. */
    private static void requireNoFailedStatement(Connection connection) throws SQLException {
        if (connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED) {
            throw new SQLException("one of its statements failed, and the exception was swallowed", "25P02");
        }
    }

    @Override
    protected void doRollback(DefaultTransactionStatus<Connection> status) {
        returnClean(status.getConnection());
    }

    private void returnClean(Connection connection) {
        try {
            connection.rollback();
            checkReturned(connection);
        } catch (SQLException e) {
            LOG.warn("a connection could not be rolled back and was thrown away: {}", e.getMessage());
            evict(connection);
        }
    }

    /** Makes sure that nothing of the tenant is left on the connection; else it leaves the pool. */
    private void checkReturned(Connection connection) {
        try {
            connection.setAutoCommit(true);
            if (clean(connection)) {
                return;
            }
            LOG.error("a connection still carried a tenant's role or path after its transaction and was thrown away");
        } catch (SQLException e) {
            LOG.warn("a connection could not be checked and was thrown away: {}", e.getMessage());
        }
        evict(connection);
    }

    private boolean clean(Connection connection) throws SQLException {
        if (connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE) {
            return false;
        }
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT current_user = session_user, "
                        + "strpos(current_setting('search_path'), '" + settings.rolePrefix() + "') <> 1")) {
            return row.next() && row.getBoolean(1) && row.getBoolean(2);
        }
    }

    private void evict(Connection connection) {
        if (pool instanceof HikariDataSource hikari) {
            hikari.evictConnection(connection);
        }
    }

    @Override
    protected <R> R suspend(DefaultTransactionStatus<Connection> transaction, Supplier<R> callback) {
        throw new IllegalStateException("a transaction is open: there is no second one beside it");
    }

    Optional<TransactionScope> openScope() {
        return findTransactionStatus().flatMap(ignored -> scope());
    }

    private static Optional<TransactionScope> scope() {
        return PropagatedContext.getOrEmpty().find(TransactionScope.class);
    }
}
