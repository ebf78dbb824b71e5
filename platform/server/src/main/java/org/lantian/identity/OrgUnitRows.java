package org.lantian.identity;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

/** Reads units and groups; a retired one is not found. */
@Singleton
final class OrgUnitRows {

    private static final String SELECT = "SELECT u.id, u.code, u.parent_id, u.name, u.aliases, u.kind, u.region_code ";

    /**
     * Every unit of the named groups: a chain of bases is walked down from each, and what a group on the way excludes
     * is taken from what lies below it.
     */
    private static final String UNITS_OF_GROUPS = "WITH RECURSIVE chain(root_id, group_id, excluded) AS ("
            + " SELECT g.id, g.id, '{}'::bigint[] FROM org_unit_group g WHERE g.id = ANY (?)"
            + " UNION ALL"
            + " SELECT c.root_id, g.base_id, c.excluded || ARRAY(SELECT m.unit_id FROM org_unit_group_member m"
            + " WHERE m.group_id = g.id AND m.excluded)"
            + " FROM chain c JOIN org_unit_group g ON g.id = c.group_id WHERE g.base_id IS NOT NULL) "
            + "SELECT DISTINCT c.root_id, u.ordinal, u.id, u.code, u.parent_id, u.name, u.aliases, u.kind,"
            + " u.region_code FROM chain c JOIN org_unit_group_member m ON m.group_id = c.group_id AND NOT m.excluded"
            + " JOIN org_unit u ON u.id = m.unit_id AND u.deleted_at IS NULL"
            + " WHERE NOT u.id = ANY (c.excluded) ORDER BY c.root_id, u.ordinal";

    private final JdbcOperations jdbc;

    OrgUnitRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    List<OrgUnit> list(Optional<OrgUnitKind> kind, int offset, int limit) {
        String sql = SELECT + "FROM org_unit u WHERE u.deleted_at IS NULL AND (?::text IS NULL OR u.kind = ?)"
                + " ORDER BY u.ordinal, u.id OFFSET ? LIMIT ?";
        return jdbc.prepareStatement(sql, statement -> {
            setText(statement, 1, kind.map(OrgUnitKind::word));
            setText(statement, 2, kind.map(OrgUnitKind::word));
            statement.setInt(3, offset);
            statement.setInt(4, limit);
            return units(statement);
        });
    }

    long count(Optional<OrgUnitKind> kind) {
        String sql = "SELECT count(*) FROM org_unit u WHERE u.deleted_at IS NULL AND (?::text IS NULL OR u.kind = ?)";
        return jdbc.prepareStatement(sql, statement -> {
            setText(statement, 1, kind.map(OrgUnitKind::word));
            setText(statement, 2, kind.map(OrgUnitKind::word));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    List<OrgUnit> listByIds(Collection<Long> ids) {
        return byIds("WHERE u.id = ANY (?)", ids);
    }

    List<OrgUnit> listByParents(Collection<Long> parentIds) {
        return byIds("WHERE u.parent_id = ANY (?) AND u.deleted_at IS NULL ORDER BY u.ordinal, u.id", parentIds);
    }

    List<OrgUnitGroup> listGroups() {
        String sql = "SELECT id, code, name, aliases FROM org_unit_group WHERE deleted_at IS NULL ORDER BY ordinal, id";
        return jdbc.prepareStatement(sql, statement -> {
            List<OrgUnitGroup> groups = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    groups.add(new OrgUnitGroup(rows.getLong("id"), rows.getString("code"), rows.getString("name"),
                            texts(rows.getArray("aliases"))));
                }
            }
            return groups;
        });
    }

    Map<Long, List<OrgUnit>> unitsOfGroups(Collection<Long> groupIds) {
        return jdbc.prepareStatement(UNITS_OF_GROUPS, statement -> {
            setIds(statement, groupIds);
            Map<Long, List<OrgUnit>> units = new LinkedHashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    units.computeIfAbsent(rows.getLong("root_id"), root -> new ArrayList<>()).add(unit(rows));
                }
            }
            return units;
        });
    }

    private List<OrgUnit> byIds(String where, Collection<Long> ids) {
        return jdbc.prepareStatement(SELECT + "FROM org_unit u " + where, statement -> {
            setIds(statement, ids);
            return units(statement);
        });
    }

    private static List<OrgUnit> units(PreparedStatement statement) throws SQLException {
        List<OrgUnit> units = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                units.add(unit(rows));
            }
        }
        return units;
    }

    private static OrgUnit unit(ResultSet row) throws SQLException {
        long parent = row.getLong("parent_id");
        Optional<Long> parentId = row.wasNull() ? Optional.empty() : Optional.of(parent);
        return new OrgUnit(row.getLong("id"), row.getString("code"), parentId, row.getString("name"),
                texts(row.getArray("aliases")), OrgUnitKind.ofWord(row.getString("kind")).orElseThrow(),
                Optional.ofNullable(row.getString("region_code")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static void setIds(PreparedStatement statement, Collection<Long> ids) throws SQLException {
        statement.setArray(1, statement.getConnection().createArrayOf("bigint", ids.toArray()));
    }

    static void setText(PreparedStatement statement, int index, Optional<String> text) throws SQLException {
        if (text.isPresent()) {
            statement.setString(index, text.get());
        } else {
            statement.setNull(index, Types.VARCHAR);
        }
    }
}
