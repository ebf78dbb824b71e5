package org.lantian.ledger.round;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.ledger.ChangeOrigin;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.LedgerEdits;
import org.lantian.ledger.LedgerEdits.Cell;
import org.lantian.ledger.history.FieldChange;
import org.lantian.ledger.history.LedgerChange;
import org.lantian.ledger.history.LedgerHistory;
import org.lantian.ledger.round.LedgerForm.FilledAs;
import org.lantian.ledger.round.LedgerForm.State;

/**
 * Forms of rounds: filled, verified or returned. Changes of the ledger that a form carries are checked when it is filled
 * and written when it is verified. Called inside the tenant's transaction.
 */
@Singleton
public class Forms {

    private static final int LONGEST = 1_000;
    private static final int TOLD = 5;

    private final RoundRows rows;
    private final Fillers fillers;
    private final LedgerEdits edits;
    private final Ledger ledger;
    private final LedgerHistory history;
    private final AuditTrail audit;
    private final Clock clock;

    Forms(RoundRows rows, Fillers fillers, LedgerEdits edits, Ledger ledger, LedgerHistory history,
            AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.fillers = fillers;
        this.edits = edits;
        this.ledger = ledger;
        this.history = history;
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
     * @param statement needed where a figure jumps against the year before
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
        LedgerForm.Basis basis = new LedgerForm.Basis(version(form), ledger.requireBaseYear());
        edits.check(form.enterpriseId(), Optional.of(basis.year()), cells);
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
                        "没有要求填报“" + figure.row() + "”；新增的产品、能源、原辅材料请先作为台账变动填写。")));
        figures.stream().filter(figure -> figure.value().signum() < 0).forEach(figure -> errors
                .add(UserError.of("figures", "FIGURE_NEGATIVE", "“" + figure.row() + "”不能小于0。")));
        if (statement.length() > LONGEST) {
            errors.add(UserError.of("statement", "TEXT_LENGTH", "最多 " + LONGEST + " 个字。"));
        }
        List<String> jumps = jumps(form, inOrder).stream().filter(Jump::jumped).map(Forms::print).toList();
        if (errors.isEmpty() && !jumps.isEmpty() && statement.isBlank()) {
            errors.add(UserError.of("statement", "JUMP_UNEXPLAINED", "同比变动较大，请说明原因：" + String.join("；", jumps) + "。"));
        }
        if (!errors.isEmpty()) {
            throw new UserErrorsException(errors);
        }
        return inOrder;
    }

    /** 硅铁 上年同期100吨，本期150吨，变动50%. */
    public static String print(Jump jump) {
        return jump.row() + " 上年同期" + jump.before().map(value -> value.toPlainString() + jump.unit()).orElse("无数据") + "，本期"
                + jump.now().toPlainString() + jump.unit() + jump.ratio().map(ratio -> "，变动"
                        + ratio.movePointRight(2).stripTrailingZeros().toPlainString() + "%").orElse("");
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
        if (accepted && !form.cells().isEmpty()) {
            writeCells(form);
        }
        rows.step(id, to, remark.strip(), now);
        audit.note(accepted ? "ledger_form.verified" : "ledger_form.returned", "ledger_form", Long.toString(id),
                Map.of("by", Actor.current().name()));
        return require(id);
    }

    /** The cells name entries by their place: they mean those that the filler saw, and no others. */
    private void writeCells(LedgerForm form) {
        LedgerForm.Basis basis = form.basis().orElseThrow(() -> stale(form, "填报时的台账情况没有记录"));
        if (version(form) != basis.rowVersion()) {
            throw stale(form, "填报后台账有变动：" + changesSince(form));
        }
        edits.revise(new ChangeOrigin.OfRound(form.id()), form.enterpriseId(), basis.rowVersion(),
                Optional.of(basis.year()), form.cells());
    }

    private int version(LedgerForm form) {
        return ledger.enterprises(List.of(form.enterpriseId())).get(form.enterpriseId()).rowVersion();
    }

    private static DomainException stale(LedgerForm form, String reason) {
        return new DomainException(ErrorCategory.CONFLICT, "FORM_STALE", "该表带有台账变动，不能审核通过，因为" + reason
                + "。请退回，或由填报人对照现在的台账重新填报。", Map.of("form", Long.toString(form.id())));
    }

    private String changesSince(LedgerForm form) {
        OffsetDateTime filled = form.filledAt().orElseThrow();
        List<LedgerChange> changes = history.ofEnterprises(List.of(form.enterpriseId()), Optional.empty(), 0, TOLD + 1)
                .getOrDefault(form.enterpriseId(), List.of()).stream().filter(change -> !change.changedAt().isBefore(filled))
                .toList();
        String told = changes.stream().limit(TOLD).map(this::print).collect(Collectors.joining("；"));
        return told + (changes.size() > TOLD ? "；等" : "");
    }

    private String print(LedgerChange change) {
        FieldChange field = change.change();
        return field.year().map(year -> year + "年").orElse("") + history.term(field.field())
                + field.row().map(row -> "（" + row + "）").orElse("") + " " + field.before().orElse("空") + " → "
                + field.after().orElse("空") + "（" + change.actor() + "）";
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

    /** The figures of a form beside those of the same period of the year before. */
    public List<Jump> jumps(LedgerForm form) {
        return jumps(form, form.figures());
    }

    private List<Jump> jumps(LedgerForm form, List<Figure> figures) {
        return jumps(form, figures, rows.filled(form.round().period().yearBefore(), List.of(form.enterpriseId())));
    }

    /** The same for many forms, by form id: one statement a period. */
    public Map<Long, List<Jump>> jumps(Collection<LedgerForm> forms) {
        Map<Long, List<Jump>> found = new HashMap<>();
        forms.stream().collect(Collectors.groupingBy(form -> form.round().period())).forEach((period, group) -> {
            Map<Long, List<LedgerForm>> before = rows.filled(period.yearBefore(),
                    group.stream().map(LedgerForm::enterpriseId).toList()).stream()
                    .collect(Collectors.groupingBy(LedgerForm::enterpriseId));
            group.forEach(form -> found.put(form.id(),
                    jumps(form, form.figures(), before.getOrDefault(form.enterpriseId(), List.of()))));
        });
        return found;
    }

    private static List<Jump> jumps(LedgerForm form, List<Figure> figures, List<LedgerForm> before) {
        List<Figure> earlier = before.stream().flatMap(one -> one.figures().stream()).toList();
        BigDecimal ratio = form.round().jumpRatio();
        return figures.stream().map(figure -> Jump.between(figure, YearJumps.find(earlier, figure), ratio)).toList();
    }

    /** What was done with forms, by form, the first act first. */
    public Map<Long, List<LedgerForm.Step>> steps(Collection<Long> forms) {
        return rows.steps(forms);
    }
}
