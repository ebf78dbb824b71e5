package org.lantian.ledger;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.lantian.engine.rule.FieldValue;
import org.lantian.plugin.table.Field;
import org.lantian.tenancy.JsonColumns;

/** Reads rows of the ledger tables, one statement a table for any number of enterprises. */
@Singleton
final class LedgerReader {

    private final JdbcOperations jdbc;
    private final JsonColumns json;

    LedgerReader(JdbcOperations jdbc, JsonColumns json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Entries of a group by enterprise, in ledger order; all enterprises if {@code ids} is empty. */
    Map<Long, List<LedgerRow>> rows(LedgerTable table, int year, Optional<Collection<Long>> ids) {
        Map<Long, Map<Field, FieldValue>> concentrations = concentrations(table, year, ids);
        return jdbc.prepareStatement(table.select(), statement -> {
            bind(statement, year, ids);
            Map<Long, List<LedgerRow>> found = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Map<Field, FieldValue> values = values(table, row);
                    values.putAll(concentrations.getOrDefault(row.getLong("id"), Map.of()));
                    found.computeIfAbsent(row.getLong("enterprise_id"), id -> new ArrayList<>())
                            .add(new LedgerRow(values, json.texts(row.getString("attributes"))));
                }
            }
            return found;
        });
    }

    /** Amount and mode of transport by enterprise. */
    Map<Long, Map<Field, FieldValue>> transport(int year, Optional<Collection<Long>> ids) {
        return jdbc.prepareStatement("SELECT enterprise_id, amount, mode, clean_share FROM transport WHERE year = ? "
                + "AND (?::bigint[] IS NULL OR enterprise_id = ANY (?))", statement -> {
                    bind(statement, year, ids);
                    Map<Long, Map<Field, FieldValue>> found = new HashMap<>();
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            Map<Field, FieldValue> values = new EnumMap<>(Field.class);
                            put(values, Field.TRANSPORT_AMOUNT, number(row.getBigDecimal("amount")));
                            put(values, Field.TRANSPORT_MODE, LedgerText.read(row.getString("mode")));
                            put(values, Field.TRANSPORT_CLEAN_SHARE, number(row.getBigDecimal("clean_share")));
                            found.put(row.getLong("enterprise_id"), values);
                        }
                    }
                    return found;
                });
    }

    private Map<Long, Map<Field, FieldValue>> concentrations(LedgerTable table, int year,
            Optional<Collection<Long>> ids) {
        if (table.concentrations().isEmpty()) {
            return Map.of();
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        table.concentrations().forEach((field, pollutant) -> fields.put(pollutant.name(), field));
        return jdbc.prepareStatement(table.selectConcentrations(), statement -> {
            bind(statement, year, ids);
            Map<Long, Map<Field, FieldValue>> found = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    put(found.computeIfAbsent(row.getLong(1), id -> new EnumMap<>(Field.class)),
                            fields.get(row.getString(2)), number(row.getBigDecimal(3)));
                }
            }
            return found;
        });
    }

    private static Map<Field, FieldValue> values(LedgerTable table, ResultSet row) throws SQLException {
        Map<Field, FieldValue> values = new EnumMap<>(Field.class);
        for (LedgerColumn column : table.columns()) {
            FieldValue value;
            if (column.isNumber()) {
                value = number(row.getBigDecimal(column.name()));
            } else if (column.isYesNo()) {
                Boolean yes = row.getObject(column.name(), Boolean.class);
                value = FieldValue.ofText(Optional.ofNullable(yes).map(answer -> answer ? "是" : "否"));
            } else {
                value = LedgerText.read(row.getString(column.name()));
            }
            put(values, column.field(), value);
        }
        return values;
    }

    private static void bind(PreparedStatement statement, int year, Optional<Collection<Long>> ids)
            throws SQLException {
        statement.setInt(1, year);
        Array array = ids.isEmpty() ? null
                : statement.getConnection().createArrayOf("bigint", ids.get().toArray(Long[]::new));
        statement.setArray(2, array);
        statement.setArray(3, array);
    }

    private static void put(Map<Field, FieldValue> values, Field field, FieldValue value) {
        if (!(value instanceof FieldValue.Absent)) {
            values.put(field, value);
        }
    }

    private static FieldValue number(@Nullable BigDecimal number) {
        return FieldValue.ofNumber(Optional.ofNullable(number));
    }
}
