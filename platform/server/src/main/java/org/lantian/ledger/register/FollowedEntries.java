package org.lantian.ledger.register;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.ledger.succession.EnterpriseCommand.Figures;
import org.lantian.ledger.succession.EnterpriseFollower;
import org.lantian.tenancy.RowQueries;

/**
 * Lets what people entered on registers follow its enterprise; what rules derived is derived afresh. Where the other one
 * stands on the register at the same time, that entry counts.
 */
@Singleton
final class FollowedEntries implements EnterpriseFollower {

    private static final String IDS = "entry";
    private static final String MOVE = "UPDATE register_entry r SET enterprise_id = ?, row_version = row_version + 1 "
            + "WHERE r.enterprise_id = ? AND r.origin = 'MANUAL' AND NOT EXISTS (SELECT 1 FROM register_entry t "
            + "WHERE t.enterprise_id = ? AND t.register_id = r.register_id AND t.origin = 'MANUAL' AND daterange("
            + "t.valid_from, t.valid_to, '[]') && daterange(r.valid_from, r.valid_to, '[]')) ";

    private final RowQueries queries;

    FollowedEntries(RowQueries queries) {
        this.queries = queries;
    }

    @Override
    public String type() {
        return "RegisterEntry";
    }

    @Override
    public Map<String, List<Long>> merged(long from, long into, Figures figures, Map<String, String> outlets) {
        return Map.of(IDS, queries.list(MOVE + "RETURNING r.id", statement -> {
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
                    "所选名录记录不全是被拆分企业的，或由规则判定。", List.of())));
        }
        return Map.of(IDS, moved);
    }

    @Override
    public void moveBack(long from, long into, Map<String, List<Long>> moved, Map<String, String> outlets) {
        move(from, into, moved.getOrDefault(IDS, List.of()));
    }

    private List<Long> move(long from, long into, List<Long> ids) {
        return queries.list(MOVE + "AND r.id = ANY (?) RETURNING r.id", statement -> {
            statement.setLong(1, into);
            statement.setLong(2, from);
            statement.setLong(3, into);
            RowQueries.ids(statement, 4, ids);
        }, row -> row.getLong(1));
    }

    @Override
    public int besides(long enterprise, Map<String, List<Long>> moved) {
        return queries.list("SELECT count(*) FROM register_entry WHERE enterprise_id = ? AND origin = 'MANUAL' "
                + "AND NOT (id = ANY (?))", statement -> {
                    statement.setLong(1, enterprise);
                    RowQueries.ids(statement, 2, moved.getOrDefault(IDS, List.of()));
                }, row -> row.getInt(1)).getFirst();
    }
}
