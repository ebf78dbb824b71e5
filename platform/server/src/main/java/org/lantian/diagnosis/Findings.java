package org.lantian.diagnosis;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.common.Role;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;

/** Reads findings and takes people's decisions on them; called inside the tenant's transaction. */
@Singleton
public class Findings {

    private static final int LONGEST_REASON = 500;

    private final FindingRows rows;
    private final DataGapRows gaps;
    private final AuditTrail audit;
    private final Clock clock;

    Findings(FindingRows rows, DataGapRows gaps, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.gaps = gaps;
        this.audit = audit;
        this.clock = clock;
    }

    /** Findings in the order of enterprise and rule. */
    public List<Finding> list(FindingFilter filter, int offset, int limit) {
        return rows.page(filter, offset, limit);
    }

    public long count(FindingFilter filter) {
        return rows.count(filter);
    }

    /** What could not be judged for lack of data; area and state of the filter do not matter. */
    public List<DataGap> listGaps(FindingFilter filter, int offset, int limit) {
        return gaps.page(filter, offset, limit);
    }

    public long countGaps(FindingFilter filter) {
        return gaps.count(filter);
    }

    /** Findings of many enterprises at once, by enterprise; of every year if none is given. */
    public Map<Long, List<Finding>> ofEnterprises(Collection<Long> enterprises, Optional<Integer> baseYear) {
        return rows.ofEnterprises(enterprises, baseYear).stream().collect(Collectors.groupingBy(Finding::enterpriseId));
    }

    /** @throws DomainException NOT_FOUND if the tenant has no such finding */
    public Finding require(long id) {
        return rows.find(id).orElseThrow(() -> DomainException.notFound("FINDING_NOT_FOUND", "没有编号为 " + id + " 的问题。"));
    }

    /**
     * Confirms a finding; a waived one may be confirmed again.
     *
     * @throws DomainException NOT_FOUND, or CONFLICT if the row has another version
     */
    public Finding confirm(long id, int rowVersion) {
        return decide(id, rowVersion, FindingState.CONFIRMED, "", "finding.confirmed");
    }

    /**
     * Waives a finding.
     *
     * @param reason why; needed
     * @throws UserErrorsException if the reason is blank or too long
     * @throws DomainException NOT_FOUND, or CONFLICT if the row has another version
     */
    public Finding waive(long id, int rowVersion, String reason) {
        String plain = reason.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_REASON) {
            throw new UserErrorsException(List.of(UserError.of("reason", "REASON_NEEDED",
                    "不采纳问题需要填写理由，1 至 " + LONGEST_REASON + " 个字。")));
        }
        return decide(id, rowVersion, FindingState.WAIVED, plain, "finding.waived");
    }

    private Finding decide(long id, int rowVersion, FindingState state, String reason, String action) {
        Actor actor = Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        Finding before = require(id);
        if (!rows.decide(id, rowVersion, state, reason, actor.name(), OffsetDateTime.now(clock))) {
            throw DomainException.conflict("FINDING_CHANGED", "该问题已被他人修改或重新诊断，请刷新后再试。");
        }
        audit.note(action, "finding", String.valueOf(id),
                Map.of("from", before.state().name(), "to", state.name(), "reason", reason));
        return require(id);
    }
}
