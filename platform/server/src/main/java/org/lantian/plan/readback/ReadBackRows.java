package org.lantian.plan.readback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.common.Actor;
import org.lantian.engine.json.CanonicalJson;
import org.lantian.file.StoredFile;
import org.lantian.tenancy.RowQueries;

/** Rows of read_back and read_back_proposal. */
@Singleton
class ReadBackRows {

    private static final String SELECT = "SELECT id, plan_id, file_id, file_name, known_export, actor, created_at FROM read_back ";

    private final JdbcOperations jdbc;
    private final RowQueries queries;

    ReadBackRows(JdbcOperations jdbc, RowQueries queries) {
        this.jdbc = jdbc;
        this.queries = queries;
    }

    long insert(long plan, StoredFile file, boolean knownExport, List<Edit> edits) {
        long id = queries.list("INSERT INTO read_back (plan_id, file_id, file_name, known_export, actor)"
                + " VALUES (?, ?, ?, ?, ?) RETURNING id", statement -> {
                    statement.setLong(1, plan);
                    statement.setLong(2, file.id());
                    statement.setString(3, file.name());
                    statement.setBoolean(4, knownExport);
                    statement.setString(5, Actor.current().name());
                }, row -> row.getLong(1)).getFirst();
        jdbc.prepareStatement("INSERT INTO read_back_proposal (read_back_id, ordinal, content) VALUES (?, ?, ?::jsonb)",
                statement -> {
                    for (int i = 0; i < edits.size(); i++) {
                        statement.setLong(1, id);
                        statement.setInt(2, i);
                        statement.setString(3, CanonicalJson.write(edits.get(i)));
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
        return id;
    }

    Optional<ReadBack> find(long id) {
        return queries.list(SELECT + "WHERE id = ?", statement -> statement.setLong(1, id), ReadBackRows::readBack)
                .stream().findFirst();
    }

    /** The newest first. */
    List<ReadBack> listOf(Collection<Long> plans) {
        return queries.list(SELECT + "WHERE plan_id = ANY (?) ORDER BY id DESC",
                statement -> RowQueries.ids(statement, 1, plans), ReadBackRows::readBack);
    }

    /** In the file's order. */
    List<Proposal> proposals(Collection<Long> readBacks) {
        return queries.list("SELECT id, read_back_id, ordinal, content, state, clause_id, decided_by FROM read_back_proposal"
                + " WHERE read_back_id = ANY (?) ORDER BY read_back_id, ordinal",
                statement -> RowQueries.ids(statement, 1, readBacks), ReadBackRows::proposal);
    }

    /** @return whether the proposal was open */
    boolean decide(long id, Proposal.State state, Optional<Long> clause) {
        return jdbc.prepareStatement("UPDATE read_back_proposal SET state = ?, clause_id = ?, decided_by = ?,"
                + " decided_at = now() WHERE id = ? AND state = 'OPEN'", statement -> {
                    statement.setString(1, state.name());
                    statement.setObject(2, clause.orElse(null));
                    statement.setString(3, Actor.current().name());
                    statement.setLong(4, id);
                    return statement.executeUpdate() == 1;
                });
    }

    private static ReadBack readBack(ResultSet row) throws SQLException {
        return new ReadBack(row.getLong("id"), row.getLong("plan_id"), row.getLong("file_id"), row.getString("file_name"),
                row.getBoolean("known_export"), row.getString("actor"), row.getObject("created_at", OffsetDateTime.class));
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        long clause = row.getLong("clause_id");
        Optional<Long> became = row.wasNull() ? Optional.empty() : Optional.of(clause);
        return new Proposal(row.getLong("id"), row.getLong("read_back_id"), row.getInt("ordinal"),
                CanonicalJson.read(row.getString("content"), Edit.class), Proposal.State.valueOf(row.getString("state")),
                became, Optional.ofNullable(row.getString("decided_by")));
    }
}
