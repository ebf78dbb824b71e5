package org.lantian.ledger.round.graphql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.graphql.GlobalId;
import org.lantian.graphql.GraphqlFeature;
import org.lantian.graphql.MutationFetchers;
import org.lantian.ledger.LedgerEdits;
import org.lantian.ledger.round.Figure;
import org.lantian.ledger.round.Fillers;
import org.lantian.ledger.round.Forms;
import org.lantian.ledger.round.LedgerForm;
import org.lantian.ledger.round.LedgerRound;
import org.lantian.ledger.round.RoundPeriod;
import org.lantian.ledger.round.Rounds;
import org.lantian.ledger.round.YearJumps;

/** Opens rounds, fills and settles forms. */
@Singleton
final class RoundMutations implements GraphqlFeature {

    private record OpenInput(String period, @Nullable String clusterId, @Nullable LocalDate due,
            @Nullable LocalDate verifyDue, @Nullable BigDecimal jumpRatio) {
    }

    private record IdInput(String id) {
    }

    private record FigureInput(String field, String row, BigDecimal value) {
    }

    private record CellInput(String field, @Nullable Integer row, @Nullable String text) {
    }

    private record FillInput(String id, int rowVersion, List<FigureInput> figures, @Nullable List<CellInput> cells,
            @Nullable String statement) {
    }

    private record SettleInput(String id, int rowVersion, boolean accepted, @Nullable String remark) {
    }

    private record AllowInput(String user, @Nullable String enterpriseId, @Nullable String county) {
    }

    private record RoundPayload(Optional<LedgerRound> round, List<UserError> userErrors) {
        static RoundPayload refused(List<UserError> errors) {
            return new RoundPayload(Optional.empty(), errors);
        }
    }

    private record FormPayload(Optional<LedgerForm> form, List<UserError> userErrors) {
        static FormPayload refused(List<UserError> errors) {
            return new FormPayload(Optional.empty(), errors);
        }
    }

    private record FillersPayload(List<Fillers.Filler> fillers, List<UserError> userErrors) {
        static FillersPayload refused(List<UserError> errors) {
            return new FillersPayload(List.of(), errors);
        }
    }

    private final Rounds rounds;
    private final Forms forms;
    private final Fillers fillers;
    private final MutationFetchers mutations;

    RoundMutations(Rounds rounds, Forms forms, Fillers fillers, MutationFetchers mutations) {
        this.rounds = rounds;
        this.forms = forms;
        this.fillers = fillers;
        this.mutations = mutations;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Mutation", type -> type
                .dataFetcher("openLedgerRound", mutations.of(OpenInput.class, this::open, RoundPayload::refused))
                .dataFetcher("closeLedgerRound", mutations.of(IdInput.class, this::close, RoundPayload::refused))
                .dataFetcher("fillLedgerForm", mutations.of(FillInput.class, this::fill, FormPayload::refused))
                .dataFetcher("settleLedgerForm", mutations.of(SettleInput.class, this::settle, FormPayload::refused))
                .dataFetcher("allowLedgerFiller", mutations.of(AllowInput.class, this::allow, FillersPayload::refused))
                .dataFetcher("withdrawLedgerFiller", mutations.of(IdInput.class,
                        input -> new FillersPayload(fillers.withdraw(GlobalId.parse(RoundFeature.FILLER, input.id())),
                                List.of()),
                        FillersPayload::refused)));
    }

    private RoundPayload open(OpenInput input) {
        RoundPeriod period = RoundPeriod.read(input.period()).orElseThrow(() -> new UserErrorsException(
                List.of(UserError.of("period", "PERIOD_UNREADABLE", "期间应写成 2026-10（月）或 2026-Q3（季度）。"))));
        return new RoundPayload(Optional.of(rounds.open(new Rounds.Opening(period,
                Optional.ofNullable(input.clusterId()).map(id -> GlobalId.parse("Cluster", id)),
                Optional.ofNullable(input.due()), Optional.ofNullable(input.verifyDue()), input.jumpRatio() == null ? YearJumps.USUAL_RATIO : input.jumpRatio()))), List.of());
    }

    private RoundPayload close(IdInput input) {
        return new RoundPayload(Optional.of(rounds.close(GlobalId.parse(RoundFeature.ROUND, input.id()))), List.of());
    }

    private FormPayload fill(FillInput input) {
        List<Figure> figures = input.figures().stream()
                .map(figure -> new Figure(figure.field(), figure.row(), "", figure.value())).toList();
        List<LedgerEdits.Cell> cells = input.cells() == null ? List.of()
                : input.cells().stream().map(cell -> new LedgerEdits.Cell(cell.field(), Optional.ofNullable(cell.row()),
                        Optional.ofNullable(cell.text()))).toList();
        return new FormPayload(Optional.of(forms.fill(GlobalId.parse(RoundFeature.FORM, input.id()), input.rowVersion(),
                figures, cells, input.statement() == null ? "" : input.statement())), List.of());
    }

    private FormPayload settle(SettleInput input) {
        return new FormPayload(Optional.of(forms.settle(GlobalId.parse(RoundFeature.FORM, input.id()), input.rowVersion(),
                input.accepted(), input.remark() == null ? "" : input.remark())), List.of());
    }

    private FillersPayload allow(AllowInput input) {
        return new FillersPayload(fillers.allow(input.user(),
                Optional.ofNullable(input.enterpriseId()).map(id -> GlobalId.parse("Enterprise", id)),
                Optional.ofNullable(input.county())), List.of());
    }
}
