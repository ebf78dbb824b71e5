package org.lantian.plan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.lantian.app.tenant.SampleWorkbook;
import org.lantian.app.tenant.TenantFolder;
import org.lantian.common.Role;
import org.lantian.graphql.GlobalId;
import org.lantian.identity.OrgUnitDeclaration;
import org.lantian.identity.OrgUnitKind;
import org.lantian.identity.OrgUnits;
import org.lantian.testing.ApiClient;
import org.lantian.testing.ApiStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A plan from the ledger to its issue, its comments and two versions, over the API alone. */
class PlanLifeApiTest extends PlanTest {

    private static final String STEP = """
            mutation ($id: ID!, $version: Int!, $note: String) {
              step: %s(input: {id: $id, rowVersion: $version, note: $note}) {
                plan { id rowVersion state } userErrors { path code } } }""";

    @Inject
    OrgUnits units;
    private ApiClient planner;
    private ApiClient reviewer;
    private ApiClient leader;

    @Override
    @BeforeAll
    void importSample() {
        people();
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        SampleWorkbook.write(TenantFolder.read(Path.of("../../tenants/shapotou")), inTenant(() -> profiles.current()),
                workbook);
        String file = planner.upload("台账.xlsx", workbook.toByteArray());
        String preview = ok(planner.execute("""
                mutation ($file: ID!) { previewLedgerImport(input: {fileId: $file}) { ledgerImport { id } userErrors { code } } }""",
                Map.of("file", file))).at("/previewLedgerImport/ledgerImport/id").asText();
        ok(planner.execute("""
                mutation ($id: ID!) { commitLedgerImport(input: {importId: $id}) { ledgerImport { state } userErrors { code } } }""",
                Map.of("id", preview)));
        ok(planner.execute("mutation { runDiagnosis(input: {}) { summary { enterprises } userErrors { code } } }"));
        cluster = GlobalId.parse("Cluster", ok(planner.execute("{ clusters { nodes { id } } }")).at("/clusters/nodes/0/id")
                .asText());
    }

    private void people() {
        planner = client(tenant, "planner", Role.PLANNER);
        reviewer = client(tenant, "reviewer", Role.REVIEWER);
        leader = client(tenant, "leader", Role.LEADER);
        inTenant(() -> units.apply(List.of(unit("industry", "区工业和信息化局"), unit("transport", "区交通运输局"),
                unit("finance", "区财政局")), List.of()));
    }

    private static OrgUnitDeclaration unit(String code, String name) {
        return new OrgUnitDeclaration(code, java.util.Optional.empty(), name, List.of(), OrgUnitKind.DEPARTMENT,
                java.util.Optional.empty());
    }

    @Test
    void aPlanGoesFromItsDraftThroughCommentsAndReviewToItsIssueAndRevision() throws IOException {
        String plan = composed();
        String consultation = consultation(plan);
        JsonNode clauses = ok(planner.execute("query ($id: ID!) { plan(id: $id) { clauses { id key rowVersion text } } }",
                Map.of("id", plan))).at("/plan/clauses");
        JsonNode principle = find(clauses, "goals.principle");
        String comment = commented(consultation, "区交通运输局", principle.at("/id").asText());
        assertThat(code(planner, "submitPlan", plan, "")).isEqualTo("CONSULTATION_OPEN");
        assertThat(code(planner, "closeConsultation", plan, "")).isEqualTo("CONSULTATION_RUNNING");
        agreed(consultation, "区工业和信息化局");
        agreed(consultation, "区财政局");
        ok(step(planner, "closeConsultation", plan, ""));
        assertThat(code(planner, "submitPlan", plan, "")).isEqualTo("COMMENTS_UNDECIDED");

        JsonNode revised = ok(planner.execute("""
                mutation ($id: ID!, $version: Int!, $text: String!) {
                  reviseClause(input: {id: $id, rowVersion: $version, text: $text}) {
                    clause { id text } remarks { code severity } userErrors { code } } }""",
                Map.of("id", principle.at("/id").asText(), "version", principle.at("/rowVersion").asInt(), "text",
                        principle.at("/text").asText() + "同步推进清洁运输。")));
        assertThat(revised.at("/reviseClause/remarks").findValuesAsText("severity")).doesNotContain("ERROR");
        decided(comment, "PARTLY_ADOPTED", "", "REASON_MISSING");
        decided(comment, "PARTLY_ADOPTED", "补充清洁运输要求，具体比例另行规定。", "");
        assertOpinions(consultation);

        JsonNode submitted = ok(planner.execute("""
                mutation ($id: ID!, $version: Int!) {
                  submitPlan(input: {id: $id, rowVersion: $version, note: "请审", wordOnWarnings: "已逐条核对。"}) {
                    plan { state rowVersion } userErrors { code } } }""", Map.of("id", plan, "version", version(plan))));
        assertThat(submitted.at("/submitPlan/plan/state").asText()).isEqualTo("REVIEW");
        assertThat(step(leader, "approvePlan", plan, "").at("/errors/0/extensions/category").asText())
                .isEqualTo("FORBIDDEN");
        ok(step(reviewer, "returnPlan", plan, "第一条请再斟酌。"));
        assertThat(state(plan)).isEqualTo("DRAFT");
        ok(planner.execute("""
                mutation ($id: ID!, $version: Int!) {
                  submitPlan(input: {id: $id, rowVersion: $version, wordOnWarnings: "已逐条核对。"}) { plan { state } } }""",
                Map.of("id", plan, "version", version(plan))));
        ok(step(reviewer, "approvePlan", plan, "同意"));
        ok(step(leader, "approvePlan", plan, "同意印发"));
        JsonNode issued = issue(plan, "卫沙政办发〔2026〕21号");
        assertThat(issued.at("/versions").findValuesAsText("stage"))
                .containsExactly("CONSULTATION", "REVIEW", "REVIEW", "ISSUED");
        assertDifference(issued);
        assertThat(issued.at("/steps").findValuesAsText("to")).containsExactly("CONSULTATION", "DRAFT", "REVIEW", "DRAFT",
                "REVIEW", "REVIEW", "APPROVED", "ISSUED");
        assertRevisionTakesItsPlace(plan, issued);
        assertThat(ok(client(other, "stranger", Role.PLANNER).execute("query ($id: ID!) { consultation(id: $id) { id } }",
                Map.of("id", consultation))).at("/consultation").isNull()).isTrue();
    }

    @Test
    void aWarningWithoutAWordBlocksTheSubmissionAndItsOwnWordLetsItThrough() {
        String plan = composed();
        JsonNode clauses = ok(planner.execute("query ($id: ID!) { plan(id: $id) { clauses { id key rowVersion text } } }",
                Map.of("id", plan))).at("/plan/clauses");
        JsonNode goal = find(clauses, "goals.yearly");
        ok(planner.execute("""
                mutation ($id: ID!, $version: Int!, $text: String!) {
                  reviseClause(input: {id: $id, rowVersion: $version, text: $text}) { userErrors { code } } }""",
                Map.of("id", goal.at("/id").asText(), "version", goal.at("/rowVersion").asInt(), "text",
                        goal.at("/text").asText().replaceFirst("\\d+家企业就地改造", "99家企业就地改造"))));
        assertThat(code(planner, "submitPlan", plan, "")).isEqualTo("PLAN_HAS_ERRORS");
        JsonNode remarks = ok(planner.execute("query ($id: ID!) { checkPlan(id: $id) { id severity message word } }",
                Map.of("id", plan))).at("/checkPlan");
        JsonNode answered = ok(planner.execute("""
                mutation ($plan: ID!, $remark: String!) {
                  answerRemark(input: {planId: $plan, remarkId: $remark, word: "另行说明"}) { remark { id word } } }""",
                Map.of("plan", plan, "remark", remarks.at("/0/id").asText())));
        assertThat(answered.at("/answerRemark/remark/word").asText()).isEqualTo("另行说明");
        assertThat(code(planner, "submitPlan", plan, "")).isEqualTo("PLAN_HAS_ERRORS");
        assertThat(state(plan)).isEqualTo("DRAFT");
    }

    @Test
    void theTermOfADraftIsChangedWithinTheOutlinesLimits() {
        String plan = composed();
        String change = """
                mutation ($id: ID!, $version: Int!, $to: Int!) { changePlanTerm(input: {id: $id, rowVersion: $version,
                  termTo: $to}) { plan { termFrom termTo baseYear } changed userErrors { path code } } }""";
        assertThat(ok(planner.execute(change, Map.of("id", plan, "version", version(plan), "to", 2028)))
                .at("/changePlanTerm/userErrors/0/code").asText()).isEqualTo("TERM_INVALID");
        JsonNode changed = ok(planner.execute(change, Map.of("id", plan, "version", version(plan), "to", 2026)))
                .at("/changePlanTerm");
        assertThat(changed.at("/plan/termTo").asInt()).isEqualTo(2026);
        assertThat(changed.at("/changed").asInt()).isPositive();
    }

    private String composed() {
        return ok(planner.execute("""
                mutation ($cluster: ID!) { composePlan(input: {clusterId: $cluster, termFrom: 2025, termTo: 2027}) {
                  plan { id } userErrors { code } } }""", Map.of("cluster", GlobalId.of("Cluster", cluster))))
                .at("/composePlan/plan/id").asText();
    }

    private String consultation(String plan) {
        String open = """
                mutation ($plan: ID!, $version: Int!, $units: [ID!]!, $deadline: Date!) {
                  openConsultation(input: {planId: $plan, rowVersion: $version, unitIds: $units, deadline: $deadline}) {
                    consultation { id version { stage } units { unit { name } answer } plan { state } }
                    userErrors { path code } } }""";
        Map<String, Object> variables = new HashMap<>(Map.of("plan", plan, "version", version(plan), "units",
                List.of(unitId("区工业和信息化局"), unitId("区交通运输局"), unitId("区财政局")), "deadline", "2020-01-01"));
        assertThat(ok(planner.execute(open, variables)).at("/openConsultation/userErrors/0/code").asText())
                .isEqualTo("DEADLINE_PAST");
        variables.put("deadline", LocalDate.now(java.time.ZoneOffset.UTC).plusDays(10).toString());
        JsonNode opened = ok(planner.execute(open, variables)).at("/openConsultation/consultation");
        assertThat(opened.at("/plan/state").asText()).isEqualTo("CONSULTATION");
        assertThat(opened.at("/version/stage").asText()).isEqualTo("CONSULTATION");
        assertThat(opened.at("/units")).hasSize(3);
        return opened.at("/id").asText();
    }

    private String unitId(String name) {
        return inTenant(() -> units.list(java.util.Optional.empty(), 0, 100)).stream()
                .filter(unit -> unit.name().equals(name)).findFirst().map(unit -> GlobalId.of("OrgUnit", unit.id()))
                .orElseThrow();
    }

    @Test
    void whoWatchesAPlanHearsOfItsCommentsAndChanges() {
        String plan = composed();
        String consultation = consultation(plan);
        JsonNode clauses = ok(planner.execute("query ($id: ID!) { plan(id: $id) { clauses { id key rowVersion text } } }",
                Map.of("id", plan))).at("/plan/clauses");
        String clause = clauses.at("/3/id").asText();
        try (ApiStream comments = reviewer.subscribe("subscription ($plan: ID!) { planCommented(planId: $plan) {"
                + " id unit { name } decision } }", Map.of("plan", plan));
                ApiStream changes = reviewer.subscribe("subscription ($plan: ID!) { planChanged(planId: $plan) {"
                        + " rowVersion state } }", Map.of("plan", plan))) {
            String comment = commented(consultation, "区财政局", clause);
            assertThat(comments.next().at("/data/planCommented").toString())
                    .isEqualTo("{\"id\":\"" + comment + "\",\"unit\":{\"name\":\"区财政局\"},\"decision\":null}");
            decided(comment, "ADOPTED", "", "");
            assertThat(comments.next().at("/data/planCommented/decision").asText()).isEqualTo("ADOPTED");

            ok(planner.execute("mutation ($id: ID!) { recomposePlan(input: {id: $id}) { plan { id } userErrors { code } } }",
                    Map.of("id", plan)));
            assertThat(changes.next().at("/data/planChanged/state").asText()).isEqualTo("CONSULTATION");
        }
        JsonNode foreign = client(other, "stranger", Role.REVIEWER).execute("{ plans { totalCount } }");
        assertThat(foreign.at("/data/plans/totalCount").asInt()).isZero();
        assertThatThrownBy(() -> client(other, "stranger", Role.REVIEWER).subscribe(
                "subscription ($plan: ID!) { planChanged(planId: $plan) { state } }", Map.of("plan", plan)))
                .hasMessage("subscription answered 400");
    }

    private String commented(String consultation, String unit, String clause) {
        return ok(planner.execute("""
                mutation ($consultation: ID!, $unit: ID!, $clause: ID!) {
                  commentOnPlan(input: {consultationId: $consultation, unitId: $unit, clauseId: $clause,
                    text: "建议补充清洁运输内容。", proposal: "同步推进清洁运输。"}) {
                    comment { id late unit { name } } userErrors { code } } }""",
                Map.of("consultation", consultation, "unit", unitId(unit), "clause", clause)))
                .at("/commentOnPlan/comment/id").asText();
    }

    private void agreed(String consultation, String unit) {
        ok(planner.execute("""
                mutation ($consultation: ID!, $unit: ID!) {
                  agreeToPlan(input: {consultationId: $consultation, unitId: $unit}) { consultation { id } } }""",
                Map.of("consultation", consultation, "unit", unitId(unit))));
    }

    private void decided(String comment, String decision, String reason, String error) {
        JsonNode answer = ok(planner.execute("""
                mutation ($id: ID!, $decision: CommentDecision!, $reason: String) {
                  decideComment(input: {id: $id, rowVersion: 0, decision: $decision, reason: $reason}) {
                    comment { decision reason decidedBy } userErrors { code } } }""",
                Map.of("id", comment, "decision", decision, "reason", reason))).at("/decideComment");
        assertThat(answer.at("/userErrors/0/code").asText()).isEqualTo(error);
    }

    private void assertOpinions(String consultation) throws IOException {
        String url = ok(planner.execute("""
                mutation ($id: ID!) { renderOpinionSummary(input: {consultationId: $id}) { file { url } } }""",
                Map.of("id", consultation))).at("/renderOpinionSummary/file/url").asText();
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(planner.bytes(url)))) {
            String table = word.getTables().getFirst().getText();
            assertThat(table).contains("区交通运输局", "建议补充清洁运输内容。", "部分采纳", "无意见", "二、（一）第1段");
        }
    }

    private void assertDifference(JsonNode issued) {
        JsonNode changes = ok(planner.execute("""
                query ($from: ID!, $to: ID!) { comparePlanVersions(fromId: $from, toId: $to) {
                  kind placeAfter pieces { kind text } } }""", Map.of("from", issued.at("/versions/0/id").asText(), "to",
                issued.at("/versions/3/id").asText()))).at("/comparePlanVersions");
        assertThat(changes).hasSize(1);
        assertThat(changes.at("/0/placeAfter").asText()).isEqualTo("二、（一）第1段");
        assertThat(changes.at("/0/pieces").findValuesAsText("text")).contains("同步推进清洁运输。");
    }

    private void assertRevisionTakesItsPlace(String plan, JsonNode issued) {
        String revision = ok(planner.execute("""
                mutation ($id: ID!) { revisePlan(input: {planId: $id}) { plan { id state revises { id number } staleCount } } }""",
                Map.of("id", plan))).at("/revisePlan/plan/id").asText();
        assertThat(code(planner, "revisePlanTwice", plan, "")).isEqualTo("REVISION_EXISTS");
        JsonNode own = ok(planner.execute("query ($id: ID!) { plan(id: $id) { clauses { id key rowVersion text } } }",
                Map.of("id", revision))).at("/plan/clauses");
        JsonNode last = find(own, "tasks.mobile");
        ok(planner.execute("""
                mutation ($id: ID!, $version: Int!) { deleteClause(input: {id: $id, rowVersion: $version}) {
                  clause { id } userErrors { code } } }""",
                Map.of("id", last.at("/id").asText(), "version", last.at("/rowVersion").asInt())));
        ok(planner.execute("""
                mutation ($id: ID!, $version: Int!) {
                  submitPlan(input: {id: $id, rowVersion: $version, wordOnWarnings: "已逐条核对。"}) { plan { state } } }""",
                Map.of("id", revision, "version", version(revision))));
        ok(step(reviewer, "approvePlan", revision, ""));
        ok(step(leader, "approvePlan", revision, ""));
        JsonNode second = issue(revision, "卫沙政办发〔2027〕1号");
        assertThat(state(plan)).isEqualTo("REVISED");
        JsonNode changes = ok(planner.execute("""
                query ($from: ID!, $to: ID!) { comparePlanVersions(fromId: $from, toId: $to) { kind before } }""",
                Map.of("from", issued.at("/versions/3/id").asText(), "to", second.at("/versions/1/id").asText())))
                .at("/comparePlanVersions");
        assertThat(changes.findValuesAsText("kind")).containsExactly("REMOVED");
        assertThat(changes.at("/0/before").asText()).startsWith("加强移动源监管");
        ok(step(leader, "withdrawPlan", revision, "上级另有部署。"));
        assertThat(state(revision)).isEqualTo("WITHDRAWN");
    }

    private JsonNode issue(String plan, String number) {
        JsonNode issued = ok(leader.execute("""
                mutation ($id: ID!, $version: Int!, $number: String!) {
                  issuePlan(input: {id: $id, rowVersion: $version, number: $number,
                      form: {authority: "示例区人民政府办公室文件", printedBy: "示例区人民政府办公室"}}) {
                    plan { html state number versions { id stage sha256 } steps { to } } userErrors { code } } }""",
                Map.of("id", plan, "version", version(plan), "number", number))).at("/issuePlan/plan");
        assertThat(issued.path("html").asText()).contains("class=\"redhead\"", number, "印发</span>");
        return issued;
    }

    private int version(String plan) {
        return ok(planner.execute("query ($id: ID!) { plan(id: $id) { rowVersion } }", Map.of("id", plan)))
                .at("/plan/rowVersion").asInt();
    }

    private String state(String plan) {
        return ok(planner.execute("query ($id: ID!) { plan(id: $id) { state } }", Map.of("id", plan))).at("/plan/state")
                .asText();
    }

    private JsonNode step(ApiClient who, String mutation, String plan, String note) {
        return who.execute(STEP.formatted(mutation), Map.of("id", plan, "version", version(plan), "note", note));
    }

    /** The code of the refusal. */
    private String code(ApiClient who, String mutation, String plan, String note) {
        JsonNode answer = mutation.equals("revisePlanTwice")
                ? who.execute("mutation ($id: ID!) { revisePlan(input: {planId: $id}) { plan { id } } }", Map.of("id", plan))
                : step(who, mutation, plan, note);
        return answer.at("/errors/0/extensions/code").asText();
    }

    private static JsonNode find(JsonNode clauses, String key) {
        for (JsonNode clause : clauses) {
            if (clause.at("/key").asText().equals(key)) {
                return clause;
            }
        }
        throw new AssertionError("no clause " + key);
    }

    private static JsonNode ok(JsonNode answer) {
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.path("data");
    }
}
