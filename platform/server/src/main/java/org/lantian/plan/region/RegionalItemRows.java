package org.lantian.plan.region;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.engine.reading.Deadline;
import org.lantian.engine.reading.Placement;
import org.lantian.engine.reading.ReadItem;
import org.lantian.engine.reading.ReadPlan;
import org.lantian.engine.reading.ReadQuantity;
import org.lantian.engine.reading.ReadSection;
import org.lantian.plugin.grammar.RoleKind;
import org.lantian.tenancy.RowQueries;

/** Rows of regional_item with its roles, deadlines and quantities; they follow from the plan's content. */
@Singleton
class RegionalItemRows {

    private static final String SELECT = "SELECT i.id, i.plan_id, i.section, i.section_heading, i.node_code, i.no, i.title,"
            + " i.content, i.box, i.roles_from, i.line FROM regional_item i JOIN regional_plan p ON p.id = i.plan_id"
            + " WHERE p.deleted_at IS NULL ";
    private static final String NAMED = "AND EXISTS (SELECT 1 FROM regional_item_role r WHERE r.item_id = i.id"
            + " AND (? = '' OR r.name = ? OR r.unit_id = ANY (?) OR r.group_id = ANY (?)) AND (? = '' OR r.role = ?)) ";
    private static final String DUE = "AND EXISTS (SELECT 1 FROM regional_item_deadline d WHERE d.item_id = i.id"
            + " AND d.due_on >= ? AND d.due_on <= ?) ";
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private final JdbcOperations jdbc;
    private final RowQueries queries;

    RegionalItemRows(JdbcOperations jdbc, RowQueries queries) {
        this.jdbc = jdbc;
        this.queries = queries;
    }

    /** Replaces a plan's items by those of its content. */
    void replace(long plan, ReadPlan content, RoleUnits units) {
        jdbc.prepareStatement("DELETE FROM regional_item WHERE plan_id = ?", statement -> {
            statement.setLong(1, plan);
            return statement.executeUpdate();
        });
        int ordinal = 0;
        for (ReadSection section : content.sections()) {
            for (ReadItem item : section.items()) {
                long id = insert(plan, ordinal++, section, item);
                roles(id, item, units);
                deadlines(id, item);
                quantities(id, item);
            }
        }
    }

    private long insert(long plan, int ordinal, ReadSection section, ReadItem item) {
        return jdbc.prepareStatement("INSERT INTO regional_item (plan_id, ordinal, section, section_heading, node_code, no,"
                + " title, content, box, roles_from, line) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id", statement -> {
                    statement.setLong(1, plan);
                    statement.setInt(2, ordinal);
                    statement.setString(3, section.id());
                    statement.setString(4, section.number() + section.heading());
                    statement.setString(5, section.placement() instanceof Placement.Node node ? node.code() : null);
                    statement.setString(6, item.no());
                    statement.setString(7, item.title());
                    statement.setString(8, item.text());
                    statement.setString(9, item.box());
                    statement.setString(10, item.rolesFrom().name());
                    statement.setInt(11, item.line());
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }

    private void roles(long item, ReadItem read, RoleUnits units) {
        jdbc.prepareStatement("INSERT INTO regional_item_role (item_id, ordinal, role, name, unit_id, group_id)"
                + " VALUES (?, ?, ?, ?, ?, ?)", statement -> {
                    int ordinal = 0;
                    for (RoleKind kind : RoleKind.values()) {
                        for (String name : read.roles().of(kind)) {
                            statement.setLong(1, item);
                            statement.setInt(2, ordinal++);
                            statement.setString(3, kind.name());
                            statement.setString(4, name);
                            id(statement, 5, kind == RoleKind.LEADER ? Optional.empty() : units.unit(name));
                            id(statement, 6, kind == RoleKind.LEADER ? Optional.empty() : units.group(name));
                            statement.addBatch();
                        }
                    }
                    return statement.executeBatch();
                });
    }

    private void deadlines(long item, ReadItem read) {
        jdbc.prepareStatement("INSERT INTO regional_item_deadline (item_id, ordinal, kind, words, starts_on, due_on)"
                + " VALUES (?, ?, ?, ?, ?, ?)", statement -> {
                    int ordinal = 0;
                    for (Deadline deadline : read.deadlines()) {
                        statement.setLong(1, item);
                        statement.setInt(2, ordinal++);
                        statement.setString(3, deadline.kind());
                        statement.setString(4, deadline.text());
                        statement.setObject(5, starts(deadline).orElse(null));
                        statement.setObject(6, deadline.last().orElse(null));
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    private static Optional<LocalDate> starts(Deadline deadline) {
        return switch (deadline) {
            case Deadline.Window window -> Optional.of(window.from());
            case Deadline.WholeYear year -> Optional.of(year.from());
            case Deadline.Period period -> period.from();
            default -> Optional.empty();
        };
    }

    private void quantities(long item, ReadItem read) {
        jdbc.prepareStatement("INSERT INTO regional_item_quantity (item_id, ordinal, value, unit, words)"
                + " VALUES (?, ?, ?, ?, ?)", statement -> {
                    int ordinal = 0;
                    for (ReadQuantity quantity : read.quantities()) {
                        statement.setLong(1, item);
                        statement.setInt(2, ordinal++);
                        statement.setString(3, quantity.value());
                        statement.setString(4, quantity.unit());
                        statement.setString(5, quantity.text());
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    private static void id(PreparedStatement statement, int position, Optional<Long> id) throws SQLException {
        if (id.isPresent()) {
            statement.setLong(position, id.get());
        } else {
            statement.setNull(position, Types.BIGINT);
        }
    }

    /** Units and groups that a filter's name stands for. */
    record Named(List<Long> units, List<Long> groups) {
    }

    List<RegionalItem> list(RegionalItemFilter filter, Named named, int offset, int count) {
        return queries.list(SELECT + where(filter) + "ORDER BY i.plan_id, i.ordinal OFFSET ? LIMIT ?", statement -> {
            int next = bind(statement, filter, named);
            statement.setInt(next, offset);
            statement.setInt(next + 1, count);
        }, RegionalItemRows::item);
    }

    long count(RegionalItemFilter filter, Named named) {
        return queries.list("SELECT count(*) FROM (" + SELECT + where(filter) + ") found",
                statement -> bind(statement, filter, named), row -> row.getLong(1)).getFirst();
    }

    private static String where(RegionalItemFilter filter) {
        return (filter.plan().isPresent() ? "AND i.plan_id = ? " : "")
                + (filter.name().isPresent() || filter.role().isPresent() ? NAMED : "")
                + (filter.dueFrom().isPresent() || filter.dueTo().isPresent() ? DUE : "")
                + (filter.text().isPresent() ? "AND position(? in i.title || i.content) > 0 " : "");
    }

    private static int bind(PreparedStatement statement, RegionalItemFilter filter, Named named) throws SQLException {
        List<Object> values = new ArrayList<>();
        filter.plan().ifPresent(values::add);
        if (filter.name().isPresent() || filter.role().isPresent()) {
            String name = filter.name().orElse("");
            String role = filter.role().map(RoleKind::name).orElse("");
            values.addAll(List.of(name, name, ids(statement, named.units()), ids(statement, named.groups()), role, role));
        }
        if (filter.dueFrom().isPresent() || filter.dueTo().isPresent()) {
            values.addAll(List.of(filter.dueFrom().orElse(FIRST), filter.dueTo().orElse(LAST)));
        }
        filter.text().ifPresent(values::add);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return values.size() + 1;
    }

    private static Array ids(PreparedStatement statement, List<Long> ids) throws SQLException {
        return statement.getConnection().createArrayOf("bigint", ids.toArray());
    }

    List<RegionalItem.Role> roles(Collection<Long> items) {
        return queries.list("SELECT item_id, role, name, unit_id, group_id FROM regional_item_role WHERE item_id = ANY (?)"
                + " ORDER BY item_id, ordinal", statement -> RowQueries.ids(statement, 1, items),
                row -> new RegionalItem.Role(row.getLong(1), RoleKind.valueOf(row.getString(2)), row.getString(3),
                        Optional.ofNullable(row.getObject(4, Long.class)),
                        Optional.ofNullable(row.getObject(5, Long.class))));
    }

    List<RegionalItem.Due> deadlines(Collection<Long> items) {
        return queries.list("SELECT item_id, kind, words, starts_on, due_on FROM regional_item_deadline"
                + " WHERE item_id = ANY (?) ORDER BY item_id, ordinal", statement -> RowQueries.ids(statement, 1, items),
                row -> new RegionalItem.Due(row.getLong(1), row.getString(2), row.getString(3),
                        Optional.ofNullable(row.getObject(4, LocalDate.class)),
                        Optional.ofNullable(row.getObject(5, LocalDate.class))));
    }

    List<RegionalItem.Quantity> quantities(Collection<Long> items) {
        return queries.list("SELECT item_id, value, unit, words FROM regional_item_quantity WHERE item_id = ANY (?)"
                + " ORDER BY item_id, ordinal", statement -> RowQueries.ids(statement, 1, items),
                row -> new RegionalItem.Quantity(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    private static RegionalItem item(ResultSet row) throws SQLException {
        return new RegionalItem(row.getLong("id"), row.getLong("plan_id"), row.getString("section"),
                row.getString("section_heading"), Optional.ofNullable(row.getString("node_code")), row.getString("no"),
                row.getString("title"), row.getString("content"), row.getString("box"),
                ReadItem.RolesFrom.valueOf(row.getString("roles_from")), row.getInt("line"));
    }
}
