package org.lantian.diagnosis;

import java.util.Map;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
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

    /** The key begins with the outlet's number; {@code #2} after it tells a second outlet of that number. */
    private static final String RENUMBER = "UPDATE finding r SET subject_key = ? || substr(r.subject_key, length(?) + 1), "
            + "row_version = row_version + 1, updated_at = now() WHERE r.enterprise_id = ? AND r.rule_id = ANY (?) "
            + "AND starts_with(r.subject_key, ?) AND substr(r.subject_key, length(?) + 1) ~ '^(#[0-9]+)?$'";

    private final JdbcOperations jdbc;
    private final OutletSubjects subjects;

    FollowedFindings(RowQueries queries, JdbcOperations jdbc, OutletSubjects subjects) {
        super(queries, "finding", MOVE, "FROM finding WHERE (origin = 'IMPORT' OR state <> 'OPEN') AND enterprise_id = ?",
                "所选问题不全是被拆分企业的问题。");
        this.jdbc = jdbc;
        this.subjects = subjects;
    }

    @Override
    protected void renumber(long enterprise, Map<String, String> outlets) {
        if (outlets.isEmpty()) {
            return;
        }
        String[] rules = subjects.rules().toArray(String[]::new);
        jdbc.prepareStatement(RENUMBER, update -> {
            for (Map.Entry<String, String> number : outlets.entrySet()) {
                update.setString(1, number.getValue());
                update.setString(2, number.getKey());
                update.setLong(3, enterprise);
                update.setArray(4, update.getConnection().createArrayOf("text", rules));
                update.setString(5, number.getKey());
                update.setString(6, number.getKey());
                update.addBatch();
            }
            return update.executeBatch();
        });
    }

    @Override
    public String type() {
        return "Finding";
    }
}
