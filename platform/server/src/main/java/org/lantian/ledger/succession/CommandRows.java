package org.lantian.ledger.succession;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.common.Actor;
import org.lantian.ledger.succession.EnterpriseCommand.Figures;
import org.lantian.ledger.succession.EnterpriseCommand.Kind;
import org.lantian.ledger.succession.EnterpriseCommand.Named;
import org.lantian.ledger.succession.EnterpriseCommand.Undone;
import org.lantian.tenancy.JsonColumns;
import org.lantian.tenancy.RowQueries;

/** The tables {@code enterprise_command} and {@code enterprise_command_member}. */
@Singleton
final class CommandRows {

    private static final String SELECT = "SELECT c.id, c.kind, c.enterprise_id, c.name, c.others, c.figures, c.reason, "
            + "c.actor, c.done_at, c.undone_by, c.undone_at FROM enterprise_command c ";

    private final JdbcOperations jdbc;
    private final RowQueries queries;
    private final JsonColumns json;

    CommandRows(JdbcOperations jdbc, RowQueries queries, JsonColumns json) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.json = json;
    }

    /** @return id; what is needed to undo it comes later, with {@link #keep} */
    long insert(Kind kind, Named enterprise, List<Named> others, Optional<Figures> figures, String reason,
            OffsetDateTime now) {
        long id = jdbc.prepareStatement("INSERT INTO enterprise_command (kind, enterprise_id, name, others, figures, "
                + "reason, actor, done_at) VALUES (?, ?, ?, ?::jsonb, ?, ?, ?, ?) RETURNING id", insert -> {
                    insert.setString(1, kind.name());
                    insert.setLong(2, enterprise.id());
                    insert.setString(3, enterprise.name());
                    insert.setString(4, json.write(others));
                    insert.setString(5, figures.map(Enum::name).orElse(null));
                    insert.setString(6, reason);
                    insert.setString(7, Actor.current().name());
                    insert.setObject(8, now);
                    try (ResultSet row = insert.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
        List<Long> members = new ArrayList<>(List.of(enterprise.id()));
        others.stream().map(Named::id).filter(other -> other != enterprise.id()).forEach(members::add);
        members(id, members);
        return id;
    }

    private void members(long id, List<Long> members) {
        jdbc.prepareStatement("INSERT INTO enterprise_command_member (command_id, enterprise_id) VALUES (?, ?)", insert -> {
            for (long member : members) {
                insert.setLong(1, id);
                insert.setLong(2, member);
                insert.addBatch();
            }
            return insert.executeBatch();
        });
    }

    /** Keeps what a split's parts are and what undoing needs. */
    void keep(long id, List<Named> others, Undo undo) {
        jdbc.prepareStatement("UPDATE enterprise_command SET others = ?::jsonb, undo = ?::jsonb WHERE id = ?", update -> {
            update.setString(1, json.write(others));
            update.setString(2, json.write(undo));
            update.setLong(3, id);
            return update.executeUpdate();
        });
    }

    void addMembers(long id, Collection<Named> others) {
        members(id, others.stream().map(Named::id).toList());
    }

    /** What undoing needs. */
    Undo undo(long id) {
        return queries.list("SELECT undo FROM enterprise_command WHERE id = ?", statement -> statement.setLong(1, id),
                row -> json.read(row.getString(1), Undo.class)).getFirst();
    }

    void undone(long id, OffsetDateTime now) {
        jdbc.prepareStatement("UPDATE enterprise_command SET undone_by = ?, undone_at = ? WHERE id = ?", update -> {
            update.setString(1, Actor.current().name());
            update.setObject(2, now);
            update.setLong(3, id);
            return update.executeUpdate();
        });
    }

    Optional<EnterpriseCommand> find(long id) {
        return queries.list(SELECT + "WHERE c.id = ?", statement -> statement.setLong(1, id), this::command).stream()
                .findFirst();
    }

    /** The newest first. */
    List<EnterpriseCommand> page(int offset, int limit) {
        return queries.list(SELECT + "ORDER BY c.id DESC OFFSET ? LIMIT ?", statement -> {
            statement.setInt(1, offset);
            statement.setInt(2, limit);
        }, this::command);
    }

    long count() {
        return queries.list("SELECT count(*) FROM enterprise_command", _ -> {
        }, row -> row.getLong(1)).getFirst();
    }

    /** Commands that an enterprise took part in, by enterprise, the newest first. */
    Map<Long, List<EnterpriseCommand>> ofEnterprises(Collection<Long> enterprises) {
        Map<Long, List<EnterpriseCommand>> found = new HashMap<>();
        queries.list("SELECT m.enterprise_id AS member, " + SELECT.substring("SELECT ".length())
                + "JOIN enterprise_command_member m ON m.command_id = c.id WHERE m.enterprise_id = ANY (?) "
                + "ORDER BY c.id DESC", statement -> RowQueries.ids(statement, 1, enterprises),
                row -> found.computeIfAbsent(row.getLong("member"), key -> new ArrayList<>()).add(command(row)));
        return found;
    }

    private EnterpriseCommand command(ResultSet row) throws SQLException {
        Optional<Undone> undone = Optional.ofNullable(row.getString("undone_by")).isEmpty() ? Optional.empty()
                : Optional.of(new Undone(row.getString("undone_by"), row.getObject("undone_at", OffsetDateTime.class)));
        return new EnterpriseCommand(row.getLong("id"), Kind.valueOf(row.getString("kind")),
                row.getLong("enterprise_id"), row.getString("name"), json.list(row.getString("others"), Named.class),
                Optional.ofNullable(row.getString("figures")).map(Figures::valueOf), row.getString("reason"),
                row.getString("actor"), row.getObject("done_at", OffsetDateTime.class), undone);
    }
}
