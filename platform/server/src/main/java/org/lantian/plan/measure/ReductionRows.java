package org.lantian.plan.measure;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.engine.json.CanonicalJson;
import org.lantian.engine.quantity.Explanation;
import org.lantian.plan.draft.MeasureFacts.Method;
import org.lantian.plan.draft.MeasureFacts.Part;
import org.lantian.plan.draft.MeasureFacts.Reduction;
import org.lantian.plugin.vocabulary.Pollutant;

/** Rows of measure_reduction. */
@Singleton
class ReductionRows {

    private static final String TOTAL = "TOTAL";

    private final JdbcOperations jdbc;

    ReductionRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The parts that a person entered. */
    static Map<Pollutant, BigDecimal> entered(Reduction reduction) {
        Map<Pollutant, BigDecimal> entered = new EnumMap<>(Pollutant.class);
        reduction.parts().forEach((pollutant, part) -> {
            if (part.method() == Method.MANUAL) {
                part.tonnes().ifPresent(tonnes -> entered.put(pollutant, tonnes));
            }
        });
        return entered;
    }

    Map<Long, Reduction> of(Collection<Long> measures) {
        return jdbc.prepareStatement("SELECT measure_id, pollutant, method, tonnes, explanation, note"
                + " FROM measure_reduction WHERE measure_id = ANY (?)", statement -> {
                    statement.setArray(1, MeasureRows.array(statement, measures));
                    Map<Long, Map<Pollutant, Part>> parts = new HashMap<>();
                    Map<Long, BigDecimal> totals = new HashMap<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            if (TOTAL.equals(rows.getString("pollutant"))) {
                                totals.put(rows.getLong(1), rows.getBigDecimal("tonnes"));
                            }
                            parts.computeIfAbsent(rows.getLong(1), ignored -> new EnumMap<>(Pollutant.class));
                            if (!TOTAL.equals(rows.getString("pollutant"))) {
                                parts.get(rows.getLong(1)).put(Pollutant.valueOf(rows.getString("pollutant")), part(rows));
                            }
                        }
                    }
                    Map<Long, Reduction> found = new HashMap<>();
                    parts.forEach((measure, known) -> found.put(measure,
                            new Reduction(known, Optional.ofNullable(totals.get(measure)))));
                    return found;
                });
    }

    private static Part part(ResultSet row) throws SQLException {
        Optional<Explanation> explanation = Optional.ofNullable(row.getString("explanation"))
                .map(json -> CanonicalJson.read(json, Explanation.class));
        return new Part(Method.valueOf(row.getString("method")), Optional.ofNullable(row.getBigDecimal("tonnes")),
                explanation, row.getString("note"));
    }

    /** Puts these reductions in the place of what the measures had. */
    void replace(Map<Long, Reduction> reductions) {
        jdbc.prepareStatement("DELETE FROM measure_reduction WHERE measure_id = ANY (?)", statement -> {
            statement.setArray(1, MeasureRows.array(statement, reductions.keySet()));
            return statement.executeUpdate();
        });
        insert(reductions);
    }

    void insert(Map<Long, Reduction> reductions) {
        jdbc.prepareStatement("INSERT INTO measure_reduction (measure_id, pollutant, method, tonnes, explanation, note)"
                + " VALUES (?, ?, ?, ?, ?::jsonb, ?)", statement -> {
                    for (Map.Entry<Long, Reduction> entry : reductions.entrySet()) {
                        for (Map.Entry<Pollutant, Part> part : entry.getValue().parts().entrySet()) {
                            add(statement, entry.getKey(), part.getKey().name(), part.getValue());
                        }
                        if (entry.getValue().total().isPresent()) {
                            add(statement, entry.getKey(), TOTAL, Part.manual(entry.getValue().total().get()));
                        }
                    }
                    return statement.executeBatch();
                });
    }

    private static void add(PreparedStatement statement, long measure, String pollutant, Part part)
            throws SQLException {
        statement.setLong(1, measure);
        statement.setString(2, pollutant);
        statement.setString(3, part.method().name());
        statement.setBigDecimal(4, part.tonnes().orElse(null));
        if (part.explanation().isPresent()) {
            statement.setString(5, CanonicalJson.write(part.explanation().get()));
        } else {
            statement.setNull(5, Types.VARCHAR);
        }
        statement.setString(6, part.note());
        statement.addBatch();
    }
}
