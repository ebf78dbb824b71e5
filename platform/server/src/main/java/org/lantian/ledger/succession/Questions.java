package org.lantian.ledger.succession;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.Role;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.engine.sheet.CellText;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.NearAnswers;
import org.lantian.tenancy.RowQueries;

/** Asks whether enterprises that look alike are one, and keeps the answers; called inside the tenant's transaction. */
@Singleton
public class Questions {

    private final Ledger ledger;
    private final NearAnswers answers;
    private final RowQueries queries;
    private final AuditTrail audit;

    Questions(Ledger ledger, NearAnswers answers, RowQueries queries, AuditTrail audit) {
        this.ledger = ledger;
        this.answers = answers;
        this.queries = queries;
        this.audit = audit;
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

    /** Those of the same cluster that look like an enterprise as it shall be called and that nobody has answered for. */
    List<Question> about(Enterprise wanted) {
        Set<Pair> answered = answered();
        List<Enterprise> cluster = ledger.listEnterprises(wanted.clusterId());
        Map<Long, Set<Question.Likeness>> like = new NearMatches(cluster).like(wanted);
        Set<Long> apartByName = answers.apartFrom(wanted.clusterId(), wanted.nameKey());
        return cluster.stream().filter(other -> like.containsKey(other.requireId()))
                .filter(other -> !apartByName.contains(other.requireId()))
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
        if (answers.keepApart(one, two, reason.strip())) {
            audit.note("enterprise.kept_apart", "enterprise", Long.toString(one), Map.of("other", two, "reason", reason));
        }
    }

    /**
     * Answers whether a name that the ledger does not have means one of its enterprises, in place of an earlier answer. Where
     * it does, imports take its rows for that enterprise's; where it does not, they do not ask again. A name that another
     * enterprise of the cluster has can only be kept apart.
     *
     * @throws UserErrorsException for what its sender can mend
     */
    public void answer(long enterpriseId, String given, boolean same, String reason) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        Enterprise enterprise = ledger.enterprises(List.of(enterpriseId)).get(enterpriseId);
        String name = given.strip();
        String key = CellText.key(name);
        if (enterprise == null || key.isEmpty() || name.length() > Successions.LONGEST || key.equals(enterprise.nameKey())) {
            throw new UserErrorsException(List.of(UserError.of("name", "NAME_ANSWER_INVALID",
                    "须为台账中的一家企业和另一个名称，名称 1 至 " + Successions.LONGEST + " 个字。")));
        }
        Optional<Enterprise> holder = ledger.findNamed(enterprise.clusterId(), key);
        if (holder.isPresent() && same) {
            throw new UserErrorsException(List.of(UserError.of("name", "NAME_TAKEN",
                    "该集群已有名为“" + holder.get().name() + "”的企业；如为同一企业，请用合并。")));
        }
        if (holder.isPresent()) {
            keepApart(enterpriseId, holder.get().requireId(), reason);
            return;
        }
        answers.put(enterprise.clusterId(), name, key, enterpriseId, same, reason.strip());
        audit.note("enterprise.name_answered", "enterprise", Long.toString(enterpriseId),
                Map.of("name", name, "same", same, "reason", reason));
    }

    /** An enterprise that was entered twice may come again under the name that went: it means the one that stays. */
    void takenFor(long stays, Enterprise gone, String reason) {
        answers.put(gone.clusterId(), gone.name(), gone.nameKey(), stays, true, reason);
    }

    /** Every answer about a name, the newest first. */
    public List<NearAnswers.Answer> answers() {
        return answers.list();
    }

    private Set<Pair> answered() {
        return new HashSet<>(queries.list("SELECT enterprise_id, other_id FROM enterprise_distinct", _ -> {
        }, row -> new Pair(row.getLong(1), row.getLong(2))));
    }
}
