package org.lantian.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.common.Actor;
import org.lantian.engine.sheet.CellProblem;
import org.lantian.tenancy.JsonColumns;
import org.lantian.tenancy.RowQueries;

/** Keeps imports: their summary and problems as JSON. */
@Singleton
final class LedgerImportRows {

    private final JdbcOperations jdbc;
    private final RowQueries queries;
    private final JsonColumns json;

    LedgerImportRows(JdbcOperations jdbc, RowQueries queries, JsonColumns json) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.json = json;
    }

    long insert(long fileId, LedgerImport.State state, ImportAnalysis analysis, long ledgerVersion,
            OffsetDateTime now) {
        return jdbc.prepareStatement("INSERT INTO ledger_import (file_id, state, base_year, profile, ledger_version, "
                + "summary, problems, created_by, created_at) VALUES (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?) "
                + "RETURNING id", insert -> {
                    insert.setLong(1, fileId);
                    insert.setString(2, state.name());
                    insert.setObject(3, analysis.baseYear().orElse(null), java.sql.Types.INTEGER);
                    insert.setString(4, analysis.profile().ref().toString());
                    insert.setLong(5, ledgerVersion);
                    insert.setString(6, json.write(analysis.summary(false)));
                    insert.setString(7, json.write(analysis.problems()));
                    insert.setString(8, Actor.current().name());
                    insert.setObject(9, now);
                    try (ResultSet row = insert.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }

    void commit(long id, ImportSummary summary, List<CellProblem> problems, OffsetDateTime now) {
        jdbc.prepareStatement("UPDATE ledger_import SET state = 'COMMITTED', summary = ?::jsonb, problems = ?::jsonb, "
                + "committed_at = ?, row_version = row_version + 1 WHERE id = ?", update -> {
                    update.setString(1, json.write(summary));
                    update.setString(2, json.write(problems));
                    update.setObject(3, now);
                    update.setLong(4, id);
                    return update.executeUpdate();
                });
    }

    /** Imports by id; unknown ids are left out. */
    List<LedgerImport> list(Collection<Long> ids) {
        return queries.list("SELECT id, file_id, state, base_year, profile, ledger_version, summary, problems, "
                + "created_by, created_at, committed_at FROM ledger_import WHERE id = ANY (?)",
                statement -> RowQueries.ids(statement, 1, ids), this::read);
    }

    private LedgerImport read(ResultSet row) throws SQLException {
        return new LedgerImport(row.getLong("id"), row.getLong("file_id"),
                LedgerImport.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("base_year", Integer.class)), row.getString("profile"),
                row.getLong("ledger_version"), json.read(row.getString("summary"), ImportSummary.class),
                json.list(row.getString("problems"), CellProblem.class), row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class),
                Optional.ofNullable(row.getObject("committed_at", OffsetDateTime.class)));
    }
}
