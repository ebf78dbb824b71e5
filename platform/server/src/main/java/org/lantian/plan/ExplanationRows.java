package org.lantian.plan;

import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;

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

    Optional<Explanation> find(long plan, String id) {
        return list(plan, "AND id = ?", id).stream().findFirst();
    }

    List<Explanation> listOf(long plan) {
        return list(plan, "AND id <> ? ORDER BY id", "");
    }

    private List<Explanation> list(long plan, String condition, String value) {
        return jdbc.prepareStatement("SELECT content FROM explanation WHERE plan_id = ? " + condition, statement -> {
            statement.setLong(1, plan);
            statement.setString(2, value);
            try (ResultSet rows = statement.executeQuery()) {
                List<Explanation> found = new java.util.ArrayList<>();
                while (rows.next()) {
                    found.add(CanonicalJson.read(rows.getString(1), Explanation.class));
                }
                return found;
            }
        });
    }
}
