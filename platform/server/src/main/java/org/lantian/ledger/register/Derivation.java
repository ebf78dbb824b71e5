package org.lantian.ledger.register;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.WorkPool;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.rule.EnterpriseFacts;
import org.lantian.ledger.ChangeOrigin;
import org.lantian.ledger.EntryChange;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.LedgerEntry;
import org.lantian.ledger.LedgerListener;
import org.lantian.ledger.register.RegisterEntry.Origin;
import org.lantian.ledger.register.RuleJudge.Answer;
import org.lantian.profile.Profiles;
import org.lantian.tenancy.Tenants;

/**
 * Puts enterprises on registers by their rules and takes them off again, also as the ledger changes. The base year
 * counts. Where data are missing, what stands stays.
 */
@Singleton
final class Derivation implements LedgerListener {

    private final RegisterRows rows;
    private final Ledger ledger;
    private final Profiles profiles;
    private final WorkPool pool;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final Clock clock;
    private final Map<Compiled, RuleJudge> judges = new ConcurrentHashMap<>();

    Derivation(RegisterRows rows, Ledger ledger, Profiles profiles, WorkPool pool, Tenants tenants, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.profiles = profiles;
        this.pool = pool;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void written(ChangeOrigin origin, Stream<EntryChange> changes) {
        List<Register> ruled = rows.list().stream().filter(register -> register.rule().isPresent()).toList();
        Optional<Integer> year = ledger.baseYear();
        if (!ruled.isEmpty() && year.isPresent()) {
            List<LedgerEntry> entries = ofYear(year.get(), changes.flatMap(change -> change.after().stream()));
            ruled.forEach(register -> derive(register, entries, false));
        }
    }

    /** What belongs to no year may have changed with figures of another year. */
    private List<LedgerEntry> ofYear(int year, Stream<LedgerEntry> written) {
        Map<Long, LedgerEntry> entries = new LinkedHashMap<>();
        Set<Long> others = new LinkedHashSet<>();
        written.forEach(entry -> {
            long id = entry.enterprise().requireId();
            if (entry.year() == year) {
                entries.put(id, entry);
            } else {
                others.add(id);
            }
        });
        others.removeAll(entries.keySet());
        ledger.list(year, others).forEach(entry -> entries.put(entry.enterprise().requireId(), entry));
        return List.copyOf(entries.values());
    }

    /** @param all whether the entries are the whole ledger, so that an entry of a register without rule ends */
    Registers.Derived derive(Register register, List<LedgerEntry> entries, boolean all) {
        rows.lock(register.id());
        Map<Long, RegisterEntry> standing = new LinkedHashMap<>();
        LocalDate today = LocalDate.now(clock);
        List<Long> ids = entries.stream().map(entry -> entry.enterprise().requireId()).toList();
        rows.ofEnterprises(ids, today).stream().filter(entry -> entry.registerId() == register.id()
                && entry.origin() == Origin.RULE).forEach(entry -> standing.put(entry.enterpriseId(), entry));
        Map<Long, Answer> answers = judge(register, entries, all);
        Changes changes = new Changes(register, today);
        answers.forEach((id, answer) -> changes.apply(id, answer, Optional.ofNullable(standing.get(id))));
        rows.insert(changes.added);
        if (changes.added.size() + changes.ended > 0) {
            audit.note("register.derived", "register", Long.toString(register.id()),
                    Map.of("added", changes.added.size(), "ended", changes.ended, "unknown", changes.unknown));
        }
        return new Registers.Derived(changes.added.size(), changes.ended, changes.unknown);
    }

    private Map<Long, Answer> judge(Register register, List<LedgerEntry> entries, boolean all) {
        Map<Long, Answer> answers = new LinkedHashMap<>();
        if (register.rule().isEmpty()) {
            if (all) {
                entries.forEach(entry -> answers.put(entry.enterprise().requireId(), new Answer.Not()));
            }
            return answers;
        }
        RuleJudge judge = judge(register.rule().get());
        List<EnterpriseFacts> facts = entries.stream().map(LedgerEntry::facts).toList();
        return pool.run(tenants.current().orElseThrow().value(), () -> {
            facts.forEach(one -> answers.put(Long.valueOf(one.key()), judge.judge(one)));
            return answers;
        });
    }

    /** Compiled once for a rule and a profile, however often the ledger changes. */
    private RuleJudge judge(RegisterRule rule) {
        ResolvedProfile profile = profiles.current();
        return judges.computeIfAbsent(new Compiled(profile.hash(), rule), _ -> new RuleJudge(rule, profile));
    }

    private record Compiled(String profileHash, RegisterRule rule) {
    }

    private final class Changes {

        private final List<RegisterEntry> added = new ArrayList<>();
        private final Register register;
        private final LocalDate today;
        private final OffsetDateTime now = OffsetDateTime.now(clock);
        private int ended;
        private int unknown;

        Changes(Register register, LocalDate today) {
            this.register = register;
            this.today = today;
        }

        void apply(long enterprise, Answer answer, Optional<RegisterEntry> standing) {
            switch (answer) {
                case Answer.Belongs(String reason) -> standing.ifPresentOrElse(entry -> {
                    if (!entry.reason().equals(reason)) {
                        rows.reword(entry, reason);
                    }
                }, () -> added.add(new RegisterEntry(0, register.id(), enterprise, today, Optional.empty(),
                        register.source().isEmpty() ? "规则判定" : register.source(), reason, Origin.RULE,
                        Actor.current().name(), now, Optional.empty(), 0)));
                case Answer.Not() -> standing.ifPresent(this::end);
                case Answer.Unknown() -> unknown++;
            }
        }

        private void end(RegisterEntry entry) {
            ended++;
            if (entry.from().isBefore(today)) {
                rows.end(entry, today.minusDays(1), now);
            } else {
                rows.delete(entry);
            }
        }
    }
}
