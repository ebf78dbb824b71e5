package org.lantian.diagnosis;

import jakarta.inject.Singleton;

import org.lantian.ledger.succession.FollowingRows;
import org.lantian.tenancy.RowQueries;

/**
 * Lets findings follow their enterprise. Where the other one already has a finding of the same rule on the same thing,
 * that one counts and the first stays behind. Open findings of rules come again with the next diagnosis; what people wrote
 * or decided would be lost.
 */
@Singleton
final class FollowedFindings extends FollowingRows {

    private static final String MOVE = "UPDATE finding r SET enterprise_id = ?, row_version = row_version + 1, "
            + "updated_at = now() WHERE r.enterprise_id = ? AND NOT EXISTS (SELECT 1 FROM finding t WHERE "
            + "t.enterprise_id = ? AND t.base_year = r.base_year AND t.rule_id = r.rule_id "
            + "AND t.subject_key = r.subject_key)";

    FollowedFindings(RowQueries queries) {
        super(queries, "finding", MOVE, "FROM finding WHERE (origin = 'IMPORT' OR state <> 'OPEN') AND enterprise_id = ?",
                "所选问题不全是被拆分企业的问题。");
    }

    @Override
    public String type() {
        return "Finding";
    }
}
