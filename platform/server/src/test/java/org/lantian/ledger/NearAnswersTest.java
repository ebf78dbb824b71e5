package org.lantian.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.common.Role;
import org.lantian.common.UserError;
import org.lantian.common.UserErrorsException;
import org.lantian.engine.sheet.CellProblem;
import org.lantian.graphql.GlobalId;
import org.lantian.ledger.LedgerImports.Options;
import org.lantian.ledger.LedgerImports.Report;
import org.lantian.ledger.succession.EnterpriseCommand;
import org.lantian.ledger.succession.EnterpriseCommand.Figures;
import org.lantian.ledger.succession.Questions;
import org.lantian.ledger.succession.Succession;
import org.lantian.ledger.succession.Succession.Seen;
import org.lantian.ledger.succession.Successions;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.ApiClient;
import org.lantian.testing.ApiTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class NearAnswersTest extends ApiTest {

    private static final Options STRICT = new Options(Optional.empty(), false, false);
    private static final Options DRY = new Options(Optional.empty(), false, true);

    @Inject
    LedgerImports imports;
    @Inject
    Questions questions;
    @Inject
    Successions successions;
    @Inject
    Ledger ledger;

    @Test
    void aNameSaidToBeAnotherEnterpriseIsNotAskedForAgain() {
        TenantCode code = filled();
        assertThat(asked(read(code, DRY, "蓝天冶金有限公司", "40.5"))).singleElement()
                .satisfies(problem -> assertThat(problem.allowed()).containsExactly("蓝天冶金公司"));
        answer(code, "蓝天冶金有限公司", false);

        assertThat(asked(read(code, STRICT, "蓝天冶金有限公司", "39"))).isEmpty();
        assertThat(names(code)).containsExactly("蓝天冶金公司", "蓝天冶金有限公司");
        assertThat(asOperator(code, () -> questions.list(Optional.empty()))).isEmpty();
        assertThat(asOperator(other, () -> questions.answers())).isEmpty();
    }

    @Test
    void aNameSaidToMeanAnEnterpriseIsTakenForItInEveryTable() {
        TenantCode code = filled();
        assertThat(asked(read(code, DRY, "蓝天冶金有限公司", "40.5"))).hasSize(1);
        answer(code, "蓝天冶金有限公司", true);

        Report report = asOperator(code, () -> imports.importNow("台账.xlsx", Workbooks.empty()
                .table1(Workbooks.enterprise("甲集群", "蓝天冶金有限公司").replace("|40.5|", "|39|"))
                .table2(Workbooks.treatment("蓝天冶金有限公司")).bytes(), STRICT));
        assertThat(report.committed()).isTrue();
        assertThat(asked(report)).isEmpty();
        assertThat(names(code)).containsExactly("蓝天冶金公司");
        LedgerEntry entry = asOperator(code, () -> ledger.list(2024)).getFirst();
        assertThat(entry.rows(FieldGroup.PRODUCT).getFirst().find(Field.PRODUCT_OUTPUT).orElseThrow().print()).isEqualTo("39");
        assertThat(entry.rows(FieldGroup.TREATMENT)).hasSize(1);
        assertThat(report.problems()).extracting(CellProblem::code).doesNotContain(CellProblemCode.ENTERPRISE_UNKNOWN);
    }

    @Test
    void aPairThatWasKeptApartIsNotAskedForByAnImportEither() {
        TenantCode code = filled();
        read(code, STRICT, "蓝天冶金有限公司", "39");
        long kept = id(code, "蓝天冶金公司");
        long renamed = id(code, "蓝天冶金有限公司");
        asOperator(code, () -> {
            questions.keepApart(kept, renamed, "");
            return successions.carryOut(new Succession.Merge(List.of(seen("蓝天冶金有限公司")), seen("红星铸造厂"), Figures.ADD), "");
        });
        assertThat(asked(read(code, DRY, "蓝天冶金有限公司", "39"))).isEmpty();
    }

    @Test
    void anEnterpriseEnteredTwiceDoesNotComeBackUnderTheNameThatWent() {
        TenantCode code = filled();
        read(code, STRICT, "蓝天冶金有限公司", "39");
        mergeTwice(code);

        assertThat(asked(read(code, STRICT, "蓝天冶金有限公司", "38"))).isEmpty();
        assertThat(names(code)).containsExactly("蓝天冶金公司");
        assertThat(asOperator(code, () -> questions.answers())).hasSize(1);
    }

    @Test
    void aNameFollowsItsEnterpriseIntoAnotherAndBack() {
        TenantCode code = filled();
        answer(code, "蓝天冶金有限公司", true);
        mergeAway(code);
        read(code, STRICT, "蓝天冶金有限公司", "38");
        assertThat(asOperator(code, () -> ledger.list(2024))).singleElement().satisfies(entry -> assertThat(
                entry.rows(FieldGroup.PRODUCT).getFirst().find(Field.PRODUCT_OUTPUT).orElseThrow().print()).isEqualTo("38"));

        TenantCode again = filled();
        answer(again, "蓝天冶金有限公司", true);
        EnterpriseCommand undone = mergeAway(again);
        asOperator(again, () -> successions.undo(undone.id()));
        read(again, STRICT, "蓝天冶金有限公司", "37");
        assertThat(asOperator(again, () -> ledger.list(2024))).extracting(entry -> entry.enterprise().name() + entry
                .rows(FieldGroup.PRODUCT).getFirst().find(Field.PRODUCT_OUTPUT).orElseThrow().print())
                .containsExactly("蓝天冶金公司37", "红星铸造厂40.5");
    }

    private EnterpriseCommand mergeAway(TenantCode code) {
        return asOperator(code, () -> successions.carryOut(new Succession.Merge(List.of(seen("蓝天冶金公司")),
                seen("红星铸造厂"), Figures.KEEP), "")).command().orElseThrow();
    }

    @Test
    void undoingSuchAMergeTakesTheAnswerBack() {
        TenantCode code = filled();
        read(code, STRICT, "蓝天冶金有限公司", "39");
        EnterpriseCommand merged = mergeTwice(code);
        asOperator(code, () -> successions.undo(merged.id()));
        assertThat(asOperator(code, () -> questions.answers())).isEmpty();
    }

    private EnterpriseCommand mergeTwice(TenantCode code) {
        return asOperator(code, () -> successions.carryOut(new Succession.Merge(List.of(seen("蓝天冶金有限公司")),
                seen("蓝天冶金公司"), Figures.KEEP), "")).command().orElseThrow();
    }

    @Test
    void whoIsSaidToBeAnotherAtARenameIsNotAskedForAgain() {
        TenantCode code = filled();
        asOperator(code, () -> successions.carryOut(new Succession.Rename(seen("红星铸造厂"), "蓝天冶金有限公司",
                List.of(seen("蓝天冶金公司").id())), ""));
        assertThat(asOperator(code, () -> questions.list(Optional.empty()))).isEmpty();
    }

    @Test
    void answersThatSayNothingAreRefused() {
        TenantCode code = filled();
        assertThat(catchThrowableOfType(UserErrorsException.class, () -> answer(code, "蓝天冶金公司", true)).errors())
                .extracting(UserError::code).containsExactly("NAME_ANSWER_INVALID");
        assertThat(catchThrowableOfType(UserErrorsException.class, () -> answer(code, "红星铸造厂", true)).errors())
                .extracting(UserError::code).containsExactly("NAME_TAKEN");
        answer(code, "红星铸造厂", false);
        assertThat(asOperator(code, () -> questions.answers())).isEmpty();
    }

    @Test
    void theApiTakesAnswersOfPlannersAndListsThem() {
        TenantCode code = filled();
        String answer = """
                mutation ($id: ID!, $same: Boolean!) { answerEnterpriseName(input: {name: "蓝天冶金有限公司", enterpriseId: $id,
                  same: $same, reason: "工商登记"}) { answers { name same reason actor decidedAt enterprise { name } }
                  userErrors { code } } }""";
        Map<String, Object> input = Map.of("id", GlobalId.of("Enterprise", id(code, "蓝天冶金公司")), "same", true);
        ApiClient planner = client(code, "planner", Role.PLANNER);
        planner.execute(answer, Map.of("id", input.get("id"), "same", false));
        JsonNode answers = planner.execute(answer, input).at("/data/answerEnterpriseName/answers");
        assertThat(answers).hasSize(1);
        assertThat(answers.at("/0/same").asBoolean()).isTrue();
        assertThat(answers.at("/0/actor").asText()).isEqualTo("planner");
        assertThat(answers.at("/0/enterprise/name").asText()).isEqualTo("蓝天冶金公司");
        assertThat(client(code, "reader", Role.VIEWER).execute(answer, input).at("/errors/0/extensions/code").asText())
                .isEqualTo("ROLE_REQUIRED");
        assertThat(client(other, "planner", Role.PLANNER).execute("{ enterpriseNameAnswers { name } }")
                .at("/data/enterpriseNameAnswers")).isEmpty();
    }

    private static List<CellProblem> asked(Report report) {
        return report.problems().stream().filter(problem -> problem.code() == CellProblemCode.ENTERPRISE_SIMILAR).toList();
    }

    private Report read(TenantCode code, Options options, String name, String output) {
        return asOperator(code, () -> imports.importNow("台账.xlsx", Workbooks.empty()
                .table1(Workbooks.enterprise("甲集群", name).replace("|40.5|", "|" + output + "|")).bytes(), options));
    }

    private void answer(TenantCode code, String name, boolean same) {
        long id = id(code, "蓝天冶金公司");
        asOperator(code, () -> {
            questions.answer(id, name, same, "");
            return 0;
        });
    }

    private long id(TenantCode code, String name) {
        return asOperator(code, () -> seen(name)).id();
    }

    /** Inside a transaction. */
    private Seen seen(String name) {
        Enterprise found = ledger.listEnterprises().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        return new Seen(found.requireId(), found.rowVersion());
    }

    private List<String> names(TenantCode code) {
        return asOperator(code, () -> ledger.listEnterprises()).stream().map(Enterprise::name)
                .filter(name -> name.startsWith("蓝天")).toList();
    }

    private TenantCode filled() {
        TenantCode code = freshTenant();
        asOperator(code, () -> imports.importNow("台账.xlsx", Workbooks.empty().table1(Workbooks.enterprise("甲集群", "蓝天冶金公司"),
                Workbooks.enterprise("甲集群", "红星铸造厂")).bytes(), STRICT));
        return code;
    }
}
