package org.lantian.ledger.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.common.Actor;
import org.lantian.ledger.ChangeOrigin;
import org.lantian.tenancy.JsonColumns;
import org.lantian.tenancy.RowQueries;

/** The append-only table {@code ledger_change}: one row an enterprise and act, its fields as JSON. */
@Singleton
final class ChangeRows {

    private static final int BATCH = 500;
    private static final String INSERT = "INSERT INTO ledger_change (enterprise_id, cluster_id, fields, origin, origin_id, "
            + "actor, changed_at) VALUES (?, ?, ?::jsonb, ?, ?, ?, ?)";
    private static final String FIELDS = "SELECT c.id, f.ordinality AS place, coalesce(c.enterprise_id, c.cluster_id) AS "
            + "subject, c.cluster_id IS NOT NULL AS of_cluster, f.value AS field, c.origin, c.origin_id, c.actor, c.changed_at";
    private static final String FROM_WHERE = " FROM ledger_change c CROSS JOIN LATERAL jsonb_array_elements(c.fields) "
            + "WITH ORDINALITY f WHERE (?::text IS NULL OR f.value ->> 'f' = ?) ";
    private static final String NEWEST_FIRST = " ORDER BY c.id DESC, f.ordinality";

    private final JdbcOperations jdbc;
    private final RowQueries queries;
    private final JsonColumns json;

    ChangeRows(JdbcOperations jdbc, RowQueries queries, JsonColumns json) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.json = json;
    }

    /** The fields of one enterprise or cluster that an act changed. */
    record Written(long subject, List<FieldChange> fields) {
    }

    /** @param clusters whether the subjects are clusters, not enterprises */
    void insert(ChangeOrigin origin, boolean clusters, Iterator<Written> changes, OffsetDateTime now) {
        String actor = Actor.current().name();
        jdbc.prepareStatement(INSERT, insert -> {
            int waiting = 0;
            while (changes.hasNext()) {
                Written change = changes.next();
                insert.setObject(clusters ? 2 : 1, change.subject(), Types.BIGINT);
                insert.setNull(clusters ? 1 : 2, Types.BIGINT);
                insert.setString(3, json.write(change.fields()));
                bind(insert, origin);
                insert.setString(6, actor);
                insert.setObject(7, now);
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            return insert.executeBatch();
        });
    }

    private static void bind(PreparedStatement insert, ChangeOrigin origin) throws SQLException {
        Optional<Long> id = switch (origin) {
            case ChangeOrigin.OfImport(long one) -> Optional.of(one);
            case ChangeOrigin.OfCommand(long one) -> Optional.of(one);
            case ChangeOrigin.OfRound(long one) -> Optional.of(one);
            case ChangeOrigin.OfEdit() -> Optional.empty();
        };
        LedgerChange.Origin word = switch (origin) {
            case ChangeOrigin.OfImport _ -> LedgerChange.Origin.IMPORT;
            case ChangeOrigin.OfCommand _ -> LedgerChange.Origin.COMMAND;
            case ChangeOrigin.OfRound _ -> LedgerChange.Origin.ROUND;
            case ChangeOrigin.OfEdit _ -> LedgerChange.Origin.EDIT;
        };
        insert.setString(4, word.name());
        insert.setObject(5, id.orElse(null), Types.BIGINT);
    }

    /** A page of each enterprise's history, newest first; one statement for all of them. */
    List<LedgerChange> ofEnterprises(Collection<Long> enterprises, Optional<String> field, int offset, int limit) {
        return queries.list("SELECT * FROM (" + FIELDS + ", row_number() OVER (PARTITION BY c.enterprise_id"
                + NEWEST_FIRST + ") AS n" + FROM_WHERE + "AND c.enterprise_id = ANY (?)) page WHERE n > ? AND n <= ? "
                + "ORDER BY subject, n", statement -> {
                    bind(statement, field);
                    RowQueries.ids(statement, 3, enterprises);
                    statement.setInt(4, offset);
                    statement.setInt(5, offset + limit);
                }, this::read);
    }

    /** How many entries an enterprise's history has. */
    long countOfEnterprise(long enterprise, Optional<String> field) {
        return queries.list("SELECT count(*)" + FROM_WHERE + "AND c.enterprise_id = ?", statement -> {
            bind(statement, field);
            statement.setLong(3, enterprise);
        }, row -> row.getLong(1)).getFirst();
    }

    List<LedgerChange> ofCluster(long cluster, Optional<String> field, int offset, int limit) {
        return queries.list(FIELDS + FROM_WHERE + "AND c.cluster_id = ?" + NEWEST_FIRST + " OFFSET ? LIMIT ?",
                statement -> {
                    bind(statement, field);
                    statement.setLong(3, cluster);
                    statement.setInt(4, offset);
                    statement.setInt(5, limit);
                }, this::read);
    }

    long countOfCluster(long cluster, Optional<String> field) {
        return queries.list("SELECT count(*)" + FROM_WHERE + "AND c.cluster_id = ?", statement -> {
            bind(statement, field);
            statement.setLong(3, cluster);
        }, row -> row.getLong(1)).getFirst();
    }

    /** What one import, command or form changed, in the order in which it was written. */
    List<LedgerChange> ofOrigin(LedgerChange.Origin origin, long id, int offset, int limit) {
        return queries.list(FIELDS + FROM_WHERE + "AND c.origin = ? AND c.origin_id = ? AND c.enterprise_id IS NOT NULL "
                + "ORDER BY c.id, f.ordinality OFFSET ? LIMIT ?", statement -> {
                    bind(statement, Optional.empty());
                    statement.setString(3, origin.name());
                    statement.setLong(4, id);
                    statement.setInt(5, offset);
                    statement.setInt(6, limit);
                }, this::read);
    }

    long countOfOrigin(LedgerChange.Origin origin, long id) {
        return queries.list("SELECT count(*)" + FROM_WHERE + "AND c.origin = ? AND c.origin_id = ? "
                + "AND c.enterprise_id IS NOT NULL", statement -> {
                    bind(statement, Optional.empty());
                    statement.setString(3, origin.name());
                    statement.setLong(4, id);
                }, row -> row.getLong(1)).getFirst();
    }

    private static void bind(PreparedStatement statement, Optional<String> field) throws SQLException {
        statement.setString(1, field.orElse(null));
        statement.setString(2, field.orElse(null));
    }

    private LedgerChange read(ResultSet row) throws SQLException {
        return new LedgerChange(row.getLong("id") + "." + row.getInt("place"), row.getLong("subject"),
                row.getBoolean("of_cluster"), json.read(row.getString("field"), FieldChange.class),
                LedgerChange.Origin.valueOf(row.getString("origin")),
                Optional.ofNullable(row.getObject("origin_id", Long.class)), row.getString("actor"),
                row.getObject("changed_at", OffsetDateTime.class));
    }
}
