package org.lantian.ledger.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.common.Actor;
import org.lantian.ledger.LedgerEdits;
import org.lantian.ledger.round.LedgerForm.FilledAs;
import org.lantian.ledger.round.LedgerForm.State;
import org.lantian.tenancy.JsonColumns;
import org.lantian.tenancy.RowQueries;

/** The tables of rounds, forms, figures and steps. */
@Singleton
final class RoundRows {

    private static final String ROUND = "o.id AS o_id, o.kind, o.period, o.cluster_id, o.due, o.verify_due, o.due_source, o.jump_ratio, "
            + "o.state AS o_state, o.opened_by, o.opened_at";
    private static final String FORMS = "SELECT f.id, f.enterprise_id, e.county, f.state, f.asked, f.cells, f.ledger_version, f.ledger_year, f.statement, "
            + "f.filled_as, f.filled_by, f.filled_at, f.verified_by, f.verified_at, f.remark, f.row_version, " + ROUND;
    private static final String FROM_FORMS = " FROM ledger_form f JOIN ledger_round o ON o.id = f.round_id "
            + "JOIN enterprise e ON e.id = f.enterprise_id AND e.deleted_at IS NULL ";

    private final JdbcOperations jdbc;
    private final RowQueries queries;
    private final JsonColumns json;

    RoundRows(JdbcOperations jdbc, RowQueries queries, JsonColumns json) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.json = json;
    }

    Optional<Long> findId(RoundPeriod period, Optional<Long> cluster) {
        return queries.list("SELECT id FROM ledger_round WHERE kind = ? AND period = ? AND coalesce(cluster_id, 0) = ?",
                statement -> {
                    statement.setString(1, period.kind().name());
                    statement.setString(2, period.text());
                    statement.setLong(3, cluster.orElse(0L));
                }, row -> row.getLong(1)).stream().findFirst();
    }

    long insert(Rounds.Opening opening, RoundDeadlines.Deadlines deadlines, OffsetDateTime now) {
        return jdbc.prepareStatement("INSERT INTO ledger_round (kind, period, cluster_id, due, verify_due, jump_ratio, "
                + "opened_by, opened_at, due_source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id", insert -> {
                    insert.setString(1, opening.period().kind().name());
                    insert.setString(2, opening.period().text());
                    insert.setObject(3, opening.cluster().orElse(null), Types.BIGINT);
                    insert.setObject(4, deadlines.due());
                    insert.setObject(5, deadlines.verifyDue());
                    insert.setBigDecimal(6, opening.jumpRatio());
                    insert.setString(7, Actor.current().name());
                    insert.setObject(8, now);
                    insert.setString(9, deadlines.source().orElse(null));
                    try (ResultSet row = insert.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }

    void insertForms(long round, Map<Long, List<Figure.Asked>> asked) {
        jdbc.prepareStatement("INSERT INTO ledger_form (round_id, enterprise_id, asked) VALUES (?, ?, ?::jsonb)", insert -> {
            for (Map.Entry<Long, List<Figure.Asked>> form : asked.entrySet()) {
                insert.setLong(1, round);
                insert.setLong(2, form.getKey());
                insert.setString(3, json.write(form.getValue()));
                insert.addBatch();
            }
            return insert.executeBatch();
        });
    }

    void close(long round, OffsetDateTime now) {
        jdbc.prepareStatement("UPDATE ledger_round SET state = 'CLOSED', closed_by = ?, closed_at = ? WHERE id = ?", update -> {
            update.setString(1, Actor.current().name());
            update.setObject(2, now);
            update.setLong(3, round);
            return update.executeUpdate();
        });
    }

    /** The latest period first. */
    List<LedgerRound> rounds(Optional<Long> id) {
        return queries.list("SELECT " + ROUND + " FROM ledger_round o WHERE (?::bigint IS NULL OR o.id = ?) "
                + "ORDER BY left(o.period, 4) DESC, o.opened_at DESC, o.id DESC", statement -> {
                    statement.setObject(1, id.orElse(null), Types.BIGINT);
                    statement.setObject(2, id.orElse(null), Types.BIGINT);
                }, RoundRows::round);
    }

    /** @return whether the row was still at that version */
    boolean fill(LedgerForm form, FilledAs as, List<LedgerEdits.Cell> cells, LedgerForm.Basis basis, String statement,
            OffsetDateTime now) {
        return jdbc.prepareStatement("UPDATE ledger_form SET state = 'FILLED', cells = ?::jsonb, statement = ?, filled_as = ?, "
                + "filled_by = ?, filled_at = ?, ledger_version = ?, ledger_year = ?, verified_by = NULL, verified_at = NULL, row_version = row_version + 1 "
                + "WHERE id = ? AND row_version = ?", update -> {
                    update.setString(1, json.write(cells));
                    update.setString(2, statement);
                    update.setString(3, as.name());
                    update.setString(4, Actor.current().name());
                    update.setObject(5, now);
                    update.setInt(6, basis.rowVersion());
                    update.setInt(7, basis.year());
                    update.setLong(8, form.id());
                    update.setInt(9, form.rowVersion());
                    return update.executeUpdate() == 1;
                });
    }

    void replaceFigures(long form, List<Figure> figures) {
        jdbc.prepareStatement("DELETE FROM ledger_figure WHERE form_id = ?", delete -> {
            delete.setLong(1, form);
            return delete.executeUpdate();
        });
        jdbc.prepareStatement("INSERT INTO ledger_figure (form_id, ordinal, field, label, unit, value) "
                + "VALUES (?, ?, ?, ?, ?, ?)", insert -> {
                    int ordinal = 1;
                    for (Figure figure : figures) {
                        insert.setLong(1, form);
                        insert.setInt(2, ordinal++);
                        insert.setString(3, figure.field());
                        insert.setString(4, figure.row());
                        insert.setString(5, figure.unit());
                        insert.setBigDecimal(6, figure.value());
                        insert.addBatch();
                    }
                    return insert.executeBatch();
                });
    }

    /** @return whether the row was still at that version */
    boolean settle(LedgerForm form, State state, String remark, OffsetDateTime now) {
        return jdbc.prepareStatement("UPDATE ledger_form SET state = ?, verified_by = ?, verified_at = ?, remark = ?, "
                + "row_version = row_version + 1 WHERE id = ? AND row_version = ?", update -> {
                    update.setString(1, state.name());
                    update.setString(2, Actor.current().name());
                    update.setObject(3, now);
                    update.setString(4, remark);
                    update.setLong(5, form.id());
                    update.setInt(6, form.rowVersion());
                    return update.executeUpdate() == 1;
                });
    }

    void step(long form, State act, String remark, OffsetDateTime now) {
        jdbc.prepareStatement("INSERT INTO ledger_form_step (form_id, act, actor, at, remark) VALUES (?, ?, ?, ?, ?)", insert -> {
            insert.setLong(1, form);
            insert.setString(2, act.name());
            insert.setString(3, Actor.current().name());
            insert.setObject(4, now);
            insert.setString(5, remark);
            return insert.executeUpdate();
        });
    }

    Map<Long, List<LedgerForm.Step>> steps(Collection<Long> forms) {
        Map<Long, List<LedgerForm.Step>> found = new HashMap<>();
        queries.list("SELECT form_id, act, actor, at, remark FROM ledger_form_step WHERE form_id = ANY (?) ORDER BY id",
                statement -> RowQueries.ids(statement, 1, forms),
                row -> found.computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                        .add(new LedgerForm.Step(State.valueOf(row.getString(2)), row.getString(3),
                                row.getObject(4, OffsetDateTime.class), row.getString(5))));
        return found;
    }

    /** By county and enterprise name. */
    List<LedgerForm> forms(Forms.Filter filter, LocalDate today, int offset, int limit) {
        return withFigures(queries.list(FORMS + FROM_FORMS + filter.where()
                + " ORDER BY e.county COLLATE \"zh-x-icu\", e.name COLLATE \"zh-x-icu\", f.id OFFSET ? LIMIT ?", statement -> {
                    int next = filter.bind(statement, today);
                    statement.setInt(next, offset);
                    statement.setInt(next + 1, limit);
                }, this::form));
    }

    long count(Forms.Filter filter, LocalDate today) {
        return queries.list("SELECT count(*)" + FROM_FORMS + filter.where(), statement -> filter.bind(statement, today),
                row -> row.getLong(1)).getFirst();
    }

    /** By county, in the order of their names; where the ledger has none last. */
    List<Rounds.Progress> progress(long round, LocalDate today) {
        return queries.list("SELECT place, count(*), count(*) FILTER (WHERE state IN ('FILLED', 'VERIFIED')), count(*) FILTER "
                + "(WHERE state = 'VERIFIED'), count(*) FILTER (WHERE late) FROM (SELECT coalesce(e.county, '') AS place, "
                + "f.state, (" + Forms.Filter.LATE + ") AS late" + FROM_FORMS + "WHERE f.round_id = ?) form "
                + "GROUP BY place ORDER BY place = '', place COLLATE \"zh-x-icu\"",
                statement -> {
                    statement.setObject(1, today);
                    statement.setObject(2, today);
                    statement.setLong(3, round);
                }, row -> new Rounds.Progress(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)));
    }

    Optional<LedgerForm> form(long id) {
        return withFigures(queries.list(FORMS + FROM_FORMS + "WHERE f.id = ?", statement -> statement.setLong(1, id),
                this::form)).stream().findFirst();
    }

    /** Forms of enterprises for periods that were filled, whatever round they belong to; verified ones first. */
    List<LedgerForm> filled(Collection<RoundPeriod> periods, Collection<Long> enterprises) {
        return withFigures(queries.list(FORMS + FROM_FORMS + "WHERE o.period = ANY (?) AND f.enterprise_id = ANY (?) "
                + "AND f.state IN ('FILLED', 'VERIFIED') ORDER BY (f.state = 'VERIFIED') DESC, f.id", statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("text",
                            periods.stream().map(RoundPeriod::text).toArray()));
                    RowQueries.ids(statement, 2, enterprises);
                }, this::form));
    }

    private List<LedgerForm> withFigures(List<LedgerForm> bare) {
        Map<Long, List<Figure>> figures = new HashMap<>();
        queries.list("SELECT form_id, field, label, unit, value FROM ledger_figure WHERE form_id = ANY (?) ORDER BY ordinal",
                statement -> RowQueries.ids(statement, 1, bare.stream().map(LedgerForm::id).toList()),
                row -> figures.computeIfAbsent(row.getLong(1), key -> new ArrayList<>()).add(new Figure(
                        row.getString(2), row.getString(3), row.getString(4), row.getBigDecimal(5))));
        return bare.stream().map(form -> form.with(figures.getOrDefault(form.id(), List.of()))).toList();
    }

    private LedgerForm form(ResultSet row) throws SQLException {
        return new LedgerForm(row.getLong("id"), round(row), row.getLong("enterprise_id"),
                Optional.ofNullable(row.getString("county")), State.valueOf(row.getString("state")),
                json.list(row.getString("asked"), Figure.Asked.class), List.of(), json.list(row.getString("cells"), LedgerEdits.Cell.class),
                basis(row), row.getString("statement"), Optional.ofNullable(row.getString("filled_as")).map(FilledAs::valueOf),
                Optional.ofNullable(row.getString("filled_by")),
                Optional.ofNullable(row.getObject("filled_at", OffsetDateTime.class)),
                Optional.ofNullable(row.getString("verified_by")),
                Optional.ofNullable(row.getObject("verified_at", OffsetDateTime.class)), row.getString("remark"),
                row.getInt("row_version"));
    }

    private static Optional<LedgerForm.Basis> basis(ResultSet row) throws SQLException {
        Integer version = row.getObject("ledger_version", Integer.class);
        return version == null ? Optional.empty()
                : Optional.of(new LedgerForm.Basis(version, row.getInt("ledger_year")));
    }

    private static LedgerRound round(ResultSet row) throws SQLException {
        return new LedgerRound(row.getLong("o_id"),
                new RoundPeriod(RoundPeriod.Kind.valueOf(row.getString("kind")), row.getString("period")),
                Optional.ofNullable(row.getObject("cluster_id", Long.class)), row.getObject("due", LocalDate.class),
                row.getObject("verify_due", LocalDate.class), Optional.ofNullable(row.getString("due_source")),
                row.getBigDecimal("jump_ratio"),
                LedgerRound.State.valueOf(row.getString("o_state")), row.getString("opened_by"),
                row.getObject("opened_at", OffsetDateTime.class));
    }
}
