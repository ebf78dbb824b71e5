package org.lantian.tenancy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

/** Queries in hand-written SQL whose rows become values; called inside the open transaction. */
@Singleton
public final class RowQueries {

    private final JdbcOperations jdbc;

    RowQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Sets a statement's parameters. */
    @FunctionalInterface
    public interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /** Makes a value of the row that the result stands on. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All rows in the query's order. */
    public <T> List<T> list(String sql, Binding binding, Reading<T> reading) {
        return jdbc.prepareStatement(sql, statement -> {
            binding.bind(statement);
            List<T> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(reading.read(rows));
                }
            }
            return values;
        });
    }

    /** Binds a list of ids to {@code = ANY (?)}. */
    public static void ids(PreparedStatement statement, int position, Collection<Long> ids)
            throws SQLException {
        statement.setArray(position, statement.getConnection().createArrayOf("bigint", ids.toArray()));
    }
}
