package org.lantian.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.common.DomainException;
import org.lantian.common.Role;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.engine.rule.FieldValue;
import org.lantian.graphql.GlobalId;
import org.lantian.ledger.LedgerEdits.Cell;
import org.lantian.ledger.LedgerImports.Options;
import org.lantian.ledger.history.LedgerChange;
import org.lantian.ledger.history.LedgerHistory;
import org.lantian.ledger.succession.EnterpriseCommand;
import org.lantian.ledger.succession.EnterpriseCommand.Figures;
import org.lantian.ledger.succession.Question;
import org.lantian.ledger.succession.Question.Likeness;
import org.lantian.ledger.succession.Questions;
import org.lantian.ledger.succession.Succession;
import org.lantian.ledger.succession.Succession.Seen;
import org.lantian.ledger.succession.Successions;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.ApiClient;
import org.lantian.testing.ApiTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

class SuccessionsTest extends ApiTest {

    private static final Options STRICT = new Options(Optional.empty(), false, false);
    private static final String CODE = "91640502MA7600005G";

    private static final String KEYS = "SELECT e.name, f.rule_id || ':' || f.subject_key FROM finding f "
            + "JOIN enterprise e ON e.id = f.enterprise_id ORDER BY e.id, f.id";

    @Inject
    LedgerImports imports;
    @Inject
    LedgerEdits edits;
    @Inject
    LedgerHistory history;
    @Inject
    Successions successions;
    @Inject
    Questions questions;
    @Inject
    Ledger ledger;
    @Inject
    JdbcOperations jdbc;

    @Test
    void aRenameIsKeptFollowedByMeasuresAndCanBeUndone() {
        TenantCode code = filled();
        long id = id(code, "蓝天冶金公司");
        EnterpriseCommand command = rename(code, "蓝天冶金公司", "绿水新材料公司").command().orElseThrow();

        assertThat(names(code)).containsExactly("绿水新材料公司", "红星铸造厂");
        assertThat(subjects(code)).containsExactly("绿水新材料公司");
        assertThat(asOperator(code, () -> history.ofEnterprises(List.of(id), Optional.of("enterprise.name"), 0, 1)).get(id)
                .getFirst()).satisfies(change -> {
                    assertThat(change.origin()).isEqualTo(LedgerChange.Origin.COMMAND);
                    assertThat(change.originId()).contains(command.id());
                    assertThat(change.change().before()).contains("蓝天冶金公司");
                });

        asOperator(code, () -> edits.revise(new ChangeOrigin.OfEdit(), id, entry(code, "绿水新材料公司").enterprise()
                .rowVersion(), Optional.empty(), List.of(new Cell("enterprise.grade", Optional.empty(), Optional.of("B")))));
        assertThat(asOperator(code, () -> successions.undo(command.id())).undone()).isPresent();
        assertThat(names(code)).containsExactly("蓝天冶金公司", "红星铸造厂");
        assertThat(subjects(code)).containsExactly("蓝天冶金公司");
        assertThat(entry(code, "蓝天冶金公司").enterprise().grade()).isEqualTo("B");
        assertThatThrownBy(() -> asOperator(code, () -> successions.undo(command.id())))
                .isInstanceOf(DomainException.class).hasMessageContaining("已经撤销");
        assertThat(asOperator(other, () -> successions.count())).isZero();
    }

    @Test
    void aNameThatIsTakenIsRefusedAndALikeOneIsAQuestion() {
        TenantCode code = filled();
        assertThat(catchThrowableOfType(UserErrorsException.class, () -> rename(code, "蓝天冶金公司", "红星铸造厂")).errors())
                .extracting(UserError::code).containsExactly("NAME_TAKEN");

        Successions.Outcome asked = rename(code, "蓝天冶金公司", "红星铸造有限公司");
        assertThat(asked.command()).isEmpty();
        assertThat(asked.questions()).extracting(question -> question.enterprise().name(), Question::likenesses)
                .containsExactly(tuple("红星铸造厂", java.util.Set.of(Likeness.SAME_STEM)));
        assertThat(names(code)).contains("蓝天冶金公司");

        assertThat(asOperator(code, () -> successions.carryOut(new Succession.Rename(seen(code, "蓝天冶金公司"), "红星铸造有限公司",
                List.of(id(code, "红星铸造厂"))), "")).command()).isPresent();
    }

    @Test
    void aTakeOverSetsTheFiguresSideBySideAndUndoingBringsBothBack() {
        TenantCode code = filled();
        LedgerEntry into = entry(code, "蓝天冶金公司");
        LedgerEntry from = entry(code, "红星铸造厂");
        EnterpriseCommand command = merge(code, Figures.ADD);

        assertThat(names(code)).containsExactly("蓝天冶金公司");
        LedgerEntry merged = entry(code, "蓝天冶金公司");
        assertThat(merged.rows(FieldGroup.PRODUCT)).extracting(row -> row.find(Field.PRODUCT_OUTPUT).orElseThrow())
                .containsExactly(number("40.5"), number("7"));
        assertThat(merged.rows(FieldGroup.OUTLET)).extracting(row -> row.find(Field.OUTLET_NUMBER).orElseThrow().print())
                .containsExactly("DA001", "DA001（红星铸造厂）");
        assertThat(merged.values()).containsEntry(Field.TRANSPORT_AMOUNT, number("25"));
        assertThat(merged.enterprise().creditCode()).isNull();
        assertThat(findings(code)).containsExactly(tuple("蓝天冶金公司", "rule-a"));

        asOperator(code, () -> successions.undo(command.id()));
        assertThat(entry(code, "蓝天冶金公司").rows()).isEqualTo(into.rows());
        assertThat(entry(code, "蓝天冶金公司").values()).isEqualTo(into.values());
        assertThat(entry(code, "红星铸造厂").rows()).isEqualTo(from.rows());
        assertThat(entry(code, "红星铸造厂").values()).isEqualTo(from.values());
        assertThat(findings(code)).containsExactly(tuple("红星铸造厂", "rule-a"));
    }

    @Test
    void findingsOfOutletsFollowTheirNewNumbersAndBack() {
        TenantCode code = filled();
        asOperator(code, () -> execute("INSERT INTO finding (enterprise_id, base_year, rule_id, rule_version, subject_key, "
                + "area, severity, text, source, origin, state, reason) SELECT e.id, 2024, r.id, '1', r.key, 'TREATMENT', "
                + "'WARNING', '问题', 'GB 1', 'RULE', 'CONFIRMED', '属实' FROM enterprise e, (VALUES "
                + "('outlet-above-limit-nox', 'DA001'), ('outlet-above-limit-nox', 'DA001#2'), "
                + "('outlet-above-limit-nox', 'DA0010'), ('rule-b', 'DA001')) r (id, key)"));
        List<List<String>> before = asOperator(code, () -> texts(KEYS, 2));
        EnterpriseCommand command = merge(code, Figures.ADD);

        assertThat(asOperator(code, () -> texts(KEYS, 2))).contains(
                List.of("蓝天冶金公司", "outlet-above-limit-nox:DA001"), List.of("蓝天冶金公司", "outlet-above-limit-nox:DA001#2"),
                List.of("蓝天冶金公司", "outlet-above-limit-nox:DA001（红星铸造厂）"),
                List.of("蓝天冶金公司", "outlet-above-limit-nox:DA001（红星铸造厂）#2"),
                List.of("蓝天冶金公司", "outlet-above-limit-nox:DA0010"), List.of("红星铸造厂", "rule-b:DA001"));
        asOperator(code, () -> successions.undo(command.id()));
        assertThat(asOperator(code, () -> texts(KEYS, 2))).isEqualTo(before);
    }

    @Test
    void anOutletThatIsRenumberedIsSoInEveryYear() {
        TenantCode code = filled();
        asOperator(code, () -> imports.importNow("台账.xlsx", Workbooks.empty()
                .table1(Workbooks.enterprise("甲集群", "蓝天冶金公司"), Workbooks.enterprise("甲集群", "红星铸造厂"))
                .outlets("甲集群|红星铸造厂|DA001|工业炉窑|6000|7200|8.5|9|30|90|")
                .change("表1", line -> line.replace("2024年", "2023年")).change("排放口", line -> line.replace("2024年", "2023年"))
                .bytes(), STRICT));
        merge(code, Figures.ADD);

        assertThat(asOperator(code, () -> ledger.list(2023)).getFirst().rows(FieldGroup.OUTLET))
                .extracting(row -> row.find(Field.OUTLET_NUMBER).orElseThrow().print()).containsExactly("DA001（红星铸造厂）");
    }

    @Test
    void oneFirmEnteredTwiceKeepsTheFiguresOfTheOneThatStaysAndFillsItsGaps() {
        TenantCode code = filled();
        EnterpriseCommand command = merge(code, Figures.KEEP);

        LedgerEntry merged = entry(code, "蓝天冶金公司");
        assertThat(merged.rows(FieldGroup.PRODUCT)).extracting(row -> row.find(Field.PRODUCT_OUTPUT).orElseThrow())
                .containsExactly(number("40.5"));
        assertThat(merged.enterprise().creditCode()).isEqualTo(CODE);

        asOperator(code, () -> successions.undo(command.id()));
        assertThat(entry(code, "蓝天冶金公司").enterprise().creditCode()).isNull();
        assertThat(entry(code, "红星铸造厂").enterprise().creditCode()).isEqualTo(CODE);
    }

    @Test
    void aMergeCannotBeUndoneOnceTheEnterpriseChanged() {
        TenantCode code = filled();
        EnterpriseCommand command = merge(code, Figures.ADD);
        LedgerEntry merged = entry(code, "蓝天冶金公司");
        asOperator(code, () -> edits.revise(new ChangeOrigin.OfEdit(), merged.enterprise().requireId(),
                merged.enterprise().rowVersion(), Optional.empty(),
                List.of(new Cell("enterprise.grade", Optional.empty(), Optional.of("B")))));

        assertThatThrownBy(() -> asOperator(code, () -> successions.undo(command.id())))
                .isInstanceOf(DomainException.class).hasMessageContaining("后来又有变动");
        assertThat(names(code)).containsExactly("蓝天冶金公司");
    }

    @Test
    void measuresFollowAMergeAndAClosureForbidsATakeOver() {
        TenantCode code = filled();
        asOperator(code, () -> execute("INSERT INTO measure (cluster_id, enterprise_id, subject, upgrade_type, deadline, "
                + "deadline_text, deadline_precision, source) SELECT cluster_id, id, name, 'RETROFIT', '2026-12-31', "
                + "'2026年底前', 'YEAR', 'MANUAL' FROM enterprise WHERE name = '红星铸造厂'"));
        EnterpriseCommand command = merge(code, Figures.ADD);
        assertThat(subjects(code)).containsExactly("蓝天冶金公司", "蓝天冶金公司");
        asOperator(code, () -> successions.undo(command.id()));
        assertThat(subjects(code)).containsExactly("蓝天冶金公司", "红星铸造厂");

        asOperator(code, () -> execute("UPDATE measure SET upgrade_type = 'CLOSURE' WHERE subject = '红星铸造厂'"));
        assertThat(catchThrowableOfType(UserErrorsException.class, () -> merge(code, Figures.ADD)).errors())
                .extracting(UserError::code).containsExactly("MEASURE_OF_WHOLE_FIRM");
        assertThat(names(code)).containsExactly("蓝天冶金公司", "红星铸造厂");
    }

    @Test
    void aSplitHandsOverRowsAndMeasuresAndCanBeUndone() {
        TenantCode code = filled();
        LedgerEntry before = entry(code, "蓝天冶金公司");
        long measure = asOperator(code, () -> jdbc.prepareStatement("SELECT id FROM measure", select -> {
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }));
        Succession.Part part = new Succession.Part("海风再生资源公司", Optional.empty(), Optional.empty(),
                List.of(new Succession.Rows(FieldGroup.PRODUCT, Optional.empty(), List.of(1)),
                        new Succession.Rows(FieldGroup.OUTLET, Optional.of(2024), List.of(1))),
                Map.of("Measure", List.of(measure)));
        EnterpriseCommand command = asOperator(code, () -> successions.carryOut(
                new Succession.Split(seen(code, "蓝天冶金公司"), List.of(part), List.of()), "分立")).command().orElseThrow();

        assertThat(entry(code, "蓝天冶金公司").rows(FieldGroup.PRODUCT)).isEmpty();
        assertThat(entry(code, "蓝天冶金公司").rows(FieldGroup.EQUIPMENT)).hasSize(1);
        LedgerEntry fresh = entry(code, "海风再生资源公司");
        assertThat(fresh.rows(FieldGroup.PRODUCT)).isEqualTo(before.rows(FieldGroup.PRODUCT));
        assertThat(fresh.rows(FieldGroup.OUTLET)).isEqualTo(before.rows(FieldGroup.OUTLET));
        assertThat(fresh.enterprise()).extracting(Enterprise::town, Enterprise::grade).containsExactly("柔远镇", null);
        assertThat(subjects(code)).containsExactly("海风再生资源公司");

        asOperator(code, () -> successions.undo(command.id()));
        assertThat(names(code)).containsExactly("蓝天冶金公司", "红星铸造厂");
        assertThat(entry(code, "蓝天冶金公司").rows(FieldGroup.PRODUCT)).isEqualTo(before.rows(FieldGroup.PRODUCT));
        assertThat(entry(code, "蓝天冶金公司").rows(FieldGroup.OUTLET)).isEqualTo(before.rows(FieldGroup.OUTLET));
        assertThat(subjects(code)).containsExactly("蓝天冶金公司");
    }

    @Test
    void aSplitSaysAllThatIsWrongWithItsParts() {
        TenantCode code = filled();
        Succession.Part part = new Succession.Part("海风再生资源公司", Optional.of("91350100M000100Y44"), Optional.empty(),
                List.of(new Succession.Rows(FieldGroup.PRODUCT, Optional.empty(), List.of(1, 1, 9))), Map.of());

        assertThat(catchThrowableOfType(UserErrorsException.class, () -> asOperator(code, () -> successions.carryOut(
                new Succession.Split(seen(code, "蓝天冶金公司"), List.of(part), List.of()), ""))).errors())
                .extracting(UserError::code).containsExactly("CREDIT_CODE_INVALID", "ROW_TAKEN", "ROW_UNKNOWN");
        assertThat(names(code)).hasSize(2);
    }

    @Test
    void aSplitKeepsCodesAsTheyAreComparedAndRefusesThoseThatAreTaken() {
        TenantCode code = filled();
        List<String> codes = List.of(" 91640502ma7600006k ", CODE.toLowerCase(java.util.Locale.ROOT), CODE);
        List<Succession.Part> parts = java.util.stream.IntStream.range(0, 3).mapToObj(i -> new Succession.Part("分厂" + i,
                Optional.of(codes.get(i)), Optional.empty(), List.of(), Map.of())).toList();
        assertThat(catchThrowableOfType(UserErrorsException.class, () -> split(code, parts)).errors())
                .extracting(UserError::code, UserError::path).containsExactly(
                        tuple("CREDIT_CODE_TAKEN", List.of("parts", "1", "creditCode")),
                        tuple("CREDIT_CODE_TAKEN", List.of("parts", "2", "creditCode")),
                        tuple("CREDIT_CODE_TAKEN", List.of("parts", "2", "creditCode")));

        assertThat(split(code, parts.subList(0, 1)).command()).isPresent();
        assertThat(entry(code, "分厂0").enterprise().creditCode()).isEqualTo("91640502MA7600006K");
    }

    private Successions.Outcome split(TenantCode code, List<Succession.Part> parts) {
        return asOperator(code, () -> successions.carryOut(new Succession.Split(seen(code, "蓝天冶金公司"), parts, List.of()),
                ""));
    }

    @Test
    void likeEnterprisesAreAskedForUntilSomebodyAnswers() {
        TenantCode code = freshTenant();
        asOperator(code, () -> imports.importNow("台账.xlsx", Workbooks.empty().table1(
                Workbooks.enterprise("甲集群", "中卫市蓝天冶金有限公司"), Workbooks.enterprise("甲集群", "蓝天冶金公司"),
                Workbooks.enterprise("甲集群", "蓝天治金公司"), Workbooks.enterprise("甲集群", "红星铸造厂")).bytes(), STRICT));

        List<Question> asked = asOperator(code, () -> questions.list(Optional.empty()));
        assertThat(asked).extracting(question -> question.enterprise().name(), question -> question.other().name(),
                Question::likenesses)
                .containsExactlyInAnyOrder(
                        tuple("中卫市蓝天冶金有限公司", "蓝天冶金公司", java.util.Set.of(Likeness.LONGER)),
                        tuple("蓝天冶金公司", "蓝天治金公司", java.util.Set.of(Likeness.ONE_CHARACTER)));
        asOperator(code, () -> {
            questions.keepApart(id(code, "蓝天治金公司"), id(code, "蓝天冶金公司"), "不同法人");
            return 0;
        });
        assertThat(asOperator(code, () -> questions.list(Optional.empty()))).hasSize(1);
        assertThat(asOperator(other, () -> questions.list(Optional.empty()))).isEmpty();
    }

    @Test
    void theApiRenamesAsksMergesAndUndoes() {
        TenantCode code = filled();
        ApiClient planner = client(code, "planner", Role.PLANNER);
        String rename = """
                mutation ($id: ID!, $version: Int!, $name: String!) { renameEnterprise(input: {id: $id, rowVersion: $version,
                  name: $name, reason: "工商变更"}) { command { id kind name reason others { name enterprise { name } } }
                  enterprise { name formerNames } questions { name other { id } enterprise { name } likenesses why }
                  userErrors { path code } } }""";
        Seen seen = seen(code, "蓝天冶金公司");
        String id = GlobalId.of("Enterprise", seen.id());
        Map<String, Object> input = Map.of("id", id, "version", seen.rowVersion(), "name", "红星铸造公司");
        JsonNode asked = planner.execute(rename, input).at("/data/renameEnterprise");
        assertThat(asked.at("/command").isNull()).isTrue();
        assertThat(asked.at("/questions/0/enterprise/name").asText()).isEqualTo("红星铸造厂");
        assertThat(asked.at("/questions/0/likenesses/0").asText()).isEqualTo("SAME_STEM");

        JsonNode renamed = planner.execute(rename, Map.of("id", id, "version", seen.rowVersion(), "name", "绿水公司"))
                .at("/data/renameEnterprise");
        assertThat(renamed.at("/enterprise/formerNames/0").asText()).isEqualTo("蓝天冶金公司");
        assertThat(renamed.at("/command/others/0/name").asText()).isEqualTo("蓝天冶金公司");
        assertThat(client(code, "reader", Role.VIEWER).execute(rename, input).at("/errors/0/extensions/code").asText())
                .isEqualTo("ROLE_REQUIRED");

        String undo = "mutation ($id: ID!) { undoEnterpriseCommand(input: {id: $id}) { command { undoneBy } "
                + "enterprise { name commands { kind undoneBy } } } }";
        JsonNode undone = planner.execute(undo, Map.of("id", renamed.at("/command/id").asText()))
                .at("/data/undoEnterpriseCommand");
        assertThat(undone.at("/enterprise/name").asText()).isEqualTo("蓝天冶金公司");
        assertThat(undone.at("/enterprise/commands/0/undoneBy").asText()).isEqualTo("planner");

        Seen from = seen(code, "红星铸造厂");
        JsonNode merged = planner.execute("""
                mutation ($into: SeenEnterpriseInput!, $from: [SeenEnterpriseInput!]!) { mergeEnterprises(input: {
                  into: $into, from: $from, figures: ADD}) { enterprise { name products { output } } userErrors { code } } }""",
                Map.of("into", Map.of("id", id, "rowVersion", seen(code, "蓝天冶金公司").rowVersion()), "from",
                        List.of(Map.of("id", GlobalId.of("Enterprise", from.id()), "rowVersion", from.rowVersion()))))
                .at("/data/mergeEnterprises");
        assertThat(merged.at("/enterprise/products")).hasSize(2);
        JsonNode commands = planner.execute("{ enterpriseCommands { totalCount nodes { kind } } "
                + "enterpriseQuestions { totalCount } }").at("/data");
        assertThat(commands.at("/enterpriseCommands/totalCount").asInt()).isEqualTo(2);
        assertThat(commands.at("/enterpriseQuestions/totalCount").asInt()).isZero();
        assertThat(client(other, "planner", Role.PLANNER).execute("{ enterpriseCommands { totalCount } }")
                .at("/data/enterpriseCommands/totalCount").asInt(-1)).isZero();
    }

    private static FieldValue number(String value) {
        return new FieldValue.Number(new BigDecimal(value));
    }

    private Successions.Outcome rename(TenantCode code, String from, String to) {
        return asOperator(code, () -> successions.carryOut(
                new Succession.Rename(seen(code, from), to, List.of()), "工商变更"));
    }

    private EnterpriseCommand merge(TenantCode code, Figures figures) {
        return asOperator(code, () -> successions.carryOut(new Succession.Merge(List.of(seen(code, "红星铸造厂")),
                seen(code, "蓝天冶金公司"), figures), "")).command().orElseThrow();
    }

    private Seen seen(TenantCode code, String name) {
        Enterprise enterprise = entry(code, name).enterprise();
        return new Seen(enterprise.requireId(), enterprise.rowVersion());
    }

    private long id(TenantCode code, String name) {
        return entry(code, name).enterprise().requireId();
    }

    private LedgerEntry entry(TenantCode code, String name) {
        return asOperator(code, () -> ledger.list(2024)).stream().filter(one -> one.enterprise().name().equals(name))
                .findFirst().orElseThrow();
    }

    private List<String> names(TenantCode code) {
        return asOperator(code, () -> ledger.listEnterprises()).stream().map(Enterprise::name).toList();
    }

    private List<String> subjects(TenantCode code) {
        return asOperator(code, () -> texts("SELECT subject FROM measure ORDER BY id", 1)).stream()
                .map(row -> row.getFirst()).toList();
    }

    private List<org.assertj.core.groups.Tuple> findings(TenantCode code) {
        return asOperator(code, () -> texts("SELECT e.name, f.rule_id FROM finding f JOIN enterprise e "
                + "ON e.id = f.enterprise_id WHERE e.deleted_at IS NULL", 2)).stream()
                .map(row -> tuple(row.get(0), row.get(1))).toList();
    }

    private List<List<String>> texts(String sql, int columns) {
        return jdbc.prepareStatement(sql, select -> {
            List<List<String>> rows = new java.util.ArrayList<>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    List<String> values = new java.util.ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        values.add(row.getString(i));
                    }
                    rows.add(values);
                }
            }
            return rows;
        });
    }

    private int execute(String sql) {
        return java.util.Objects.requireNonNull(
                jdbc.prepareStatement(sql, java.sql.PreparedStatement::executeUpdate));
    }

    private TenantCode filled() {
        TenantCode code = freshTenant();
        asOperator(code, () -> {
            imports.importNow("台账.xlsx", Workbooks.empty()
                    .table1(Workbooks.enterprise("甲集群", "蓝天冶金公司"),
                            Workbooks.enterprise("甲集群", "红星铸造厂").replace("|硅铁|50|40.5|", "|铸件|10|7|"))
                    .table2(Workbooks.treatment("蓝天冶金公司"), Workbooks.treatment("红星铸造厂"))
                    .codes("甲集群|红星铸造厂|" + CODE + "|")
                    .outlets("甲集群|蓝天冶金公司|DA001|工业炉窑|12000|7200|8.5|9|30|90|",
                            "甲集群|红星铸造厂|DA001|工业炉窑|6000|7200|8.5|9|30|90|")
                    .bytes(), STRICT);
            execute("INSERT INTO measure (cluster_id, enterprise_id, subject, upgrade_type, deadline, deadline_text, "
                    + "deadline_precision, source) SELECT cluster_id, id, name, 'RETROFIT', '2026-12-31', '2026年底前', "
                    + "'YEAR', 'MANUAL' FROM enterprise WHERE name = '蓝天冶金公司'");
            return execute("INSERT INTO finding (enterprise_id, base_year, rule_id, rule_version, subject_key, area, severity, "
                    + "text, source, origin) SELECT id, 2024, 'rule-a', '1', '', 'TREATMENT', 'WARNING', '问题', 'GB 1', "
                    + "'RULE' FROM enterprise WHERE name = '红星铸造厂'");
        });
        return code;
    }
}
