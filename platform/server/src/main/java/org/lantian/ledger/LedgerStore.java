package org.lantian.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.engine.rule.FieldValue;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.tenancy.RowQueries;

/**
 * Writes single entries of the ledger, for edits, commands and rounds: the ledger is locked, listeners are told, its
 * version moves. Called inside the tenant's write transaction.
 */
@Singleton
public class LedgerStore {

    private final EnterpriseRepository enterprises;
    private final LedgerWriter writer;
    private final LedgerState state;
    private final Ledger ledger;
    private final List<LedgerListener> listeners;
    private final JdbcOperations jdbc;
    private final RowQueries queries;
    private final Clock clock;

    LedgerStore(EnterpriseRepository enterprises, LedgerWriter writer, LedgerState state, Ledger ledger,
            List<LedgerListener> listeners, JdbcOperations jdbc, RowQueries queries, Clock clock) {
        this.enterprises = enterprises;
        this.writer = writer;
        this.state = state;
        this.ledger = ledger;
        this.listeners = List.copyOf(listeners);
        this.jdbc = jdbc;
        this.queries = queries;
        this.clock = clock;
    }

    /** Keeps other writers of the ledger out until the transaction ends; call it before reading what is to change. */
    public void lock() {
        state.lock();
    }

    /**
     * Writes the changes in their order. An enterprise that is taken out keeps its rows, so that it can come back with
     * them; one without an id is new.
     *
     * @param changes what was read under the lock, and what it shall be; at most one change of an enterprise and year
     * @return the entries as they are now, without those taken out
     */
    public List<LedgerEntry> write(ChangeOrigin origin, List<EntryChange> changes) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<EntryChange> written = changes.stream().map(change -> write(change, now)).toList();
        state.advance(state.read().baseYear().orElseGet(() -> changes.getFirst().after()
                .or(changes.getFirst()::before).orElseThrow().year()));
        listeners.forEach(listener -> listener.written(origin, written.stream()));
        return written.stream().flatMap(change -> change.after().stream()).map(entry -> ledger
                .require(entry.enterprise().requireId(), entry.year())).toList();
    }

    private EntryChange write(EntryChange change, OffsetDateTime now) {
        if (change.after().isEmpty()) {
            remove(change.enterprise().requireId(), now);
            return change;
        }
        LedgerEntry after = change.after().get();
        Enterprise enterprise = after.enterprise();
        if (enterprise.id() == null) {
            enterprise = enterprises.saveAll(List.of(enterprise)).getFirst();
        } else {
            if (change.before().isEmpty()) {
                restore(enterprise.requireId());
            }
            update(enterprise, now);
        }
        LedgerEntry placed = new LedgerEntry(enterprise, after.cluster(), after.year(), after.values(), after.rows());
        writeRows(change.before(), placed);
        return new EntryChange(change.before(), Optional.of(placed));
    }

    private void writeRows(Optional<LedgerEntry> before, LedgerEntry after) {
        long id = after.enterprise().requireId();
        for (LedgerTable table : LedgerTable.values()) {
            List<LedgerRow> wanted = after.rows(table.group());
            if (!wanted.equals(before.map(entry -> entry.rows(table.group())).orElse(List.of()))) {
                writer.replace(table, after.year(), List.of(new LedgerWriter.Replacement(id, wanted)));
            }
        }
        Map<Field, FieldValue> transport = transport(after);
        if (!transport.equals(before.map(LedgerStore::transport).orElse(Map.of()))) {
            writer.replaceTransport(after.year(), Map.of(id, transport));
        }
    }

    private static Map<Field, FieldValue> transport(LedgerEntry entry) {
        Map<Field, FieldValue> values = new EnumMap<>(Field.class);
        entry.values().forEach((field, value) -> {
            if (field.group() == FieldGroup.TRANSPORT) {
                values.put(field, value);
            }
        });
        return values;
    }

    /** The version moves with every change of the enterprise or its rows, whatever version the caller read. */
    private void update(Enterprise wanted, OffsetDateTime now) {
        Enterprise stored = Objects.requireNonNull(ledger.enterprises(List.of(wanted.requireId())).get(wanted.id()),
                "an enterprise that was read under the lock");
        enterprises.updateAll(List.of(new Enterprise(wanted.id(), wanted.clusterId(), wanted.name(), wanted.nameKey(),
                wanted.creditCode(), wanted.permitNumber(), wanted.county(), wanted.town(), wanted.divisionCode(),
                wanted.industry(), wanted.industryCode(), wanted.grade(), wanted.tags(), wanted.attributes(), now,
                stored.rowVersion())));
    }

    private void remove(long id, OffsetDateTime now) {
        jdbc.prepareStatement("UPDATE enterprise SET deleted_at = ?, updated_at = ?, row_version = row_version + 1 "
                + "WHERE id = ? AND deleted_at IS NULL", update -> {
                    update.setObject(1, now);
                    update.setObject(2, now);
                    update.setLong(3, id);
                    return update.executeUpdate();
                });
    }

    private void restore(long id) {
        jdbc.prepareStatement("UPDATE enterprise SET deleted_at = NULL WHERE id = ?", update -> {
            update.setLong(1, id);
            return update.executeUpdate();
        });
    }

    /** The years of which the ledger has rows of the enterprises, also of those taken out. */
    public Set<Integer> years(Collection<Long> enterpriseIds) {
        String union = Arrays.stream(LedgerTable.values()).map(LedgerTable::selectYears)
                .collect(Collectors.joining(" UNION "))
                + " UNION SELECT year FROM transport WHERE enterprise_id = ANY (?)";
        return new TreeSet<>(queries.list(union, statement -> {
            for (int i = 1; i <= LedgerTable.values().length + 1; i++) {
                RowQueries.ids(statement, i, enterpriseIds);
            }
        }, row -> row.getInt(1)));
    }

    /** Entries of an enterprise that was taken out, as they were. */
    public List<LedgerEntry> removed(long enterpriseId, Collection<Integer> years) {
        List<Enterprise> found = enterprises.listRemoved(enterpriseId);
        List<LedgerEntry> entries = new ArrayList<>();
        years.forEach(year -> entries.addAll(ledger.entriesOf(found, year)));
        return entries;
    }
}
