package org.lantian.app;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.lantian.common.DomainException;
import org.lantian.plan.Clause;
import org.lantian.plan.ClauseEdits;
import org.lantian.plan.ClauseUndo;
import org.lantian.plan.Plans;
import org.lantian.plan.draft.DraftClause;

/** Edits the clauses of a plan; each command works on the clause as it is when it runs. */
@Command(name = "clause", mixinStandardHelpOptions = true,
        description = "Clauses of a plan (条款): list, revise, insert, move, delete, restore, settle, undo, redo, refresh.")
final class PlanClauseCommand {

    @Command(name = "list", mixinStandardHelpOptions = true,
            description = "List the clauses with their ids; * edited by a person, ! data changed (待确认), - deleted.")
    int list(@Mixin TenantOption tenant, @Option(names = "--plan", required = true, paramLabel = "ID") long plan) {
        List<Clause> clauses = tenant.reading(installation -> {
            Plans plans = installation.bean(Plans.class);
            plans.require(plan);
            return java.util.stream.Stream.of(plans.clauses(plan), plans.deletedClauses(plan)).flatMap(List::stream)
                    .toList();
        });
        clauses.forEach(PlanClauseCommand::print);
        return Lantian.DONE;
    }

    @Command(name = "revise", mixinStandardHelpOptions = true, description = "Put a person's words in the place of a clause's.")
    int revise(@Mixin TenantOption tenant, @Mixin Target target,
            @Option(names = "--text", required = true, paramLabel = "TEXT") String text) {
        return edit(tenant, target, (edits, clause) -> edits.revise(clause.id(), clause.rowVersion(), text, false));
    }

    @Command(name = "insert", mixinStandardHelpOptions = true, description = "Add a clause of one's own.")
    int insert(@Mixin TenantOption tenant, @Option(names = "--plan", required = true, paramLabel = "ID") long plan,
            @Option(names = "--parent", required = true, paramLabel = "ID", description = "A section or heading.") long parent,
            @Option(names = "--behind", paramLabel = "ID", description = "Sibling; first without it.") Long behind,
            @Option(names = "--kind", defaultValue = "PARAGRAPH", description = "HEADING, PARAGRAPH or ITEM.") DraftClause.Kind kind,
            @Option(names = "--text", required = true, paramLabel = "TEXT") String text) {
        return act(tenant, installation -> installation.bean(ClauseEdits.class).insert(plan, parent,
                Optional.ofNullable(behind), kind, text));
    }

    @Command(name = "move", mixinStandardHelpOptions = true, description = "Move a clause; numbers follow from the places.")
    int move(@Mixin TenantOption tenant, @Mixin Target target,
            @Option(names = "--parent", required = true, paramLabel = "ID", description = "A section or heading.") long parent,
            @Option(names = "--behind", paramLabel = "ID", description = "Sibling; first without it.") Long behind) {
        return edit(tenant, target, (edits, clause) -> edits.move(clause.id(), clause.rowVersion(), parent,
                Optional.ofNullable(behind)));
    }

    @Command(name = "delete", mixinStandardHelpOptions = true, description = "Take a clause out with what stands below it.")
    int delete(@Mixin TenantOption tenant, @Mixin Target target) {
        return edit(tenant, target, (edits, clause) -> edits.delete(clause.id(), clause.rowVersion()));
    }

    @Command(name = "restore", mixinStandardHelpOptions = true, description = "Bring a clause back that was taken out.")
    int restore(@Mixin TenantOption tenant, @Mixin Target target) {
        return edit(tenant, target, (edits, clause) -> edits.restore(clause.id(), clause.rowVersion()));
    }

    @Command(name = "settle", mixinStandardHelpOptions = true,
            description = "Settle a clause whose data changed: KEEP the words, TAKE today's draft, or MERGE both.")
    int settle(@Mixin TenantOption tenant, @Mixin Target target,
            @Option(names = "--how", required = true, description = "One of ${COMPLETION-CANDIDATES}.") ClauseEdits.Settlement how,
            @Option(names = "--text", paramLabel = "TEXT", description = "One's own merge.") String text) {
        return edit(tenant, target, (edits, clause) -> edits.settle(clause.id(), clause.rowVersion(), how,
                Optional.ofNullable(text)));
    }

    @Command(name = "undo", mixinStandardHelpOptions = true, description = "Undo the operator's last edit of a plan.")
    int undo(@Mixin TenantOption tenant, @Option(names = "--plan", required = true, paramLabel = "ID") long plan) {
        return act(tenant, installation -> installation.bean(ClauseUndo.class).undo(plan));
    }

    @Command(name = "redo", mixinStandardHelpOptions = true, description = "Do the operator's edit again that was undone last.")
    int redo(@Mixin TenantOption tenant, @Option(names = "--plan", required = true, paramLabel = "ID") long plan) {
        return act(tenant, installation -> installation.bean(ClauseUndo.class).redo(plan));
    }

    @Command(name = "refresh", mixinStandardHelpOptions = true,
            description = "Compare an open plan with today's data; prints how many clauses are stale.")
    int refresh(@Mixin TenantOption tenant, @Option(names = "--plan", required = true, paramLabel = "ID") long plan) {
        System.out.println(tenant.<Integer>writing(installation -> installation.bean(Plans.class).refresh(plan)));
        return Lantian.DONE;
    }

    /** A clause of a plan, also one that was taken out. */
    static final class Target {

        @Option(names = "--plan", required = true, paramLabel = "ID")
        private long plan;
        @Option(names = "--clause", required = true, paramLabel = "ID")
        private long clause;

        Clause require(Plans plans) {
            return java.util.stream.Stream.of(plans.clauses(plan), plans.deletedClauses(plan)).flatMap(List::stream)
                    .filter(one -> one.id() == clause).findFirst().orElseThrow(() -> DomainException
                            .notFound("CLAUSE_NOT_FOUND", "方案 " + plan + " 没有编号为 " + clause + " 的条款。"));
        }
    }

    @FunctionalInterface
    private interface Edit {
        Clause of(ClauseEdits edits, Clause clause);
    }

    private static int edit(TenantOption tenant, Target target, Edit edit) {
        return act(tenant, installation -> edit.of(installation.bean(ClauseEdits.class),
                target.require(installation.bean(Plans.class))));
    }

    private static int act(TenantOption tenant, Function<Installation, Clause> work) {
        print(tenant.writing(work));
        return Lantian.DONE;
    }

    private static void print(Clause clause) {
        System.out.println(clause.id() + "\t" + clause.kind() + "\t" + (clause.edited() ? "*" : "")
                + (clause.stale() ? "!" : "") + (clause.deleted() ? "-" : "") + "\t" + clause.text());
    }
}
