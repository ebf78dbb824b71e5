package org.lantian.indicator;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.common.Applied;

/** Brings the rows to what is declared; a row that already says so is not touched. */
@Singleton
final class IndicatorWriter {

    private static final String SAVE_INDICATOR = "INSERT INTO indicator AS i(code, name, unit, ordinal)"
            + " VALUES (?, ?, ?, ?) ON CONFLICT (code) DO UPDATE SET name = excluded.name, unit = excluded.unit,"
            + " ordinal = excluded.ordinal, deleted_at = NULL, row_version = i.row_version + 1, updated_at = now()"
            + " WHERE (i.name, i.unit, i.ordinal, i.deleted_at) IS DISTINCT FROM"
            + " (excluded.name, excluded.unit, excluded.ordinal, NULL::timestamptz) RETURNING row_version";

    private static final String SAVE_OBSERVATION = "INSERT INTO observation AS o(indicator_id, year, value, source)"
            + " SELECT id, ?, ?, ? FROM indicator WHERE code = ?"
            + " ON CONFLICT (indicator_id, year) DO UPDATE SET value = excluded.value, source = excluded.source,"
            + " row_version = o.row_version + 1, updated_at = now()"
            + " WHERE (o.value, o.source) IS DISTINCT FROM (excluded.value, excluded.source) RETURNING row_version";

    private static final String SAVE_TARGET = "INSERT INTO target AS t"
            + "(code, plan_code, indicator_id, year, kind, value, base_year, parent_words, source, ordinal)"
            + " SELECT ?, ?, id, ?, ?, ?, ?, ?, ?, ? FROM indicator WHERE code = ?"
            + " ON CONFLICT (code) DO UPDATE SET plan_code = excluded.plan_code,"
            + " indicator_id = excluded.indicator_id, year = excluded.year, kind = excluded.kind,"
            + " value = excluded.value, base_year = excluded.base_year, parent_words = excluded.parent_words,"
            + " source = excluded.source, ordinal = excluded.ordinal, deleted_at = NULL,"
            + " row_version = t.row_version + 1, updated_at = now()"
            + " WHERE (t.plan_code, t.indicator_id, t.year, t.kind, t.value, t.base_year, t.parent_words, t.source,"
            + " t.ordinal, t.deleted_at) IS DISTINCT FROM (excluded.plan_code, excluded.indicator_id, excluded.year,"
            + " excluded.kind, excluded.value, excluded.base_year, excluded.parent_words, excluded.source,"
            + " excluded.ordinal, NULL::timestamptz) RETURNING row_version";

    private final JdbcOperations jdbc;

    IndicatorWriter(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    Applied saveIndicator(IndicatorDeclaration indicator, int ordinal) {
        return jdbc.prepareStatement(SAVE_INDICATOR, statement -> {
            statement.setString(1, indicator.code());
            statement.setString(2, indicator.name());
            statement.setString(3, indicator.unit());
            statement.setInt(4, ordinal);
            return saved(statement);
        });
    }

    Applied saveObservation(String indicatorCode, IndicatorDeclaration.Observed observed) {
        return jdbc.prepareStatement(SAVE_OBSERVATION, statement -> {
            statement.setInt(1, observed.year());
            statement.setBigDecimal(2, observed.value());
            statement.setString(3, observed.source());
            statement.setString(4, indicatorCode);
            return saved(statement);
        });
    }

    Applied saveTarget(String planCode, TargetDeclaration target, int ordinal) {
        return jdbc.prepareStatement(SAVE_TARGET, statement -> {
            statement.setString(1, target.code());
            statement.setString(2, planCode);
            statement.setInt(3, target.year());
            statement.setString(4, target.kind().word());
            statement.setObject(5, target.value().orElse(null), Types.NUMERIC);
            statement.setObject(6, target.baseYear().orElse(null), Types.INTEGER);
            statement.setObject(7, target.parent().orElse(null), Types.VARCHAR);
            statement.setString(8, target.source());
            statement.setInt(9, ordinal);
            statement.setString(10, target.indicatorCode());
            return saved(statement);
        });
    }

    /** Retires the plan's targets that it no longer declares. */
    Applied retireOtherTargets(String planCode, Collection<String> kept) {
        return jdbc.prepareStatement("UPDATE target SET deleted_at = now(), row_version = row_version + 1,"
                + " updated_at = now() WHERE deleted_at IS NULL AND plan_code = ? AND code <> ALL (?)", statement -> {
                    statement.setString(1, planCode);
                    statement.setArray(2, statement.getConnection().createArrayOf("text", kept.toArray()));
                    return new Applied(0, 0, statement.executeUpdate());
                });
    }

    /** No row comes back where nothing differed; a fresh row has version 0. */
    private static Applied saved(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Applied.NOTHING;
            }
            return row.getInt(1) == 0 ? new Applied(1, 0, 0) : new Applied(0, 1, 0);
        }
    }
}
