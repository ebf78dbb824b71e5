package org.lantian.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.common.Actor;
import org.lantian.engine.json.CanonicalJson;
import org.lantian.plan.ClauseEdit.Content;
import org.lantian.tenancy.RowQueries;

/** Rows of clause_edit. */
@Singleton
class EditRows {

    private final JdbcOperations jdbc;
    private final RowQueries queries;

    EditRows(JdbcOperations jdbc, RowQueries queries) {
        this.jdbc = jdbc;
        this.queries = queries;
    }

    /** Keeps an edit of the actor; what the actor had undone before it can no longer be done again. */
    void insert(long plan, long clause, ClauseEdit.Kind kind, Content before, Content after, boolean autosaved) {
        jdbc.prepareStatement("UPDATE clause_edit SET state = 'DISCARDED' WHERE plan_id = ? AND actor = ?"
                + " AND state = 'UNDONE'", statement -> {
                    statement.setLong(1, plan);
                    statement.setString(2, Actor.current().name());
                    return statement.executeUpdate();
                });
        jdbc.prepareStatement("INSERT INTO clause_edit (plan_id, clause_id, actor, kind, before, after, autosaved)"
                + " VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)", statement -> {
                    statement.setLong(1, plan);
                    statement.setLong(2, clause);
                    statement.setString(3, Actor.current().name());
                    statement.setString(4, kind.name());
                    statement.setString(5, CanonicalJson.write(before));
                    statement.setString(6, CanonicalJson.write(after));
                    statement.setBoolean(7, autosaved);
                    return statement.executeUpdate();
                });
    }

    /** Lets a later save join an edit. */
    void extend(long id, Content after, boolean autosaved) {
        jdbc.prepareStatement("UPDATE clause_edit SET after = ?::jsonb, autosaved = ? WHERE id = ?", statement -> {
            statement.setString(1, CanonicalJson.write(after));
            statement.setBoolean(2, autosaved);
            statement.setLong(3, id);
            return statement.executeUpdate();
        });
    }

    void setState(long id, String state) {
        jdbc.prepareStatement("UPDATE clause_edit SET state = ? WHERE id = ?", statement -> {
            statement.setString(1, state);
            statement.setLong(2, id);
            return statement.executeUpdate();
        });
    }

    /** The actor's last edit of the plan that stands. */
    Optional<ClauseEdit> lastDone(long plan) {
        return first(plan, "DONE", "DESC");
    }

    /** The actor's edit that was undone last. */
    Optional<ClauseEdit> firstUndone(long plan) {
        return first(plan, "UNDONE", "ASC");
    }

    private Optional<ClauseEdit> first(long plan, String state, String direction) {
        List<ClauseEdit> found = queries.list("SELECT id, clause_id, kind, before, after, autosaved FROM clause_edit"
                + " WHERE plan_id = ? AND actor = ? AND state = ? ORDER BY id " + direction + " LIMIT 1", statement -> {
                    statement.setLong(1, plan);
                    statement.setString(2, Actor.current().name());
                    statement.setString(3, state);
                }, EditRows::edit);
        return found.stream().findFirst();
    }

    private static ClauseEdit edit(ResultSet row) throws SQLException {
        return new ClauseEdit(row.getLong("id"), row.getLong("clause_id"),
                ClauseEdit.Kind.valueOf(row.getString("kind")), CanonicalJson.read(row.getString("before"), Content.class),
                CanonicalJson.read(row.getString("after"), Content.class), row.getBoolean("autosaved"));
    }
}
