package org.lantian.diagnosis;

import java.util.Collection;
import java.util.List;

import io.micronaut.data.jdbc.runtime.JdbcOperations;

import org.lantian.tenancy.RowQueries;
import org.lantian.tenancy.RowQueries.Reading;

/**
 * A table of what diagnosis says besides findings: one row for an enterprise, year, rule and subject, which nobody edits.
 * Called inside the tenant's transaction.
 */
final class VerdictRows {

    private final JdbcOperations jdbc;
    private final RowQueries queries;
    private final String table;
    private final String columns;

    /** @param columns as they are read, of the table as {@code g} */
    VerdictRows(JdbcOperations jdbc, RowQueries queries, String table, String columns) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.table = table;
        this.columns = columns;
    }

    /** Which row. */
    record Key(long enterpriseId, int baseYear, String ruleId, String subject) {
    }

    <T> List<T> page(FindingFilter filter, int offset, int limit, Reading<T> reading) {
        return queries.list("SELECT " + columns + FindingFilter.placeOf(table) + " ORDER BY g.enterprise_id, g.id OFFSET ? LIMIT ?",
                statement -> {
                    int next = filter.bindPlace(statement);
                    statement.setInt(next, offset);
                    statement.setInt(next + 1, limit);
                }, reading);
    }

    long count(FindingFilter filter) {
        return queries.list("SELECT count(*)" + FindingFilter.placeOf(table), filter::bindPlace, row -> row.getLong(1))
                .getFirst();
    }

    <T> List<T> ofEnterprises(Collection<Long> enterprises, int baseYear, Reading<T> reading) {
        return queries.list("SELECT " + columns + " FROM " + table + " g WHERE g.enterprise_id = ANY (?) AND g.base_year = ?",
                statement -> {
                    RowQueries.ids(statement, 1, enterprises);
                    statement.setInt(2, baseYear);
                }, reading);
    }

    void delete(Collection<Key> keys) {
        jdbc.prepareStatement("DELETE FROM " + table + " WHERE enterprise_id = ? AND base_year = ? AND rule_id = ? "
                + "AND subject_key = ?", statement -> {
                    for (Key key : keys) {
                        statement.setLong(1, key.enterpriseId());
                        statement.setInt(2, key.baseYear());
                        statement.setString(3, key.ruleId());
                        statement.setString(4, key.subject());
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }
}
