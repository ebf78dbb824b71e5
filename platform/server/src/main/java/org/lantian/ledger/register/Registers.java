package org.lantian.ledger.register;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
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
import org.lantian.engine.rule.RuleCompilationException;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.register.RegisterEntry.Origin;
import org.lantian.plugin.region.RegisterSpec;
import org.lantian.profile.Profiles;

/** Registers and who stands on them; called inside the tenant's transaction. */
@Singleton
public class Registers {

    private static final int LONGEST = 500;

    private final RegisterRows rows;
    private final Derivation derivation;
    private final Ledger ledger;
    private final Profiles profiles;
    private final AuditTrail audit;
    private final Clock clock;

    Registers(RegisterRows rows, Derivation derivation, Ledger ledger, Profiles profiles, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.derivation = derivation;
        this.ledger = ledger;
        this.profiles = profiles;
        this.audit = audit;
        this.clock = clock;
    }

    /** What deriving a register changed, and of how many enterprises the rule could not say. */
    public record Derived(int added, int ended, int unknown) {
    }

    public List<Register> list() {
        return rows.list();
    }

    public Optional<Register> find(long id) {
        return rows.list().stream().filter(register -> register.id() == id).findFirst();
    }

    /** @throws DomainException NOT_FOUND if there is none */
    public Register require(long id) {
        return find(id).orElseThrow(() -> DomainException.notFound("REGISTER_NOT_FOUND", "没有编号为 " + id + " 的名录。"));
    }

    /** @throws DomainException NOT_FOUND with the names there are */
    public Register require(String name) {
        return list().stream().filter(register -> register.name().equals(name.strip())).findFirst()
                .orElseThrow(() -> DomainException.notFound("REGISTER_NOT_FOUND", "没有名录“" + name + "”，现有："
                        + String.join("、", list().stream().map(Register::name).toList()) + "。"));
    }

    /** Registers that the tenant's profile founds, whether taken over or not. */
    public List<RegisterSpec> ofProfile() {
        return profiles.current().region().registers();
    }

    /** The tenant's register that a profile's was taken over into: the one of that name. */
    public Optional<Register> takenOver(RegisterSpec spec) {
        return list().stream().filter(register -> register.name().equals(spec.name())).findFirst();
    }

    /**
     * Takes over a register of the profile with its source and rule; one that was taken over before is set back to them.
     *
     * @throws DomainException NOT_FOUND with the ids there are
     */
    public Register adopt(String id) {
        RegisterSpec spec = ofProfile().stream().filter(one -> one.id().equals(id)).findFirst()
                .orElseThrow(() -> DomainException.notFound("PROFILE_REGISTER_NOT_FOUND", "当前方案模板没有名录“" + id + "”，现有："
                        + String.join("、", ofProfile().stream().map(RegisterSpec::id).toList()) + "。"));
        return takenOver(spec).map(known -> revise(new Register(known.id(), known.name(), spec.description(), spec.source(),
                RegisterRule.of(spec), known.rowVersion())))
                .orElseGet(() -> create(spec.name(), spec.description(), spec.source(), RegisterRule.of(spec)));
    }

    /** Makes a register. */
    public Register create(String name, String description, String source, Optional<RegisterRule> rule) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        check(0, name.strip(), description, source, rule);
        long id = rows.insert(name.strip(), description.strip(), source.strip(), rule);
        audit.note("register.created", "register", Long.toString(id), Map.of("name", name.strip()));
        return derived(require(id));
    }

    /**
     * Changes a register; where its rule changes, who stands on it follows at once.
     *
     * @throws DomainException NOT_FOUND, or CONFLICT if it has another version
     */
    public Register revise(Register wanted) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        require(wanted.id());
        check(wanted.id(), wanted.name().strip(), wanted.description(), wanted.source(), wanted.rule());
        if (!rows.update(wanted)) {
            throw DomainException.conflict("REGISTER_CHANGED", "名录“" + wanted.name() + "”已被他人修改，请刷新后再试。");
        }
        audit.note("register.revised", "register", Long.toString(wanted.id()), Map.of("name", wanted.name()));
        return derived(require(wanted.id()));
    }

    private Register derived(Register register) {
        derive(register.id());
        return register;
    }

    private void check(long id, String name, String description, String source, Optional<RegisterRule> rule) {
        List<UserError> errors = new ArrayList<>();
        if (name.isEmpty() || name.length() > 40 || description.length() > LONGEST || source.length() > LONGEST) {
            errors.add(UserError.of("name", "REGISTER_NAME", "名录名称应有 1 至 40 个字，说明和依据各不超过 " + LONGEST + " 个字。"));
        }
        if (list().stream().anyMatch(other -> other.id() != id && other.name().equals(name))) {
            errors.add(UserError.of("name", "REGISTER_NAME_TAKEN", "已有名为“" + name + "”的名录。"));
        }
        rule.ifPresent(one -> check(one, errors));
        refuse(errors);
    }

    private void check(RegisterRule rule, List<UserError> errors) {
        if (rule instanceof RegisterRule.Emission emission && (emission.atLeast().isEmpty()
                || emission.atLeast().values().stream().anyMatch(tonnes -> tonnes.signum() <= 0))) {
            errors.add(UserError.of("rule", "RULE_THRESHOLD", "至少给出一种污染物的年排放量，单位吨，须大于0。"));
        }
        try {
            new RuleJudge(rule, profiles.current());
        } catch (RuleCompilationException e) {
            e.problems().forEach(problem -> errors.add(UserError.of("rule", "RULE_INVALID", problem)));
        } catch (IllegalArgumentException e) {
            errors.add(UserError.of("rule", "RULE_INVALID", "规则的条件和理由都要填写。"));
        }
    }

    /**
     * Puts enterprises on a register.
     *
     * @param from first day
     * @param to last day that still counts; empty for no end
     * @param source document that says so; needed
     * @return the new entries
     */
    public List<RegisterEntry> add(long registerId, Collection<Long> enterprises, LocalDate from, Optional<LocalDate> to,
            String source, String reason) {
        Actor actor = Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        rows.lock(require(registerId).id());
        List<UserError> errors = new ArrayList<>();
        if (source.isBlank() || source.length() > LONGEST || reason.length() > LONGEST) {
            errors.add(UserError.of("source", "SOURCE_NEEDED", "列入名录须写明依据（文件或清单），依据和理由各不超过 " + LONGEST + " 个字。"));
        }
        if (to.filter(from::isAfter).isPresent()) {
            errors.add(UserError.of("to", "PERIOD_INVALID", "截止日期" + to.orElseThrow() + "早于起始日期" + from + "。"));
        }
        if (enterprises.isEmpty() || ledger.enterprises(enterprises).size() < new HashSet<>(enterprises).size()) {
            errors.add(UserError.of("enterpriseIds", "ENTERPRISES_UNKNOWN", "至少选择一家企业，且都应在台账中。"));
        }
        rows.ofEnterprises(enterprises, null).stream().filter(entry -> entry.registerId() == registerId
                && entry.origin() == Origin.MANUAL && overlaps(entry, from, to)).forEach(entry -> errors.add(
                        UserError.of("enterpriseIds", "ALREADY_ON_REGISTER", "“"
                                + ledger.enterprises(List.of(entry.enterpriseId())).get(entry.enterpriseId()).name()
                                + "”自" + entry.from() + "起已在该名录上。")));
        refuse(errors);
        OffsetDateTime now = OffsetDateTime.now(clock);
        rows.insert(enterprises.stream().distinct().map(id -> new RegisterEntry(0, registerId, id, from, to, source.strip(),
                reason.strip(), Origin.MANUAL, actor.name(), now, Optional.empty(), 0)).toList());
        audit.note("register.entered", "register", Long.toString(registerId), Map.of("enterprises",
                List.copyOf(enterprises), "from", from.toString()));
        return rows.ofEnterprises(enterprises, from).stream().filter(entry -> entry.registerId() == registerId
                && entry.origin() == Origin.MANUAL).toList();
    }

    private static boolean overlaps(RegisterEntry entry, LocalDate from, Optional<LocalDate> to) {
        return entry.to().filter(from::isAfter).isEmpty() && to.filter(entry.from()::isAfter).isEmpty();
    }

    /**
     * Ends an entry that a person made.
     *
     * @param to last day that still counts
     * @throws DomainException NOT_FOUND, CONFLICT, or FAILED_PRECONDITION if a rule made it
     */
    public RegisterEntry end(long entryId, int rowVersion, LocalDate to) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        RegisterEntry entry = requireEntry(entryId);
        if (entry.origin() == Origin.RULE) {
            throw DomainException.failedPrecondition("ENTRY_DERIVED", "该企业由规则判定列入，请改正台账数据或修改规则。");
        }
        if (to.isBefore(entry.from())) {
            refuse(List.of(UserError.of("to", "PERIOD_INVALID", "截止日期" + to + "早于起始日期" + entry.from() + "。")));
        }
        if (entry.rowVersion() != rowVersion || !rows.end(entry, to, OffsetDateTime.now(clock))) {
            throw DomainException.conflict("REGISTER_CHANGED", "该记录已被他人修改，请刷新后再试。");
        }
        audit.note("register.left", "register", Long.toString(entry.registerId()),
                Map.of("enterprise", entry.enterpriseId(), "to", to.toString()));
        return requireEntry(entryId);
    }

    /** Derives a register from the whole ledger of the base year; nothing where it has no rule. */
    public Derived derive(long registerId) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        Register register = require(registerId);
        Optional<Integer> year = ledger.baseYear();
        if (year.isEmpty()) {
            return new Derived(0, 0, 0);
        }
        return derivation.derive(register, ledger.list(year.get()), true);
    }

    public Optional<RegisterEntry> findEntry(long id) {
        return rows.find(id);
    }

    /** @throws DomainException NOT_FOUND if there is none */
    public RegisterEntry requireEntry(long id) {
        return findEntry(id).orElseThrow(() -> DomainException.notFound("ENTRY_NOT_FOUND", "没有编号为 " + id + " 的名录记录。"));
    }

    /** Entries of a register by enterprise name; of one day, or of all time if empty. */
    public List<RegisterEntry> entries(long register, Optional<LocalDate> on, int offset, int limit) {
        return rows.ofRegister(register, on.orElse(null), offset, limit);
    }

    public long count(long register, Optional<LocalDate> on) {
        return rows.count(register, on.orElse(null));
    }

    /** Entries of enterprises, the latest first; of one day, or of all time if empty. */
    public Map<Long, List<RegisterEntry>> ofEnterprises(Collection<Long> enterprises, Optional<LocalDate> on) {
        return rows.ofEnterprises(enterprises, on.orElse(null)).stream()
                .collect(Collectors.groupingBy(RegisterEntry::enterpriseId));
    }

    private static void refuse(List<UserError> errors) {
        if (!errors.isEmpty()) {
            throw new UserErrorsException(errors);
        }
    }
}
