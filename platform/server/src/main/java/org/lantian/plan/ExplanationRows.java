package org.lantian.plan;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.engine.json.CanonicalJson;
import org.lantian.engine.quantity.Explanation;

/** Rows of explanation: how each figure of a plan came about. Equal explanations have equal ids, so none changes. */
@Singleton
class ExplanationRows {

    private final JdbcOperations jdbc;

    ExplanationRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void add(long plan, List<Explanation> explanations) {
        jdbc.prepareStatement("INSERT INTO explanation (plan_id, id, content) VALUES (?, ?, ?::jsonb)"
                + " ON CONFLICT (plan_id, id) DO NOTHING", statement -> {
                    for (Explanation explanation : explanations) {
                        statement.setLong(1, plan);
                        statement.setString(2, explanation.id());
                        statement.setString(3, CanonicalJson.write(explanation));
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    List<Explanation> list(long plan, Collection<String> ids) {
        return jdbc.prepareStatement("SELECT content FROM explanation WHERE plan_id = ? AND id = ANY (?) ORDER BY id",
                statement -> {
                    statement.setLong(1, plan);
                    statement.setArray(2, statement.getConnection().createArrayOf("text", ids.toArray()));
                    return read(statement);
                });
    }

    List<Explanation> listOf(long plan) {
        return jdbc.prepareStatement("SELECT content FROM explanation WHERE plan_id = ? ORDER BY id", statement -> {
            statement.setLong(1, plan);
            return read(statement);
        });
    }

    private static List<Explanation> read(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<Explanation> found = new ArrayList<>();
            while (rows.next()) {
                found.add(CanonicalJson.read(rows.getString(1), Explanation.class));
            }
            return found;
        }
    }
}
