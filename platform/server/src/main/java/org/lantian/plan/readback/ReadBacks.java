package org.lantian.plan.readback;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.lantian.audit.AuditTrail;
import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.common.Progress;
import org.lantian.common.Role;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.common.WorkPool;
import org.lantian.document.SourceDocuments;
import org.lantian.file.FileStore;
import org.lantian.file.StoredFile;
import org.lantian.plan.Plan;
import org.lantian.plan.PlanExports;
import org.lantian.plan.PlanTree;
import org.lantian.plan.Plans;
import org.lantian.tenancy.Tenants;

/** Reads edited Word files of plans back; called inside the tenant's transaction. */
@Singleton
public class ReadBacks {

    private final ReadBackRows rows;
    private final Plans plans;
    private final PlanExports exports;
    private final TextChanges text;
    private final CellChanges cells;
    private final FileStore files;
    private final WorkPool pool;
    private final Tenants tenants;
    private final AuditTrail audit;

    ReadBacks(ReadBackRows rows, Plans plans, PlanExports exports, TextChanges text, CellChanges cells, FileStore files,
            WorkPool pool, Tenants tenants, AuditTrail audit) {
        this.rows = rows;
        this.plans = plans;
        this.exports = exports;
        this.text = text;
        this.cells = cells;
        this.files = files;
        this.pool = pool;
        this.tenants = tenants;
        this.audit = audit;
    }

    /**
     * Finds what a file says otherwise than the export it was made from.
     *
     * @throws DomainException BAD_REQUEST if the file is no document that can be read
     */
    public ReadBack read(long planId, long fileId) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        Plan plan = plans.require(planId);
        StoredFile file = files.require(fileId);
        byte[] content = files.read(fileId);
        String turn = tenants.current().orElseThrow().value();
        Optional<PlanTree> exported = pool.run(turn, () -> SourceDocuments.stamp(content))
                .flatMap(stamp -> exports.find(planId, stamp));
        PlanTree base = exported.orElseGet(() -> exports.present(plan));
        List<Edit> edits = pool.run(turn, () -> edits(file.name(), content, base));
        long id = rows.insert(planId, file, exported.isPresent(), edits);
        audit.note("plan.read-back", "read_back", Long.toString(id), Map.of("plan", planId, "file", fileId, "edits", edits.size()));
        return require(id);
    }

    private static List<Edit> edits(String name, byte[] content, PlanTree base) {
        Progress.tell("读取文件");
        FileLines lines = FileLines.of(SourceDocuments.read(name, content), base.document());
        Progress.tell("比较条款和表格");
        return Stream.concat(TextEdits.of(base, lines.lines()).stream(), TableEdits.of(base, lines.tables()).stream())
                .toList();
    }

    public Optional<ReadBack> find(long id) {
        return rows.find(id);
    }

    /** @throws DomainException NOT_FOUND if there is none */
    public ReadBack require(long id) {
        return find(id).orElseThrow(() -> DomainException.notFound("READ_BACK_NOT_FOUND", "没有编号为 " + id + " 的读回。"));
    }

    /** Readings of several plans, the newest first. */
    public Map<Long, List<ReadBack>> listOfPlans(Collection<Long> planIds) {
        return rows.listOf(planIds).stream().collect(Collectors.groupingBy(ReadBack::plan));
    }

    /** Proposals of several readings in the files' order. */
    public Map<Long, List<Proposal>> proposals(Collection<Long> readBacks) {
        return rows.proposals(readBacks).stream().collect(Collectors.groupingBy(Proposal::readBack));
    }

    /**
     * Takes accepted proposals over in the file's order and puts refused ones aside, all of it or nothing.
     *
     * @throws UserErrorsException naming each proposal that cannot be taken over
     */
    public ReadBack decide(long id, List<Long> accept, List<Long> refuse) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        ReadBack readBack = require(id);
        Map<Integer, Proposal> all = new HashMap<>();
        rows.proposals(List.of(id)).forEach(one -> all.put(one.ordinal(), one));
        requireOpen(all, accept, "accept");
        requireOpen(all, refuse, "refuse");
        refuse.forEach(one -> rows.decide(one, Proposal.State.REFUSED, Optional.empty()));
        List<Proposal> accepted = all.values().stream().filter(one -> accept.contains(one.id()))
                .sorted(java.util.Comparator.comparingInt(Proposal::ordinal)).toList();
        List<UserError> errors = new ArrayList<>();
        for (Proposal one : accepted) {
            if (one.edit().kind() != Edit.Kind.CELL) {
                attempt(errors, List.of("accept", Integer.toString(accept.indexOf(one.id()))), () -> takeText(readBack, one, all));
            }
        }
        List<Proposal> inTables = accepted.stream().filter(one -> one.edit().kind() == Edit.Kind.CELL).toList();
        if (!inTables.isEmpty()) {
            attempt(errors, List.of("accept"), () -> takeCells(readBack, inTables));
        }
        if (!errors.isEmpty()) {
            throw new UserErrorsException(errors);
        }
        audit.note("read-back.decided", "plan", Long.toString(readBack.plan()),
                Map.of("readBack", id, "accepted", accept.size(), "refused", refuse.size()));
        return readBack;
    }

    private void takeText(ReadBack readBack, Proposal one, Map<Integer, Proposal> all) {
        Optional<Long> became = text.take(readBack.plan(), one.edit(), all);
        rows.decide(one.id(), Proposal.State.ACCEPTED, became);
        all.put(one.ordinal(), new Proposal(one.id(), one.readBack(), one.ordinal(), one.edit(), Proposal.State.ACCEPTED,
                became, one.decidedBy()));
    }

    private void takeCells(ReadBack readBack, List<Proposal> inTables) {
        cells.take(plans.require(readBack.plan()), inTables.stream().map(Proposal::edit).toList());
        inTables.forEach(one -> rows.decide(one.id(), Proposal.State.ACCEPTED, Optional.empty()));
    }

    private static void requireOpen(Map<Integer, Proposal> all, List<Long> wanted, String field) {
        Map<Long, Proposal> byId = all.values().stream().collect(Collectors.toMap(Proposal::id, Function.identity()));
        for (Long id : wanted) {
            if (!byId.containsKey(id)) {
                throw new UserErrorsException(List.of(UserError.of(field, "PROPOSAL_NOT_FOUND", "这次读回没有这条修改。")));
            }
            if (byId.get(id).state() != Proposal.State.OPEN) {
                throw DomainException.conflict("PROPOSAL_DECIDED", byId.get(id).edit().place() + "：这条修改已经处理过，请刷新。");
            }
        }
    }

    private static void attempt(List<UserError> errors, List<String> path, Runnable work) {
        try {
            work.run();
        } catch (UserErrorsException refused) {
            refused.errors().forEach(error -> errors.add(new UserError(path, error.code(), error.message(), error.allowed())));
        } catch (DomainException refused) {
            errors.add(new UserError(path, refused.code(), refused.getMessage(), List.of()));
        }
    }
}
