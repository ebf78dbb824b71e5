package org.lantian.app;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.common.DomainException;
import org.lantian.tenancy.ControlSchema;
import org.lantian.tenancy.DatabaseSettings;
import org.lantian.tenancy.Tenant;
import org.lantian.tenancy.TenantDirectory;
import org.lantian.tenancy.TenantSchema;

/** Refuses to serve over a database that would not isolate the tenants. */
@Singleton
final class StartupGuard {

    private final ControlSchema control;
    private final JdbcOperations jdbc;
    private final TenantDirectory directory;
    private final TenantSchema schema;
    private final DatabaseSettings settings;

    StartupGuard(ControlSchema control, JdbcOperations jdbc, TenantDirectory directory, TenantSchema schema,
            DatabaseSettings settings) {
        this.control = control;
        this.jdbc = jdbc;
        this.directory = directory;
        this.schema = schema;
        this.settings = settings;
    }

    /** @throws DomainException FAILED_PRECONDITION with what to do */
    void check() {
        List<String> inherited = control.read(this::inheritedRoles);
        if (!inherited.isEmpty()) {
            throw DomainException.failedPrecondition("TENANT_ROLE_INHERITED", "应用登录 " + settings.user()
                    + " 直接继承了租户角色 " + String.join("、", inherited) + "，租户之间不再隔离，拒绝启动。请收回该成员资格后重新运行 tenant migrate。");
        }
        for (Tenant tenant : directory.list()) {
            if (tenant.schemaVersion() < schema.version()) {
                System.err.println("lantian: 租户 " + tenant.code() + " 的数据结构落后（" + tenant.schemaVersion() + " < "
                        + schema.version() + "），在 tenant migrate 之前不提供服务。");
            }
        }
    }

    private List<String> inheritedRoles() {
        return jdbc.prepareStatement("SELECT r.rolname FROM pg_roles r JOIN tenant t ON r.rolname = ? || t.code "
                + "WHERE pg_has_role(session_user, r.oid, 'USAGE') ORDER BY 1", statement -> {
                    statement.setString(1, settings.rolePrefix());
                    List<String> roles = new ArrayList<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            roles.add(rows.getString(1));
                        }
                    }
                    return roles;
                });
    }
}
