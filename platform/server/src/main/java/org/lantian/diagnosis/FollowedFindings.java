package org.lantian.diagnosis;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.ledger.succession.EnterpriseCommand.Figures;
import org.lantian.ledger.succession.EnterpriseFollower;
import org.lantian.tenancy.RowQueries;

/**
 * Lets findings follow their enterprise. Where the other one already has a finding of the same rule on the same thing,
 * that one counts and the first stays behind.
 */
@Singleton
final class FollowedFindings implements EnterpriseFollower {

    private static final String MOVE = "UPDATE finding f SET enterprise_id = ?, row_version = row_version + 1, "
            + "updated_at = now() WHERE f.enterprise_id = ? AND NOT EXISTS (SELECT 1 FROM finding t WHERE "
            + "t.enterprise_id = ? AND t.base_year = f.base_year AND t.rule_id = f.rule_id "
            + "AND t.subject_key = f.subject_key) ";
    private static final String IDS = "finding";

    private final RowQueries queries;

    FollowedFindings(RowQueries queries) {
        this.queries = queries;
    }

    @Override
    public String type() {
        return "Finding";
    }

    @Override
    public Map<String, List<Long>> merged(long from, long into, Figures figures, Map<String, String> outlets) {
        return Map.of(IDS, queries.list(MOVE + "RETURNING f.id", statement -> {
            statement.setLong(1, into);
            statement.setLong(2, from);
            statement.setLong(3, into);
        }, row -> row.getLong(1)));
    }

    @Override
    public Map<String, List<Long>> split(long from, long into, List<Long> chosen) {
        List<Long> moved = move(from, into, chosen);
        if (moved.size() < chosen.size()) {
            throw new UserErrorsException(List.of(new UserError(List.of("parts", "follows"), "FOLLOWER_NOT_OWN",
                    "所选问题不全是被拆分企业的问题。", List.of())));
        }
        return Map.of(IDS, moved);
    }

    @Override
    public void moveBack(long from, long into, Map<String, List<Long>> moved, Map<String, String> outlets) {
        move(from, into, moved.getOrDefault(IDS, List.of()));
    }

    private List<Long> move(long from, long into, List<Long> ids) {
        return queries.list(MOVE + "AND f.id = ANY (?) RETURNING f.id", statement -> {
            statement.setLong(1, into);
            statement.setLong(2, from);
            statement.setLong(3, into);
            RowQueries.ids(statement, 4, ids);
        }, row -> row.getLong(1));
    }

    /** Open findings of rules come again with the next diagnosis; what people wrote or decided would be lost. */
    @Override
    public int besides(long enterprise, Map<String, List<Long>> moved) {
        return queries.list("SELECT count(*) FROM finding WHERE enterprise_id = ? AND NOT (id = ANY (?)) "
                + "AND (origin = 'IMPORT' OR state <> 'OPEN')", statement -> {
                    statement.setLong(1, enterprise);
                    RowQueries.ids(statement, 2, moved.getOrDefault(IDS, List.of()));
                }, row -> row.getInt(1)).getFirst();
    }
}
