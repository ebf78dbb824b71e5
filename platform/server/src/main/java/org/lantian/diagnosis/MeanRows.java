package org.lantian.diagnosis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.engine.rule.Verdict.Evidence;
import org.lantian.tenancy.JsonColumns;
import org.lantian.tenancy.RowQueries;

/** The table {@code mean_below_limit}; called inside the tenant's transaction. */
@Singleton
class MeanRows {

    private final JdbcOperations jdbc;
    private final JsonColumns json;
    private final VerdictRows rows;

    MeanRows(JdbcOperations jdbc, RowQueries queries, JsonColumns json) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = new VerdictRows(jdbc, queries, "mean_below_limit",
                "g.enterprise_id, g.base_year, g.rule_id, g.subject_key, g.text, g.evidence");
    }

    /** Makes what is stored of the enterprises and year equal to these; touches nothing that is equal already. */
    void replace(Collection<Long> enterprises, int baseYear, List<MeanBelowLimit> means) {
        Set<MeanBelowLimit> stale = new LinkedHashSet<>(rows.ofEnterprises(enterprises, baseYear, this::mean));
        List<MeanBelowLimit> fresh = means.stream().filter(mean -> !stale.remove(mean)).toList();
        rows.delete(stale.stream().map(MeanBelowLimit::key).toList());
        insert(fresh);
    }

    List<MeanBelowLimit> page(FindingFilter filter, int offset, int limit) {
        return rows.page(filter, offset, limit, this::mean);
    }

    long count(FindingFilter filter) {
        return rows.count(filter);
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

    private MeanBelowLimit mean(ResultSet row) throws SQLException {
        return new MeanBelowLimit(row.getLong("enterprise_id"), row.getInt("base_year"), row.getString("rule_id"),
                row.getString("subject_key"), row.getString("text"), json.list(row.getString("evidence"), Evidence.class));
    }
}
