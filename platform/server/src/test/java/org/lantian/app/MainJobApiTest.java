package org.lantian.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

import org.lantian.app.tenant.SampleWorkbook;
import org.lantian.app.tenant.TenantFolder;
import org.lantian.common.Role;
import org.lantian.profile.Profiles;
import org.lantian.testing.ApiClient;
import org.lantian.testing.ApiTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The main job from end to end over HTTP alone: upload, preview, commit, diagnose, compose, check, render, issue. */
class MainJobApiTest extends ApiTest {

    @Inject
    Profiles profiles;

    @Test
    void aWorkbookBecomesAnIssuedPlanInItsTenantAlone() throws IOException {
        ApiClient planner = client(tenant, "planner", Role.PLANNER);
        String fileId = planner.upload("台账.xlsx", sampleWorkbook());
        JsonNode first = imported(planner, fileId);
        assertThat(first.at("/added").asInt()).isEqualTo(69);
        JsonNode again = imported(planner, fileId);
        assertThat(again.at("/added").asInt() + again.at("/changed").asInt()).isZero();

        JsonNode diagnosis = ok(planner.execute("mutation { runDiagnosis(input: {}) { summary { enterprises } userErrors { code } } }"));
        assertThat(diagnosis.at("/runDiagnosis/summary/enterprises").asInt()).isEqualTo(69);

        String cluster = ok(planner.execute("{ clusters { nodes { id enterpriseCount } } }")).at("/clusters/nodes/0/id").asText();
        JsonNode plan = ok(planner.execute("""
                mutation($cluster: ID!) {
                  composePlan(input: {clusterId: $cluster, termFrom: 2025, termTo: 2027}) {
                    plan { id rowVersion sections { code } tables { id columns { id } rows } remarks { severity message } }
                    userErrors { message }
                  }
                }""", Map.of("cluster", cluster))).at("/composePlan/plan");
        assertThat(texts(plan.at("/sections"), "code")).containsExactly("overview", "status", "problems", "goals", "tasks");
        assertThat(plan.at("/tables").findValues("columns").stream().map(JsonNode::size)).containsExactly(20, 17, 6, 11);
        assertThat(plan.at("/tables/0/rows").size()).isEqualTo(69);
        assertThat(plan.at("/remarks").findValuesAsText("severity")).doesNotContain("ERROR");

        String url = ok(planner.execute("mutation($id: ID!) { renderPlan(input: {id: $id}) { file { url } } }",
                Map.of("id", plan.at("/id").asText()))).at("/renderPlan/file/url").asText();
        assertOfficialPlan(planner.bytes(url));
        assertIssuedByTheLeaderAlone(planner, plan);
        assertNothingInTheOtherTenant();
    }

    private byte[] sampleWorkbook() {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        TenantFolder folder = TenantFolder.read(Path.of("../../tenants/shapotou"));
        SampleWorkbook.write(folder, profiles.require(folder.tenant().profile()), workbook);
        return workbook.toByteArray();
    }

    private static JsonNode imported(ApiClient planner, String fileId) {
        JsonNode preview = ok(planner.execute("""
                mutation($file: ID!) {
                  previewLedgerImport(input: {fileId: $file}) {
                    ledgerImport { id errors { sheet cell code severity message } }
                    userErrors { message }
                  }
                }""", Map.of("file", fileId))).at("/previewLedgerImport/ledgerImport");
        assertThat(preview.at("/errors").findValuesAsText("severity")).doesNotContain("ERROR");
        JsonNode committed = ok(planner.execute("""
                mutation($id: ID!) {
                  commitLedgerImport(input: {importId: $id}) {
                    ledgerImport { state rows added changed removed } userErrors { message }
                  }
                }""", Map.of("id", preview.at("/id").asText()))).at("/commitLedgerImport/ledgerImport");
        assertThat(committed.at("/state").asText()).isEqualTo("COMMITTED");
        return committed;
    }

    private static void assertOfficialPlan(byte[] word) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word))) {
            List<String> paragraphs = document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
            assertThat(paragraphs).contains("一、集群基本情况", "（一）集群概况", "（二）治理现状", "（三）存在的主要问题", "二、提升方案",
                    "（一）目标", "（二）重点任务");
            assertThat(document.getTables().stream().map(MainJobApiTest::leaves)).containsExactly(20, 17, 6, 11);
            assertThat(document.getTables().getFirst().getNumberOfRows()).isEqualTo(2 + 69);
        }
    }

    /** Cells of the last row: data rows have one a leaf column. */
    private static int leaves(XWPFTable table) {
        return table.getRow(table.getNumberOfRows() - 1).getTableCells().size();
    }

    private void assertIssuedByTheLeaderAlone(ApiClient planner, JsonNode plan) {
        String document = """
                mutation($id: ID!, $version: Int!) {
                  issuePlan(input: {id: $id, rowVersion: $version, number: "卫沙政发〔2026〕3号"}) {
                    plan { state number versions { sha256 documents { kind url } } } userErrors { code message }
                  }
                }""";
        Map<String, Object> variables = Map.of("id", plan.at("/id").asText(), "version", plan.at("/rowVersion").asInt());
        assertThat(planner.execute(document, variables).at("/errors/0/extensions/category").asText())
                .isEqualTo("FORBIDDEN");
        ApiClient leader = client(tenant, "leader", Role.LEADER);
        JsonNode issued = ok(leader.execute(document, approved(planner, leader, variables))).at("/issuePlan/plan");
        assertThat(issued.at("/state").asText()).isEqualTo("ISSUED");
        assertThat(issued.at("/versions/1/sha256").asText()).matches("[0-9a-f]{64}");
        assertThat(issued.at("/versions/1/documents").size()).isEqualTo(2);
    }

    /** Takes the plan through review; the variables afterwards. */
    private Map<String, Object> approved(ApiClient planner, ApiClient leader, Map<String, Object> variables) {
        String approve = """
                mutation($id: ID!, $version: Int!) {
                  approvePlan(input: {id: $id, rowVersion: $version}) { plan { rowVersion state } userErrors { code } }
                }""";
        int submitted = ok(planner.execute("""
                mutation($id: ID!, $version: Int!) {
                  submitPlan(input: {id: $id, rowVersion: $version, wordOnWarnings: "已核对"}) {
                    plan { rowVersion } userErrors { code }
                  }
                }""", variables)).at("/submitPlan/plan/rowVersion").asInt();
        int reviewed = ok(client(tenant, "reviewer", Role.REVIEWER).execute(approve,
                Map.of("id", variables.get("id"), "version", submitted))).at("/approvePlan/plan/rowVersion").asInt();
        JsonNode plan = ok(leader.execute(approve, Map.of("id", variables.get("id"), "version", reviewed)))
                .at("/approvePlan/plan");
        assertThat(plan.at("/state").asText()).isEqualTo("APPROVED");
        return Map.of("id", variables.get("id"), "version", plan.at("/rowVersion").asInt());
    }

    private void assertNothingInTheOtherTenant() {
        JsonNode there = ok(client(other, "planner", Role.PLANNER).execute("""
                { enterprises { totalCount } clusters { totalCount } findings { totalCount } plans { totalCount } }"""));
        assertThat(there.findValues("totalCount")).hasSize(4).allSatisfy(count -> assertThat(count.asInt()).isZero());
    }

    private static JsonNode ok(JsonNode answer) {
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.path("data");
    }

    private static List<String> texts(JsonNode list, String field) {
        return list.findValuesAsText(field);
    }
}
