package org.lantian.diagnosis;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final int LONGEST_TEXT = 1_000;
    private static final int LARGEST_BULK = 5_000;
    private static final String CHANGED = "该问题已被他人修改或重新诊断，请刷新后再试。";

    private final FindingRows rows;
    private final DataGapRows gaps;
    private final MeanRows means;
    private final AuditTrail audit;
    private final Clock clock;

    Findings(FindingRows rows, DataGapRows gaps, MeanRows means, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.gaps = gaps;
        this.means = means;
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

    /** Annual means that do not exceed an hourly limit; area, state and rule of the filter do not matter. */
    public List<MeanBelowLimit> listMeans(FindingFilter filter, int offset, int limit) {
        return means.page(filter, offset, limit);
    }

    public long countMeans(FindingFilter filter) {
        return means.count(filter);
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
        return decide(id, rowVersion, FindingDecision.confirm());
    }

    /**
     * Waives a finding.
     *
     * @param reason why; needed
     * @throws UserErrorsException if the reason is blank or too long
     * @throws DomainException NOT_FOUND, or CONFLICT if the row has another version
     */
    public Finding waive(long id, int rowVersion, String reason) {
        return decide(id, rowVersion, FindingDecision.waive(reason));
    }

    /**
     * Puts a person's words in the place of the rule's and confirms the finding; a run leaves them alone.
     *
     * @throws UserErrorsException if the text is blank or too long
     * @throws DomainException NOT_FOUND, or CONFLICT if the row has another version
     */
    public Finding revise(long id, int rowVersion, FindingEdit edit) {
        String text = edit.text().strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw new UserErrorsException(List.of(UserError.of("text", "FINDING_TEXT_INVALID",
                    "问题的文字应为 1 至 " + LONGEST_TEXT + " 个字。")));
        }
        FindingEdit words = new FindingEdit(text, edit.area(), edit.column());
        Finding before = require(id);
        Finding decided = decide(id, rowVersion, FindingDecision.confirm());
        boolean own = words.equals(new FindingEdit(before.content().text(), before.content().area(), before.content().column()));
        rows.edit(id, own ? Optional.empty() : Optional.of(words));
        audit.note("finding.revised", "finding", String.valueOf(id), Map.of("from", before.shown().text(), "to", text));
        return require(decided.id());
    }

    /** A finding and the version that a person saw. */
    public record Choice(long id, int rowVersion) {
    }

    /**
     * Decides on many findings at once: on all or, where one has another version, on none.
     *
     * @throws UserErrorsException with every finding that is gone or was changed by others
     */
    public List<Finding> decide(List<Choice> chosen, FindingDecision decision) {
        Actor actor = Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        if (chosen.isEmpty() || chosen.size() > LARGEST_BULK) {
            throw new UserErrorsException(List.of(UserError.of("findings", "FINDINGS_NUMBER",
                    "请选择 1 至 " + LARGEST_BULK + " 项问题。")));
        }
        List<Long> ids = chosen.stream().map(Choice::id).toList();
        List<Boolean> done = rows.decide(chosen, decision, actor.name(), OffsetDateTime.now(clock));
        if (done.contains(false)) {
            throw new UserErrorsException(undecided(chosen, done));
        }
        audit.note(decision.action(), "finding", "", Map.of("to", decision.state().name(), "reason", decision.reason(), "ids", ids));
        return rows.listByIds(ids);
    }

    /** Why each one that was not decided was not. */
    private List<UserError> undecided(List<Choice> chosen, List<Boolean> done) {
        Set<Long> known = rows.listByIds(chosen.stream().map(Choice::id).toList()).stream().map(Finding::id)
                .collect(Collectors.toSet());
        List<UserError> errors = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            if (!done.get(i)) {
                errors.add(new UserError(List.of("findings", String.valueOf(i)),
                        known.contains(chosen.get(i).id()) ? "FINDING_CHANGED" : "FINDING_NOT_FOUND",
                        known.contains(chosen.get(i).id()) ? CHANGED : "没有编号为 " + chosen.get(i).id() + " 的问题。", List.of()));
            }
        }
        return errors;
    }

    /**
     * Decides on all findings that match and are open.
     *
     * @param expected how many the person thinks that are; not asked for if empty
     * @throws UserErrorsException if there is none or are too many
     * @throws DomainException CONFLICT if there are more or fewer than expected
     */
    public List<Finding> decide(FindingFilter filter, Optional<Integer> expected, FindingDecision decision) {
        FindingFilter open = filter.inState(FindingState.OPEN);
        List<Finding> found = rows.page(open, 0, LARGEST_BULK + 1);
        if (expected.isPresent() && expected.get() != found.size()) {
            throw DomainException.conflict("FINDINGS_COUNT_DIFFERS",
                    "待确认的问题现有 " + found.size() + " 项，不是 " + expected.get() + " 项，请刷新后再试。");
        }
        return decide(found.stream().map(one -> new Choice(one.id(), one.rowVersion())).toList(), decision);
    }

    private Finding decide(long id, int rowVersion, FindingDecision decision) {
        Actor actor = Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        Finding before = require(id);
        if (!rows.decide(List.of(new Choice(id, rowVersion)), decision, actor.name(), OffsetDateTime.now(clock))
                .getFirst()) {
            throw DomainException.conflict("FINDING_CHANGED", CHANGED);
        }
        audit.note(decision.action(), "finding", String.valueOf(id),
                Map.of("from", before.state().name(), "to", decision.state().name(), "reason", decision.reason()));
        return require(id);
    }
}
