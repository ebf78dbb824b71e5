package org.lantian.plan.consult;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.common.Actor;
import org.lantian.plan.consult.Consultation.Answer;
import org.lantian.plan.consult.Consultation.Invited;
import org.lantian.tenancy.RowQueries;

/** Rows of consultation and consultation_unit. */
@Singleton
class ConsultationRows {

    private static final String SELECT = "SELECT id, plan_id, plan_version_id, deadline, note, actor, created_at,"
            + " closed_at FROM consultation WHERE ";

    private final JdbcOperations jdbc;
    private final RowQueries queries;

    ConsultationRows(JdbcOperations jdbc, RowQueries queries) {
        this.jdbc = jdbc;
        this.queries = queries;
    }

    /** The oldest first. */
    List<Consultation> listOfPlans(Collection<Long> plans) {
        return list("plan_id", plans);
    }

    List<Consultation> listByIds(Collection<Long> ids) {
        return list("id", ids);
    }

    private List<Consultation> list(String column, Collection<Long> keys) {
        List<Consultation> bare = queries.list(SELECT + column + " = ANY (?) ORDER BY id",
                statement -> RowQueries.ids(statement, 1, keys), ConsultationRows::consultation);
        Map<Long, List<Invited>> units = queries.list("SELECT consultation_id, org_unit_id, answer, answered_at"
                + " FROM consultation_unit WHERE consultation_id = ANY (?) ORDER BY consultation_id, ordinal",
                statement -> RowQueries.ids(statement, 1, bare.stream().map(Consultation::id).toList()),
                ConsultationRows::invited).stream().collect(Collectors.groupingBy(Invited::consultation));
        return bare.stream().map(one -> new Consultation(one.id(), one.plan(), one.version(), one.deadline(), one.note(),
                one.actor(), one.createdAt(), one.closedAt(), units.getOrDefault(one.id(), List.of()))).toList();
    }

    long insert(long plan, long version, LocalDate deadline, String note, List<Long> units) {
        long id = queries.list("INSERT INTO consultation (plan_id, plan_version_id, deadline, note, actor)"
                + " VALUES (?, ?, ?, ?, ?) RETURNING id", statement -> {
                    statement.setLong(1, plan);
                    statement.setLong(2, version);
                    statement.setDate(3, Date.valueOf(deadline));
                    statement.setString(4, note);
                    statement.setString(5, Actor.current().name());
                }, row -> row.getLong(1)).getFirst();
        jdbc.prepareStatement("INSERT INTO consultation_unit (consultation_id, org_unit_id, ordinal)"
                + " SELECT ?, unit, place FROM unnest(?) WITH ORDINALITY AS invited(unit, place)", statement -> {
                    statement.setLong(1, id);
                    RowQueries.ids(statement, 2, units);
                    return statement.executeUpdate();
                });
        return id;
    }

    void answer(long consultation, long unit, Answer answer) {
        jdbc.prepareStatement("UPDATE consultation_unit SET answer = ?, answered_at = now() WHERE consultation_id = ?"
                + " AND org_unit_id = ?", statement -> {
                    statement.setString(1, answer.name());
                    statement.setLong(2, consultation);
                    statement.setLong(3, unit);
                    return statement.executeUpdate();
                });
    }

    void close(long id) {
        jdbc.prepareStatement("UPDATE consultation SET closed_at = now() WHERE id = ? AND closed_at IS NULL", statement -> {
            statement.setLong(1, id);
            return statement.executeUpdate();
        });
    }

    private static Consultation consultation(ResultSet row) throws SQLException {
        return new Consultation(row.getLong("id"), row.getLong("plan_id"), row.getLong("plan_version_id"),
                row.getObject("deadline", LocalDate.class), row.getString("note"), row.getString("actor"),
                row.getObject("created_at", OffsetDateTime.class),
                Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class)), List.of());
    }

    private static Invited invited(ResultSet row) throws SQLException {
        return new Invited(row.getLong("consultation_id"), row.getLong("org_unit_id"),
                Answer.valueOf(row.getString("answer")),
                Optional.ofNullable(row.getObject("answered_at", OffsetDateTime.class)));
    }
}
