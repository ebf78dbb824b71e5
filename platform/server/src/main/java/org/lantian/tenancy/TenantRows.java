package org.lantian.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

/** Rows of {@code lantian.tenant}; called inside a control transaction. */
@Singleton
final class TenantRows {

    private static final String SELECT = "SELECT code, name, region_code, profile, profile_hash, schema_version"
            + " FROM tenant ";

    private final JdbcOperations jdbc;

    TenantRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    List<Tenant> list() {
        return jdbc.prepareStatement(SELECT + "ORDER BY code", statement -> {
            List<Tenant> tenants = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    tenants.add(tenant(rows));
                }
            }
            return tenants;
        });
    }

    Optional<Tenant> find(TenantCode code) {
        return jdbc.prepareStatement(SELECT + "WHERE code = ?", statement -> {
            statement.setString(1, code.value());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(tenant(rows)) : Optional.empty();
            }
        });
    }

    static Tenant tenant(ResultSet row) throws SQLException {
        return new Tenant(new TenantCode(row.getString("code")), row.getString("name"), row.getString("region_code"),
                row.getString("profile"), row.getString("profile_hash"), row.getInt("schema_version"));
    }
}
