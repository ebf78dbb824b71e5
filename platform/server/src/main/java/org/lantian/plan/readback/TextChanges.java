package org.lantian.plan.readback;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.lantian.common.DomainException;
import org.lantian.engine.document.Run;
import org.lantian.plan.Clause;
import org.lantian.plan.ClauseEdits;
import org.lantian.plan.Plans;
import org.lantian.plan.edit.Merge;

/** Takes accepted edits of the text over, each as an edit that its person can undo. */
@Singleton
class TextChanges {

    private final Plans plans;
    private final ClauseEdits edits;

    TextChanges(Plans plans, ClauseEdits edits) {
        this.plans = plans;
        this.edits = edits;
    }

    /**
     * @param all every proposal of the reading, by ordinal, with what those accepted so far became
     * @return the clause that an addition became
     */
    Optional<Long> take(long plan, Edit edit, Map<Integer, Proposal> all) {
        Map<Long, Clause> present = plans.clauses(plan).stream().collect(Collectors.toMap(Clause::id, Function.identity()));
        switch (edit.kind()) {
            case ADDED -> {
                Edit.Target target = edit.target().orElseThrow();
                long parent = parent(target, all);
                return Optional.of(edits.insert(plan, parent, behind(target, parent, present, all), target.kind(), edit.after())
                        .id());
            }
            case MOVED -> {
                Edit.Target target = edit.target().orElseThrow();
                Clause clause = require(edit, present);
                long parent = parent(target, all);
                edits.move(clause.id(), clause.rowVersion(), parent, behind(target, parent, present, all));
            }
            case CHANGED -> change(require(edit, present), edit);
            case REMOVED -> {
                Clause clause = require(edit, present);
                if (!FileLines.plain(clause.text()).equals(edit.before())) {
                    throw changedSince(edit);
                }
                edits.delete(clause.id(), clause.rowVersion());
            }
            case CELL, NOTE -> throw DomainException.failedPrecondition("READ_BACK_NOTE", edit.place() + "：这一处不能自动写回，请手工处理后标为不采纳。");
        }
        return Optional.empty();
    }

    private void change(Clause clause, Edit edit) {
        String now = FileLines.plain(clause.text());
        if (now.equals(edit.after())) {
            return;
        }
        String words = now.equals(edit.before()) ? edit.after()
                : Merge.of(List.of(Run.text(edit.before())), List.of(Run.text(now)), List.of(Run.text(edit.after()))).runs()
                        .map(runs -> runs.stream().map(Run::text).collect(Collectors.joining()))
                        .orElseThrow(() -> changedSince(edit));
        edits.revise(clause.id(), clause.rowVersion(), words, false);
    }

    private static DomainException changedSince(Edit edit) {
        return DomainException.conflict("READ_BACK_CLAUSE_CHANGED", edit.place() + "：导出之后该条款又有改动，与文件中的修改冲突，请手工合并。");
    }

    private static Clause require(Edit edit, Map<Long, Clause> present) {
        return Optional.ofNullable(present.get(edit.clause().orElseThrow())).orElseThrow(
                () -> DomainException.conflict("READ_BACK_CLAUSE_GONE", edit.place() + "：该条款已被删除。"));
    }

    private static long parent(Edit.Target target, Map<Integer, Proposal> all) {
        return target.parent().or(() -> target.aboveAdded().flatMap(ordinal -> all.get(ordinal).clause()))
                .orElseThrow(() -> DomainException.failedPrecondition("READ_BACK_ABOVE_OPEN", "它所在的新增标题尚未采纳，请先采纳标题。"));
    }

    /** The sibling it is to stand behind; one that was not taken over gives way to the one before it. */
    private static Optional<Long> behind(Edit.Target target, long parent, Map<Long, Clause> present, Map<Integer, Proposal> all) {
        if (target.behind().isPresent()) {
            return target.behind().filter(id -> Optional.ofNullable(present.get(id)).flatMap(Clause::parent)
                    .equals(Optional.of(parent)));
        }
        if (target.behindAdded().isEmpty()) {
            return Optional.empty();
        }
        Proposal before = all.get(target.behindAdded().get());
        return before.clause().isPresent() ? before.clause()
                : behind(before.edit().target().orElseThrow(), parent, present, all);
    }
}
