package org.lantian.ledger.register;

import jakarta.inject.Singleton;

import org.lantian.ledger.succession.FollowingRows;
import org.lantian.tenancy.RowQueries;

/**
 * Lets what people entered on registers follow its enterprise; what rules derived is derived afresh. Where the other one
 * stands on the register at the same time, that entry counts.
 */
@Singleton
final class FollowedEntries extends FollowingRows {

    private static final String MOVE = "UPDATE register_entry r SET enterprise_id = ?, row_version = row_version + 1 "
            + "WHERE r.enterprise_id = ? AND r.origin = 'MANUAL' AND NOT EXISTS (SELECT 1 FROM register_entry t "
            + "WHERE t.enterprise_id = ? AND t.register_id = r.register_id AND t.origin = 'MANUAL' AND daterange("
            + "t.valid_from, t.valid_to, '[]') && daterange(r.valid_from, r.valid_to, '[]'))";

    FollowedEntries(RowQueries queries) {
        super(queries, "entry", MOVE, "FROM register_entry WHERE origin = 'MANUAL' AND enterprise_id = ?",
                "所选名录记录不全是被拆分企业的，或由规则判定。");
    }

    @Override
    public String type() {
        return "RegisterEntry";
    }
}
