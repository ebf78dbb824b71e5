package org.lantian.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.common.Actor;
import org.lantian.tenancy.RowQueries;

/**
 * What people answered where names are alike, for imports and for questions among enterprises: that two enterprises are not
 * the same, and that a name which the ledger does not have does or does not mean one of its enterprises. A name that becomes
 * an enterprise's takes its answers along. Called inside the tenant's transaction.
 */
@Singleton
public class NearAnswers implements LedgerListener {

    private final JdbcOperations jdbc;
    private final RowQueries queries;
    private final LedgerState state;
    private final Clock clock;

    NearAnswers(JdbcOperations jdbc, RowQueries queries, LedgerState state, Clock clock) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.state = state;
        this.clock = clock;
    }

    /**
     * That a name means an enterprise, or does not.
     *
     * @param cluster cluster under which the name stands
     * @param name as it was asked about
     * @param enterpriseId an enterprise of the ledger
     */
    public record Answer(long cluster, String name, long enterpriseId, boolean same, String reason, String actor,
            OffsetDateTime decidedAt) {
    }

    /** A name, as it is compared, under a cluster. */
    record Named(long cluster, String nameKey) {
    }

    /** An enterprise beside a name. */
    record Apart(long enterprise, String nameKey) {
    }

    /**
     * The answers as an import needs them.
     *
     * @param same enterprise by name that means it
     * @param apart enterprises that a name of their cluster does not mean
     */
    record Known(Map<Named, Long> same, Set<Apart> apart) {
        static final Known NONE = new Known(Map.of(), Set.of());
    }

    Known known() {
        Set<Apart> apart = new HashSet<>(queries.list("SELECT enterprise_id, name_key FROM enterprise_name_answer WHERE NOT same "
                + "UNION SELECT d.enterprise_id, o.name_key FROM enterprise_distinct d JOIN enterprise o ON o.id = d.other_id "
                + "UNION SELECT d.other_id, e.name_key FROM enterprise_distinct d JOIN enterprise e ON e.id = d.enterprise_id",
                _ -> {
                }, row -> new Apart(row.getLong(1), row.getString(2))));
        return new Known(meanings(), apart);
    }

    private Map<Named, Long> meanings() {
        Map<Named, Long> same = new HashMap<>();
        Map<Named, Named> gone = new HashMap<>();
        queries.list("SELECT a.cluster_id, a.name_key, a.enterprise_id, e.deleted_at IS NOT NULL, e.cluster_id, e.name_key "
                + "FROM enterprise_name_answer a JOIN enterprise e ON e.id = a.enterprise_id WHERE a.same", _ -> {
                }, row -> {
                    Named name = new Named(row.getLong(1), row.getString(2));
                    if (row.getBoolean(4)) {
                        gone.put(name, new Named(row.getLong(5), row.getString(6)));
                    }
                    return same.put(name, row.getLong(3));
                });
        gone.keySet().forEach(name -> end(name, gone).filter(same::containsKey)
                .ifPresentOrElse(end -> same.put(name, same.get(end)), () -> same.remove(name)));
        return same;
    }

    /** Where a name means an enterprise that went into another, it means the other; empty where that leads nowhere. */
    private static Optional<Named> end(Named name, Map<Named, Named> gone) {
        Named end = name;
        for (int steps = 0; gone.containsKey(end); steps++) {
            if (steps > gone.size()) {
                return Optional.empty();
            }
            end = gone.get(end);
        }
        return Optional.of(end);
    }

    /** Enterprises that a name of their cluster does not mean. */
    public Set<Long> apartFrom(long cluster, String nameKey) {
        return new HashSet<>(queries.list("SELECT enterprise_id FROM enterprise_name_answer WHERE NOT same AND cluster_id = ? "
                + "AND name_key = ?", statement -> {
                    statement.setLong(1, cluster);
                    statement.setString(2, nameKey);
                }, row -> row.getLong(1)));
    }

    /** Keeps an answer in place of an earlier one; previews that were made before it hold no longer. */
    public void put(long cluster, String name, String nameKey, long enterprise, boolean same, String reason) {
        if (same) {
            forgetMeaning(cluster, nameKey);
        }
        jdbc.prepareStatement("INSERT INTO enterprise_name_answer (cluster_id, name_key, name, enterprise_id, same, reason, "
                + "actor, decided_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (cluster_id, name_key, enterprise_id) "
                + "DO UPDATE SET name = excluded.name, same = excluded.same, reason = excluded.reason, actor = excluded.actor, "
                + "decided_at = excluded.decided_at", insert -> {
                    insert.setLong(1, cluster);
                    insert.setString(2, nameKey);
                    insert.setString(3, name);
                    insert.setLong(4, enterprise);
                    insert.setBoolean(5, same);
                    insert.setString(6, reason);
                    insert.setString(7, Actor.current().name());
                    insert.setObject(8, OffsetDateTime.now(clock));
                    return insert.executeUpdate();
                });
        state.read().baseYear().ifPresent(state::advance);
    }

    /** A name means one enterprise. */
    private void forgetMeaning(long cluster, String nameKey) {
        jdbc.prepareStatement("DELETE FROM enterprise_name_answer WHERE cluster_id = ? AND name_key = ? AND same", delete -> {
            delete.setLong(1, cluster);
            delete.setString(2, nameKey);
            return delete.executeUpdate();
        });
    }

    /** Every answer about a name, the newest first; those of enterprises that were taken out are left out. */
    public List<Answer> list() {
        return queries.list("SELECT a.cluster_id, a.name, a.enterprise_id, a.same, a.reason, a.actor, a.decided_at "
                + "FROM enterprise_name_answer a JOIN enterprise e ON e.id = a.enterprise_id AND e.deleted_at IS NULL "
                + "ORDER BY a.decided_at DESC, a.name", _ -> {
                }, row -> new Answer(row.getLong(1), row.getString(2), row.getLong(3), row.getBoolean(4), row.getString(5),
                        row.getString(6), row.getObject(7, OffsetDateTime.class)));
    }

    /** @return whether it was not known yet */
    public boolean keepApart(long one, long two, String reason) {
        return queries.list("INSERT INTO enterprise_distinct (enterprise_id, other_id, reason, actor, decided_at) "
                + "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING 1", insert -> {
                    insert.setLong(1, Math.min(one, two));
                    insert.setLong(2, Math.max(one, two));
                    insert.setString(3, reason);
                    insert.setString(4, Actor.current().name());
                    insert.setObject(5, OffsetDateTime.now(clock));
                }, row -> row.getInt(1)).size() == 1;
    }

    @Override
    public void written(ChangeOrigin origin, Stream<EntryChange> changes) {
        List<Long> named = changes.flatMap(change -> change.after().stream())
                .map(entry -> entry.enterprise().requireId()).toList();
        takeAlong(named);
        forget(named);
    }

    /** A name that is an enterprise's own means no other. */
    private void forget(Collection<Long> enterprises) {
        jdbc.prepareStatement("DELETE FROM enterprise_name_answer a USING enterprise e WHERE a.same "
                + "AND e.cluster_id = a.cluster_id AND e.name_key = a.name_key AND e.id = ANY (?)", delete -> {
                    RowQueries.ids(delete, 1, enterprises);
                    return delete.executeUpdate();
                });
    }

    private void takeAlong(Collection<Long> enterprises) {
        jdbc.prepareStatement("INSERT INTO enterprise_distinct (enterprise_id, other_id, reason, actor, decided_at) "
                + "SELECT least(a.enterprise_id, e.id), greatest(a.enterprise_id, e.id), a.reason, a.actor, a.decided_at "
                + "FROM enterprise_name_answer a JOIN enterprise e ON e.cluster_id = a.cluster_id AND e.name_key = a.name_key "
                + "WHERE NOT a.same AND e.id <> a.enterprise_id AND e.id = ANY (?) ON CONFLICT DO NOTHING", insert -> {
                    RowQueries.ids(insert, 1, enterprises);
                    return insert.executeUpdate();
                });
    }
}
