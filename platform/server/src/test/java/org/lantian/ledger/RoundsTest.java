package org.lantian.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.common.Actor;
import org.lantian.common.Clocks;
import org.lantian.common.DomainException;
import org.lantian.common.Role;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.graphql.GlobalId;
import org.lantian.ledger.LedgerEdits.Cell;
import org.lantian.ledger.LedgerImports.Options;
import org.lantian.ledger.history.LedgerChange;
import org.lantian.ledger.history.LedgerHistory;
import org.lantian.ledger.round.Comparisons;
import org.lantian.ledger.round.Figure;
import org.lantian.ledger.round.Fillers;
import org.lantian.ledger.round.Forms;
import org.lantian.ledger.round.Jump;
import org.lantian.ledger.round.LedgerForm;
import org.lantian.ledger.round.LedgerForm.FilledAs;
import org.lantian.ledger.round.LedgerForm.Late;
import org.lantian.ledger.round.LedgerForm.State;
import org.lantian.ledger.round.LedgerRound;
import org.lantian.ledger.round.RoundPeriod;
import org.lantian.ledger.round.Rounds;
import org.lantian.ledger.round.YearJumps;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.ApiClient;
import org.lantian.testing.ApiTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

class RoundsTest extends ApiTest {

    private static final Options STRICT = new Options(Optional.empty(), false, false);
    private static final LocalDate TODAY = LocalDate.now(Clocks.ZONE);

    @Inject
    LedgerImports imports;
    @Inject
    LedgerEdits edits;
    @Inject
    LedgerHistory history;
    @Inject
    Ledger ledger;
    @Inject
    Rounds rounds;
    @Inject
    Forms forms;
    @Inject
    Comparisons comparisons;
    @Inject
    Fillers fillers;
    @Inject
    YearJumps years;
    @Inject
    JdbcOperations jdbc;

    @Test
    void aRoundAsksEachEnterpriseForItsProductsFuelsAndMaterials() {
        TenantCode code = filled();
        LedgerRound round = open(code, "2026-10");

        LedgerForm form = form(code, round, "甲公司");
        assertThat(form.asked()).containsExactly(new Figure.Asked("product.output", "硅铁", "万吨"),
                new Figure.Asked("energy.amount", "煤", "吨"), new Figure.Asked("material.amount", "硅石", "吨"));
        assertThat(form.state()).isEqualTo(State.PENDING);
        assertThat(asOperator(code, () -> rounds.progress(round.id())))
                .containsExactly(new Rounds.Progress("沙坡头区", 2, 0, 0, 0));
        assertThat(catchThrowableOfType(UserErrorsException.class, () -> open(code, "2026-10")).errors())
                .extracting(UserError::code).containsExactly("ROUND_EXISTS");
        assertThat(asOperator(other, () -> rounds.list())).isEmpty();
    }

    @Test
    void emissionsAreAskedForInTonnesAndHeldAgainstTheMonthsToo() {
        TenantCode code = freshTenant();
        asOperator(code, () -> imports.importNow("台账.xlsx", Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司"))
                .emissions("甲集群|甲公司|NOx|20|10.5|手工监测|执行报告").bytes(), STRICT));
        Figure.Asked nox = form(code, open(code, "2026-08"), "甲公司").asked().getLast();
        assertThat(nox).isEqualTo(new Figure.Asked("emission.actual", "NOx", "吨"));

        LedgerForm month = form(code, open(code, "2026-07"), "甲公司");
        LedgerForm filled = asOperator(code, () -> forms.fill(month.id(), month.rowVersion(), emitted("1.2"), List.of(), ""));
        asOperator(code, () -> forms.settle(month.id(), filled.rowVersion(), true, ""));
        LedgerForm quarter = form(code, open(code, "2026-Q3"), "甲公司");
        assertThat(catchThrowableOfType(UserErrorsException.class, () -> asOperator(code, () -> forms.fill(quarter.id(),
                quarter.rowVersion(), emitted("1.1"), List.of(), ""))).errors().getFirst().message())
                .contains("NOx 本期1.1吨，7月已核合计1.2吨，缺8月、9月");
    }

    private static List<Figure> emitted(String tonnes) {
        return java.util.stream.Stream.concat(figures("1", "1", "1").stream(),
                java.util.stream.Stream.of(figure("emission.actual", "NOx", tonnes))).toList();
    }

    @Test
    void aFormIsFilledVerifiedAndItsChangesThenEnterTheLedger() {
        TenantCode code = filled();
        LedgerForm form = form(code, open(code, "2026-10"), "甲公司");
        LedgerForm filled = asOperator(code, () -> forms.fill(form.id(), form.rowVersion(), figures("3.5", "9", "1"),
                List.of(new Cell("equipment.name", Optional.of(2), Optional.of("2号矿热炉"))), "新增一台炉"));
        assertThat(filled.state()).isEqualTo(State.FILLED);
        assertThat(filled.figures()).first().isEqualTo(new Figure("product.output", "硅铁", "万吨", new BigDecimal("3.5")));
        assertThat(equipment(code)).containsExactly("矿热炉");

        LedgerForm verified = asOperator(code, () -> forms.settle(form.id(), filled.rowVersion(), true, "属实"));
        assertThat(verified.state()).isEqualTo(State.VERIFIED);
        assertThat(equipment(code)).containsExactly("矿热炉", "2号矿热炉");
        assertThat(asOperator(code, () -> history.ofOrigin(LedgerChange.Origin.ROUND, form.id(), 0, 10)))
                .extracting(change -> change.change().after()).containsExactly(Optional.of("2号矿热炉"));
        assertThat(asOperator(code, () -> forms.steps(List.of(form.id()))).get(form.id()))
                .extracting(LedgerForm.Step::act, LedgerForm.Step::remark)
                .containsExactly(tuple(State.FILLED, "新增一台炉"), tuple(State.VERIFIED, "属实"));
        assertThatThrownBy(() -> asOperator(code, () -> forms.fill(form.id(), verified.rowVersion(),
                figures("3", "9", "1"), List.of(), ""))).isInstanceOf(DomainException.class).hasMessageContaining("已审核");
    }

    @Test
    void aFormWhoseEnterpriseChangedSinceIsFilledAgainOrReturned() {
        TenantCode code = filled();
        LedgerForm form = form(code, open(code, "2026-10"), "甲公司");
        Cell output = new Cell("product.output", Optional.of(1), Optional.of("42"));
        LedgerForm filled = asOperator(code, () -> forms.fill(form.id(), form.rowVersion(), figures("3.5", "9", "1"),
                List.of(output), ""));
        revise(code, Optional.of(2024), new Cell("product.output", Optional.of(1), Optional.of("41")));

        assertThatThrownBy(() -> asOperator(code, () -> forms.settle(form.id(), filled.rowVersion(), true, "")))
                .isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.code()).isEqualTo("FORM_STALE"))
                .hasMessageContaining("基准年产量（硅铁） 40.5 → 41（operator）").hasMessageContaining("重新填报");
        assertThat(form(code, form.round(), "甲公司").state()).isEqualTo(State.FILLED);
        assertThat(output(code)).isEqualTo("41");

        LedgerForm again = asOperator(code, () -> forms.fill(form.id(), filled.rowVersion(), figures("3.5", "9", "1"),
                List.of(output), ""));
        asOperator(code, () -> imports.importNow("台账.xlsx", Workbooks.empty().table1(Workbooks.enterprise("甲集群", "乙公司"))
                .change("表1", line -> line.replace("2024年", "2025年")).bytes(), STRICT));
        asOperator(code, () -> forms.settle(form.id(), again.rowVersion(), true, ""));
        assertThat(output(code)).isEqualTo("42");
    }

    @Test
    void aFormWithoutChangesOfTheLedgerIsVerifiedWhateverChanged() {
        TenantCode code = filled();
        LedgerForm form = form(code, open(code, "2026-10"), "甲公司");
        LedgerForm filled = asOperator(code, () -> forms.fill(form.id(), form.rowVersion(), figures("3.5", "9", "1"),
                List.of(), ""));
        revise(code, Optional.empty(), new Cell("enterprise.grade", Optional.empty(), Optional.of("B")));
        assertThat(asOperator(code, () -> forms.settle(form.id(), filled.rowVersion(), true, "")).state())
                .isEqualTo(State.VERIFIED);
    }

    @Test
    void aVerifiedFormOfThePeriodGoesBeforeOneThatIsOnlyFilled() {
        TenantCode code = filled();
        LedgerForm first = form(code, open(code, "2025-10"), "甲公司");
        long cluster = asOperator(code, () -> ledger.listClusters()).getFirst().requireId();
        LedgerForm second = form(code, asOperator(code, () -> rounds.open(new Rounds.Opening(
                RoundPeriod.read("2025-10").orElseThrow(), Optional.of(cluster), Optional.of(TODAY.plusDays(5)), Optional.empty(),
                new BigDecimal("0.3")))), "甲公司");
        asOperator(code, () -> forms.fill(first.id(), first.rowVersion(), figures("1", "1", "1"), List.of(), ""));
        LedgerForm filled = asOperator(code, () -> forms.fill(second.id(), second.rowVersion(), figures("2", "1", "1"),
                List.of(), ""));
        asOperator(code, () -> forms.settle(second.id(), filled.rowVersion(), true, ""));

        LedgerForm now = form(code, open(code, "2026-10"), "甲公司");
        LedgerForm compared = asOperator(code, () -> forms.fill(now.id(), now.rowVersion(), figures("2", "1", "1"), List.of(), ""));
        assertThat(asOperator(code, () -> comparisons.of(compared))).first().extracting(Jump::before)
                .isEqualTo(Optional.of(new BigDecimal("2")));
    }

    @Test
    void whatIsMissingOrWrongIsToldAtOnce() {
        TenantCode code = filled();
        LedgerForm form = form(code, open(code, "2026-10"), "甲公司");
        UserErrorsException refused = catchThrowableOfType(UserErrorsException.class, () -> asOperator(code,
                () -> forms.fill(form.id(), form.rowVersion(), List.of(figure("product.output", "硅铁", "-1"),
                        figure("product.output", "锰铁", "1")), List.of(), "")));
        assertThat(refused.errors()).extracting(UserError::code).containsExactly("FIGURES_MISSING", "FIGURE_NOT_ASKED",
                "FIGURE_NEGATIVE");
        assertThat(refused.errors().getFirst().message()).contains("煤、硅石");
        assertThat(catchThrowableOfType(UserErrorsException.class, () -> asOperator(code, () -> forms.fill(form.id(),
                form.rowVersion(), figures("1", "1", "1"), List.of(new Cell("product.output", Optional.of(1),
                        Optional.of("很多"))), ""))).errors()).extracting(UserError::code).containsExactly("CELL_INVALID");
        assertThat(form(code, form.round(), "甲公司").state()).isEqualTo(State.PENDING);
    }

    @Test
    void aJumpAgainstTheSamePeriodOfTheYearBeforeMustBeExplained() {
        TenantCode code = filled();
        LedgerForm before = form(code, open(code, "2025-Q3"), "甲公司");
        asOperator(code, () -> forms.fill(before.id(), before.rowVersion(), figures("10", "0", "4"), List.of(), ""));
        LedgerForm form = form(code, open(code, "2026-Q3"), "甲公司");

        UserErrorsException refused = catchThrowableOfType(UserErrorsException.class, () -> asOperator(code,
                () -> forms.fill(form.id(), form.rowVersion(), figures("13.1", "2", "5"), List.of(), "")));
        assertThat(refused.errors()).extracting(UserError::code).containsExactly("JUMP_UNEXPLAINED");
        assertThat(refused.errors().getFirst().message()).contains("硅铁 上年同期10万吨，本期13.1万吨，变动31%");

        LedgerForm filled = asOperator(code, () -> forms.fill(form.id(), form.rowVersion(), figures("13.1", "2", "5"),
                List.of(), "复产"));
        assertThat(asOperator(code, () -> comparisons.of(filled))).extracting(Jump::row, Jump::before, Jump::ratio, Jump::jumped)
                .containsExactly(tuple("硅铁", Optional.of(new BigDecimal("10")), Optional.of(new BigDecimal("0.3100")), true),
                        tuple("煤", Optional.of(new BigDecimal("0")), Optional.empty(), true),
                        tuple("硅石", Optional.of(new BigDecimal("4")), Optional.of(new BigDecimal("0.2500")), false));
    }

    @Test
    void aQuarterIsHeldAgainstItsVerifiedMonths() {
        TenantCode code = filled();
        month(code, "2026-07", "3", true);
        month(code, "2026-08", "4", true);
        LedgerForm september = month(code, "2026-09", "5", false);
        LedgerForm form = form(code, open(code, "2026-Q3"), "甲公司");

        UserErrorsException refused = catchThrowableOfType(UserErrorsException.class, () -> asOperator(code,
                () -> forms.fill(form.id(), form.rowVersion(), figures("6", "20", "20"), List.of(), "")));
        assertThat(refused.errors()).extracting(UserError::code).containsExactly("MONTHS_UNEXPLAINED");
        assertThat(refused.errors().getFirst().message()).contains("硅铁 本期6万吨，7月、8月已核合计7万吨，缺9月");
        LedgerForm more = asOperator(code, () -> forms.fill(form.id(), form.rowVersion(), figures("11", "20", "20"), List.of(), ""));
        assertThat(asOperator(code, () -> comparisons.of(more))).first().satisfies(figure -> {
            assertThat(figure.months().orElseThrow().sum()).isEqualByComparingTo("7");
            assertThat(figure.months().orElseThrow().missing()).extracting(RoundPeriod::text).containsExactly("2026-09");
            assertThat(figure.months().orElseThrow().differs()).isFalse();
        });

        asOperator(code, () -> forms.settle(september.id(), september.rowVersion(), true, ""));
        assertThat(asOperator(code, () -> comparisons.of(more))).extracting(figure -> figure.months().orElseThrow().differs())
                .containsExactly(true, true, true);
        assertThat(asOperator(code, () -> forms.fill(form.id(), more.rowVersion(), figures("12", "3", "3"), List.of(), ""))
                .state()).isEqualTo(State.FILLED);
        assertThat(roundsOf(other, "2026-Q3")).isEmpty();
    }

    private LedgerForm month(TenantCode code, String period, String output, boolean verified) {
        LedgerForm form = form(code, open(code, period), "甲公司");
        LedgerForm filled = asOperator(code, () -> forms.fill(form.id(), form.rowVersion(), figures(output, "1", "1"),
                List.of(), ""));
        return verified ? asOperator(code, () -> forms.settle(form.id(), filled.rowVersion(), true, "")) : filled;
    }

    private List<LedgerRound> roundsOf(TenantCode code, String period) {
        return asOperator(code, () -> rounds.list()).stream().filter(round -> round.period().text().equals(period)).toList();
    }

    @Test
    void theDueDayStillCountsAndTheDayAfterIsLate() {
        LedgerRound round = new LedgerRound(1, RoundPeriod.read("2026-10").orElseThrow(), Optional.empty(),
                LocalDate.of(2026, 11, 5), LocalDate.of(2026, 11, 10), Optional.empty(), BigDecimal.ONE, LedgerRound.State.OPEN, "x",
                java.time.OffsetDateTime.now(Clocks.ZONE));
        LedgerForm pending = bare(round, State.PENDING, Optional.empty());
        assertThat(pending.late(LocalDate.of(2026, 11, 5))).isEmpty();
        assertThat(pending.late(LocalDate.of(2026, 11, 6))).contains(Late.FILLING);
        assertThat(bare(round, State.FILLED, Optional.empty()).late(LocalDate.of(2026, 11, 11))).contains(Late.VERIFYING);
        assertThat(bare(round, State.VERIFIED, Optional.empty()).late(LocalDate.of(2027, 1, 1))).isEmpty();
        assertThat(bare(round, State.FILLED, Optional.of(java.time.OffsetDateTime.parse("2026-11-05T15:59:00Z"))).filledLate())
                .isFalse();
        assertThat(bare(round, State.FILLED, Optional.of(java.time.OffsetDateTime.parse("2026-11-05T16:01:00Z"))).filledLate())
                .isTrue();
    }

    @Test
    void whoIsLateIsListedByCounty() {
        TenantCode code = filled();
        LedgerRound round = open(code, "2026-10");
        LedgerForm form = form(code, round, "甲公司");
        asOperator(code, () -> forms.fill(form.id(), form.rowVersion(), figures("1", "1", "1"), List.of(), ""));
        asOperator(code, () -> jdbc.prepareStatement("UPDATE ledger_round SET due = due - 40", java.sql.PreparedStatement::executeUpdate));

        assertThat(asOperator(code, () -> rounds.progress(round.id())))
                .containsExactly(new Rounds.Progress("沙坡头区", 2, 1, 0, 1));
        assertThat(asOperator(code, () -> forms.list(new Forms.Filter(Optional.of(round.id()), Optional.empty(),
                Optional.empty(), Optional.empty(), true, Optional.empty()), 0, 10))).extracting(LedgerForm::state)
                .containsExactly(State.PENDING);
    }

    @Test
    void theEnterpriseFillsItsCountyVerifiesAndNobodyVerifiesThemselves() {
        TenantCode code = filled();
        asOperator(code, () -> {
            for (String user : List.of("firm", "county")) {
                accounts.ensure(user, user, Set.of(Role.VIEWER));
            }
            fillers.allow("firm", Optional.of(enterprise(code, "甲公司")), Optional.empty());
            return fillers.allow("county", Optional.empty(), Optional.of("沙坡头区"));
        });
        LedgerRound round = open(code, "2026-10");
        LedgerForm own = form(code, round, "甲公司");
        LedgerForm foreign = form(code, round, "乙公司");
        assertThatThrownBy(() -> as(code, "firm", () -> forms.fill(foreign.id(), foreign.rowVersion(),
                figures("1", "1", "1"), List.of(), ""))).isInstanceOf(DomainException.class).hasMessageContaining("没有此操作的权限");
        LedgerForm filled = as(code, "firm", () -> forms.fill(own.id(), own.rowVersion(), figures("1", "1", "1"), List.of(), ""));
        assertThat(filled.filledAs()).contains(FilledAs.ENTERPRISE);
        assertThatThrownBy(() -> as(code, "firm", () -> forms.settle(own.id(), filled.rowVersion(), true, "")))
                .isInstanceOf(DomainException.class).hasMessageContaining("不能审核自己填报的内容");
        LedgerForm returned = as(code, "county", () -> forms.settle(own.id(), filled.rowVersion(), false, "产量请核对"));
        assertThat(returned.state()).isEqualTo(State.RETURNED);

        LedgerForm again = as(code, "county", () -> forms.fill(own.id(), returned.rowVersion(), figures("2", "1", "1"), List.of(), ""));
        assertThat(again.filledAs()).contains(FilledAs.COUNTY);
        assertThatThrownBy(() -> as(code, "firm", () -> forms.settle(own.id(), again.rowVersion(), true, "")))
                .isInstanceOf(DomainException.class).hasMessageContaining("没有此操作的权限");
        assertThat(asOperator(code, () -> forms.settle(own.id(), again.rowVersion(), true, "")).state())
                .isEqualTo(State.VERIFIED);
    }

    @Test
    void aClosedRoundTakesNothing() {
        TenantCode code = filled();
        LedgerRound round = open(code, "2026-10");
        LedgerForm form = form(code, round, "甲公司");
        asOperator(code, () -> rounds.close(round.id()));
        assertThatThrownBy(() -> asOperator(code, () -> forms.fill(form.id(), form.rowVersion(), figures("1", "1", "1"),
                List.of(), ""))).isInstanceOf(DomainException.class).hasMessageContaining("已结束");
    }

    @Test
    void yearlyFiguresThatJumpAreFlaggedWithBothFiguresAndTheRatio() {
        TenantCode code = filled();
        asOperator(code, () -> imports.importNow("台账.xlsx", Workbooks.empty()
                .table1(Workbooks.enterprise("甲集群", "甲公司").replace("|50|40.5|万吨|", "|600000|600000|吨|"),
                        Workbooks.enterprise("甲集群", "乙公司"))
                .change("表1", line -> line.replace("2024年", "2025年")).bytes(), STRICT));

        assertThat(asOperator(code, () -> years.list(2025, Optional.empty(), YearJumps.USUAL_RATIO))).singleElement()
                .satisfies(found -> {
                    assertThat(found.enterprise().name()).isEqualTo("甲公司");
                    assertThat(found.jump().before().orElseThrow()).isEqualByComparingTo("405000");
                    assertThat(found.jump().ratio()).contains(new BigDecimal("0.4815"));
                });
        assertThat(asOperator(code, () -> years.list(2024, Optional.empty(), YearJumps.USUAL_RATIO))).isEmpty();
    }

    @Test
    void theApiOpensFillsAndSettles() {
        TenantCode code = filled();
        ApiClient planner = client(code, "planner", Role.PLANNER);
        JsonNode round = planner.execute("""
                mutation ($due: Date!) { openLedgerRound(input: {period: "2026-10", due: $due, verifyDue: $due}) {
                  round { id kind title jumpRatio progress { county total filled late } } userErrors { code } } }""",
                Map.of("due", TODAY.plusDays(5).toString())).at("/data/openLedgerRound/round");
        assertThat(round.at("/title").asText()).isEqualTo("2026年10月月度动态更新");
        assertThat(round.at("/progress/0/total").asInt()).isEqualTo(2);

        JsonNode page = planner.execute("""
                query ($round: ID!) { ledgerForms(filter: {roundId: $round, state: PENDING}) { totalCount nodes {
                  id rowVersion county late enterprise { name } asked { field term row unit } } } }""",
                Map.of("round", round.at("/id").asText())).at("/data/ledgerForms");
        assertThat(page.at("/totalCount").asInt()).isEqualTo(2);
        JsonNode form = page.at("/nodes/1");
        assertThat(form.at("/asked/0/term").asText()).isEqualTo("基准年产量");

        JsonNode filled = planner.execute("""
                mutation ($id: ID!, $version: Int!) { fillLedgerForm(input: {id: $id, rowVersion: $version, figures: [
                  {field: "product.output", row: "硅铁", value: "3.50"}, {field: "energy.amount", row: "煤", value: "1"},
                  {field: "material.amount", row: "硅石", value: "0"}]}) { form { state rowVersion filledAs filledBy
                    figures { row value unit before ratio jumped months { sum counted missing differs } } } userErrors { code message } } }""",
                Map.of("id", form.at("/id").asText(), "version", form.at("/rowVersion").asInt()))
                .at("/data/fillLedgerForm/form");
        assertThat(filled.at("/state").asText()).isEqualTo("FILLED");
        assertThat(filled.at("/filledAs").asText()).isEqualTo("CITY");
        assertThat(filled.at("/figures/0/value").asText()).isEqualTo("3.50");
        assertThat(filled.at("/figures/0/before").isNull()).isTrue();

        String settle = """
                mutation ($id: ID!, $version: Int!) { settleLedgerForm(input: {id: $id, rowVersion: $version,
                  accepted: true}) { form { state verifiedBy steps { act actor } } userErrors { code } } }""";
        Map<String, Object> version = Map.of("id", form.at("/id").asText(), "version", filled.at("/rowVersion").asInt());
        assertThat(planner.execute(settle, version).at("/errors/0/extensions/code").asText())
                .isEqualTo("VERIFIER_IS_FILLER");
        assertThat(client(code, "reviewer", Role.REVIEWER).execute(settle, version).at("/data/settleLedgerForm/form/state")
                .asText()).isEqualTo("VERIFIED");
        JsonNode proposed = planner.execute("""
                mutation { openLedgerRound(input: {period: "2026-Q3"}) { round { due verifyDue dueSource } userErrors { code } } }""")
                .at("/data/openLedgerRound/round");
        assertThat(LocalDate.parse(proposed.at("/due").asText())).isAfterOrEqualTo(TODAY);
        assertThat(proposed.at("/dueSource").asText()).contains("最后一个工作日");
        assertThat(planner.execute("{ ledgerYearJumps { totalCount } ledgerRounds { totalCount } }").at("/data/ledgerRounds"
                + "/totalCount").asInt()).isEqualTo(2);
        JsonNode allowed = client(code, "boss", Role.ADMINISTRATOR).execute("""
                mutation ($id: ID!) { allowLedgerFiller(input: {user: "planner", enterpriseId: $id}) {
                  fillers { user enterprise { name } county } userErrors { code } } }""",
                Map.of("id", GlobalId.of("Enterprise", enterprise(code, "甲公司")))).at("/data/allowLedgerFiller/fillers/0");
        assertThat(allowed.at("/enterprise/name").asText()).isEqualTo("甲公司");
        assertThat(planner.execute("{ ledgerForms(filter: {mine: true}) { totalCount } }").at("/data/ledgerForms/totalCount")
                .asInt()).isEqualTo(2);
        assertThat(client(other, "planner", Role.PLANNER).execute("{ ledgerForms { totalCount } }")
                .at("/data/ledgerForms/totalCount").asInt(-1)).isZero();
    }

    private static LedgerForm bare(LedgerRound round, State state, Optional<java.time.OffsetDateTime> filledAt) {
        return new LedgerForm(1, round, 1, Optional.empty(), state, List.of(), List.of(), List.of(), Optional.empty(), "", Optional.empty(),
                Optional.empty(), filledAt, Optional.empty(), Optional.empty(), "", 0);
    }

    private static Figure figure(String field, String row, String value) {
        return new Figure(field, row, "", new BigDecimal(value));
    }

    private static List<Figure> figures(String output, String coal, String quartz) {
        return List.of(figure("product.output", "硅铁", output), figure("energy.amount", "煤", coal),
                figure("material.amount", "硅石", quartz));
    }

    private List<String> equipment(TenantCode code) {
        return asOperator(code, () -> ledger.list(2024)).getFirst().rows(org.lantian.plugin.table.FieldGroup.EQUIPMENT)
                .stream().map(row -> row.find(org.lantian.plugin.table.Field.EQUIPMENT_NAME).orElseThrow().print()).toList();
    }

    private String output(TenantCode code) {
        return asOperator(code, () -> ledger.list(2024)).getFirst().rows(org.lantian.plugin.table.FieldGroup.PRODUCT)
                .getFirst().find(org.lantian.plugin.table.Field.PRODUCT_OUTPUT).orElseThrow().print();
    }

    private void revise(TenantCode code, Optional<Integer> year, Cell cell) {
        long id = enterprise(code, "甲公司");
        asOperator(code, () -> edits.revise(new ChangeOrigin.OfEdit(), id, ledger.enterprises(List.of(id)).get(id)
                .rowVersion(), year, List.of(cell)));
    }

    private LedgerRound open(TenantCode code, String period) {
        return asOperator(code, () -> rounds.open(new Rounds.Opening(RoundPeriod.read(period).orElseThrow(),
                Optional.empty(), Optional.of(TODAY.plusDays(5)), Optional.of(TODAY.plusDays(10)), new BigDecimal("0.3"))));
    }

    private LedgerForm form(TenantCode code, LedgerRound round, String name) {
        long id = enterprise(code, name);
        return asOperator(code, () -> forms.list(new Forms.Filter(Optional.of(round.id()), Optional.of(id),
                Optional.empty(), Optional.empty(), false, Optional.empty()), 0, 1)).getFirst();
    }

    private <T> T as(TenantCode code, String user, java.util.function.Supplier<T> work) {
        try (var ignored = PropagatedContext.getOrEmpty().plus(new Actor(user, Set.of(Role.VIEWER))).propagate()) {
            return tenants.write(code, work);
        }
    }

    private long enterprise(TenantCode code, String name) {
        return asOperator(code, () -> ledger.listEnterprises()).stream().filter(one -> one.name().equals(name))
                .findFirst().orElseThrow().requireId();
    }

    private TenantCode filled() {
        TenantCode code = freshTenant();
        asOperator(code, () -> imports.importNow("台账.xlsx", Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司"),
                Workbooks.enterprise("甲集群", "乙公司")).bytes(), STRICT));
        return code;
    }
}
