package org.lantian.plan.region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.tenancy.RowQueries;

/** Rows of regional_plan. */
@Singleton
class RegionalPlanRows {

    private static final String SELECT = "SELECT id, code, title, number, state, issuer, issued_on, term_from, term_to,"
            + " profile, profile_hash, origin, sha256, row_version FROM regional_plan WHERE deleted_at IS NULL ";

    private final JdbcOperations jdbc;
    private final RowQueries queries;

    RegionalPlanRows(JdbcOperations jdbc, RowQueries queries) {
        this.jdbc = jdbc;
        this.queries = queries;
    }

    List<RegionalPlan> list(int offset, int count) {
        return queries.list(SELECT + "ORDER BY id OFFSET ? LIMIT ?", statement -> {
            statement.setInt(1, offset);
            statement.setInt(2, count);
        }, RegionalPlanRows::plan);
    }

    long count() {
        return queries.list("SELECT count(*) FROM regional_plan WHERE deleted_at IS NULL", statement -> {
        }, row -> row.getLong(1)).getFirst();
    }

    Optional<RegionalPlan> find(long id) {
        return queries.list(SELECT + "AND id = ?", statement -> statement.setLong(1, id), RegionalPlanRows::plan)
                .stream().findFirst();
    }

    Optional<RegionalPlan> findByCode(String code) {
        return queries.list(SELECT + "AND code = ?", statement -> statement.setString(1, code), RegionalPlanRows::plan)
                .stream().findFirst();
    }

    /** The content as the published JSON of read plans. */
    String content(long id) {
        return queries.list("SELECT content FROM regional_plan WHERE id = ?", statement -> statement.setLong(1, id),
                row -> row.getString(1)).getFirst();
    }

    long insert(RegionalPlan plan, String content) {
        return jdbc.prepareStatement("INSERT INTO regional_plan (code, title, number, state, issuer, issued_on, term_from,"
                + " term_to, profile, profile_hash, origin, sha256, content)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb) RETURNING id", statement -> {
                    bind(statement, plan, content);
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }

    void update(long id, RegionalPlan plan, String content) {
        jdbc.prepareStatement("UPDATE regional_plan SET code = ?, title = ?, number = ?, state = ?, issuer = ?,"
                + " issued_on = ?, term_from = ?, term_to = ?, profile = ?, profile_hash = ?, origin = ?, sha256 = ?,"
                + " content = ?::jsonb, row_version = row_version + 1, updated_at = now() WHERE id = ?", statement -> {
                    bind(statement, plan, content);
                    statement.setLong(14, id);
                    return statement.executeUpdate();
                });
    }

    /** A plan that is no longer declared is kept, but not listed any more. */
    void retire(long id) {
        jdbc.prepareStatement("UPDATE regional_plan SET deleted_at = now(), row_version = row_version + 1 WHERE id = ?",
                statement -> {
                    statement.setLong(1, id);
                    return statement.executeUpdate();
                });
    }

    private static void bind(java.sql.PreparedStatement statement, RegionalPlan plan, String content)
            throws SQLException {
        statement.setString(1, plan.code());
        statement.setString(2, plan.title());
        statement.setString(3, plan.number().orElse(null));
        statement.setString(4, plan.state().orElse(null));
        statement.setString(5, plan.issuer());
        statement.setObject(6, plan.issuedOn().orElse(null));
        statement.setInt(7, plan.termFrom());
        statement.setInt(8, plan.termTo());
        statement.setString(9, plan.profile());
        statement.setString(10, plan.profileHash());
        statement.setString(11, plan.origin().name());
        statement.setString(12, plan.sha256());
        statement.setString(13, content);
    }

    private static RegionalPlan plan(ResultSet row) throws SQLException {
        return new RegionalPlan(row.getLong("id"), row.getString("code"), row.getString("title"),
                Optional.ofNullable(row.getString("number")), Optional.ofNullable(row.getString("state")),
                row.getString("issuer"), Optional.ofNullable(row.getObject("issued_on", LocalDate.class)),
                row.getInt("term_from"), row.getInt("term_to"), row.getString("profile"), row.getString("profile_hash"),
                RegionalPlan.Origin.valueOf(row.getString("origin")), row.getString("sha256"),
                row.getInt("row_version"));
    }
}
