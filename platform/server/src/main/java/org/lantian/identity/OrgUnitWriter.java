package org.lantian.identity;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.common.Applied;

/** Brings the rows of units and groups to what is declared; a row that already says so is not touched. */
@Singleton
final class OrgUnitWriter {

    private static final String SAVE_UNIT = "INSERT INTO org_unit AS u"
            + "(code, parent_id, name, aliases, kind, region_code, ordinal)"
            + " VALUES (?, (SELECT id FROM org_unit WHERE code = ?), ?, ?, ?, ?, ?)"
            + " ON CONFLICT (code) DO UPDATE SET parent_id = excluded.parent_id, name = excluded.name,"
            + " aliases = excluded.aliases, kind = excluded.kind, region_code = excluded.region_code,"
            + " ordinal = excluded.ordinal, deleted_at = NULL, row_version = u.row_version + 1, updated_at = now()"
            + " WHERE (u.parent_id, u.name, u.aliases, u.kind, u.region_code, u.ordinal, u.deleted_at)"
            + " IS DISTINCT FROM (excluded.parent_id, excluded.name, excluded.aliases, excluded.kind,"
            + " excluded.region_code, excluded.ordinal, NULL::timestamptz) RETURNING row_version";

    private static final String SAVE_GROUP = "INSERT INTO org_unit_group AS g(code, name, aliases, base_id, ordinal)"
            + " VALUES (?, ?, ?, (SELECT id FROM org_unit_group WHERE code = ?), ?)"
            + " ON CONFLICT (code) DO UPDATE SET name = excluded.name, aliases = excluded.aliases,"
            + " base_id = excluded.base_id, ordinal = excluded.ordinal, deleted_at = NULL,"
            + " row_version = g.row_version + 1, updated_at = now()"
            + " WHERE (g.name, g.aliases, g.base_id, g.ordinal, g.deleted_at) IS DISTINCT FROM"
            + " (excluded.name, excluded.aliases, excluded.base_id, excluded.ordinal, NULL::timestamptz)"
            + " RETURNING row_version";

    private static final String ADD_MEMBERS = "INSERT INTO org_unit_group_member AS m(group_id, unit_id, excluded)"
            + " SELECT g.id, u.id, ? FROM org_unit_group g, org_unit u WHERE g.code = ? AND u.code = ANY (?)"
            + " ON CONFLICT (group_id, unit_id) DO UPDATE SET excluded = excluded.excluded"
            + " WHERE m.excluded <> excluded.excluded";

    private static final String REMOVE_MEMBERS = "DELETE FROM org_unit_group_member m USING org_unit_group g, org_unit u"
            + " WHERE g.id = m.group_id AND u.id = m.unit_id AND g.code = ? AND u.code <> ALL (?)";

    private final JdbcOperations jdbc;

    OrgUnitWriter(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    Applied saveUnit(OrgUnitDeclaration unit, int ordinal) {
        return jdbc.prepareStatement(SAVE_UNIT, statement -> {
            statement.setString(1, unit.code());
            OrgUnitRows.setText(statement, 2, unit.parentCode());
            statement.setString(3, unit.name());
            statement.setArray(4, texts(statement, unit.aliases()));
            statement.setString(5, unit.kind().word());
            OrgUnitRows.setText(statement, 6, unit.regionCode());
            statement.setInt(7, ordinal);
            return saved(statement);
        });
    }

    Applied saveGroup(OrgUnitGroupDeclaration group, int ordinal) {
        Applied saved = jdbc.prepareStatement(SAVE_GROUP, statement -> {
            statement.setString(1, group.code());
            statement.setString(2, group.name());
            statement.setArray(3, texts(statement, group.aliases()));
            OrgUnitRows.setText(statement, 4, group.baseCode());
            statement.setInt(5, ordinal);
            return saved(statement);
        });
        int changes = addMembers(group.code(), group.members(), false)
                + addMembers(group.code(), group.exclusions(), true) + removeOtherMembers(group);
        return saved.none() && changes > 0 ? new Applied(0, 1, 0) : saved;
    }

    /** Retires the units and groups that are no longer declared. */
    Applied retireOthers(Collection<String> unitCodes, Collection<String> groupCodes) {
        int retired = retire("UPDATE org_unit_group SET deleted_at = now(), row_version = row_version + 1,"
                + " updated_at = now() WHERE deleted_at IS NULL AND code <> ALL (?)", groupCodes)
                + retire("UPDATE org_unit SET deleted_at = now(), row_version = row_version + 1,"
                        + " updated_at = now() WHERE deleted_at IS NULL AND code <> ALL (?)", unitCodes);
        return new Applied(0, 0, retired);
    }

    private int addMembers(String group, List<String> units, boolean excluded) {
        return jdbc.prepareStatement(ADD_MEMBERS, statement -> {
            statement.setBoolean(1, excluded);
            statement.setString(2, group);
            statement.setArray(3, texts(statement, units));
            return statement.executeUpdate();
        });
    }

    private int removeOtherMembers(OrgUnitGroupDeclaration group) {
        return jdbc.prepareStatement(REMOVE_MEMBERS, statement -> {
            statement.setString(1, group.code());
            List<String> kept = new java.util.ArrayList<>(group.members());
            kept.addAll(group.exclusions());
            statement.setArray(2, texts(statement, kept));
            return statement.executeUpdate();
        });
    }

    private int retire(String sql, Collection<String> kept) {
        return jdbc.prepareStatement(sql, statement -> {
            statement.setArray(1, texts(statement, kept));
            return statement.executeUpdate();
        });
    }

    /** No row comes back where nothing differed; a fresh row has version 0. */
    private static Applied saved(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Applied.NOTHING;
            }
            return row.getInt(1) == 0 ? new Applied(1, 0, 0) : new Applied(0, 1, 0);
        }
    }

    private static Array texts(PreparedStatement statement, Collection<String> texts) throws SQLException {
        return statement.getConnection().createArrayOf("text", texts.toArray());
    }
}
