package org.lantian.tenancy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import jakarta.inject.Singleton;

import org.lantian.common.DomainException;

import static org.lantian.tenancy.OwnerSql.execute;
import static org.lantian.tenancy.OwnerSql.exists;
import static org.lantian.tenancy.OwnerSql.format;
import static org.lantian.tenancy.OwnerSql.locked;

/**
 * Creates and migrates the control schema and tenants on an unpooled owner connection, under a PostgreSQL advisory
 * lock each. Needs CREATEROLE and CREATE on the database, nothing more.
 */
@Singleton
public class Provisioning {

    private static final List<String> CONTROL_FILES = List.of("db/control/10-tenant.sql", "db/control/20-profile.sql",
            "db/control/30-published.sql", "db/control/40-event.sql");
    private static final String GRANT = "--lantian:grant ";
    private static final String OBSERVER_GRANT = "--lantian:observer-grant ";

    private final DatabaseSettings settings;
    private final TenantSchema schema;
    private final ServableTenants servable;

    Provisioning(DatabaseSettings settings, TenantSchema schema, ServableTenants servable) {
        this.settings = settings;
        this.schema = schema;
        this.servable = servable;
    }

    /** What a tenant is to be; see {@link Tenant}. */
    public record Declaration(TenantCode code, String name, String regionCode, String profile, String profileHash) {
    }

    /** One tenant's outcome. */
    public record Outcome(TenantCode code, int schemaVersion, String failure) {
        public boolean failed() {
            return !failure.isEmpty();
        }
    }

    /** Makes the application's login if it is missing and brings the control schema up to date. */
    public void migrateControl() {
        asOwner(connection -> locked(connection, ControlSchema.NAME, () -> {
            ensureApplicationLogin(connection);
            execute(connection, "CREATE SCHEMA IF NOT EXISTS " + ControlSchema.NAME);
            execute(connection, "SET search_path TO " + ControlSchema.NAME);
            Migrator.migrate(connection, ControlSchema.NAME, CONTROL_FILES);
            execute(connection, format(connection, "GRANT USAGE ON SCHEMA " + ControlSchema.NAME + " TO %I",
                    settings.user()));
            for (String grant : controlGrants(GRANT)) {
                execute(connection, format(connection, grant, settings.user()));
            }
            ensureObserverRole(connection);
            return null;
        }));
    }

    /** The observers' role: it reads what was published, and the application takes it to read for an observer. */
    private void ensureObserverRole(Connection connection) throws SQLException {
        String role = settings.observerRole();
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
            execute(connection, format(connection, "CREATE ROLE %I NOLOGIN", role));
        }
        execute(connection, format(connection, "GRANT %I TO %I" + membership(connection), role, settings.user()));
        execute(connection, format(connection, "GRANT USAGE ON SCHEMA " + ControlSchema.NAME + " TO %I", role));
        for (String grant : controlGrants(OBSERVER_GRANT)) {
            execute(connection, format(connection, grant, role));
        }
    }

    private static String membership(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion() >= 16 ? " WITH INHERIT FALSE, SET TRUE" : "";
    }

    private static List<String> controlGrants(String kind) {
        return CONTROL_FILES.stream().flatMap(file -> TenantSchema.lines(file).stream())
                .filter(line -> line.startsWith(kind))
                .map(line -> "GRANT " + line.substring(kind.length()).strip() + " TO %I").toList();
    }

    /** Creates the tenant or changes its declared facts, and migrates its schema. */
    public void apply(Declaration tenant) {
        asOwner(connection -> locked(connection, settings.rolePrefix() + tenant.code(), () -> {
            createSchemaAndRole(connection, tenant.code());
            migrateSchema(connection, tenant.code());
            record(connection, tenant);
            return null;
        }));
        servable.forget(tenant.code());
    }

    /** Migrates every tenant; one that fails does not stop the others. */
    public List<Outcome> migrateAll() {
        return asOwner(connection -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (TenantCode code : codes(connection)) {
                outcomes.add(migrateOne(code));
            }
            return outcomes;
        });
    }

    private Outcome migrateOne(TenantCode code) {
        try {
            asOwner(connection -> locked(connection, settings.rolePrefix() + code, () -> {
                createSchemaAndRole(connection, code);
                migrateSchema(connection, code);
                recordVersion(connection, code);
                return null;
            }));
            servable.forget(code);
            return new Outcome(code, schema.version(), "");
        } catch (MigrationFailedException | DomainException e) {
            return new Outcome(code, -1, e.getMessage());
        }
    }

    private void createSchemaAndRole(Connection connection, TenantCode code) throws SQLException {
        String name = settings.rolePrefix() + code.value();
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            execute(connection, format(connection, "CREATE ROLE %I NOLOGIN", name));
        }
        execute(connection, format(connection, "CREATE SCHEMA IF NOT EXISTS %I", name));
        execute(connection, format(connection, "GRANT %I TO %I" + membership(connection), name, settings.user()));
        execute(connection, format(connection, "GRANT USAGE ON SCHEMA %I TO %I", name, name));
    }

    private void migrateSchema(Connection connection, TenantCode code) throws SQLException {
        String name = settings.rolePrefix() + code.value();
        execute(connection, format(connection, "SET search_path TO %I", name));
        Migrator.migrate(connection, name, TenantSchema.paths());
        grantTables(connection, name);
    }

    private void grantTables(Connection connection, String name) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT tablename FROM pg_tables WHERE schemaname = ? AND tablename NOT LIKE 'databasechangelog%'")) {
            query.setString(1, name);
            try (ResultSet tables = query.executeQuery()) {
                while (tables.next()) {
                    String table = tables.getString(1);
                    String rights = schema.appendOnly().contains(table) ? "SELECT, INSERT"
                            : "SELECT, INSERT, UPDATE, DELETE";
                    statements.add(format(connection, "GRANT " + rights + " ON %I.%I TO %I", name, table, name));
                }
            }
        }
        for (String statement : statements) {
            execute(connection, statement);
        }
    }

    private void record(Connection connection, Declaration tenant) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("INSERT INTO " + ControlSchema.NAME
                + ".tenant(code, name, region_code, profile, profile_hash, schema_version) VALUES (?, ?, ?, ?, ?, ?) "
                + "ON CONFLICT (code) DO UPDATE SET name = excluded.name, region_code = excluded.region_code, "
                + "profile = excluded.profile, profile_hash = excluded.profile_hash, "
                + "schema_version = greatest(tenant.schema_version, excluded.schema_version)")) {
            upsert.setString(1, tenant.code().value());
            upsert.setString(2, tenant.name());
            upsert.setString(3, tenant.regionCode());
            upsert.setString(4, tenant.profile());
            upsert.setString(5, tenant.profileHash());
            upsert.setInt(6, schema.version());
            upsert.executeUpdate();
        }
    }

    private void recordVersion(Connection connection, TenantCode code) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE " + ControlSchema.NAME + ".tenant SET schema_version = greatest(schema_version, ?) WHERE code = ?")) {
            update.setInt(1, schema.version());
            update.setString(2, code.value());
            update.executeUpdate();
        }
    }

    private static List<TenantCode> codes(Connection connection) throws SQLException {
        List<TenantCode> codes = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT code FROM " + ControlSchema.NAME + ".tenant ORDER BY code")) {
            while (rows.next()) {
                codes.add(new TenantCode(rows.getString(1)));
            }
        }
        return codes;
    }

    private void ensureApplicationLogin(Connection connection) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", settings.user())) {
            execute(connection, format(connection, "CREATE ROLE %I LOGIN NOINHERIT PASSWORD %L", settings.user(),
                    settings.password()));
        }
    }

    /** Work on an owner connection. */
    @FunctionalInterface
    public interface OwnerWork<T> {
        T run(Connection connection) throws SQLException;
    }

    /**
     * Runs on a fresh owner connection.
     *
     * @throws DomainException FAILED_PRECONDITION if no owner login is configured or it is refused
     */
    public <T> T asOwner(OwnerWork<T> work) {
        DatabaseSettings.Owner owner = settings.owner().orElseThrow(() -> DomainException.failedPrecondition(
                "OWNER_LOGIN_MISSING", "此命令需要数据库属主登录：请设置 LANTIAN_DB_OWNER_USER 和 LANTIAN_DB_OWNER_PASSWORD。"));
        Properties login = new Properties();
        login.setProperty("user", owner.user());
        login.setProperty("password", owner.password());
        login.setProperty("ApplicationName", "lantian-owner");
        try (Connection connection = DriverManager.getConnection(owner.url(), login)) {
            return work.run(connection);
        } catch (SQLException e) {
            throw new DomainException(org.lantian.common.ErrorCategory.FAILED_PRECONDITION, "DATABASE_REFUSED",
                    "数据库操作失败：" + e.getMessage());
        }
    }
}
