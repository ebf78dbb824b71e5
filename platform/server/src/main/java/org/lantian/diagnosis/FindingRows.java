package org.lantian.diagnosis;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.engine.json.CanonicalJson;
import org.lantian.engine.quantity.Explanation;
import org.lantian.engine.rule.SuggestedTask;
import org.lantian.engine.rule.Verdict.Evidence;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.vocabulary.ProblemArea;
import org.lantian.plugin.vocabulary.ProblemColumn;
import org.lantian.tenancy.JsonColumns;

/** The table {@code finding}; called inside the tenant's transaction. */
@Singleton
class FindingRows {

    private static final String COLUMNS = "f.id, f.enterprise_id, f.base_year, f.rule_id, f.rule_version, f.subject_key, "
            + "f.area, f.problem_column, f.severity, f.text, f.evidence, f.source, f.explanations, f.origin, f.state, "
            + "f.reason, f.decided_by, f.decided_at, f.edit_text, f.edit_area, f.edit_column, f.holds, f.changed_since, "
            + "f.suggestion, f.row_version";

    private final JdbcOperations jdbc;
    private final JsonColumns json;

    FindingRows(JdbcOperations jdbc, JsonColumns json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Finding> ofEnterprises(Collection<Long> enterprises, Optional<Integer> baseYear) {
        return jdbc.prepareStatement("SELECT " + COLUMNS + " FROM finding f WHERE f.enterprise_id = ANY (?) "
                + "AND (?::integer IS NULL OR f.base_year = ?) ORDER BY f.enterprise_id, f.id", statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("bigint", enterprises.toArray()));
                    statement.setObject(2, baseYear.orElse(null), Types.INTEGER);
                    statement.setObject(3, baseYear.orElse(null), Types.INTEGER);
                    return list(statement);
                });
    }

    Optional<Finding> find(long id) {
        return jdbc.prepareStatement("SELECT " + COLUMNS + " FROM finding f WHERE f.id = ?", statement -> {
            statement.setLong(1, id);
            return list(statement).stream().findFirst();
        });
    }

    List<Finding> listByIds(Collection<Long> ids) {
        return jdbc.prepareStatement("SELECT " + COLUMNS + " FROM finding f WHERE f.id = ANY (?) "
                + "ORDER BY f.enterprise_id, f.id", statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("bigint", ids.toArray()));
                    return list(statement);
                });
    }

    List<Finding> page(FindingFilter filter, int offset, int limit) {
        return jdbc.prepareStatement("SELECT " + COLUMNS + FindingFilter.FROM_WHERE
                + " ORDER BY f.enterprise_id, f.id OFFSET ? LIMIT ?", statement -> {
                    int next = filter.bind(statement);
                    statement.setInt(next, offset);
                    statement.setInt(next + 1, limit);
                    return list(statement);
                });
    }

    long count(FindingFilter filter) {
        return jdbc.prepareStatement("SELECT count(*)" + FindingFilter.FROM_WHERE, statement -> {
            filter.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    void insert(int baseYear, FindingOrigin origin, List<FindingChanges.Added> added) {
        jdbc.prepareStatement("INSERT INTO finding(rule_version, area, problem_column, severity, text, evidence, source, "
                + "explanations, suggestion, enterprise_id, base_year, rule_id, subject_key, origin) "
                + "VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?)", statement -> {
                    for (FindingChanges.Added each : added) {
                        int next = bind(statement, each.content());
                        statement.setLong(next, each.enterpriseId());
                        statement.setInt(next + 1, baseYear);
                        statement.setString(next + 2, each.content().ruleId());
                        statement.setString(next + 3, each.content().subject());
                        statement.setString(next + 4, origin.name());
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    void update(List<FindingChanges.Changed> changed) {
        jdbc.prepareStatement("UPDATE finding SET rule_version = ?, area = ?, problem_column = ?, severity = ?, text = ?, "
                + "evidence = ?::jsonb, source = ?, explanations = ?::jsonb, suggestion = ?::jsonb, "
                + "changed_since = (state <> 'OPEN'), row_version = row_version + 1, updated_at = now() WHERE id = ?", statement -> {
                    for (FindingChanges.Changed each : changed) {
                        statement.setLong(bind(statement, each.content()), each.id());
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    void delete(List<Finding> removed) {
        jdbc.prepareStatement("DELETE FROM finding WHERE id = ANY (?)", statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("bigint",
                    removed.stream().map(Finding::id).toArray()));
            return statement.executeUpdate();
        });
    }

    /** Notes whether decided findings still hold. */
    void hold(List<Long> ids, boolean holds) {
        jdbc.prepareStatement("UPDATE finding SET holds = ?, row_version = row_version + 1, updated_at = now() "
                + "WHERE id = ANY (?)", statement -> {
                    statement.setBoolean(1, holds);
                    statement.setArray(2, statement.getConnection().createArrayOf("bigint", ids.toArray()));
                    return statement.executeUpdate();
                });
    }

    /** Which of the rows, in their order, had the version that was seen and now have the decision. */
    List<Boolean> decide(List<Findings.Choice> rows, FindingDecision decision, String actor, OffsetDateTime at) {
        return jdbc.prepareStatement("UPDATE finding SET state = ?, reason = nullif(?, ''), decided_by = ?, "
                + "decided_at = ?, changed_since = false, row_version = row_version + 1, updated_at = ? "
                + "WHERE id = ? AND row_version = ?", statement -> {
                    for (Findings.Choice row : rows) {
                        statement.setString(1, decision.state().name());
                        statement.setString(2, decision.reason());
                        statement.setString(3, actor);
                        statement.setObject(4, at);
                        statement.setObject(5, at);
                        statement.setLong(6, row.id());
                        statement.setInt(7, row.rowVersion());
                        statement.addBatch();
                    }
                    return Arrays.stream(statement.executeBatch()).mapToObj(count -> count == 1).toList();
                });
    }

    /** Puts a person's words in the rule's place, or takes them away. */
    void edit(long id, Optional<FindingEdit> edit) {
        jdbc.prepareStatement("UPDATE finding SET edit_text = ?, edit_area = ?, edit_column = ? WHERE id = ?", statement -> {
            statement.setString(1, edit.map(FindingEdit::text).orElse(null));
            statement.setString(2, edit.map(words -> words.area().name()).orElse(null));
            statement.setString(3, edit.flatMap(FindingEdit::column).map(Enum::name).orElse(null));
            statement.setLong(4, id);
            return statement.executeUpdate();
        });
    }

    private int bind(PreparedStatement statement, FindingContent content) throws SQLException {
        statement.setString(1, content.ruleVersion());
        statement.setString(2, content.area().name());
        statement.setString(3, content.column().map(Enum::name).orElse(null));
        statement.setString(4, content.severity().name());
        statement.setString(5, content.text());
        statement.setString(6, json.write(content.evidence()));
        statement.setString(7, content.source());
        statement.setString(8, json.write(content.explanations()));
        statement.setString(9, content.suggestion().map(CanonicalJson::write).orElse(null));
        return 10;
    }

    private List<Finding> list(PreparedStatement statement) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                findings.add(finding(rows));
            }
        }
        return findings;
    }

    private Finding finding(ResultSet row) throws SQLException {
        FindingContent content = new FindingContent(row.getString("rule_id"), row.getString("rule_version"),
                row.getString("subject_key"), ProblemArea.valueOf(row.getString("area")),
                Optional.ofNullable(row.getString("problem_column")).map(ProblemColumn::valueOf),
                Severity.valueOf(row.getString("severity")), row.getString("text"),
                json.list(row.getString("evidence"), Evidence.class), row.getString("source"),
                json.list(row.getString("explanations"), Explanation.class),
                Optional.ofNullable(row.getString("suggestion")).map(text -> CanonicalJson.read(text, SuggestedTask.class)));
        return new Finding(row.getLong("id"), row.getLong("enterprise_id"), row.getInt("base_year"), content,
                FindingOrigin.valueOf(row.getString("origin")), FindingState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("reason")), Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class)), edit(row),
                row.getBoolean("holds"), row.getBoolean("changed_since"), row.getInt("row_version"));
    }

    private static Optional<FindingEdit> edit(ResultSet row) throws SQLException {
        String text = row.getString("edit_text");
        return text == null ? Optional.empty() : Optional.of(new FindingEdit(text,
                ProblemArea.valueOf(row.getString("edit_area")),
                Optional.ofNullable(row.getString("edit_column")).map(ProblemColumn::valueOf)));
    }
}
