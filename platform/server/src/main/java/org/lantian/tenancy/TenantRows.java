package org.lantian.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

/** Rows of {@code lantian.tenant}; called inside a control transaction. */
@Singleton
final class TenantRows {

    private static final String SELECT = "SELECT code, name, region_code, profile, profile_hash, schema_version"
            + " FROM tenant ";

    private final RowQueries queries;

    TenantRows(RowQueries queries) {
        this.queries = queries;
    }

    List<Tenant> list() {
        return queries.list(SELECT + "ORDER BY code", statement -> {
        }, TenantRows::tenant);
    }

    Optional<Tenant> find(TenantCode code) {
        return queries.list(SELECT + "WHERE code = ?", statement -> statement.setString(1, code.value()),
                TenantRows::tenant).stream().findFirst();
    }

    static Tenant tenant(ResultSet row) throws SQLException {
        return new Tenant(new TenantCode(row.getString("code")), row.getString("name"), row.getString("region_code"),
                row.getString("profile"), row.getString("profile_hash"), row.getInt("schema_version"));
    }
}
