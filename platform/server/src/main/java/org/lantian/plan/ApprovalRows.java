package org.lantian.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.common.Actor;
import org.lantian.common.Role;
import org.lantian.tenancy.RowQueries;

/** Rows of approval. */
@Singleton
class ApprovalRows {

    private static final String SELECT = "SELECT id, plan_id, plan_version_id, ordinal, role, decision, actor, note,"
            + " decided_at FROM approval WHERE ";

    private final JdbcOperations jdbc;
    private final RowQueries queries;

    ApprovalRows(JdbcOperations jdbc, RowQueries queries) {
        this.jdbc = jdbc;
        this.queries = queries;
    }

    void open(long plan, long version, List<Role> roles) {
        jdbc.prepareStatement("INSERT INTO approval (plan_id, plan_version_id, ordinal, role) VALUES (?, ?, ?, ?)",
                statement -> {
                    for (int i = 0; i < roles.size(); i++) {
                        statement.setLong(1, plan);
                        statement.setLong(2, version);
                        statement.setInt(3, i + 1);
                        statement.setString(4, roles.get(i).name());
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    /** The steps of a version that are not decided, in their order; other writers wait. */
    List<Approval> lockPending(long plan) {
        return queries.list(SELECT + "plan_id = ? AND decision = 'PENDING' AND plan_version_id = (SELECT max(id)"
                + " FROM plan_version WHERE plan_id = ?) ORDER BY ordinal FOR UPDATE", statement -> {
                    statement.setLong(1, plan);
                    statement.setLong(2, plan);
                }, ApprovalRows::approval);
    }

    void decide(long id, Approval.Decision decision, String note) {
        jdbc.prepareStatement("UPDATE approval SET decision = ?, note = ?, actor = ?, decided_at = now() WHERE id = ?",
                statement -> {
                    statement.setString(1, decision.name());
                    statement.setString(2, note);
                    statement.setString(3, Actor.current().name());
                    statement.setLong(4, id);
                    return statement.executeUpdate();
                });
    }

    /** By version and order. */
    Map<Long, List<Approval>> listOf(Collection<Long> plans) {
        return queries.list(SELECT + "plan_id = ANY (?) ORDER BY plan_version_id, ordinal",
                statement -> RowQueries.ids(statement, 1, plans), ApprovalRows::approval).stream()
                .collect(Collectors.groupingBy(Approval::plan));
    }

    private static Approval approval(ResultSet row) throws SQLException {
        return new Approval(row.getLong("id"), row.getLong("plan_id"), row.getLong("plan_version_id"),
                row.getInt("ordinal"), Role.valueOf(row.getString("role")),
                Approval.Decision.valueOf(row.getString("decision")), Optional.ofNullable(row.getString("actor")),
                row.getString("note"), Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class)));
    }
}
