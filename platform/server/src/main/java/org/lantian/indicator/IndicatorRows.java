package org.lantian.indicator;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

/** Reads indicators, observations and targets; a retired one is not found. */
@Singleton
final class IndicatorRows {

    private final JdbcOperations jdbc;

    IndicatorRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    List<Indicator> list(int offset, int limit) {
        return jdbc.prepareStatement("SELECT id, code, name, unit FROM indicator WHERE deleted_at IS NULL"
                + " ORDER BY ordinal, id OFFSET ? LIMIT ?", statement -> {
                    statement.setInt(1, offset);
                    statement.setInt(2, limit);
                    return read(statement, row -> new Indicator(row.getLong("id"), row.getString("code"),
                            row.getString("name"), row.getString("unit")));
                });
    }

    long count() {
        return jdbc.prepareStatement("SELECT count(*) AS total FROM indicator WHERE deleted_at IS NULL",
                statement -> read(statement, row -> row.getLong("total")).getFirst());
    }

    List<Observation> listObservations(Collection<Long> indicatorIds) {
        return byIndicators("SELECT id, indicator_id, year, value, source FROM observation"
                + " WHERE indicator_id = ANY (?) ORDER BY year", indicatorIds,
                row -> new Observation(row.getLong("id"), row.getLong("indicator_id"), row.getInt("year"),
                        row.getBigDecimal("value"), row.getString("source")));
    }

    List<Target> listTargets(Collection<Long> indicatorIds) {
        return byIndicators("SELECT id, code, plan_code, indicator_id, year, kind, value, base_year, parent_words,"
                + " source FROM target WHERE indicator_id = ANY (?) AND deleted_at IS NULL ORDER BY year, ordinal, id",
                indicatorIds, IndicatorRows::target);
    }

    private <T> List<T> byIndicators(String sql, Collection<Long> indicatorIds, RowReader<T> reader) {
        return jdbc.prepareStatement(sql, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("bigint", indicatorIds.toArray()));
            return read(statement, reader);
        });
    }

    private static Target target(ResultSet row) throws SQLException {
        int baseYear = row.getInt("base_year");
        Optional<Integer> base = row.wasNull() ? Optional.empty() : Optional.of(baseYear);
        return new Target(row.getLong("id"), row.getString("code"), row.getString("plan_code"),
                row.getLong("indicator_id"), row.getInt("year"),
                TargetKind.ofWord(row.getString("kind")).orElseThrow(),
                Optional.ofNullable(row.getBigDecimal("value")), base,
                Optional.ofNullable(row.getString("parent_words")), row.getString("source"));
    }

    private static <T> List<T> read(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        List<T> read = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                read.add(reader.read(rows));
            }
        }
        return read;
    }
}
