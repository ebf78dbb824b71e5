package org.lantian.plan.consult;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.common.Actor;
import org.lantian.plan.consult.PlanComment.Decision;
import org.lantian.tenancy.RowQueries;

/** Rows of plan_comment. */
@Singleton
class CommentRows {

    private static final String SELECT = "SELECT id, consultation_id, org_unit_id, clause_id, text, proposal, late, actor,"
            + " created_at, decision, reason, decided_by, decided_at, row_version FROM plan_comment WHERE ";

    private final JdbcOperations jdbc;
    private final RowQueries queries;

    CommentRows(JdbcOperations jdbc, RowQueries queries) {
        this.jdbc = jdbc;
        this.queries = queries;
    }

    /** In the order in which they came. */
    List<PlanComment> listOf(Collection<Long> consultations) {
        return queries.list(SELECT + "consultation_id = ANY (?) ORDER BY id",
                statement -> RowQueries.ids(statement, 1, consultations), CommentRows::comment);
    }

    List<PlanComment> listByIds(Collection<Long> ids) {
        return queries.list(SELECT + "id = ANY (?) ORDER BY id", statement -> RowQueries.ids(statement, 1, ids),
                CommentRows::comment);
    }

    long insert(long consultation, long unit, Optional<Long> clause, String text, String proposal, boolean late) {
        return queries.list("INSERT INTO plan_comment (consultation_id, org_unit_id, clause_id, text, proposal, late, actor)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id", statement -> {
                    statement.setLong(1, consultation);
                    statement.setLong(2, unit);
                    if (clause.isPresent()) {
                        statement.setLong(3, clause.get());
                    } else {
                        statement.setNull(3, Types.BIGINT);
                    }
                    statement.setString(4, text);
                    statement.setString(5, proposal);
                    statement.setBoolean(6, late);
                    statement.setString(7, Actor.current().name());
                }, row -> row.getLong(1)).getFirst();
    }

    /** @return whether the comment was still at that version */
    boolean decide(long id, int rowVersion, Decision decision, String reason) {
        return jdbc.prepareStatement("UPDATE plan_comment SET decision = ?, reason = ?, decided_by = ?, decided_at = now(),"
                + " row_version = row_version + 1 WHERE id = ? AND row_version = ?", statement -> {
                    statement.setString(1, decision.name());
                    statement.setString(2, reason);
                    statement.setString(3, Actor.current().name());
                    statement.setLong(4, id);
                    statement.setInt(5, rowVersion);
                    return statement.executeUpdate() == 1;
                });
    }

    private static PlanComment comment(ResultSet row) throws SQLException {
        long clause = row.getLong("clause_id");
        Optional<Long> about = row.wasNull() ? Optional.empty() : Optional.of(clause);
        return new PlanComment(row.getLong("id"), row.getLong("consultation_id"), row.getLong("org_unit_id"), about,
                row.getString("text"), row.getString("proposal"), row.getBoolean("late"), row.getString("actor"),
                row.getObject("created_at", OffsetDateTime.class),
                Optional.ofNullable(row.getString("decision")).map(Decision::valueOf), row.getString("reason"),
                Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class)), row.getInt("row_version"));
    }
}
