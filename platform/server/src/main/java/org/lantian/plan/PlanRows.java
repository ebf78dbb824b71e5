package org.lantian.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.common.DomainException;
import org.lantian.tenancy.RowQueries;
import org.lantian.tenancy.event.Events;

/** Rows of plan. */
@Singleton
class PlanRows {

    private static final String SELECT = "SELECT id, cluster_id, title, mark, base_year, term_from, term_to, state,"
            + " profile, profile_hash, number, issued_on, revises_id, row_version, created_at, updated_at FROM plan"
            + " WHERE deleted_at IS NULL ";

    private final JdbcOperations jdbc;
    private final RowQueries queries;
    private final Events events;

    PlanRows(JdbcOperations jdbc, RowQueries queries, Events events) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.events = events;
    }

    Optional<Plan> find(long id) {
        return queries.list(SELECT + "AND id = ?", statement -> statement.setLong(1, id), PlanRows::plan).stream()
                .findFirst();
    }

    /** @throws DomainException NOT_FOUND if there is none */
    Plan require(long id) {
        return find(id).orElseThrow(() -> DomainException.notFound("PLAN_NOT_FOUND", "没有编号为 " + id + " 的方案。"));
    }

    /** @throws DomainException FAILED_PRECONDITION if the plan's text is closed */
    Plan requireEditable(long id) {
        Plan plan = require(id);
        if (!plan.editable()) {
            throw DomainException.failedPrecondition("PLAN_NOT_EDITABLE",
                    "方案处于“" + plan.state().term() + "”状态，不能再修改；送审中的方案可先退回或撤回送审。");
        }
        return plan;
    }

    Map<Long, Plan> byIds(Collection<Long> ids) {
        return queries.list(SELECT + "AND id = ANY (?)", statement -> RowQueries.ids(statement, 1, ids), PlanRows::plan)
                .stream().collect(Collectors.toMap(Plan::id, Function.identity()));
    }

    /** Plans whose text is open. */
    List<Plan> listEditable() {
        return queries.list(SELECT + "AND state IN ('DRAFT', 'CONSULTATION') ORDER BY id", statement -> { },
                PlanRows::plan);
    }

    /** The newest first. */
    List<Plan> list(int offset, int count) {
        return queries.list(SELECT + "ORDER BY id DESC OFFSET ? LIMIT ?", statement -> {
            statement.setInt(1, offset);
            statement.setInt(2, count);
        }, PlanRows::plan);
    }

    long count() {
        return jdbc.prepareStatement("SELECT count(*) FROM plan WHERE deleted_at IS NULL", statement -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    boolean numberTaken(String number) {
        return jdbc.prepareStatement("SELECT 1 FROM plan WHERE number = ?", statement -> {
            statement.setString(1, number);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        });
    }

    long insert(long cluster, List<String> title, PlanOrder order, String profile, String profileHash) {
        return jdbc.prepareStatement("INSERT INTO plan (cluster_id, title, mark, base_year, term_from, term_to, profile,"
                + " profile_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id", statement -> {
                    statement.setLong(1, cluster);
                    statement.setString(2, String.join("\n", title));
                    statement.setString(3, order.mark());
                    statement.setInt(4, order.baseYear());
                    statement.setInt(5, order.termFrom());
                    statement.setInt(6, order.termTo());
                    statement.setString(7, profile);
                    statement.setString(8, profileHash);
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }

    /** Keeps other writers of the plan's clauses out until the transaction ends. */
    void lock(long id) {
        queries.list("SELECT id FROM plan WHERE id = ? FOR UPDATE", statement -> statement.setLong(1, id),
                row -> row.getLong(1));
    }

    /** Counts a change of the plan's content. */
    void touch(long id) {
        jdbc.prepareStatement("UPDATE plan SET row_version = row_version + 1, updated_at = now() WHERE id = ?",
                statement -> {
                    statement.setLong(1, id);
                    return statement.executeUpdate();
                });
        tellChanged(id);
    }

    /** Tells who watches the plan, once the transaction has committed. */
    void tellChanged(long id) {
        events.publish(PlanEvents.CHANGED, Long.toString(id), "");
    }

    /** @return whether the plan was still at that version and its text open */
    boolean reorder(long id, int rowVersion, PlanOrder order) {
        return jdbc.prepareStatement("UPDATE plan SET base_year = ?, term_from = ?, term_to = ?, mark = ?,"
                + " row_version = row_version + 1, updated_at = now() WHERE id = ? AND row_version = ?"
                + " AND state IN ('DRAFT', 'CONSULTATION')", statement -> {
                    statement.setInt(1, order.baseYear());
                    statement.setInt(2, order.termFrom());
                    statement.setInt(3, order.termTo());
                    statement.setString(4, order.mark());
                    statement.setLong(5, id);
                    statement.setInt(6, rowVersion);
                    return statement.executeUpdate() == 1;
                });
    }

    /** @return whether the plan was still at that version and in that state */
    boolean step(Plan plan, int rowVersion, Plan.State to) {
        return jdbc.prepareStatement("UPDATE plan SET state = ?, row_version = row_version + 1, updated_at = now()"
                + " WHERE id = ? AND row_version = ? AND state = ?", statement -> {
                    statement.setString(1, to.name());
                    statement.setLong(2, plan.id());
                    statement.setInt(3, rowVersion);
                    statement.setString(4, plan.state().name());
                    return statement.executeUpdate() == 1;
                });
    }

    /** @return whether the plan was still at that version and approved */
    boolean issue(long id, int rowVersion, String number, LocalDate on) {
        return jdbc.prepareStatement("UPDATE plan SET state = 'ISSUED', number = ?, issued_on = ?,"
                + " row_version = row_version + 1, updated_at = now() WHERE id = ? AND row_version = ?"
                + " AND state = 'APPROVED'", statement -> {
                    statement.setString(1, number);
                    statement.setObject(2, on);
                    statement.setLong(3, id);
                    statement.setInt(4, rowVersion);
                    return statement.executeUpdate() == 1;
                });
    }

    /** The plan not yet issued that is to take the place of this one. */
    Optional<Plan> revisionOf(long id) {
        return queries.list(SELECT + "AND revises_id = ? AND state IN ('DRAFT', 'CONSULTATION', 'REVIEW', 'APPROVED')",
                statement -> statement.setLong(1, id), PlanRows::plan).stream().findFirst();
    }

    /** A draft with the same cluster, title and years, that is to take the place of an issued plan. */
    long insertRevision(Plan issued, String profile, String profileHash) {
        return queries.list("INSERT INTO plan (cluster_id, title, mark, base_year, term_from, term_to, profile,"
                + " profile_hash, revises_id) SELECT cluster_id, title, mark, base_year, term_from, term_to, ?, ?, id"
                + " FROM plan WHERE id = ? RETURNING id", statement -> {
                    statement.setString(1, profile);
                    statement.setString(2, profileHash);
                    statement.setLong(3, issued.id());
                }, row -> row.getLong(1)).getFirst();
    }

    private static Plan plan(ResultSet row) throws SQLException {
        long revised = row.getLong("revises_id");
        Optional<Long> revises = row.wasNull() ? Optional.empty() : Optional.of(revised);
        return new Plan(row.getLong("id"), row.getLong("cluster_id"), List.of(row.getString("title").split("\n")),
                row.getString("mark"), row.getInt("base_year"), row.getInt("term_from"), row.getInt("term_to"),
                Plan.State.valueOf(row.getString("state")), row.getString("profile"), row.getString("profile_hash"),
                Optional.ofNullable(row.getString("number")),
                Optional.ofNullable(row.getObject("issued_on", LocalDate.class)), revises, row.getInt("row_version"),
                row.getObject("created_at", OffsetDateTime.class), row.getObject("updated_at", OffsetDateTime.class));
    }
}
