package org.lantian.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.common.Clocks;
import org.lantian.common.DomainException;
import org.lantian.common.Role;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.graphql.GlobalId;
import org.lantian.ledger.LedgerEdits.Cell;
import org.lantian.ledger.LedgerImports.Options;
import org.lantian.ledger.register.Register;
import org.lantian.ledger.register.RegisterEntry;
import org.lantian.ledger.register.RegisterRule;
import org.lantian.ledger.register.Registers;
import org.lantian.ledger.succession.EnterpriseCommand;
import org.lantian.ledger.succession.EnterpriseCommand.Figures;
import org.lantian.ledger.succession.Succession;
import org.lantian.ledger.succession.Succession.Seen;
import org.lantian.ledger.succession.Successions;
import org.lantian.plugin.rule.DiagnosisRule.Subject;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.tenancy.Provisioning;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.ApiClient;
import org.lantian.testing.ApiTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

class RegistersTest extends ApiTest {

    private static final Options STRICT = new Options(Optional.empty(), false, false);
    private static final LocalDate TODAY = LocalDate.now(Clocks.ZONE);
    private static final RegisterRule GRADE = new RegisterRule.Condition(Subject.ENTERPRISE, "enterprise_grade == 'A'",
            "环保绩效等级为{enterprise.grade}级。", List.of("enterprise.grade"));

    @Inject
    LedgerImports imports;
    @Inject
    LedgerEdits edits;
    @Inject
    Registers registers;
    @Inject
    Successions successions;
    @Inject
    Ledger ledger;
    @Inject
    JdbcOperations jdbc;

    @Test
    void everyTenantBeginsWithTheUsualRegisters() {
        assertThat(asOperator(tenant, () -> registers.list())).extracting(Register::name)
                .containsExactly("正面清单", "黑名单", "保留名单", "重点排污单位", "排放大户");
    }

    @Test
    void peoplePutEnterprisesOnWithPeriodAndSource() {
        TenantCode code = filled();
        long register = id(code, "保留名单");
        LocalDate from = LocalDate.of(2026, 1, 1);
        List<RegisterEntry> added = asOperator(code, () -> registers.add(register, List.of(enterprise(code, "甲公司")), from,
                Optional.of(LocalDate.of(2026, 6, 30)), "工信〔2026〕3号", "保留"));

        assertThat(added).extracting(RegisterEntry::source, RegisterEntry::addedBy)
                .containsExactly(tuple("工信〔2026〕3号", "operator"));
        assertThat(count(code, register, LocalDate.of(2026, 6, 30))).isEqualTo(1);
        assertThat(count(code, register, LocalDate.of(2026, 7, 1))).isZero();
        UserErrorsException refused = catchThrowableOfType(UserErrorsException.class, () -> asOperator(code,
                () -> registers.add(register, List.of(enterprise(code, "甲公司")), LocalDate.of(2026, 6, 1), Optional.empty(),
                        " ", "")));
        assertThat(refused.errors()).extracting(UserError::code).containsExactly("SOURCE_NEEDED", "ALREADY_ON_REGISTER");
        RegisterEntry entry = added.getFirst();
        asOperator(code, () -> registers.end(entry.id(), entry.rowVersion(), LocalDate.of(2026, 3, 31)));
        assertThat(count(code, register, LocalDate.of(2026, 6, 30))).isZero();
        assertThatThrownBy(() -> asOperator(code, () -> registers.end(entry.id(), entry.rowVersion(), TODAY)))
                .isInstanceOf(DomainException.class).hasMessageContaining("已被他人修改");
        assertThat(asOperator(other, () -> registers.count(register, Optional.empty()))).isZero();
    }

    @Test
    void aRuleSaysWhoStandsOnARegisterAndWhyAndFollowsTheLedger() {
        TenantCode code = filled();
        Register register = declare(code, "正面清单", GRADE);
        assertThat(names(code, register)).isEmpty();

        revise(code, "甲公司", "enterprise.grade", "A");
        List<RegisterEntry> entries = entries(code, register);
        assertThat(entries).extracting(RegisterEntry::reason, RegisterEntry::origin, RegisterEntry::from)
                .containsExactly(tuple("环保绩效等级为A级。", RegisterEntry.Origin.RULE, TODAY));
        assertThatThrownBy(() -> asOperator(code, () -> registers.end(entries.getFirst().id(), 0, TODAY)))
                .isInstanceOf(DomainException.class).hasMessageContaining("由规则判定");

        asOperator(code, () -> jdbc.prepareStatement("UPDATE register_entry SET valid_from = valid_from - 10",
                java.sql.PreparedStatement::executeUpdate));
        revise(code, "甲公司", "enterprise.grade", "B");
        assertThat(names(code, register)).isEmpty();
        assertThat(asOperator(code, () -> registers.entries(register.id(), Optional.empty(), 0, 10)))
                .extracting(RegisterEntry::to).containsExactly(Optional.of(TODAY.minusDays(1)));
    }

    @Test
    void whereDataAreMissingWhatStandsStays() {
        TenantCode code = filled();
        Register register = declare(code, "正面清单", GRADE);
        revise(code, "甲公司", "enterprise.grade", "A");
        revise(code, "甲公司", "enterprise.grade", "");

        assertThat(names(code, register)).containsExactly("甲公司");
        assertThat(asOperator(code, () -> registers.derive(register.id()))).isEqualTo(new Registers.Derived(0, 0, 2));
    }

    @Test
    void theBaseYearSaysWhoStandsOnARegisterWhateverYearIsWritten() {
        TenantCode code = filled();
        Register register = declare(code, "正面清单", new RegisterRule.Condition(Subject.PRODUCT, "product_output > 40.0",
                "产量{product.output}。", List.of("product.output")));
        assertThat(names(code, register)).containsExactly("甲公司", "乙公司");
        edit(code, 2025, new Cell("product.name", Optional.of(1), Optional.of("硅铁")),
                new Cell("product.output", Optional.of(1), Optional.of("1")));
        assertThat(names(code, register)).containsExactly("甲公司", "乙公司");

        Register graded = declare(code, "保留名单", GRADE);
        edit(code, 2023, new Cell("enterprise.grade", Optional.empty(), Optional.of("A")));
        assertThat(names(code, graded)).containsExactly("甲公司");
        edit(code, 2024, new Cell("product.output", Optional.of(1), Optional.of("2")));
        assertThat(names(code, register)).containsExactly("乙公司");
    }

    private void edit(TenantCode code, int year, Cell... cells) {
        asOperator(code, () -> edits.revise(new ChangeOrigin.OfEdit(), enterprise(code, "甲公司"),
                seen(code, "甲公司").rowVersion(), Optional.of(year), List.of(cells)));
    }

    @Test
    void bigEmittersAreFoundByTheirOutlets() {
        TenantCode code = filled();
        Register register = declare(code, "排放大户", new RegisterRule.Emission(
                Map.of(Pollutant.NOX, new BigDecimal("7"), Pollutant.PM, new BigDecimal("50"))));

        assertThat(entries(code, register)).extracting(RegisterEntry::reason).containsExactly("NOx年排放量7.78吨，达到7吨。");
        declare(code, "排放大户", new RegisterRule.Emission(Map.of(Pollutant.NOX, new BigDecimal("8"))));
        assertThat(entries(code, register)).isEmpty();
    }

    @Test
    void tonnesOfOutletsAreAddedBeforeTheyAreRounded() {
        TenantCode code = freshTenant();
        asOperator(code, () -> imports.importNow("台账.xlsx", Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司"))
                .outlets("甲集群|甲公司|DA001|工业炉窑|10000|1000||||12.5|", "甲集群|甲公司|DA002|工业炉窑|10000|1000||||12.5|")
                .bytes(), STRICT));

        Register register = declare(code, "排放大户",
                new RegisterRule.Emission(Map.of(Pollutant.NOX, new BigDecimal("0.25"))));

        assertThat(entries(code, register)).extracting(RegisterEntry::reason).containsExactly("NOx年排放量0.25吨，达到0.25吨。");
    }

    @Test
    void aRuleThatDoesNotCompileIsRefusedWithTheReason() {
        UserErrorsException refused = catchThrowableOfType(UserErrorsException.class,
                () -> declare(tenant, "正面清单", new RegisterRule.Condition(Subject.ENTERPRISE, "enterprise_profit > 3",
                        "{enterprise.profit}", List.of())));
        assertThat(refused.errors()).isNotEmpty().allSatisfy(error -> assertThat(error.code()).isEqualTo("RULE_INVALID"));
        assertThat(catchThrowableOfType(UserErrorsException.class, () -> declare(tenant, "排放大户",
                new RegisterRule.Emission(Map.of()))).errors()).extracting(UserError::code)
                .containsExactly("RULE_THRESHOLD");
    }

    @Test
    void aRegisterOfTheProfileIsTakenOverWithItsRule() {
        TenantCode code = freshTenant();
        provisioning.apply(new Provisioning.Declaration(code, "测试市", "610400", "shaanxi@1.0.0", ""));
        asOperator(code, () -> imports.importNow("台账.xlsx", Workbooks.empty()
                .table1(rubber("甲橡胶"), rubber("乙橡胶"), Workbooks.enterprise("甲集群", "丙铁合金"))
                .table2(Workbooks.treatment("甲橡胶"), Workbooks.treatment("乙橡胶").replace("|C|", "|A|"), Workbooks.treatment("丙铁合金"))
                .bytes(), STRICT));
        ApiClient planner = client(code, "planner", Role.PLANNER);
        String offer = "{ profileRegisters { id name description source rule { subject holds inputs } register { name } } }";
        JsonNode offered = planner.execute(offer).at("/data/profileRegisters/0");
        assertThat(offered.at("/id").asText()).isEqualTo("rubber-below-a");
        assertThat(offered.at("/source").asText()).isEqualTo("市级实施方案第二章（一）第2项");
        assertThat(offered.at("/rule/inputs")).hasSize(2);
        assertThat(offered.at("/register").isNull()).isTrue();

        String adopt = """
                mutation ($id: String!) { adoptRegister(input: {id: $id}) { register { name source entries { nodes {
                  enterprise { name } reason origin source } } } userErrors { code } } }""";
        JsonNode entries = planner.execute(adopt, Map.of("id", "rubber-below-a")).at("/data/adoptRegister/register/entries/nodes");
        assertThat(entries).hasSize(1);
        assertThat(entries.at("/0/enterprise/name").asText()).isEqualTo("甲橡胶");
        assertThat(entries.at("/0/reason").asText()).startsWith("橡胶企业，环保绩效等级为C，未达到A级绩效水平");
        assertThat(entries.at("/0/source").asText()).isEqualTo("市级实施方案第二章（一）第2项");
        assertThat(planner.execute(offer).at("/data/profileRegisters/0/register/name").asText()).isEqualTo("未达A级绩效的橡胶企业");

        Register own = asOperator(code, () -> registers.require("未达A级绩效的橡胶企业"));
        asOperator(code, () -> registers.revise(new Register(own.id(), own.name(), own.description(), own.source(),
                Optional.of(GRADE), own.rowVersion())));
        assertThat(names(code, own)).containsExactly("乙橡胶");
        planner.execute(adopt, Map.of("id", "rubber-below-a"));
        assertThat(names(code, own)).containsExactly("甲橡胶");
        assertThat(planner.execute(adopt, Map.of("id", "nowhere")).at("/errors/0/extensions/code").asText())
                .isEqualTo("PROFILE_REGISTER_NOT_FOUND");
        assertThat(client(code, "viewer", Role.VIEWER).execute(adopt, Map.of("id", "rubber-below-a"))
                .at("/errors/0/extensions/code").asText()).isEqualTo("ROLE_REQUIRED");
        assertThat(client(other, "planner", Role.PLANNER).execute(offer).at("/data/profileRegisters")).isEmpty();
    }

    private static String rubber(String name) {
        return Workbooks.enterprise("甲集群", name).replace("3140 铁合金冶炼", "2911 轮胎制造");
    }

    @Test
    void entriesFollowAMergeAndComeBackWithItsUndoing() {
        TenantCode code = filled();
        long register = id(code, "黑名单");
        asOperator(code, () -> registers.add(register, List.of(enterprise(code, "乙公司")), TODAY, Optional.empty(), "处罚决定书", ""));
        EnterpriseCommand merged = asOperator(code, () -> successions.carryOut(new Succession.Merge(List.of(seen(code, "乙公司")),
                seen(code, "甲公司"), Figures.ADD), "")).command().orElseThrow();
        assertThat(names(code, asOperator(code, () -> registers.require(register)))).containsExactly("甲公司");
        asOperator(code, () -> successions.undo(merged.id()));
        assertThat(names(code, asOperator(code, () -> registers.require(register)))).containsExactly("乙公司");
    }

    @Test
    void theApiKeepsRegistersAndFiltersEnterprisesByThem() {
        TenantCode code = filled();
        ApiClient planner = client(code, "planner", Role.PLANNER);
        JsonNode created = planner.execute("""
                mutation { createRegister(input: {name: "重点管控", source: "管控办法", rule: {condition: {subject: PRODUCT,
                  holds: "product_name == '硅铁'", reason: "生产{product.name}。"}}}) {
                  register { id name rule { subject holds inputs atLeast { tonnes } } rowVersion
                    entries { totalCount nodes { enterprise { name } reason origin source } } } userErrors { code message } } }""")
                .at("/data/createRegister/register");
        assertThat(created.at("/entries/totalCount").asInt()).isEqualTo(1);
        assertThat(created.at("/entries/nodes/0/enterprise/name").asText()).isEqualTo("甲公司");
        assertThat(created.at("/entries/nodes/0/reason").asText()).isEqualTo("生产硅铁。");
        assertThat(created.at("/rule/subject").asText()).isEqualTo("PRODUCT");

        JsonNode black = planner.execute("{ registers { id name } }").at("/data/registers/1");
        JsonNode added = planner.execute("""
                mutation ($register: ID!, $enterprise: ID!) { addToRegister(input: {registerId: $register,
                  enterpriseIds: [$enterprise], from: "2026-01-01", source: "处罚决定书"}) {
                  entries { id from to rowVersion register { name } } userErrors { code } } }""",
                Map.of("register", black.at("/id").asText(), "enterprise", GlobalId.of("Enterprise", enterprise(code, "乙公司"))))
                .at("/data/addToRegister/entries/0");
        assertThat(added.at("/register/name").asText()).isEqualTo("黑名单");
        String filter = """
                query ($register: ID!, $on: Date) { enterprises(filter: {registerId: $register, registerOn: $on}) {
                  totalCount nodes { name registerEntries(on: $on) { register { name } } } } }""";
        JsonNode found = planner.execute(filter, Map.of("register", black.at("/id").asText(), "on", "2026-05-01"))
                .at("/data/enterprises");
        assertThat(found.at("/totalCount").asInt()).isEqualTo(1);
        assertThat(found.at("/nodes/0/name").asText()).isEqualTo("乙公司");
        assertThat(found.at("/nodes/0/registerEntries/0/register/name").asText()).isEqualTo("黑名单");
        assertThat(planner.execute(filter, Map.of("register", black.at("/id").asText(), "on", "2025-05-01"))
                .at("/data/enterprises/totalCount").asInt(-1)).isZero();

        assertThat(planner.execute("""
                mutation ($id: ID!) { endRegisterEntry(input: {id: $id, rowVersion: 0, to: "2026-01-31"}) {
                  entries { to endedBy } userErrors { code } } }""", Map.of("id", added.at("/id").asText()))
                .at("/data/endRegisterEntry/entries/0/endedBy").asText()).isEqualTo("planner");
        assertThat(client(code, "reader", Role.VIEWER).execute("mutation { createRegister(input: {name: \"甲\"}) { userErrors "
                + "{ code } } }").at("/errors/0/extensions/code").asText()).isEqualTo("ROLE_REQUIRED");
        assertThat(client(other, "planner", Role.PLANNER).execute("{ registers { name } }").at("/data/registers")).hasSize(5);
    }

    private Register declare(TenantCode code, String name, RegisterRule rule) {
        return asOperator(code, () -> {
            Register known = registers.require(name);
            return registers.revise(new Register(known.id(), name, "", "", Optional.of(rule), known.rowVersion()));
        });
    }

    private void revise(TenantCode code, String name, String field, String text) {
        asOperator(code, () -> edits.revise(new ChangeOrigin.OfEdit(), enterprise(code, name), seen(code, name).rowVersion(),
                Optional.empty(), List.of(new Cell(field, Optional.empty(), Optional.of(text)))));
    }

    private List<RegisterEntry> entries(TenantCode code, Register register) {
        return asOperator(code, () -> registers.entries(register.id(), Optional.of(TODAY), 0, 10));
    }

    private List<String> names(TenantCode code, Register register) {
        return entries(code, register).stream().map(entry -> asOperator(code, () -> ledger.enterprises(
                List.of(entry.enterpriseId())).get(entry.enterpriseId()).name())).toList();
    }

    private long count(TenantCode code, long register, LocalDate on) {
        return asOperator(code, () -> registers.count(register, Optional.of(on)));
    }

    private long id(TenantCode code, String register) {
        return asOperator(code, () -> registers.require(register).id());
    }

    private long enterprise(TenantCode code, String name) {
        return seen(code, name).id();
    }

    private Seen seen(TenantCode code, String name) {
        Enterprise found = asOperator(code, () -> ledger.listEnterprises()).stream()
                .filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        return new Seen(found.requireId(), found.rowVersion());
    }

    private TenantCode filled() {
        TenantCode code = freshTenant();
        asOperator(code, () -> imports.importNow("台账.xlsx", Workbooks.empty()
                .table1(Workbooks.enterprise("甲集群", "甲公司"), Workbooks.enterprise("甲集群", "乙公司").replace("|硅铁|", "|铸件|"))
                .outlets("甲集群|甲公司|DA001|工业炉窑|12000|7200|8.5|9|30|90|").bytes(), STRICT));
        return code;
    }
}
