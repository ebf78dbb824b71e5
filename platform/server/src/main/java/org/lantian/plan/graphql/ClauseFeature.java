package org.lantian.plan.graphql;

import java.util.List;
import java.util.Optional;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.lantian.common.UserError;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.graphql.MutationFetchers;
import org.lantian.plan.Clause;
import org.lantian.plan.ClauseEdits;
import org.lantian.plan.ClauseUndo;
import org.lantian.plan.Plan;
import org.lantian.plan.Plans;
import org.lantian.plan.ReviewGate;
import org.lantian.plan.draft.DraftClause;

/** Editing clauses. */
@Singleton
final class ClauseFeature implements GraphqlFeature {

    private final Plans plans;
    private final ClauseEdits edits;
    private final ClauseUndo undo;
    private final ReviewGate gate;
    private final MutationFetchers mutations;

    ClauseFeature(Plans plans, ClauseEdits edits, ClauseUndo undo, ReviewGate gate, MutationFetchers mutations) {
        this.plans = plans;
        this.edits = edits;
        this.undo = undo;
        this.gate = gate;
        this.mutations = mutations;
    }

    private record PlanIdInput(String planId) {
        long plan() {
            return GlobalId.parse("Plan", planId);
        }
    }

    private record ClauseInput(String id, int rowVersion) {
    }

    private record ReviseInput(String id, int rowVersion, String text, @Nullable Boolean autosave) {
    }

    private record InsertInput(String planId, String parentId, @Nullable String behindId, DraftClause.Kind kind,
            String text) {
    }

    private record MoveInput(String id, int rowVersion, String parentId, @Nullable String behindId) {
    }

    private record SettleInput(String id, int rowVersion, ClauseEdits.Settlement how, @Nullable String text) {
    }

    private record ClausePayload(Optional<Clause> clause, List<UserError> userErrors) {
    }

    private record RefreshPayload(Optional<Plan> plan, int stale, List<UserError> userErrors) {
    }

    @FunctionalInterface
    private interface Edit<I> {
        Clause of(I input);
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> type
                .dataFetcher("reviseClause", edit(ReviseInput.class, input -> edits.revise(clause(input.id()),
                        input.rowVersion(), input.text(), Boolean.TRUE.equals(input.autosave()))))
                .dataFetcher("insertClause", edit(InsertInput.class, input -> edits.insert(
                        GlobalId.parse("Plan", input.planId()), clause(input.parentId()), optional(input.behindId()),
                        input.kind(), input.text())))
                .dataFetcher("moveClause", edit(MoveInput.class, input -> edits.move(clause(input.id()),
                        input.rowVersion(), clause(input.parentId()), optional(input.behindId()))))
                .dataFetcher("deleteClause", edit(ClauseInput.class,
                        input -> edits.delete(clause(input.id()), input.rowVersion())))
                .dataFetcher("restoreClause", edit(ClauseInput.class,
                        input -> edits.restore(clause(input.id()), input.rowVersion())))
                .dataFetcher("settleClause", edit(SettleInput.class, input -> edits.settle(clause(input.id()),
                        input.rowVersion(), input.how(), Optional.ofNullable(input.text()))))
                .dataFetcher("undoClauseEdit", edit(PlanIdInput.class, input -> undo.undo(input.plan())))
                .dataFetcher("redoClauseEdit", edit(PlanIdInput.class, input -> undo.redo(input.plan())))
                .dataFetcher("refreshPlan", mutations.of(PlanIdInput.class, this::refresh,
                        errors -> new RefreshPayload(Optional.empty(), 0, errors))));
        for (String payload : List.of("ClausePayload", "ReviseClausePayload")) {
            wiring.type(payload, type -> type.dataFetcher("remarks", environment -> environment
                    .<ClausePayload>getSource().clause().map(one -> RemarkView.of(gate.remarks(one.plan())))
                    .orElse(List.of())));
        }
        wiring.type("Plan", type -> type
                .dataFetcher("deletedClauses", environment -> plans.deletedClauses(plan(environment).id()))
                .dataFetcher("staleCount", environment -> (int) plans.clauses(plan(environment).id()).stream()
                        .filter(Clause::stale).count()));
        wiring.type("Clause", type -> type
                .dataFetcher("base", environment -> environment.<Clause>getSource().baseText())
                .dataFetcher("merge", environment -> environment.<Clause>getSource().merge().map(MergeView::of)));
    }

    private <I> DataFetcher<?> edit(Class<I> input, Edit<I> act) {
        return mutations.of(input, given -> new ClausePayload(Optional.of(act.of(given)), List.of()),
                errors -> new ClausePayload(Optional.empty(), errors));
    }

    private RefreshPayload refresh(PlanIdInput input) {
        int stale = plans.refresh(input.plan());
        return new RefreshPayload(Optional.of(plans.require(input.plan())), stale, List.of());
    }

    private static long clause(String id) {
        return GlobalId.parse("Clause", id);
    }

    private static Optional<Long> optional(@Nullable String id) {
        return Optional.ofNullable(id).map(ClauseFeature::clause);
    }

    private static Plan plan(DataFetchingEnvironment environment) {
        return environment.getSource();
    }
}
