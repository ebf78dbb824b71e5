package org.lantian.diagnosis;

import java.util.List;
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

    private static final String RENUMBER = "UPDATE finding SET subject_key = ?, row_version = row_version + 1, updated_at = now() "
            + "WHERE enterprise_id = ? AND rule_id = ANY (?) AND subject_key = ?";

    private final RowQueries queries;
    private final JdbcOperations jdbc;
    private final OutletSubjects subjects;

    FollowedFindings(RowQueries queries, JdbcOperations jdbc, OutletSubjects subjects) {
        super(queries, "finding", MOVE, "FROM finding WHERE (origin = 'IMPORT' OR state <> 'OPEN') AND enterprise_id = ?",
                "所选问题不全是被拆分企业的问题。");
        this.queries = queries;
        this.jdbc = jdbc;
        this.subjects = subjects;
    }

    @Override
    protected void renumber(long enterprise, Map<String, String> outlets) {
        if (outlets.isEmpty()) {
            return;
        }
        String[] rules = subjects.rules().toArray(String[]::new);
        List<String> keys = queries.list("SELECT DISTINCT subject_key FROM finding WHERE enterprise_id = ? AND rule_id = ANY (?)",
                select -> {
                    select.setLong(1, enterprise);
                    select.setArray(2, select.getConnection().createArrayOf("text", rules));
                }, row -> row.getString(1)).stream().filter(key -> !OutletSubjects.renumbered(key, outlets).equals(key)).toList();
        jdbc.prepareStatement(RENUMBER, update -> {
            for (String key : keys) {
                update.setString(1, OutletSubjects.renumbered(key, outlets));
                update.setLong(2, enterprise);
                update.setArray(3, update.getConnection().createArrayOf("text", rules));
                update.setString(4, key);
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
