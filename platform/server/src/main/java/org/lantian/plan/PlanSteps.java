package org.lantian.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.tenancy.RowQueries;

/** Takes plans from state to state, and keeps each step. */
@Singleton
class PlanSteps {

    private static final int LONGEST_NOTE = 2_000;

    private final PlanRows plans;
    private final JdbcOperations jdbc;
    private final RowQueries queries;
    private final AuditTrail audit;

    PlanSteps(PlanRows plans, JdbcOperations jdbc, RowQueries queries, AuditTrail audit) {
        this.plans = plans;
        this.jdbc = jdbc;
        this.queries = queries;
        this.audit = audit;
    }

    /** @throws DomainException FAILED_PRECONDITION if the plan is in none of the states */
    Plan require(long id, String act, Plan.State... allowed) {
        Plan plan = plans.require(id);
        if (!List.of(allowed).contains(plan.state())) {
            throw DomainException.failedPrecondition("PLAN_STATE", "方案处于“" + plan.state().term() + "”状态，不能" + act + "；"
                    + "只有“" + List.of(allowed).stream().map(Plan.State::term).collect(Collectors.joining("、"))
                    + "”状态的方案可以。");
        }
        return plan;
    }

    /**
     * Takes a plan to another state.
     *
     * @throws DomainException CONFLICT if somebody else changed the plan since that version
     */
    Plan take(Plan plan, int rowVersion, Plan.State to) {
        if (!plans.step(plan, rowVersion, to)) {
            throw conflict();
        }
        return plans.require(plan.id());
    }

    static DomainException conflict() {
        return DomainException.conflict("PLAN_CHANGED", "方案已被他人修改，请刷新后重试。");
    }

    void keep(Plan before, Plan.State to, String note, Optional<Long> version) {
        jdbc.prepareStatement("INSERT INTO plan_step (plan_id, from_state, to_state, actor, note, plan_version_id)"
                + " VALUES (?, ?, ?, ?, ?, ?)", statement -> {
                    statement.setLong(1, before.id());
                    statement.setString(2, before.state().name());
                    statement.setString(3, to.name());
                    statement.setString(4, Actor.current().name());
                    statement.setString(5, note.strip());
                    if (version.isPresent()) {
                        statement.setLong(6, version.get());
                    } else {
                        statement.setNull(6, Types.BIGINT);
                    }
                    return statement.executeUpdate();
                });
        plans.tellChanged(before.id());
        audit.note("plan.stepped", "plan", Long.toString(before.id()),
                Map.of("from", before.state().name(), "to", to.name(), "note", note.strip()));
    }

    /** A note that must say something. */
    static String reason(String note) {
        if (note.isBlank()) {
            throw new UserErrorsException(List.of(UserError.of("reason", "REASON_MISSING", "请说明理由。")));
        }
        return note(note);
    }

    static String note(String note) {
        if (note.length() > LONGEST_NOTE) {
            throw new UserErrorsException(
                    List.of(UserError.of("note", "TEXT_LENGTH", "最多 " + LONGEST_NOTE + " 个字。")));
        }
        return note.strip();
    }

    /** The oldest first. */
    Map<Long, List<PlanStep>> listOf(Collection<Long> ids) {
        return queries.list("SELECT id, plan_id, from_state, to_state, actor, note, plan_version_id, created_at"
                + " FROM plan_step WHERE plan_id = ANY (?) ORDER BY id", statement -> RowQueries.ids(statement, 1, ids),
                PlanSteps::step).stream().collect(Collectors.groupingBy(PlanStep::plan));
    }

    private static PlanStep step(ResultSet row) throws SQLException {
        long version = row.getLong("plan_version_id");
        Optional<Long> frozen = row.wasNull() ? Optional.empty() : Optional.of(version);
        return new PlanStep(row.getLong("id"), row.getLong("plan_id"), Plan.State.valueOf(row.getString("from_state")),
                Plan.State.valueOf(row.getString("to_state")), row.getString("actor"), row.getString("note"), frozen,
                row.getObject("created_at", OffsetDateTime.class));
    }
}
