package org.lantian.tenancy.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.tenancy.RowQueries;
import org.lantian.tenancy.TenantCode;

/** Rows of the control schema's event table. */
@Singleton
class EventRows {

    private static final int LARGEST_POLL = 5_000;

    private final JdbcOperations jdbc;
    private final RowQueries queries;

    EventRows(JdbcOperations jdbc, RowQueries queries) {
        this.jdbc = jdbc;
        this.queries = queries;
    }

    /**
     * @param node node whose listeners have heard of it already; blank where none has
     * @param settled whether no row with a smaller id can still appear
     */
    record Row(long id, Event event, String node, boolean settled) {
    }

    void insert(Event event, String node) {
        jdbc.prepareStatement("INSERT INTO lantian.event (tenant, topic, key, payload, node) VALUES (?, ?, ?, ?, ?)",
                statement -> {
                    statement.setString(1, event.tenant().value());
                    statement.setString(2, event.topic());
                    statement.setString(3, event.key());
                    statement.setString(4, event.payload());
                    statement.setString(5, node);
                    return statement.executeUpdate();
                });
    }

    long newest() {
        return queries.list("SELECT coalesce(max(id), 0) FROM lantian.event", statement -> {
        }, row -> row.getLong(1)).getFirst();
    }

    List<Row> after(long id) {
        return queries.list("SELECT id, tenant, topic, key, payload, node,"
                + " happened_at < clock_timestamp() - interval '1 minute' AS settled FROM lantian.event WHERE id > ?"
                + " ORDER BY id LIMIT " + LARGEST_POLL, statement -> statement.setLong(1, id), EventRows::row);
    }

    Optional<Event> latest(TenantCode tenant, String topic, String key) {
        return queries.list("SELECT id, tenant, topic, key, payload, node, true AS settled FROM lantian.event"
                + " WHERE tenant = ? AND topic = ? AND key = ? ORDER BY id DESC LIMIT 1", statement -> {
                    statement.setString(1, tenant.value());
                    statement.setString(2, topic);
                    statement.setString(3, key);
                }, EventRows::row).stream().map(Row::event).findFirst();
    }

    int deleteOld() {
        return jdbc.prepareStatement("DELETE FROM lantian.event"
                + " WHERE happened_at < clock_timestamp() - interval '10 minutes'", statement -> statement.executeUpdate());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong("id"), new Event(new TenantCode(row.getString("tenant")), row.getString("topic"),
                row.getString("key"), row.getString("payload")), row.getString("node"), row.getBoolean("settled"));
    }
}
