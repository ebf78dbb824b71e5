package org.lantian.diagnosis;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.engine.rule.Verdict.Evidence;

/** The table {@code mean_below_limit}; called inside the tenant's transaction. */
@Singleton
class MeanRows {

    private static final String COLUMNS = "g.enterprise_id, g.base_year, g.rule_id, g.subject_key, g.text, g.evidence";

    private final JdbcOperations jdbc;
    private final JsonColumns json;

    MeanRows(JdbcOperations jdbc, JsonColumns json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Makes what is stored of the enterprises and year equal to these; touches nothing that is equal already. */
    void replace(Collection<Long> enterprises, int baseYear, List<MeanBelowLimit> means) {
        Set<MeanBelowLimit> stale = new LinkedHashSet<>(ofEnterprises(enterprises, baseYear));
        List<MeanBelowLimit> fresh = means.stream().filter(mean -> !stale.remove(mean)).toList();
        delete(stale);
        insert(fresh);
    }

    List<MeanBelowLimit> page(FindingFilter filter, int offset, int limit) {
        return jdbc.prepareStatement("SELECT " + COLUMNS + " FROM mean_below_limit g JOIN enterprise e ON e.id = g.enterprise_id "
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
        return jdbc.prepareStatement("SELECT count(*) FROM mean_below_limit g JOIN enterprise e ON e.id = g.enterprise_id "
                + "WHERE e.deleted_at IS NULL AND (?::bigint IS NULL OR g.enterprise_id = ?) "
                + "AND (?::bigint IS NULL OR e.cluster_id = ?) AND (?::integer IS NULL OR g.base_year = ?)", statement -> {
                    filter.bindPlace(statement);
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }

    private List<MeanBelowLimit> ofEnterprises(Collection<Long> enterprises, int baseYear) {
        return jdbc.prepareStatement("SELECT " + COLUMNS + " FROM mean_below_limit g WHERE g.enterprise_id = ANY (?) "
                + "AND g.base_year = ?", statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("bigint", enterprises.toArray()));
                    statement.setInt(2, baseYear);
                    return list(statement);
                });
    }

    private void delete(Collection<MeanBelowLimit> means) {
        jdbc.prepareStatement("DELETE FROM mean_below_limit WHERE enterprise_id = ? AND base_year = ? AND rule_id = ? "
                + "AND subject_key = ?", statement -> {
                    for (MeanBelowLimit mean : means) {
                        statement.setLong(1, mean.enterpriseId());
                        statement.setInt(2, mean.baseYear());
                        statement.setString(3, mean.ruleId());
                        statement.setString(4, mean.subject());
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    private void insert(List<MeanBelowLimit> means) {
        jdbc.prepareStatement("INSERT INTO mean_below_limit(enterprise_id, base_year, rule_id, subject_key, text, evidence) "
                + "VALUES (?, ?, ?, ?, ?, ?::jsonb)", statement -> {
                    for (MeanBelowLimit mean : means) {
                        statement.setLong(1, mean.enterpriseId());
                        statement.setInt(2, mean.baseYear());
                        statement.setString(3, mean.ruleId());
                        statement.setString(4, mean.subject());
                        statement.setString(5, mean.text());
                        statement.setString(6, json.write(mean.evidence()));
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    private List<MeanBelowLimit> list(PreparedStatement statement) throws SQLException {
        List<MeanBelowLimit> means = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                means.add(new MeanBelowLimit(row.getLong("enterprise_id"), row.getInt("base_year"), row.getString("rule_id"),
                        row.getString("subject_key"), row.getString("text"), json.read(row.getString("evidence"), Evidence.class)));
            }
        }
        return means;
    }
}
