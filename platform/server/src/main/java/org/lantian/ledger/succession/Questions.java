package org.lantian.ledger.succession;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.Ledger;
import org.lantian.tenancy.RowQueries;

/** Asks whether enterprises that look alike are one, and keeps the answers; called inside the tenant's transaction. */
@Singleton
public class Questions {

    private final Ledger ledger;
    private final JdbcOperations jdbc;
    private final RowQueries queries;
    private final AuditTrail audit;
    private final Clock clock;

    Questions(Ledger ledger, JdbcOperations jdbc, RowQueries queries, AuditTrail audit, Clock clock) {
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.queries = queries;
        this.audit = audit;
        this.clock = clock;
    }

    private record Pair(long enterprise, long other) {
        static Pair of(long one, long two) {
            return new Pair(Math.min(one, two), Math.max(one, two));
        }
    }

    /** Every open question, the earliest enterprise first; of one cluster's enterprises among each other, or of all. */
    public List<Question> list(Optional<Long> cluster) {
        Set<Pair> answered = answered();
        List<Enterprise> asked = cluster.map(ledger::listEnterprises).orElseGet(ledger::listEnterprises);
        return NearMatches.pairs(asked).stream().filter(question -> !answered
                .contains(Pair.of(question.enterprise().requireId(), question.other().requireId()))).toList();
    }

    /**
     * Those of the same cluster that look like an enterprise as it shall be called.
     *
     * @param apart ids of enterprises that the asking person says are others
     */
    List<Question> about(Enterprise wanted, Collection<Long> apart) {
        Set<Pair> answered = answered();
        List<Enterprise> cluster = ledger.listEnterprises(wanted.clusterId());
        Map<Long, Set<Question.Likeness>> like = new NearMatches(cluster).like(wanted);
        return cluster.stream().filter(other -> like.containsKey(other.requireId()))
                .filter(other -> !apart.contains(other.requireId()))
                .filter(other -> wanted.id() == null || !answered.contains(Pair.of(wanted.id(), other.requireId())))
                .map(other -> new Question(other, wanted, like.get(other.requireId()))).toList();
    }

    /**
     * Answers that two enterprises are not the same; answering again changes nothing.
     *
     * @throws UserErrorsException if the two are one or not in the ledger
     */
    public void keepApart(long one, long two, String reason) {
        if (one == two || ledger.enterprises(List.of(one, two)).size() < 2) {
            throw new UserErrorsException(List.of(UserError.of("ids", "PAIR_INVALID", "须为台账中的两家企业。")));
        }
        Pair pair = Pair.of(one, two);
        int added = Objects.requireNonNull(jdbc.prepareStatement("INSERT INTO enterprise_distinct (enterprise_id, "
                + "other_id, reason, actor, decided_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", insert -> {
                    insert.setLong(1, pair.enterprise());
                    insert.setLong(2, pair.other());
                    insert.setString(3, reason.strip());
                    insert.setString(4, Actor.current().name());
                    insert.setObject(5, OffsetDateTime.now(clock));
                    return insert.executeUpdate();
                }));
        if (added > 0) {
            audit.note("enterprise.kept_apart", "enterprise", Long.toString(one), Map.of("other", two, "reason", reason));
        }
    }

    private Set<Pair> answered() {
        return new HashSet<>(queries.list("SELECT enterprise_id, other_id FROM enterprise_distinct", _ -> {
        }, row -> new Pair(row.getLong(1), row.getLong(2))));
    }
}
