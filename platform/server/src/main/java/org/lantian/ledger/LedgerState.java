package org.lantian.ledger;

import java.sql.ResultSet;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

/** The ledger's version counter and the base year of its last import. */
@Singleton
final class LedgerState {

    /**
     * @param version raised by each change of the ledger
     * @param baseYear year of the figures imported last
     */
    record Snapshot(long version, Optional<Integer> baseYear) {
    }

    private final JdbcOperations jdbc;

    LedgerState(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    Snapshot read() {
        return read("SELECT version, base_year FROM ledger_state WHERE id = 1");
    }

    /** Keeps other writers of the ledger out until the transaction ends. */
    Snapshot lock() {
        return read("SELECT version, base_year FROM ledger_state WHERE id = 1 FOR UPDATE");
    }

    /** Notes a change; the counter is what previews compare. */
    void advance(int baseYear) {
        jdbc.prepareStatement("UPDATE ledger_state SET version = version + 1, base_year = ? WHERE id = 1", update -> {
            update.setInt(1, baseYear);
            return update.executeUpdate();
        });
    }

    private Snapshot read(String sql) {
        return jdbc.prepareStatement(sql, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Snapshot(row.getLong(1), Optional.ofNullable(row.getObject(2, Integer.class)));
            }
        });
    }
}
