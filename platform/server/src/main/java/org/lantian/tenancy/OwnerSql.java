package org.lantian.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements of the owner: DDL that PostgreSQL itself quotes, and work under an advisory lock. */
final class OwnerSql {

    private OwnerSql() {
    }

    /** Work on the locked connection. */
    interface SqlWork<T> {
        T run() throws SQLException;
    }

    /** Works under an advisory lock, commits, and leaves the connection in auto-commit; gone with the connection. */
    static <T> T locked(Connection connection, String name, SqlWork<T> work) throws SQLException {
        lock(connection, "SELECT pg_advisory_lock(hashtextextended(?, 4201))", name);
        try {
            T result = work.run();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return result;
        } finally {
            if (!connection.isClosed()) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
                lock(connection, "SELECT pg_advisory_unlock(hashtextextended(?, 4201))", name);
            }
        }
    }

    private static void lock(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.execute();
        }
    }

    static boolean exists(Connection connection, String query, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Lets PostgreSQL quote identifiers and literals. */
    static String format(Connection connection, String template, String... values) throws SQLException {
        String marks = ", ?".repeat(values.length);
        try (PreparedStatement statement = connection.prepareStatement("SELECT format(?" + marks + ")")) {
            statement.setString(1, template);
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 2, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }
}
