package org.lantian.ledger.succession;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.common.Role;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.ledger.ChangeOrigin;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.EntryChange;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.LedgerEntry;
import org.lantian.ledger.LedgerStore;
import org.lantian.ledger.succession.EnterpriseCommand.Kind;
import org.lantian.ledger.succession.EnterpriseCommand.Named;
import org.lantian.ledger.succession.Succession.Seen;

/**
 * Renames, merges and splits enterprises; figures and followers move in the same transaction, and each command is kept.
 * Called inside the tenant's write transaction.
 */
@Singleton
public class Successions {

    static final int LONGEST = 100;

    private final Ledger ledger;
    private final LedgerStore store;
    private final CommandRows rows;
    private final Questions questions;
    private final Followers followers;
    private final CommandUndo undoing;
    private final AuditTrail audit;
    private final Clock clock;

    Successions(Ledger ledger, LedgerStore store, CommandRows rows, Questions questions, Followers followers,
            CommandUndo undoing, AuditTrail audit, Clock clock) {
        this.ledger = ledger;
        this.store = store;
        this.rows = rows;
        this.questions = questions;
        this.followers = followers;
        this.undoing = undoing;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What came of a command.
     *
     * @param command empty while questions are open; nothing was done then
     * @param questions enterprises of a like name: merge them instead, or say that they are others
     */
    public record Outcome(Optional<EnterpriseCommand> command, List<Question> questions) {
    }

    /**
     * Carries a command out.
     *
     * @throws UserErrorsException for what its sender can mend
     * @throws DomainException NOT_FOUND, or CONFLICT if an enterprise has another version
     */
    public Outcome carryOut(Succession succession, String reason) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        store.lock();
        return switch (succession) {
            case Succession.Rename rename -> rename(rename, reason.strip());
            case Succession.Merge merge -> merge(merge, reason.strip());
            case Succession.Split split -> split(split, reason.strip());
        };
    }

    private Outcome rename(Succession.Rename rename, String reason) {
        LedgerEntry before = require(rename.enterprise(), year());
        Enterprise wanted = Changes.named(before.enterprise(), rename.name().strip());
        if (wanted.name().equals(before.enterprise().name())) {
            refuse(UserError.of("name", "NAME_UNCHANGED", "新名称与现名称相同。"));
        }
        checkName(wanted, "name");
        List<Question> like = questions.about(wanted);
        List<Question> asked = open(like, rename.apart());
        if (!asked.isEmpty()) {
            return new Outcome(Optional.empty(), asked);
        }
        Named now = new Named(wanted.requireId(), wanted.name());
        long id = rows.insert(Kind.RENAME, now, List.of(new Named(now.id(), before.enterprise().name())),
                Optional.empty(), reason, OffsetDateTime.now(clock));
        store.write(new ChangeOrigin.OfCommand(id), List.of(Changes.own(before, wanted)));
        followers.renamed(now.id(), before.enterprise().name(), now.name());
        like.forEach(question -> questions.keepApart(question.enterprise().requireId(), now.id(), reason));
        note("enterprise.renamed", now.id(), Map.of("from", before.enterprise().name(), "to", now.name()));
        return done(id);
    }

    private Outcome merge(Succession.Merge merge, String reason) {
        Set<Long> going = new HashSet<>();
        merge.from().forEach(seen -> going.add(seen.id()));
        if (going.size() != merge.from().size() || going.isEmpty() || going.contains(merge.into().id())) {
            refuse(UserError.of("from", "MERGE_INVALID", "并入的企业至少一家，不能重复，也不能是保留的企业本身。"));
        }
        Set<Long> all = new HashSet<>(going);
        all.add(merge.into().id());
        Set<Integer> years = years(all);
        Map<Integer, LedgerEntry> before = entries(merge.into(), years);
        MergedEntries merged = new MergedEntries(merge.figures(), before);
        List<EntryChange> changes = new ArrayList<>();
        List<Named> others = new ArrayList<>();
        Map<Long, Map<String, String>> outlets = new HashMap<>();
        for (Seen seen : merge.from()) {
            Map<Integer, LedgerEntry> from = entries(seen, years);
            outlets.put(seen.id(), merged.lay(from));
            LedgerEntry gone = from.get(year());
            others.add(new Named(seen.id(), gone.enterprise().name()));
            if (merge.figures() == EnterpriseCommand.Figures.KEEP) {
                questions.takenFor(merge.into().id(), gone.enterprise(), reason);
            }
            changes.add(new EntryChange(Optional.of(gone), Optional.empty()));
        }
        merged.entries().forEach((year, after) -> changes.add(new EntryChange(Optional.of(before.get(year)),
                Optional.of(after))));
        Named into = new Named(merge.into().id(), before.get(year()).enterprise().name());
        long id = rows.insert(Kind.MERGE, into, others, Optional.of(merge.figures()), reason,
                OffsetDateTime.now(clock));
        store.write(new ChangeOrigin.OfCommand(id), Changes.ofOneEnterprise(changes));
        List<Undo.Move> moves = merge.from().stream().map(seen -> new Undo.Move(seen.id(), outlets.get(seen.id()),
                followers.merged(seen.id(), into.id(), merge.figures(), outlets.get(seen.id())))).toList();
        keep(id, others, before.values(), moves, all);
        note("enterprise.merged", into.id(), Map.of("from", others.stream().map(Named::name).toList(), "figures",
                merge.figures().name()));
        return done(id);
    }

    private Outcome split(Succession.Split split, String reason) {
        Set<Integer> years = years(List.of(split.enterprise().id()));
        Map<Integer, LedgerEntry> before = entries(split.enterprise(), years);
        SplitEntries parts = new SplitEntries(before, year(), ledger::findHolder);
        List<Enterprise> wanted = parts.take(split.parts());
        Set<String> names = new HashSet<>();
        List<List<Question>> like = new ArrayList<>();
        List<Question> asked = new ArrayList<>();
        List<Long> apart = new ArrayList<>(split.apart());
        apart.add(split.enterprise().id());
        for (Enterprise part : wanted) {
            checkName(part, "parts");
            if (!names.add(part.nameKey())) {
                refuse(UserError.of("parts", "NAME_TAKEN", "拆分出的企业不能同名：“" + part.name() + "”。"));
            }
            like.add(questions.about(part));
            asked.addAll(open(like.getLast(), apart));
        }
        if (!asked.isEmpty()) {
            return new Outcome(Optional.empty(), asked);
        }
        Named whole = new Named(split.enterprise().id(), before.get(year()).enterprise().name());
        long id = rows.insert(Kind.SPLIT, whole, List.of(), Optional.empty(), reason, OffsetDateTime.now(clock));
        ChangeOrigin origin = new ChangeOrigin.OfCommand(id);
        List<EntryChange> changes = new ArrayList<>();
        parts.left().forEach((year, after) -> changes.add(new EntryChange(Optional.of(before.get(year)),
                Optional.of(after))));
        store.write(origin, Changes.ofOneEnterprise(changes));
        List<Named> others = new ArrayList<>();
        List<Undo.Move> moves = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Enterprise part = insert(origin, parts.entriesOf(i, wanted.get(i)));
            others.add(new Named(part.requireId(), part.name()));
            like.get(i).forEach(question -> questions.keepApart(question.enterprise().requireId(), part.requireId(), reason));
            moves.add(new Undo.Move(part.requireId(), Map.of(),
                    followers.split(whole.id(), part.requireId(), split.parts().get(i).follows())));
        }
        rows.addMembers(id, others);
        Set<Long> all = new HashSet<>(others.stream().map(Named::id).toList());
        all.add(whole.id());
        keep(id, others, before.values(), moves, all);
        note("enterprise.split", whole.id(), Map.of("parts", others.stream().map(Named::name).toList()));
        return done(id);
    }

    /** Questions that are left once the asking person has said which enterprises are others. */
    private static List<Question> open(List<Question> like, List<Long> apart) {
        return like.stream().filter(question -> !apart.contains(question.enterprise().requireId())).toList();
    }

    /** The base year's entry makes the enterprise, those of other years only add rows to it. */
    private Enterprise insert(ChangeOrigin origin, Map<Integer, LedgerEntry> entries) {
        Enterprise stored = store.write(origin,
                List.of(new EntryChange(Optional.empty(), Optional.of(entries.get(year()))))).getFirst().enterprise();
        entries.forEach((year, entry) -> {
            if (year != year()) {
                LedgerEntry bare = ledger.require(stored.requireId(), year);
                store.write(origin, List.of(new EntryChange(Optional.of(bare), Optional.of(
                        new LedgerEntry(stored, bare.cluster(), year, bare.values(), entry.rows())))));
            }
        });
        return stored;
    }

    /**
     * Undoes a command where that is safe: nobody has changed one of its enterprises since, and no later command
     * rests on it. A rename only needs the old name to be free.
     *
     * @throws DomainException NOT_FOUND, or FAILED_PRECONDITION with the reason why not
     */
    public EnterpriseCommand undo(long commandId) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        store.lock();
        EnterpriseCommand command = require(commandId);
        undoing.undo(command, year());
        rows.undone(commandId, OffsetDateTime.now(clock));
        note("enterprise.command_undone", command.enterpriseId(),
                Map.of("command", commandId, "kind", command.kind().name()));
        return require(commandId);
    }

    public Optional<EnterpriseCommand> find(long id) {
        return rows.find(id);
    }

    /** @throws DomainException NOT_FOUND if there is none */
    public EnterpriseCommand require(long id) {
        return find(id).orElseThrow(() -> DomainException.notFound("COMMAND_NOT_FOUND",
                "没有编号为 " + id + " 的更名、合并或拆分。"));
    }

    /** All commands, the newest first. */
    public List<EnterpriseCommand> page(int offset, int limit) {
        return rows.page(offset, limit);
    }

    public long count() {
        return rows.count();
    }

    /** Commands that enterprises took part in, by enterprise, the newest first. */
    public Map<Long, List<EnterpriseCommand>> ofEnterprises(Collection<Long> enterprises) {
        return rows.ofEnterprises(enterprises);
    }

    private void keep(long id, List<Named> others, Collection<LedgerEntry> before, List<Undo.Move> moves,
            Collection<Long> all) {
        Map<Long, Integer> versions = new HashMap<>();
        ledger.enterprises(all).forEach((one, enterprise) -> versions.put(one, enterprise.rowVersion()));
        all.stream().filter(one -> !versions.containsKey(one)).forEach(one -> versions.put(one,
                store.removed(one, List.of(year())).getFirst().enterprise().rowVersion()));
        rows.keep(id, others, new Undo(before.stream().map(Snapshot::of).toList(), versions, moves));
    }

    private Outcome done(long id) {
        return new Outcome(rows.find(id), List.of());
    }

    private Set<Integer> years(Collection<Long> enterprises) {
        Set<Integer> years = store.years(enterprises);
        years.add(year());
        return years;
    }

    private int year() {
        return ledger.baseYear().orElseGet(() -> LocalDate.now(clock).getYear() - 1);
    }

    private Map<Integer, LedgerEntry> entries(Seen seen, Collection<Integer> years) {
        Map<Integer, LedgerEntry> entries = new TreeMap<>();
        years.forEach(year -> entries.put(year, require(seen, year)));
        return entries;
    }

    private LedgerEntry require(Seen seen, int year) {
        LedgerEntry entry = ledger.require(seen.id(), year);
        if (entry.enterprise().rowVersion() != seen.rowVersion()) {
            throw DomainException.conflict("ENTERPRISE_CHANGED", "“" + entry.enterprise().name() + "”已被他人修改，请刷新后再试。");
        }
        return entry;
    }

    private void checkName(Enterprise wanted, String field) {
        if (wanted.nameKey().isEmpty() || wanted.name().length() > LONGEST) {
            refuse(UserError.of(field, "NAME_LENGTH", "企业名称应有 1 至 " + LONGEST + " 个字。"));
        }
        ledger.findNamed(wanted.clusterId(), wanted.nameKey()).filter(other -> !other.id().equals(wanted.id())).ifPresent(
                other -> refuse(UserError.of(field, "NAME_TAKEN",
                        "该集群已有名为“" + other.name() + "”的企业；如为同一企业，请用合并。")));
    }

    private static void refuse(UserError error) {
        throw new UserErrorsException(List.of(error));
    }

    private void note(String action, long enterprise, Map<String, Object> details) {
        audit.note(action, "enterprise", Long.toString(enterprise), details);
    }
}
