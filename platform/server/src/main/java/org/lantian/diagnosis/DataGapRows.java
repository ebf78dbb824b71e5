package org.lantian.diagnosis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.tenancy.JsonColumns;
import org.lantian.tenancy.RowQueries;

/** The table {@code data_gap}; called inside the tenant's transaction. */
@Singleton
class DataGapRows {

    private final JdbcOperations jdbc;
    private final JsonColumns json;
    private final VerdictRows rows;

    DataGapRows(JdbcOperations jdbc, RowQueries queries, JsonColumns json) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = new VerdictRows(jdbc, queries, "data_gap",
                "g.enterprise_id, g.base_year, g.rule_id, g.subject_key, g.missing, g.text");
    }

    /** Makes the stored gaps of the enterprises and year equal to these; touches nothing that is equal already. */
    void replace(Collection<Long> enterprises, int baseYear, List<DataGap> gaps) {
        Set<DataGap> stale = new LinkedHashSet<>(rows.ofEnterprises(enterprises, baseYear, this::gap));
        List<DataGap> fresh = gaps.stream().filter(gap -> !stale.remove(gap)).toList();
        rows.delete(stale.stream().map(DataGap::key).toList());
        insert(fresh);
    }

    List<DataGap> page(FindingFilter filter, int offset, int limit) {
        return rows.page(filter, offset, limit, this::gap);
    }

    long count(FindingFilter filter) {
        return rows.count(filter);
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

    private DataGap gap(ResultSet row) throws SQLException {
        return new DataGap(row.getLong("enterprise_id"), row.getInt("base_year"), row.getString("rule_id"),
                row.getString("subject_key"), json.list(row.getString("missing"), String.class), row.getString("text"));
    }
}
