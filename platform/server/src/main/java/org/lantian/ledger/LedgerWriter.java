package org.lantian.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.lantian.engine.quantity.Decimals;
import org.lantian.engine.rule.FieldValue;
import org.lantian.engine.sheet.CellValue.Range;
import org.lantian.engine.sheet.RangeText;
import org.lantian.plugin.table.Field;
import org.lantian.tenancy.JsonColumns;

/** Writes rows of the ledger tables in batches. A group of an enterprise and year is replaced as a whole. */
@Singleton
final class LedgerWriter {

    /** The rows of one enterprise that take the place of those stored. */
    record Replacement(long enterpriseId, List<LedgerRow> rows) {
    }

    private final JdbcOperations jdbc;
    private final JsonColumns json;

    LedgerWriter(JdbcOperations jdbc, JsonColumns json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void replace(LedgerTable table, int year, List<Replacement> replacements) {
        if (replacements.isEmpty()) {
            return;
        }
        delete(table.delete(), year, replacements.stream().map(Replacement::enterpriseId).toList());
        insert(table, year, replacements);
    }

    void replaceTransport(int year, Map<Long, Map<Field, FieldValue>> byEnterprise) {
        if (byEnterprise.isEmpty()) {
            return;
        }
        delete("DELETE FROM transport WHERE year = ? AND enterprise_id = ANY (?)", year,
                List.copyOf(byEnterprise.keySet()));
        jdbc.prepareStatement("INSERT INTO transport (enterprise_id, year, amount, mode, clean_share) "
                + "VALUES (?, ?, ?, ?, ?)",
                insert -> {
                    for (Map.Entry<Long, Map<Field, FieldValue>> entry : byEnterprise.entrySet()) {
                        if (!entry.getValue().isEmpty()) {
                            insert.setLong(1, entry.getKey());
                            insert.setInt(2, year);
                            number(insert, 3, entry.getValue().get(Field.TRANSPORT_AMOUNT));
                            insert.setString(4, LedgerText.write(entry.getValue().get(Field.TRANSPORT_MODE)));
                            number(insert, 5, entry.getValue().get(Field.TRANSPORT_CLEAN_SHARE));
                            insert.addBatch();
                        }
                    }
                    return insert.executeBatch();
                });
    }

    private void delete(String sql, int year, List<Long> ids) {
        jdbc.prepareStatement(sql, delete -> {
            delete.setInt(1, year);
            delete.setArray(2, delete.getConnection().createArrayOf("bigint", ids.toArray(Long[]::new)));
            return delete.executeUpdate();
        });
    }

    private void insert(LedgerTable table, int year, List<Replacement> replacements) {
        List<LedgerRow> inserted = new ArrayList<>();
        List<Long> ids = jdbc.execute(connection -> {
            try (PreparedStatement insert = prepare(connection, table)) {
                for (Replacement replacement : replacements) {
                    int ordinal = 1;
                    for (LedgerRow row : replacement.rows()) {
                        insert.setLong(1, replacement.enterpriseId());
                        insert.setInt(2, year);
                        insert.setInt(3, ordinal++);
                        insert.setString(4, json.write(row.attributes()));
                        bind(insert, table, row);
                        insert.addBatch();
                        inserted.add(row);
                    }
                }
                insert.executeBatch();
                return table.concentrations().isEmpty() ? List.of() : keys(insert);
            }
        });
        if (!table.concentrations().isEmpty()) {
            insertConcentrations(table, year, ids, inserted);
        }
    }

    /** Only where ids are needed are they asked for: a batch that returns them is sent row by row. */
    private static PreparedStatement prepare(Connection connection, LedgerTable table) throws SQLException {
        return table.concentrations().isEmpty() ? connection.prepareStatement(table.insert())
                : connection.prepareStatement(table.insert(), new String[]{"id"});
    }

    private void insertConcentrations(LedgerTable table, int year, List<Long> ids, List<LedgerRow> rows) {
        jdbc.prepareStatement(table.insertConcentration(), insert -> {
            for (int i = 0; i < rows.size(); i++) {
                for (var entry : table.concentrations().entrySet()) {
                    if (rows.get(i).values().get(entry.getKey()) instanceof FieldValue.Number(var value)) {
                        insert.setLong(1, ids.get(i));
                        insert.setString(2, entry.getValue().name());
                        insert.setInt(3, year);
                        insert.setBigDecimal(4, value);
                        insert.addBatch();
                    }
                }
            }
            return insert.executeBatch();
        });
    }

    private static void bind(PreparedStatement insert, LedgerTable table, LedgerRow row) throws SQLException {
        int parameter = 5;
        for (LedgerColumn column : table.columns()) {
            FieldValue value = row.values().getOrDefault(column.field(), new FieldValue.Absent());
            if (column.isNumber()) {
                number(insert, parameter++, value);
            } else if (column.isYesNo()) {
                insert.setObject(parameter++, value instanceof FieldValue.Text(String word) ? word.equals("是") : null,
                        Types.BOOLEAN);
            } else {
                insert.setString(parameter++, LedgerText.write(value));
            }
        }
        if (table == LedgerTable.TREATMENT) {
            Optional<Range> range = row.find(Field.TREATMENT_AMMONIA).map(LedgerText::write).flatMap(RangeText::read);
            insert.setBigDecimal(parameter++, range.map(Range::low).orElse(null));
            insert.setBigDecimal(parameter++, range.map(Range::high).orElse(null));
            insert.setString(parameter, range.map(Range::unit).orElse(null));
        }
    }

    private static void number(PreparedStatement insert, int parameter, @Nullable FieldValue value)
            throws SQLException {
        insert.setBigDecimal(parameter,
                value instanceof FieldValue.Number(var number) ? Decimals.plain(number) : null);
    }

    private static List<Long> keys(PreparedStatement insert) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet keys = insert.getGeneratedKeys()) {
            while (keys.next()) {
                ids.add(keys.getLong(1));
            }
        }
        return ids;
    }
}
