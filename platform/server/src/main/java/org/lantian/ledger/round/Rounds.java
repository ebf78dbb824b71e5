package org.lantian.ledger.round;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.common.Role;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.LedgerEntry;

/** Opens and closes rounds; called inside the tenant's transaction. */
@Singleton
public class Rounds {

    private static final BigDecimal LARGEST_RATIO = BigDecimal.TEN;

    private final RoundRows rows;
    private final RoundDeadlines deadlines;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final Clock clock;

    Rounds(RoundRows rows, RoundDeadlines deadlines, Ledger ledger, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A round to be opened.
     *
     * @param due last day for filling; empty takes it from the profile's calendar
     * @param verifyDue last day for verifying, not before that; empty takes the fifth working day after
     * @param jumpRatio share by which a figure may differ from the year before, above 0 and at most 10
     */
    public record Opening(RoundPeriod period, Optional<Long> cluster, Optional<LocalDate> due,
            Optional<LocalDate> verifyDue, BigDecimal jumpRatio) {
    }

    /**
     * Opens a round: each enterprise of the ledger gets a form that asks for its products, fuels, materials and emissions.
     *
     * @throws UserErrorsException for what its sender can mend
     * @throws DomainException FAILED_PRECONDITION if the ledger is empty
     */
    public LedgerRound open(Opening opening) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        RoundDeadlines.Deadlines days = deadlines.of(opening, LocalDate.now(clock));
        check(opening, days);
        int year = ledger.requireBaseYear();
        List<LedgerEntry> entries = opening.cluster().map(id -> ledger.list(year, ledger.requireCluster(id).requireId()))
                .orElseGet(() -> ledger.list(year));
        long id = rows.insert(opening, days, OffsetDateTime.now(clock));
        Map<Long, List<Figure.Asked>> asked = new LinkedHashMap<>();
        entries.forEach(entry -> asked.put(entry.enterprise().requireId(), YearFigures.asked(entry)));
        rows.insertForms(id, asked);
        audit.note("ledger_round.opened", "ledger_round", Long.toString(id),
                Map.of("period", opening.period().text(), "forms", asked.size(), "due", days.due().toString()));
        return require(id);
    }

    private void check(Opening opening, RoundDeadlines.Deadlines days) {
        List<UserError> errors = new ArrayList<>();
        if (days.due().isBefore(LocalDate.now(clock)) || days.verifyDue().isBefore(days.due())
                || days.due().isBefore(opening.period().lastDay())) {
            errors.add(UserError.of("due", "ROUND_DEADLINES", "填报期限应为今天或以后，不早于本期最后一天，审核期限不早于填报期限。"));
        }
        if (opening.jumpRatio().signum() <= 0 || opening.jumpRatio().compareTo(LARGEST_RATIO) > 0) {
            errors.add(UserError.of("jumpRatio", "JUMP_RATIO", "同比变动幅度须大于0，不超过10（即1000%）。"));
        }
        if (rows.findId(opening.period(), opening.cluster()).isPresent()) {
            errors.add(UserError.of("period", "ROUND_EXISTS", opening.period().print() + "的"
                    + opening.period().kind().term() + "已经开始。"));
        }
        if (!errors.isEmpty()) {
            throw new UserErrorsException(errors);
        }
    }

    /** Ends a round: forms that were not filled stay so. */
    public LedgerRound close(long id) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        LedgerRound round = require(id);
        if (round.state() == LedgerRound.State.OPEN) {
            rows.close(id, OffsetDateTime.now(clock));
            audit.note("ledger_round.closed", "ledger_round", Long.toString(id), Map.of());
        }
        return require(id);
    }

    /** The latest period first. */
    public List<LedgerRound> list() {
        return rows.rounds(Optional.empty());
    }

    public Optional<LedgerRound> find(long id) {
        return rows.rounds(Optional.of(id)).stream().findFirst();
    }

    /** @throws DomainException NOT_FOUND if there is none */
    public LedgerRound require(long id) {
        return find(id).orElseThrow(() -> DomainException.notFound("ROUND_NOT_FOUND", "没有编号为 " + id + " 的更新或校核。"));
    }

    /**
     * Where a round stands in one county.
     *
     * @param county blank where the ledger has none
     */
    public record Progress(String county, int total, int filled, int verified, int late) {
    }

    /** By county, in the order of their names. */
    public List<Progress> progress(long round) {
        return rows.progress(round, LocalDate.now(clock));
    }
}
