package org.lantian.ledger.register;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.lantian.common.Actor;
import org.lantian.ledger.register.RegisterEntry.Origin;
import org.lantian.tenancy.JsonColumns;
import org.lantian.tenancy.RowQueries;

/** The tables {@code register} and {@code register_entry}. */
@Singleton
final class RegisterRows {

    private static final String REGISTERS = "SELECT id, name, description, source, rule, row_version FROM register ";
    private static final String ENTRIES = "SELECT r.id, r.register_id, r.enterprise_id, r.valid_from, r.valid_to, r.source, "
            + "r.reason, r.origin, r.added_by, r.added_at, r.ended_by, r.row_version FROM register_entry r "
            + "JOIN enterprise e ON e.id = r.enterprise_id AND e.deleted_at IS NULL ";
    private static final String HOLDS = "(?::date IS NULL OR r.valid_from <= ? AND (r.valid_to IS NULL OR r.valid_to >= ?)) ";

    private final JdbcOperations jdbc;
    private final RowQueries queries;
    private final JsonColumns json;

    RegisterRows(JdbcOperations jdbc, RowQueries queries, JsonColumns json) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.json = json;
    }

    List<Register> list() {
        return queries.list(REGISTERS + "ORDER BY id", _ -> {
        }, this::register);
    }

    /** Keeps others from adding to a register until the transaction ends. */
    void lock(long register) {
        queries.list("SELECT id FROM register WHERE id = ? FOR UPDATE", statement -> statement.setLong(1, register),
                row -> row.getLong(1));
    }

    long insert(String name, String description, String source, Optional<RegisterRule> rule) {
        return jdbc.prepareStatement("INSERT INTO register (name, description, source, rule) VALUES (?, ?, ?, ?::jsonb) "
                + "RETURNING id", insert -> {
                    bind(insert, name, description, source, rule);
                    try (ResultSet row = insert.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }

    /** @return whether the row was still at that version */
    boolean update(Register register) {
        return jdbc.prepareStatement("UPDATE register SET name = ?, description = ?, source = ?, rule = ?::jsonb, "
                + "row_version = row_version + 1 WHERE id = ? AND row_version = ?", update -> {
                    bind(update, register.name(), register.description(), register.source(), register.rule());
                    update.setLong(5, register.id());
                    update.setInt(6, register.rowVersion());
                    return update.executeUpdate() == 1;
                });
    }

    private void bind(PreparedStatement statement, String name, String description, String source,
            Optional<RegisterRule> rule) throws SQLException {
        statement.setString(1, name);
        statement.setString(2, description);
        statement.setString(3, source);
        statement.setString(4, rule.map(one -> json.write(one, RegisterRule.class)).orElse(null));
    }

    void insert(List<RegisterEntry> entries) {
        jdbc.prepareStatement("INSERT INTO register_entry (register_id, enterprise_id, valid_from, valid_to, source, reason, "
                + "origin, added_by, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", insert -> {
                    for (RegisterEntry entry : entries) {
                        insert.setLong(1, entry.registerId());
                        insert.setLong(2, entry.enterpriseId());
                        insert.setObject(3, entry.from());
                        insert.setObject(4, entry.to().orElse(null), Types.DATE);
                        insert.setString(5, entry.source());
                        insert.setString(6, entry.reason());
                        insert.setString(7, entry.origin().name());
                        insert.setString(8, entry.addedBy());
                        insert.setObject(9, entry.addedAt());
                        insert.addBatch();
                    }
                    return insert.executeBatch();
                });
    }

    /** @return whether the row was still at that version */
    boolean end(RegisterEntry entry, LocalDate to, OffsetDateTime now) {
        return jdbc.prepareStatement("UPDATE register_entry SET valid_to = ?, ended_by = ?, ended_at = ?, "
                + "row_version = row_version + 1 WHERE id = ? AND row_version = ?", update -> {
                    update.setObject(1, to);
                    update.setString(2, Actor.current().name());
                    update.setObject(3, now);
                    update.setLong(4, entry.id());
                    update.setInt(5, entry.rowVersion());
                    return update.executeUpdate() == 1;
                });
    }

    /** A derived entry that began today and holds no longer was never one. */
    void delete(RegisterEntry entry) {
        jdbc.prepareStatement("DELETE FROM register_entry WHERE id = ?", delete -> {
            delete.setLong(1, entry.id());
            return delete.executeUpdate();
        });
    }

    void reword(RegisterEntry entry, String reason) {
        jdbc.prepareStatement("UPDATE register_entry SET reason = ?, row_version = row_version + 1 WHERE id = ?", update -> {
            update.setString(1, reason);
            update.setLong(2, entry.id());
            return update.executeUpdate();
        });
    }

    Optional<RegisterEntry> find(long id) {
        return queries.list(ENTRIES + "WHERE r.id = ?", statement -> statement.setLong(1, id), RegisterRows::entry).stream()
                .findFirst();
    }

    /** Entries of a register, by enterprise name; of one day, or all that ever were. */
    List<RegisterEntry> ofRegister(long register, @Nullable LocalDate on, int offset, int limit) {
        return queries.list(ENTRIES + "WHERE r.register_id = ? AND " + HOLDS
                + "ORDER BY e.name COLLATE \"zh-x-icu\", r.valid_from, r.id OFFSET ? LIMIT ?", statement -> {
                    statement.setLong(1, register);
                    day(statement, 2, on);
                    statement.setInt(5, offset);
                    statement.setInt(6, limit);
                }, RegisterRows::entry);
    }

    long count(long register, @Nullable LocalDate on) {
        return queries.list("SELECT count(*) FROM register_entry r JOIN enterprise e ON e.id = r.enterprise_id "
                + "AND e.deleted_at IS NULL WHERE r.register_id = ? AND " + HOLDS, statement -> {
                    statement.setLong(1, register);
                    day(statement, 2, on);
                }, row -> row.getLong(1)).getFirst();
    }

    /** Entries of enterprises, the latest first. */
    List<RegisterEntry> ofEnterprises(Collection<Long> enterprises, @Nullable LocalDate on) {
        return queries.list(ENTRIES + "WHERE r.enterprise_id = ANY (?) AND " + HOLDS
                + "ORDER BY r.enterprise_id, r.valid_from DESC, r.id DESC", statement -> {
                    RowQueries.ids(statement, 1, enterprises);
                    day(statement, 2, on);
                }, RegisterRows::entry);
    }

    private static void day(PreparedStatement statement, int first, @Nullable LocalDate day) throws SQLException {
        for (int i = first; i < first + 3; i++) {
            statement.setObject(i, day, Types.DATE);
        }
    }

    private Register register(ResultSet row) throws SQLException {
        return new Register(row.getLong("id"), row.getString("name"), row.getString("description"),
                row.getString("source"), Optional.ofNullable(row.getString("rule"))
                        .map(rule -> json.read(rule, RegisterRule.class)), row.getInt("row_version"));
    }

    private static RegisterEntry entry(ResultSet row) throws SQLException {
        return new RegisterEntry(row.getLong("id"), row.getLong("register_id"), row.getLong("enterprise_id"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)), row.getString("source"),
                row.getString("reason"), Origin.valueOf(row.getString("origin")), row.getString("added_by"),
                row.getObject("added_at", OffsetDateTime.class), Optional.ofNullable(row.getString("ended_by")),
                row.getInt("row_version"));
    }
}
