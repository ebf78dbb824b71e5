package org.lantian.plan.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.engine.emission.Accounting;
import org.lantian.engine.emission.Accounting.Method;
import org.lantian.engine.emission.Accounting.State;
import org.lantian.engine.json.CanonicalJson;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.tenancy.RowQueries;

/** Rows of measure_accounting. */
@Singleton
class AccountingRows {

    private final JdbcOperations jdbc;
    private final RowQueries queries;

    AccountingRows(JdbcOperations jdbc, RowQueries queries) {
        this.jdbc = jdbc;
        this.queries = queries;
    }

    private record Row(long measure, Accounting accounting) {
    }

    Map<Long, List<Accounting>> of(Collection<Long> measures) {
        return queries.list("SELECT measure_id, unit, pollutant, method, state_before, state_after FROM measure_accounting"
                + " WHERE measure_id = ANY (?) ORDER BY measure_id, unit, pollutant",
                statement -> RowQueries.ids(statement, 1, measures), AccountingRows::row).stream()
                .collect(Collectors.groupingBy(Row::measure, Collectors.mapping(Row::accounting, Collectors.toList())));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong("measure_id"), new Accounting(row.getString("unit"),
                Pollutant.valueOf(row.getString("pollutant")), Method.valueOf(row.getString("method")),
                CanonicalJson.read(row.getString("state_before"), State.class),
                Optional.ofNullable(row.getString("state_after")).map(json -> CanonicalJson.read(json, State.class))));
    }

    /** Puts these in the place of what the measure had. */
    void replace(long measure, List<Accounting> accounts) {
        jdbc.prepareStatement("DELETE FROM measure_accounting WHERE measure_id = ?", statement -> {
            statement.setLong(1, measure);
            return statement.executeUpdate();
        });
        if (accounts.isEmpty()) {
            return;
        }
        jdbc.prepareStatement("INSERT INTO measure_accounting (measure_id, unit, pollutant, method, state_before,"
                + " state_after) VALUES (?, ?, ?, ?, ?::jsonb, ?::jsonb)", statement -> {
                    for (Accounting one : accounts) {
                        statement.setLong(1, measure);
                        statement.setString(2, one.unit());
                        statement.setString(3, one.pollutant().name());
                        statement.setString(4, one.method().name());
                        statement.setString(5, CanonicalJson.write(one.before()));
                        statement.setObject(6, one.after().map(CanonicalJson::write).orElse(null), Types.VARCHAR);
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }
}
