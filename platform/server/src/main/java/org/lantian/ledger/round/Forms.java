package org.lantian.ledger.round;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.ledger.LedgerEdits.Cell;
import org.lantian.ledger.round.LedgerForm.FilledAs;
import org.lantian.ledger.round.LedgerForm.State;

/**
 * Forms of rounds: filled, verified or returned. Changes of the ledger that a form carries are checked when it is filled
 * and written when it is verified. Called inside the tenant's transaction.
 */
@Singleton
public class Forms {

    private static final int LONGEST = 1_000;

    private final RoundRows rows;
    private final Fillers fillers;
    private final CarriedChanges changes;
    private final Comparisons comparisons;
    private final AuditTrail audit;
    private final Clock clock;

    Forms(RoundRows rows, Fillers fillers, CarriedChanges changes, Comparisons comparisons, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.fillers = fillers;
        this.changes = changes;
        this.comparisons = comparisons;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Which forms; all conditions must hold.
     *
     * @param late only those whose turn has passed
     * @param filler only those that this user may fill for an enterprise or a county
     */
    public record Filter(Optional<Long> round, Optional<Long> enterprise, Optional<String> county, Optional<State> state,
            boolean late, Optional<String> filler) {

        /** On forms {@code f} and rounds {@code o}; its two parameters are today. */
        static final String LATE = "f.state IN ('PENDING', 'RETURNED') AND o.due < ? OR f.state = 'FILLED' "
                + "AND o.verify_due < ?";

        String where() {
            return "WHERE (?::bigint IS NULL OR f.round_id = ?) AND (?::bigint IS NULL OR f.enterprise_id = ?) "
                    + "AND (?::text IS NULL OR e.county = ?) AND (?::text IS NULL OR f.state = ?) "
                    + "AND (NOT ? OR " + LATE + ") AND (?::text IS NULL OR EXISTS (SELECT 1 FROM ledger_filler l "
                    + "WHERE l.user_name = ? AND (l.enterprise_id = f.enterprise_id OR l.county = e.county)))";
        }

        int bind(PreparedStatement statement, LocalDate today) throws SQLException {
            int next = twice(statement, 1, round, Types.BIGINT);
            next = twice(statement, next, enterprise, Types.BIGINT);
            next = twice(statement, next, county, Types.VARCHAR);
            next = twice(statement, next, state.map(Enum::name), Types.VARCHAR);
            statement.setBoolean(next, late);
            statement.setObject(next + 1, today);
            statement.setObject(next + 2, today);
            return twice(statement, next + 3, filler, Types.VARCHAR);
        }

        private static int twice(PreparedStatement statement, int index, Optional<?> value, int type)
                throws SQLException {
            statement.setObject(index, value.orElse(null), type);
            statement.setObject(index + 1, value.orElse(null), type);
            return index + 2;
        }
    }

    /**
     * Fills a form, or fills it again while it is not verified.
     *
     * @param figures every amount that is asked for
     * @param cells what changed in the ledger itself; none says that nothing did
     * @param statement needed where a figure jumps against the year before or does not fit the months of its quarter
     * @throws UserErrorsException for everything that is wrong, at once
     * @throws DomainException FORBIDDEN, NOT_FOUND, CONFLICT, or FAILED_PRECONDITION once it is verified or closed
     */
    public LedgerForm fill(long id, int rowVersion, List<Figure> figures, List<Cell> cells, String statement) {
        LedgerForm form = require(id);
        FilledAs as = fillers.requireFiller(form);
        requireOpen(form);
        if (form.state() == State.VERIFIED) {
            throw DomainException.failedPrecondition("FORM_VERIFIED", "该表已审核，不能再填报；如有错误，请先由审核人退回。");
        }
        List<Figure> inOrder = check(form, figures, statement);
        LedgerForm.Basis basis = changes.check(form, cells);
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (form.rowVersion() != rowVersion || !rows.fill(form, as, cells, basis, statement.strip(), now)) {
            throw changed();
        }
        rows.replaceFigures(id, inOrder);
        rows.step(id, State.FILLED, statement.strip(), now);
        audit.note("ledger_form.filled", "ledger_form", Long.toString(id), Map.of("as", as.name()));
        return require(id);
    }

    private List<Figure> check(LedgerForm form, List<Figure> figures, String statement) {
        List<UserError> errors = new ArrayList<>();
        List<Figure> inOrder = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Figure.Asked asked : form.asked()) {
            figures.stream().filter(asked::of).findFirst().ifPresentOrElse(
                    figure -> inOrder.add(new Figure(asked.field(), asked.row(), asked.unit(), figure.value())),
                    () -> missing.add(asked.row()));
        }
        if (!missing.isEmpty()) {
            errors.add(UserError.of("figures", "FIGURES_MISSING", "还没有填：" + String.join("、", missing) + "；本期没有的填0。"));
        }
        figures.stream().filter(figure -> form.asked().stream().noneMatch(asked -> asked.of(figure))).forEach(
                figure -> errors.add(UserError.of("figures", "FIGURE_NOT_ASKED",
                        "没有要求填报“" + figure.row() + "”；新增的产品、能源、原辅材料、污染物请先作为台账变动填写。")));
        figures.stream().filter(figure -> figure.value().signum() < 0).forEach(figure -> errors
                .add(UserError.of("figures", "FIGURE_NEGATIVE", "“" + figure.row() + "”不能小于0。")));
        if (statement.length() > LONGEST) {
            errors.add(UserError.of("statement", "TEXT_LENGTH", "最多 " + LONGEST + " 个字。"));
        }
        if (errors.isEmpty() && statement.isBlank()) {
            unexplained(form.with(inOrder), errors);
        }
        if (!errors.isEmpty()) {
            throw new UserErrorsException(errors);
        }
        return inOrder;
    }

    private void unexplained(LedgerForm form, List<UserError> errors) {
        List<Jump> figures = comparisons.of(form);
        String jumps = figures.stream().filter(Jump::jumped).map(Comparisons::printYear).collect(Collectors.joining("；"));
        if (!jumps.isEmpty()) {
            errors.add(UserError.of("statement", "JUMP_UNEXPLAINED", "同比变动较大，请说明原因：" + jumps + "。"));
        }
        String months = figures.stream().flatMap(figure -> Comparisons.printMonths(figure).stream())
                .collect(Collectors.joining("；"));
        if (!months.isEmpty()) {
            errors.add(UserError.of("statement", "MONTHS_UNEXPLAINED", "季度数与各月已核数不符，请说明原因：" + months + "。"));
        }
    }

    /**
     * Accepts a form, which writes the changes it carries, or returns it.
     *
     * @param remark needed to return it
     * @throws DomainException FORBIDDEN, NOT_FOUND, FAILED_PRECONDITION, or CONFLICT: the form changed, or it carries
     *     changes and the enterprise changed since it was filled
     */
    public LedgerForm settle(long id, int rowVersion, boolean accepted, String remark) {
        LedgerForm form = require(id);
        fillers.requireVerifier(form);
        requireOpen(form);
        boolean possible = form.state() == State.FILLED || !accepted && form.state() == State.VERIFIED;
        if (!possible) {
            throw DomainException.failedPrecondition("FORM_NOT_FILLED", "该表现为“" + form.state().term() + "”，不能审核。");
        }
        if (!accepted && remark.isBlank() || remark.length() > LONGEST) {
            throw new UserErrorsException(List.of(UserError.of("remark", "REMARK_NEEDED",
                    "退回须写明意见，最多 " + LONGEST + " 个字。")));
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        State to = accepted ? State.VERIFIED : State.RETURNED;
        if (form.rowVersion() != rowVersion || !rows.settle(form, to, remark.strip(), now)) {
            throw changed();
        }
        if (accepted) {
            changes.write(form);
        }
        rows.step(id, to, remark.strip(), now);
        audit.note(accepted ? "ledger_form.verified" : "ledger_form.returned", "ledger_form", Long.toString(id),
                Map.of("by", Actor.current().name()));
        return require(id);
    }

    private static void requireOpen(LedgerForm form) {
        if (form.round().state() == LedgerRound.State.CLOSED) {
            throw DomainException.failedPrecondition("ROUND_CLOSED", form.round().period().print() + "的"
                    + form.round().period().kind().term() + "已结束。");
        }
    }

    private static DomainException changed() {
        return DomainException.conflict("FORM_CHANGED", "该表已被他人填报或审核，请刷新后再试。");
    }

    public Optional<LedgerForm> find(long id) {
        return rows.form(id);
    }

    /** @throws DomainException NOT_FOUND if there is none */
    public LedgerForm require(long id) {
        return find(id).orElseThrow(() -> DomainException.notFound("FORM_NOT_FOUND", "没有编号为 " + id + " 的填报表。"));
    }

    /** By county and enterprise name. */
    public List<LedgerForm> list(Filter filter, int offset, int limit) {
        return rows.forms(filter, LocalDate.now(clock), offset, limit);
    }

    public long count(Filter filter) {
        return rows.count(filter, LocalDate.now(clock));
    }

    /** Who is late today; both days are of China standard time. */
    public Optional<LedgerForm.Late> late(LedgerForm form) {
        return form.late(LocalDate.now(clock));
    }

    /** What was done with forms, by form, the first act first. */
    public Map<Long, List<LedgerForm.Step>> steps(Collection<Long> forms) {
        return rows.steps(forms);
    }
}
