package org.lantian.plan.graphql;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import graphql.schema.DataFetcher;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.lantian.common.UserError;
import org.lantian.file.graphql.FileView;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.graphql.MutationFetchers;
import org.lantian.plan.Approvals;
import org.lantian.plan.Consulting;
import org.lantian.plan.Issuing;
import org.lantian.plan.Plan;
import org.lantian.plan.ReviewGate;
import org.lantian.plan.Revisions;
import org.lantian.plan.consult.Consultation;
import org.lantian.plan.consult.PlanComment;

/** Taking plans through consultation and review. */
@Singleton
final class ReviewMutations implements GraphqlFeature {

    private final Consulting consulting;
    private final Approvals approvals;
    private final Revisions revisions;
    private final ReviewGate gate;
    private final Issuing issuing;
    private final MutationFetchers mutations;

    ReviewMutations(Consulting consulting, Approvals approvals, Revisions revisions, ReviewGate gate, Issuing issuing,
            MutationFetchers mutations) {
        this.consulting = consulting;
        this.approvals = approvals;
        this.revisions = revisions;
        this.gate = gate;
        this.issuing = issuing;
        this.mutations = mutations;
    }

    private record StepInput(String id, int rowVersion, @Nullable String note) {
        long plan() {
            return GlobalId.parse("Plan", id);
        }

        String words() {
            return note == null ? "" : note;
        }
    }

    private record PlanIdInput(String planId) {
    }

    private record SubmitInput(String id, int rowVersion, @Nullable String note, @Nullable String wordOnWarnings) {
    }

    private record OpenInput(String planId, int rowVersion, List<String> unitIds, LocalDate deadline,
            @Nullable String note) {
    }

    private record CommentInput(String consultationId, String unitId, @Nullable String clauseId, String text,
            @Nullable String proposal) {
    }

    private record AgreeInput(String consultationId, String unitId) {
    }

    private record DecideInput(String id, int rowVersion, PlanComment.Decision decision, @Nullable String reason) {
    }

    private record SummaryInput(String consultationId) {
    }

    private record AnswerInput(String planId, String remarkId, String word) {
    }

    private record StepPayload(Optional<Plan> plan, List<UserError> userErrors) {
    }

    private record ConsultationPayload(Optional<Consultation> consultation, List<UserError> userErrors) {
    }

    private record CommentPayload(Optional<PlanComment> comment, List<UserError> userErrors) {
    }

    private record RenderPayload(Optional<FileView> file, List<UserError> userErrors) {
    }

    private record AnswerPayload(Optional<RemarkView> remark, List<UserError> userErrors) {
    }

    @FunctionalInterface
    private interface Act<I, T> {
        T on(I input);
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> type
                .dataFetcher("openConsultation", consultation(OpenInput.class, this::open))
                .dataFetcher("agreeToPlan", consultation(AgreeInput.class, input -> consulting
                        .agree(consultationId(input.consultationId()), unitId(input.unitId()))))
                .dataFetcher("commentOnPlan", comment(CommentInput.class, this::comment))
                .dataFetcher("decideComment", comment(DecideInput.class, input -> consulting.decide(
                        GlobalId.parse("PlanComment", input.id()), input.rowVersion(), input.decision(),
                        text(input.reason()))))
                .dataFetcher("renderOpinionSummary", mutations.of(SummaryInput.class,
                        input -> new RenderPayload(Optional.of(FileView.of(
                                issuing.renderSummary(consultationId(input.consultationId())))), List.of()),
                        errors -> new RenderPayload(Optional.empty(), errors)))
                .dataFetcher("answerRemark", mutations.of(AnswerInput.class,
                        input -> new AnswerPayload(Optional.of(RemarkView.of(gate.answer(
                                GlobalId.parse("Plan", input.planId()), input.remarkId(), input.word()))), List.of()),
                        errors -> new AnswerPayload(Optional.empty(), errors))));
        wiring.type("Mutation", type -> type
                .dataFetcher("closeConsultation",
                        step(StepInput.class, input -> consulting.close(input.plan(), input.rowVersion())))
                .dataFetcher("submitPlan", step(SubmitInput.class, input -> approvals.submit(
                        GlobalId.parse("Plan", input.id()), input.rowVersion(), text(input.note()),
                        text(input.wordOnWarnings()))))
                .dataFetcher("approvePlan", step(StepInput.class,
                        input -> approvals.approve(input.plan(), input.rowVersion(), input.words())))
                .dataFetcher("returnPlan", step(StepInput.class,
                        input -> approvals.giveBack(input.plan(), input.rowVersion(), input.words())))
                .dataFetcher("recallPlan", step(StepInput.class,
                        input -> approvals.recall(input.plan(), input.rowVersion(), input.words())))
                .dataFetcher("withdrawPlan", step(StepInput.class,
                        input -> revisions.withdraw(input.plan(), input.rowVersion(), input.words())))
                .dataFetcher("revisePlan", step(PlanIdInput.class,
                        input -> revisions.revise(GlobalId.parse("Plan", input.planId())))));
    }

    private Consultation open(OpenInput input) {
        return consulting.open(GlobalId.parse("Plan", input.planId()), input.rowVersion(),
                input.unitIds().stream().map(ReviewMutations::unitId).toList(), input.deadline(), text(input.note()));
    }

    private PlanComment comment(CommentInput input) {
        return consulting.comment(consultationId(input.consultationId()), unitId(input.unitId()),
                Optional.ofNullable(input.clauseId()).map(id -> GlobalId.parse("Clause", id)), input.text(),
                text(input.proposal()));
    }

    private <I> DataFetcher<?> step(Class<I> input, Act<I, Plan> act) {
        return mutations.of(input, given -> new StepPayload(Optional.of(act.on(given)), List.of()),
                errors -> new StepPayload(Optional.empty(), errors));
    }

    private <I> DataFetcher<?> consultation(Class<I> input, Act<I, Consultation> act) {
        return mutations.of(input, given -> new ConsultationPayload(Optional.of(act.on(given)), List.of()),
                errors -> new ConsultationPayload(Optional.empty(), errors));
    }

    private <I> DataFetcher<?> comment(Class<I> input, Act<I, PlanComment> act) {
        return mutations.of(input, given -> new CommentPayload(Optional.of(act.on(given)), List.of()),
                errors -> new CommentPayload(Optional.empty(), errors));
    }

    private static long consultationId(String id) {
        return GlobalId.parse("Consultation", id);
    }

    private static long unitId(String id) {
        return GlobalId.parse("OrgUnit", id);
    }

    private static String text(@Nullable String words) {
        return words == null ? "" : words;
    }
}
