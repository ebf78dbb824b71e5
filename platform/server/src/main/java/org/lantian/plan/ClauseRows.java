package org.lantian.plan;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.engine.document.Run;
import org.lantian.engine.json.CanonicalJson;
import org.lantian.plan.draft.DraftClause;
import org.lantian.tenancy.RowQueries;

/** Rows of clause. */
@Singleton
class ClauseRows {

    private static final String SELECT = "SELECT id, plan_id, parent_id, ordinal, kind, node_code, draft_key, runs,"
            + " drafted_runs, today_runs, edited, deleted_at IS NOT NULL AS deleted, row_version FROM clause WHERE ";

    private final JdbcOperations jdbc;

    ClauseRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** A plan's clauses in print order, without those that were taken out and what stood below them. */
    List<Clause> listOf(long plan) {
        return listOf(List.of(plan)).getOrDefault(plan, List.of());
    }

    Map<Long, List<Clause>> listOf(Collection<Long> plans) {
        Map<Long, List<Clause>> found = listWithDeleted(plans);
        found.replaceAll((plan, clauses) -> standing(clauses));
        return found;
    }

    private static List<Clause> standing(List<Clause> clauses) {
        Set<Long> gone = new HashSet<>();
        return clauses.stream().filter(clause -> {
            boolean goes = clause.deleted() || clause.parent().filter(gone::contains).isPresent();
            return !goes || !gone.add(clause.id());
        }).toList();
    }

    List<Clause> listWithDeleted(long plan) {
        return listWithDeleted(List.of(plan)).getOrDefault(plan, List.of());
    }

    private Map<Long, List<Clause>> listWithDeleted(Collection<Long> plans) {
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

    /** What each clause of a plan was called in the first of the plans that revise each other; only those that differ. */
    Map<Long, Long> roots(long plan) {
        return jdbc.prepareStatement("WITH RECURSIVE line AS (SELECT id, origin_id FROM clause WHERE plan_id = ?"
                + " AND origin_id IS NOT NULL UNION ALL SELECT line.id, above.origin_id FROM line JOIN clause above"
                + " ON above.id = line.origin_id WHERE above.origin_id IS NOT NULL)"
                + " SELECT id, min(origin_id) FROM line GROUP BY id", statement -> {
                    statement.setLong(1, plan);
                    Map<Long, Long> roots = new HashMap<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            roots.put(rows.getLong(1), rows.getLong(2));
                        }
                    }
                    return roots;
                });
    }

    /** Inserts a clause; its id, ordinal and version are the database's. */
    long insert(Clause clause, Optional<Long> origin) {
        return jdbc.prepareStatement("INSERT INTO clause (plan_id, parent_id, ordinal, kind, node_code, draft_key, runs,"
                + " drafted_runs, edited, origin_id) VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?) RETURNING id",
                statement -> {
                    statement.setLong(1, clause.plan());
                    setId(statement, 2, clause.parent());
                    statement.setInt(3, clause.ordinal());
                    statement.setString(4, clause.kind().name());
                    statement.setString(5, clause.node());
                    statement.setString(6, clause.key());
                    statement.setString(7, CanonicalJson.write(clause.runs()));
                    statement.setString(8, CanonicalJson.write(clause.base()));
                    statement.setBoolean(9, clause.edited());
                    setId(statement, 10, origin);
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }

    /**
     * Writes everything of a clause but its order.
     *
     * @return whether the clause was still at its version
     */
    boolean save(Clause clause) {
        return jdbc.prepareStatement("UPDATE clause SET parent_id = ?, node_code = ?, runs = ?::jsonb,"
                + " drafted_runs = ?::jsonb, today_runs = ?::jsonb, edited = ?, stale = ?,"
                + " deleted_at = CASE WHEN ? THEN coalesce(deleted_at, now()) END, row_version = row_version + 1,"
                + " updated_at = now() WHERE id = ? AND row_version = ?", statement -> {
                    setId(statement, 1, clause.parent());
                    statement.setString(2, clause.node());
                    statement.setString(3, CanonicalJson.write(clause.runs()));
                    statement.setString(4, CanonicalJson.write(clause.base()));
                    statement.setString(5, clause.today().map(CanonicalJson::write).orElse(null));
                    statement.setBoolean(6, clause.edited());
                    statement.setBoolean(7, clause.stale());
                    statement.setBoolean(8, clause.deleted());
                    statement.setLong(9, clause.id());
                    statement.setInt(10, clause.rowVersion());
                    return statement.executeUpdate() == 1;
                });
    }

    /** Lets what stands below a clause stand in the clause's section. */
    void followSection(long parent) {
        jdbc.prepareStatement("UPDATE clause SET node_code = above.node_code FROM clause above WHERE above.id = ?"
                + " AND clause.parent_id = above.id", statement -> {
                    statement.setLong(1, parent);
                    return statement.executeUpdate();
                });
    }

    /** Notes what the composer would write today; nobody's version moves. */
    void markStale(Map<Long, Optional<List<Run>>> today) {
        jdbc.prepareStatement("UPDATE clause SET today_runs = ?::jsonb, stale = ? WHERE id = ?", statement -> {
            for (Map.Entry<Long, Optional<List<Run>>> entry : today.entrySet()) {
                statement.setString(1, entry.getValue().map(CanonicalJson::write).orElse(null));
                statement.setBoolean(2, entry.getValue().isPresent());
                statement.setLong(3, entry.getKey());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** Puts clauses in this order; nobody's version moves. */
    void reorder(List<Long> ids) {
        jdbc.prepareStatement("UPDATE clause SET ordinal = wanted.ordinal FROM unnest(?) WITH ORDINALITY"
                + " AS wanted(id, ordinal) WHERE clause.id = wanted.id AND clause.ordinal <> wanted.ordinal",
                statement -> {
                    RowQueries.ids(statement, 1, ids);
                    return statement.executeUpdate();
                });
    }

    private static void setId(PreparedStatement statement, int position, Optional<Long> id) throws SQLException {
        if (id.isPresent()) {
            statement.setLong(position, id.get());
        } else {
            statement.setNull(position, Types.BIGINT);
        }
    }

    private static Clause clause(ResultSet row) throws SQLException {
        long parent = row.getLong("parent_id");
        Optional<Long> above = row.wasNull() ? Optional.empty() : Optional.of(parent);
        return new Clause(row.getLong("id"), row.getLong("plan_id"), above, row.getInt("ordinal"),
                DraftClause.Kind.valueOf(row.getString("kind")), row.getString("node_code"), row.getString("draft_key"),
                CanonicalJson.readList(row.getString("runs"), Run.class),
                CanonicalJson.readList(row.getString("drafted_runs"), Run.class),
                Optional.ofNullable(row.getString("today_runs")).map(json -> CanonicalJson.readList(json, Run.class)),
                row.getBoolean("edited"), row.getBoolean("deleted"), row.getInt("row_version"));
    }
}
