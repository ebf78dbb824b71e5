package org.lantian.plan.graphql;

import java.util.List;
import java.util.Optional;

import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.lantian.common.UserError;
import org.lantian.document.PageSetting;
import org.lantian.file.StoredFile;
import org.lantian.file.graphql.FileView;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.graphql.MutationFetchers;
import org.lantian.plan.IssueTexts;
import org.lantian.plan.Issuing;
import org.lantian.plan.Plan;
import org.lantian.plan.PlanOrder;
import org.lantian.plan.Plans;
import org.lantian.plan.draft.LedgerFacts;

/** Changing, rendering and issuing plans. */
@Singleton
final class PlanMutations implements GraphqlFeature {

    private final Plans plans;
    private final Issuing issuing;
    private final LedgerFacts ledger;
    private final MutationFetchers mutations;

    PlanMutations(Plans plans, Issuing issuing, LedgerFacts ledger, MutationFetchers mutations) {
        this.plans = plans;
        this.issuing = issuing;
        this.ledger = ledger;
        this.mutations = mutations;
    }

    private record ComposeInput(String clusterId, @Nullable Integer baseYear, @Nullable Integer termFrom,
            @Nullable Integer termTo, @Nullable String mark) {
    }

    private record RecomposeInput(String id) {
    }

    private record TermInput(String id, int rowVersion, @Nullable Integer baseYear, @Nullable Integer termFrom,
            @Nullable Integer termTo, @Nullable String mark) {
    }

    private record ComposePayload(Optional<Plan> plan, int added, int changed, int stale, int removed,
            List<UserError> userErrors) {

        static ComposePayload of(Plans.Composed composed) {
            return new ComposePayload(Optional.of(composed.plan()), composed.added(), composed.changed(),
                    composed.stale(), composed.removed(), List.of());
        }

        static ComposePayload refused(List<UserError> errors) {
            return new ComposePayload(Optional.empty(), 0, 0, 0, 0, errors);
        }
    }

    private enum Format {
        WORD, WORKBOOK, HTML
    }

    private record RenderInput(String id, @Nullable Format format, @Nullable Boolean contents) {
    }

    private record RenderPayload(Optional<FileView> file, List<UserError> userErrors) {
    }

    private record FormInput(@Nullable String authority, @Nullable String addressee, @Nullable List<String> annexes,
            @Nullable String signatory, @Nullable String note, @Nullable String copies, @Nullable String printedBy) {

        IssueTexts texts() {
            return new IssueTexts(plain(authority), plain(addressee), Optional.ofNullable(annexes).orElse(List.of()),
                    plain(signatory), plain(note), plain(copies), plain(printedBy));
        }

        private static String plain(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    private record IssueInput(String id, int rowVersion, String number, @Nullable FormInput form, @Nullable Boolean publish) {

        IssueTexts texts() {
            return form == null ? IssueTexts.none() : form.texts();
        }
    }

    private record IssuePayload(Optional<Plan> plan, List<UserError> userErrors) {
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> type
                .dataFetcher("composePlan",
                        mutations.of(ComposeInput.class, this::compose, ComposePayload::refused))
                .dataFetcher("recomposePlan", mutations.of(RecomposeInput.class,
                        input -> ComposePayload.of(plans.recompose(GlobalId.parse("Plan", input.id()))),
                        ComposePayload::refused))
                .dataFetcher("changePlanTerm",
                        mutations.of(TermInput.class, this::changeTerm, ComposePayload::refused))
                .dataFetcher("renderPlan", mutations.of(RenderInput.class, this::render,
                        errors -> new RenderPayload(Optional.empty(), errors)))
                .dataFetcher("issuePlan", mutations.of(IssueInput.class,
                        input -> new IssuePayload(Optional.of(issuing.issue(GlobalId.parse("Plan", input.id()),
                                input.rowVersion(), input.number(), input.texts(), Boolean.TRUE.equals(input.publish())).plan()), List.of()),
                        errors -> new IssuePayload(Optional.empty(), errors))));
    }

    private ComposePayload compose(ComposeInput input) {
        int baseYear = Optional.ofNullable(input.baseYear()).orElseGet(ledger::requireBaseYear);
        PlanOrder order = PlanOrder.usual(baseYear, Optional.ofNullable(input.termFrom()),
                Optional.ofNullable(input.termTo()), Optional.ofNullable(input.mark()).orElse(""));
        return ComposePayload.of(plans.compose(GlobalId.parse("Cluster", input.clusterId()), order));
    }

    /** What is not given stays as it is. */
    private ComposePayload changeTerm(TermInput input) {
        Plan plan = plans.require(GlobalId.parse("Plan", input.id()));
        PlanOrder order = new PlanOrder(Optional.ofNullable(input.baseYear()).orElse(plan.baseYear()),
                Optional.ofNullable(input.termFrom()).orElse(plan.termFrom()),
                Optional.ofNullable(input.termTo()).orElse(plan.termTo()),
                Optional.ofNullable(input.mark()).orElse(plan.mark()));
        return ComposePayload.of(plans.reorder(plan.id(), input.rowVersion(), order));
    }

    private RenderPayload render(RenderInput input) {
        long id = GlobalId.parse("Plan", input.id());
        StoredFile file = switch (Optional.ofNullable(input.format()).orElse(Format.WORD)) {
            case WORKBOOK -> issuing.renderWorkbook(id);
            case HTML -> issuing.renderHtml(id);
            case WORD -> issuing.renderWord(id, PageSetting.GB9704_STRICT, Boolean.TRUE.equals(input.contents()));
        };
        return new RenderPayload(Optional.of(FileView.of(file)), List.of());
    }
}
