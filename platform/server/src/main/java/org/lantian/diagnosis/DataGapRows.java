package org.lantian.diagnosis;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

/** The table {@code data_gap}; called inside the tenant's transaction. */
@Singleton
class DataGapRows {

    private static final String COLUMNS = "g.enterprise_id, g.base_year, g.rule_id, g.subject_key, g.missing, g.text";

    private final JdbcOperations jdbc;
    private final JsonColumns json;

    DataGapRows(JdbcOperations jdbc, JsonColumns json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Makes the stored gaps of the enterprises and year equal to these; touches nothing that is equal already. */
    void replace(Collection<Long> enterprises, int baseYear, List<DataGap> gaps) {
        Map<DataGap.Key, DataGap> stale = new HashMap<>();
        ofEnterprises(enterprises, baseYear).forEach(gap -> stale.put(gap.key(), gap));
        List<DataGap> fresh = new ArrayList<>();
        for (DataGap gap : gaps) {
            if (gap.equals(stale.get(gap.key()))) {
                stale.remove(gap.key());
            } else {
                fresh.add(gap);
            }
        }
        delete(baseYear, stale.keySet());
        insert(fresh);
    }

    List<DataGap> page(FindingFilter filter, int offset, int limit) {
        return jdbc.prepareStatement("SELECT " + COLUMNS + " FROM data_gap g JOIN enterprise e ON e.id = g.enterprise_id "
                + "WHERE e.deleted_at IS NULL AND (?::bigint IS NULL OR g.enterprise_id = ?) "
                + "AND (?::bigint IS NULL OR e.cluster_id = ?) AND (?::integer IS NULL OR g.base_year = ?) "
                + "ORDER BY g.enterprise_id, g.id OFFSET ? LIMIT ?", statement -> {
                    int next = filter.bindPlace(statement);
                    statement.setInt(next, offset);
                    statement.setInt(next + 1, limit);
                    return list(statement);
                });
    }

    long count(FindingFilter filter) {
        return jdbc.prepareStatement("SELECT count(*) FROM data_gap g JOIN enterprise e ON e.id = g.enterprise_id "
                + "WHERE e.deleted_at IS NULL AND (?::bigint IS NULL OR g.enterprise_id = ?) "
                + "AND (?::bigint IS NULL OR e.cluster_id = ?) AND (?::integer IS NULL OR g.base_year = ?)", statement -> {
                    filter.bindPlace(statement);
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }

    private List<DataGap> ofEnterprises(Collection<Long> enterprises, int baseYear) {
        return jdbc.prepareStatement("SELECT " + COLUMNS + " FROM data_gap g WHERE g.enterprise_id = ANY (?) "
                + "AND g.base_year = ?", statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("bigint", enterprises.toArray()));
                    statement.setInt(2, baseYear);
                    return list(statement);
                });
    }

    private void delete(int baseYear, Collection<DataGap.Key> keys) {
        jdbc.prepareStatement("DELETE FROM data_gap WHERE enterprise_id = ? AND base_year = ? AND rule_id = ? "
                + "AND subject_key = ?", statement -> {
                    for (DataGap.Key key : keys) {
                        statement.setLong(1, key.enterpriseId());
                        statement.setInt(2, baseYear);
                        statement.setString(3, key.ruleId());
                        statement.setString(4, key.subject());
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    private void insert(List<DataGap> gaps) {
        jdbc.prepareStatement("INSERT INTO data_gap(enterprise_id, base_year, rule_id, subject_key, missing, text) "
                + "VALUES (?, ?, ?, ?, ?::jsonb, ?)", statement -> {
                    for (DataGap gap : gaps) {
                        statement.setLong(1, gap.enterpriseId());
                        statement.setInt(2, gap.baseYear());
                        statement.setString(3, gap.ruleId());
                        statement.setString(4, gap.subject());
                        statement.setString(5, json.write(gap.missing()));
                        statement.setString(6, gap.text());
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    private List<DataGap> list(PreparedStatement statement) throws SQLException {
        List<DataGap> gaps = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                gaps.add(new DataGap(row.getLong("enterprise_id"), row.getInt("base_year"), row.getString("rule_id"),
                        row.getString("subject_key"), json.read(row.getString("missing"), String.class),
                        row.getString("text")));
            }
        }
        return gaps;
    }
}
