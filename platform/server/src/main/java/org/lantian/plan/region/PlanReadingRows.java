package org.lantian.plan.region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.common.Actor;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.file.StoredFile;
import org.lantian.tenancy.RowQueries;

/** Rows of plan_reading. */
@Singleton
class PlanReadingRows {

    private static final String SELECT = "SELECT id, file_id, file_name, profile, profile_hash, title, state, plan_id,"
            + " row_version FROM plan_reading ";

    private final JdbcOperations jdbc;
    private final RowQueries queries;

    PlanReadingRows(JdbcOperations jdbc, RowQueries queries) {
        this.jdbc = jdbc;
        this.queries = queries;
    }

    long insert(StoredFile file, ResolvedProfile profile, String title, String content, String remarks) {
        return jdbc.prepareStatement("INSERT INTO plan_reading (file_id, file_name, profile, profile_hash, title, content,"
                + " remarks, actor) VALUES (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?) RETURNING id", statement -> {
                    statement.setLong(1, file.id());
                    statement.setString(2, file.name());
                    statement.setString(3, profile.ref().toString());
                    statement.setString(4, profile.hash());
                    statement.setString(5, title);
                    statement.setString(6, content);
                    statement.setString(7, remarks);
                    statement.setString(8, Actor.current().name());
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }

    List<PlanReading> list(int offset, int count) {
        return queries.list(SELECT + "ORDER BY id DESC OFFSET ? LIMIT ?", statement -> {
            statement.setInt(1, offset);
            statement.setInt(2, count);
        }, PlanReadingRows::reading);
    }

    long count() {
        return queries.list("SELECT count(*) FROM plan_reading", statement -> {
        }, row -> row.getLong(1)).getFirst();
    }

    Optional<PlanReading> find(long id) {
        return queries.list(SELECT + "WHERE id = ?", statement -> statement.setLong(1, id), PlanReadingRows::reading)
                .stream().findFirst();
    }

    String content(long id) {
        return column("content", id);
    }

    String remarks(long id) {
        return column("remarks", id);
    }

    private String column(String name, long id) {
        return queries.list("SELECT " + name + " FROM plan_reading WHERE id = ?", statement -> statement.setLong(1, id),
                row -> row.getString(1)).getFirst();
    }

    /** @return whether the reading was still open at that version */
    boolean decide(long id, int rowVersion, PlanReading.State state, Optional<Long> plan) {
        return jdbc.prepareStatement("UPDATE plan_reading SET state = ?, plan_id = ?, row_version = row_version + 1"
                + " WHERE id = ? AND row_version = ? AND state = 'OPEN'", statement -> {
                    statement.setString(1, state.name());
                    statement.setObject(2, plan.orElse(null));
                    statement.setLong(3, id);
                    statement.setInt(4, rowVersion);
                    return statement.executeUpdate() == 1;
                });
    }

    private static PlanReading reading(ResultSet row) throws SQLException {
        return new PlanReading(row.getLong("id"), row.getLong("file_id"), row.getString("file_name"),
                row.getString("profile"), row.getString("profile_hash"), row.getString("title"),
                PlanReading.State.valueOf(row.getString("state")), Optional.ofNullable(row.getObject("plan_id", Long.class)),
                row.getInt("row_version"));
    }
}
