package org.lantian.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.engine.document.Run;
import org.lantian.engine.json.CanonicalJson;
import org.lantian.plan.draft.DraftClause;

/** Rows of clause. */
@Singleton
class ClauseRows {

    private static final String SELECT = "SELECT id, plan_id, parent_id, ordinal, kind, node_code, draft_key, runs,"
            + " drafted_runs, edited, stale, row_version FROM clause WHERE ";

    private final JdbcOperations jdbc;

    ClauseRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** A plan's clauses in print order. */
    List<Clause> listOf(long plan) {
        return listOf(List.of(plan)).getOrDefault(plan, List.of());
    }

    Map<Long, List<Clause>> listOf(Collection<Long> plans) {
        return jdbc.prepareStatement(SELECT + "plan_id = ANY (?) ORDER BY plan_id, ordinal", statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("bigint", plans.toArray()));
            Map<Long, List<Clause>> found = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Clause clause = clause(rows);
                    found.computeIfAbsent(clause.plan(), ignored -> new ArrayList<>()).add(clause);
                }
            }
            return found;
        });
    }

    Optional<Clause> find(long id) {
        return jdbc.prepareStatement(SELECT + "id = ?", statement -> {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(clause(rows)) : Optional.empty();
            }
        });
    }

    long insert(long plan, Optional<Long> parent, int ordinal, DraftClause draft) {
        return jdbc.prepareStatement("INSERT INTO clause (plan_id, parent_id, ordinal, kind, node_code, draft_key, runs,"
                + " drafted_runs) VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb) RETURNING id", statement -> {
                    statement.setLong(1, plan);
                    if (parent.isPresent()) {
                        statement.setLong(2, parent.get());
                    } else {
                        statement.setNull(2, Types.BIGINT);
                    }
                    statement.setInt(3, ordinal);
                    statement.setString(4, draft.kind().name());
                    statement.setString(5, draft.node());
                    statement.setString(6, draft.key());
                    statement.setString(7, CanonicalJson.write(draft.content()));
                    statement.setString(8, CanonicalJson.write(draft.content()));
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }

    /** Writes a redraft's outcome for one clause. */
    void redraft(long id, int ordinal, List<Run> runs, List<Run> drafted, boolean stale) {
        jdbc.prepareStatement("UPDATE clause SET ordinal = ?, runs = ?::jsonb, drafted_runs = ?::jsonb, stale = ?,"
                + " row_version = row_version + 1, updated_at = now() WHERE id = ?", statement -> {
                    statement.setInt(1, ordinal);
                    statement.setString(2, CanonicalJson.write(runs));
                    statement.setString(3, CanonicalJson.write(drafted));
                    statement.setBoolean(4, stale);
                    statement.setLong(5, id);
                    return statement.executeUpdate();
                });
    }

    void move(long id, int ordinal) {
        jdbc.prepareStatement("UPDATE clause SET ordinal = ? WHERE id = ?", statement -> {
            statement.setInt(1, ordinal);
            statement.setLong(2, id);
            return statement.executeUpdate();
        });
    }

    /** @return whether the clause was still at that version */
    boolean revise(long id, int rowVersion, List<Run> runs, boolean edited) {
        return jdbc.prepareStatement("UPDATE clause SET runs = ?::jsonb, edited = ?, stale = false,"
                + " row_version = row_version + 1, updated_at = now() WHERE id = ? AND row_version = ?", statement -> {
                    statement.setString(1, CanonicalJson.write(runs));
                    statement.setBoolean(2, edited);
                    statement.setLong(3, id);
                    statement.setInt(4, rowVersion);
                    return statement.executeUpdate() == 1;
                });
    }

    void delete(long id) {
        jdbc.prepareStatement("DELETE FROM clause WHERE id = ?", statement -> {
            statement.setLong(1, id);
            return statement.executeUpdate();
        });
    }

    private static Clause clause(ResultSet row) throws SQLException {
        long parent = row.getLong("parent_id");
        Optional<Long> above = row.wasNull() ? Optional.empty() : Optional.of(parent);
        return new Clause(row.getLong("id"), row.getLong("plan_id"), above, row.getInt("ordinal"),
                DraftClause.Kind.valueOf(row.getString("kind")), row.getString("node_code"), row.getString("draft_key"),
                CanonicalJson.readList(row.getString("runs"), Run.class),
                CanonicalJson.readList(row.getString("drafted_runs"), Run.class), row.getBoolean("edited"),
                row.getBoolean("stale"), row.getInt("row_version"));
    }
}
