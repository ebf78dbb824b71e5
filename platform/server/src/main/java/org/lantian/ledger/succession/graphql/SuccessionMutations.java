package org.lantian.ledger.succession.graphql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.lantian.common.Actor;
import org.lantian.common.Role;
import org.lantian.common.UserError;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.graphql.MutationFetchers;
import org.lantian.ledger.Enterprise;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.NearAnswers;
import org.lantian.ledger.succession.EnterpriseCommand;
import org.lantian.ledger.succession.EnterpriseCommand.Figures;
import org.lantian.ledger.succession.Question;
import org.lantian.ledger.succession.Questions;
import org.lantian.ledger.succession.Succession;
import org.lantian.ledger.succession.Succession.Seen;
import org.lantian.ledger.succession.Successions;
import org.lantian.plugin.table.FieldGroup;

/** Renames, merges, splits and undoes. */
@Singleton
final class SuccessionMutations implements GraphqlFeature {

    private record SeenInput(String id, int rowVersion) {
        Seen seen() {
            return new Seen(GlobalId.parse(SuccessionFeature.ENTERPRISE, id), rowVersion);
        }
    }

    private record RenameInput(String id, int rowVersion, String name, @Nullable List<String> distinctFrom,
            @Nullable String reason) {
    }

    private record MergeInput(SeenInput into, List<SeenInput> from, Figures figures, @Nullable String reason) {
    }

    private record RowsInput(FieldGroup group, @Nullable Integer year, List<Integer> rows) {
    }

    private record PartInput(String name, @Nullable String creditCode, @Nullable String permitNumber,
            @Nullable List<RowsInput> rows, @Nullable List<String> findingIds, @Nullable List<String> measureIds) {
    }

    private record SplitInput(String id, int rowVersion, List<PartInput> parts, @Nullable List<String> distinctFrom,
            @Nullable String reason) {
    }

    private record UndoInput(String id) {
    }

    private record ApartInput(List<String> ids, @Nullable String reason) {
    }

    private record AnswerInput(String name, String enterpriseId, boolean same, @Nullable String reason) {
    }

    private record AnswersPayload(List<NearAnswers.Answer> answers, List<UserError> userErrors) {
    }

    private record Payload(Optional<EnterpriseCommand> command, @Nullable Enterprise enterprise, List<Question> questions,
            List<UserError> userErrors) {

        static Payload refused(List<UserError> errors) {
            return new Payload(Optional.empty(), null, List.of(), errors);
        }
    }

    private record ApartPayload(boolean apart, List<UserError> userErrors) {
    }

    private final Successions successions;
    private final Questions questions;
    private final Ledger ledger;
    private final MutationFetchers mutations;

    SuccessionMutations(Successions successions, Questions questions, Ledger ledger, MutationFetchers mutations) {
        this.successions = successions;
        this.questions = questions;
        this.ledger = ledger;
        this.mutations = mutations;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> type
                .dataFetcher("renameEnterprise", mutations.of(RenameInput.class, this::rename, Payload::refused))
                .dataFetcher("mergeEnterprises", mutations.of(MergeInput.class, this::merge, Payload::refused))
                .dataFetcher("splitEnterprise", mutations.of(SplitInput.class, this::split, Payload::refused))
                .dataFetcher("undoEnterpriseCommand", mutations.of(UndoInput.class, this::undo, Payload::refused))
                .dataFetcher("answerEnterpriseName", mutations.of(AnswerInput.class, this::answer,
                        errors -> new AnswersPayload(List.of(), errors)))
                .dataFetcher("keepEnterprisesApart", mutations.of(ApartInput.class, this::keepApart,
                        errors -> new ApartPayload(false, errors))));
    }

    private Payload rename(RenameInput input) {
        Seen seen = new SeenInput(input.id(), input.rowVersion()).seen();
        return carryOut(new Succession.Rename(seen, input.name(), ids(SuccessionFeature.ENTERPRISE, input.distinctFrom())),
                input.reason());
    }

    private Payload merge(MergeInput input) {
        return carryOut(new Succession.Merge(input.from().stream().map(SeenInput::seen).toList(), input.into().seen(),
                input.figures()), input.reason());
    }

    private Payload split(SplitInput input) {
        return carryOut(new Succession.Split(new SeenInput(input.id(), input.rowVersion()).seen(),
                input.parts().stream().map(SuccessionMutations::part).toList(),
                ids(SuccessionFeature.ENTERPRISE, input.distinctFrom())), input.reason());
    }

    private static Succession.Part part(PartInput input) {
        List<Succession.Rows> rows = input.rows() == null ? List.of() : input.rows().stream()
                .map(chosen -> new Succession.Rows(chosen.group(), Optional.ofNullable(chosen.year()), chosen.rows()))
                .toList();
        Map<String, List<Long>> follows = new HashMap<>();
        follow(follows, "Finding", input.findingIds());
        follow(follows, "Measure", input.measureIds());
        return new Succession.Part(input.name(), Optional.ofNullable(input.creditCode()),
                Optional.ofNullable(input.permitNumber()), rows, follows);
    }

    private static void follow(Map<String, List<Long>> follows, String type, @Nullable List<String> ids) {
        if (ids != null && !ids.isEmpty()) {
            follows.put(type, ids(type, ids));
        }
    }

    private Payload carryOut(Succession succession, @Nullable String reason) {
        Successions.Outcome outcome = successions.carryOut(succession, reason == null ? "" : reason);
        return payload(outcome.command(), outcome.questions());
    }

    private Payload undo(UndoInput input) {
        return payload(Optional.of(successions.undo(GlobalId.parse(SuccessionFeature.COMMAND, input.id()))), List.of());
    }

    private AnswersPayload answer(AnswerInput input) {
        questions.answer(GlobalId.parse(SuccessionFeature.ENTERPRISE, input.enterpriseId()), input.name(), input.same(),
                input.reason() == null ? "" : input.reason());
        return new AnswersPayload(questions.answers(), List.of());
    }

    private ApartPayload keepApart(ApartInput input) {
        Actor.requireAny(Role.PLANNER, Role.ADMINISTRATOR);
        List<Long> ids = ids(SuccessionFeature.ENTERPRISE, input.ids());
        questions.keepApart(ids.getFirst(), ids.size() == 2 ? ids.getLast() : ids.getFirst(),
                input.reason() == null ? "" : input.reason());
        return new ApartPayload(true, List.of());
    }

    private Payload payload(Optional<EnterpriseCommand> command, List<Question> asked) {
        return new Payload(command, command.map(EnterpriseCommand::enterpriseId)
                .map(id -> ledger.enterprises(List.of(id)).get(id)).orElse(null), asked, List.of());
    }

    private static List<Long> ids(String type, @Nullable List<String> ids) {
        return ids == null ? List.of() : new ArrayList<>(ids.stream().map(id -> GlobalId.parse(type, id)).toList());
    }
}
