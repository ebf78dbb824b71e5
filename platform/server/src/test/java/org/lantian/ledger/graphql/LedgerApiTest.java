package org.lantian.ledger.graphql;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

import org.lantian.common.Role;
import org.lantian.testing.ApiClient;
import org.lantian.testing.ApiTest;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerApiTest extends ApiTest {

    private static final String PREVIEW = """
            mutation ($file: ID!) { previewLedgerImport(input: {fileId: $file}) {
              ledgerImport { id state baseYear rows added changed removed errors { sheet cell code severity message } }
              userErrors { path code message } } }""";
    private static final String COMMIT = """
            mutation ($id: ID!, $valid: Boolean) { commitLedgerImport(input: {importId: $id, acceptValid: $valid}) {
              ledgerImport { state added left } userErrors { path code } } }""";
    private static final String ENTERPRISES = """
            query ($filter: EnterpriseFilter, $order: EnterpriseOrder, $first: Int, $after: String) {
              enterprises(filter: $filter, orderBy: $order, first: $first, after: $after) {
                totalCount pageInfo { hasNextPage endCursor }
                nodes { id name town cluster { name approval enterpriseCount }
                  energyUses { type amount unit heating } products { name capacity output unit }
                  equipment { name } treatments { process } transport { amount } outlets { number } } } }""";

    @Test
    void aWorkbookIsPreviewedCommittedAndQueried() throws Exception {
        ApiClient client = client(tenant, "planner", Role.PLANNER);
        JsonNode preview = client.execute(PREVIEW, Map.of("file", client.upload("台账.xlsx", workbook("40.5"))))
                .at("/data/previewLedgerImport/ledgerImport");
        assertThat(preview.at("/rows").asInt()).isEqualTo(3);
        assertThat(preview.at("/added").asInt()).isEqualTo(3);
        assertThat(preview.at("/baseYear").asInt()).isEqualTo(2024);
        assertThat(preview.at("/errors")).isEmpty();
        JsonNode committed = client.execute(COMMIT, Map.of("id", preview.at("/id").asText()));
        assertThat(committed.at("/data/commitLedgerImport/ledgerImport/state").asText()).isEqualTo("COMMITTED");

        JsonNode page = client.execute(ENTERPRISES,
                Map.of("order", Map.of("field", "NAME"), "first", 2)).at("/data/enterprises");
        assertThat(page.at("/nodes").findValuesAsText("town")).hasSize(2);
        assertThat(List.of(page.at("/nodes/0/name").asText(), page.at("/nodes/1/name").asText()))
                .as("by pinyin: bao, sha, zhong").containsExactly("宝丰公司", "沙坡公司");
        assertThat(page.at("/totalCount").asInt()).isEqualTo(3);
        assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(page.at("/nodes/0/products/0/output").asText()).isEqualTo("40.5");
        assertThat(page.at("/nodes/0/energyUses/0/heating").asBoolean()).isFalse();
        assertThat(page.at("/nodes/0/cluster/approval").asText()).isEqualTo("MUNICIPAL");
        assertThat(page.at("/nodes/0/cluster/enterpriseCount").asInt()).isEqualTo(3);
        assertThat(page.at("/nodes/0/transport").isNull()).isTrue();

        JsonNode second = client.execute(ENTERPRISES, Map.of("order", Map.of("field", "NAME"), "first", 2, "after",
                page.at("/pageInfo/endCursor").asText())).at("/data/enterprises");
        assertThat(second.at("/nodes/0/name").asText()).isEqualTo("中卫公司");
        JsonNode one = client.execute("query ($id: ID!) { enterprise(id: $id) { name industryCode } }",
                Map.of("id", second.at("/nodes/0/id").asText()));
        assertThat(one.at("/data/enterprise/industryCode").asText()).isEqualTo("3140");
        JsonNode filtered = client.execute(ENTERPRISES, Map.of("filter", Map.of("name", "坡", "industryCode", "31",
                "town", "柔远镇")));
        assertThat(filtered.at("/data/enterprises/totalCount").asInt()).isEqualTo(1);

        ApiClient stranger = client(other, "planner", Role.PLANNER);
        assertThat(stranger.execute("{ clusters { totalCount } enterprises { totalCount } ledger { version baseYear } }")
                .at("/data").toString()).isEqualTo(
                        "{\"clusters\":{\"totalCount\":0},\"enterprises\":{\"totalCount\":0},\"ledger\":{\"version\":0,"
                                + "\"baseYear\":null}}");
        assertThat(stranger.execute("query ($id: ID!) { enterprise(id: $id) { name } }",
                Map.of("id", second.at("/nodes/0/id").asText())).at("/data/enterprise").isNull()).isTrue();
    }

    @Test
    void errorsAreToldWithTheirCellAndRefuseTheCommit() throws Exception {
        ApiClient client = client(other, "editor", Role.PLANNER);
        JsonNode preview = client.execute(PREVIEW, Map.of("file", client.upload("台账.xlsx", workbook("约40"))))
                .at("/data/previewLedgerImport/ledgerImport");
        assertThat(preview.at("/errors/0/sheet").asText()).isEqualTo("表1");
        assertThat(preview.at("/errors/0/cell").asText()).isEqualTo("P3");
        assertThat(preview.at("/errors/0/code").asText()).isEqualTo("NUMBER_EXPECTED");
        assertThat(preview.at("/errors/0/severity").asText()).isEqualTo("ERROR");
        JsonNode refused = client.execute(COMMIT, Map.of("id", preview.at("/id").asText()));
        assertThat(refused.at("/data/commitLedgerImport/userErrors/0/code").asText()).isEqualTo("IMPORT_HAS_ERRORS");
        assertThat(refused.at("/data/commitLedgerImport/ledgerImport").isNull()).isTrue();
    }

    @Test
    void supplementsAreComparedAndExported() throws Exception {
        org.lantian.tenancy.TenantCode code = freshTenant();
        ApiClient client = client(code, "planner", Role.PLANNER);
        take(client, "台账.xlsx", workbook("40.5"));
        take(client, "年排放量.csv", """
                企业名称,污染物,许可排放量（吨/年）,2024年实际排放量（吨）,核算方法
                宝丰公司,氮氧化物,10,12.5,自动监测
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        JsonNode enterprise = client.execute("""
                { enterprises(filter: {name: "宝丰"}) { nodes {
                  emissions { pollutant permitted actual method } vocsMaterials { name } productionLines { name }
                  permitComparison { item ledger permitted actual method difference conclusion text }
                  permitHolder { permitNumber creditCode holder conclusion text } } } }""", Map.of())
                .at("/data/enterprises/nodes/0");
        assertThat(enterprise.at("/emissions/0").toString())
                .isEqualTo("{\"pollutant\":\"NOx\",\"permitted\":\"10\",\"actual\":\"12.5\",\"method\":\"自动监测\"}");
        assertThat(enterprise.at("/permitComparison/0/conclusion").asText()).isEqualTo("ABOVE_PERMIT");
        assertThat(enterprise.at("/permitComparison/0/method").asText()).isEqualTo("自动监测");
        assertThat(enterprise.at("/permitComparison/0/difference").isNull()).isTrue();
        assertThat(enterprise.at("/permitHolder/conclusion").asText()).isEqualTo("INCOMPLETE");
        assertThat(enterprise.at("/permitHolder/text").asText()).isEqualTo("数据缺失：排污许可证编号。");
        assertThat(enterprise.at("/permitComparison/0/text").asText()).isEqualTo("实际排放量12.5吨超过许可排放量10吨。");
        JsonNode csv = client.execute("mutation { exportLedger(input: {format: CSV, table: \"emissions\"}) { "
                + "file { name url } userErrors { code } } }", Map.of()).at("/data/exportLedger/file");
        assertThat(csv.at("/name").asText()).isEqualTo("2024年年排放量.csv");
        assertThat(client.execute("mutation { exportLedger(input: {format: CSV}) { userErrors { code } } }", Map.of())
                .at("/data/exportLedger/userErrors/0/code").asText()).isEqualTo("TABLE_REQUIRED");
        assertThat(client.execute("mutation { writeLedgerTemplate(input: {baseYear: 2025}) { file { size } } }",
                Map.of()).at("/data/writeLedgerTemplate/file/size").asInt()).isPositive();
    }

    @Test
    void findingsAndMeasuresAreExportedAndComeBackUnchanged() throws Exception {
        org.lantian.tenancy.TenantCode code = freshTenant();
        ApiClient client = client(code, "planner", Role.PLANNER);
        take(client, "台账.xlsx", workbook("40.5"));
        take(client, "表3.csv", """
                _lantian,profileId=national,profileVersion=1.0.0,profileHash=x,baseYear=2024,templateVersion=2
                序号,企业名称,无组织收集方面,有组织治理方面,清洁运输/移动源监管方面,环保绩效提级方面
                1,宝丰公司,料场未封闭,,,
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        JsonNode workbook = client.execute("mutation { exportLedger(input: {}) { file { url } } }")
                .at("/data/exportLedger/file");
        JsonNode csv = client.execute("mutation { exportLedger(input: {format: CSV, table: \"table3\"}) { file { url } } }")
                .at("/data/exportLedger/file");
        byte[] problems = client.bytes(csv.at("/url").asText());
        assertThat(new String(problems, java.nio.charset.StandardCharsets.UTF_8)).contains("1,宝丰公司,料场未封闭,,,");
        for (byte[] file : List.of(problems, client.bytes(workbook.at("/url").asText()))) {
            JsonNode again = client.execute(PREVIEW, Map.of("file", client.upload("导出", file)))
                    .at("/data/previewLedgerImport/ledgerImport");
            assertThat(again.at("/added").asInt() + again.at("/changed").asInt() + again.at("/removed").asInt()).isZero();
            assertThat(again.at("/errors").findValuesAsText("severity")).doesNotContain("ERROR");
        }
        assertThat(client(other, "stranger", Role.PLANNER).execute(
                "mutation { exportLedger(input: {format: CSV, table: \"table9\", baseYear: 2024}) { file { url } } }")
                .at("/errors/0/extensions/code").asText()).isEqualTo("TABLE_UNKNOWN");
    }

    private static void take(ApiClient client, String name, byte[] content) {
        JsonNode preview = client.execute(PREVIEW, Map.of("file", client.upload(name, content)))
                .at("/data/previewLedgerImport/ledgerImport");
        assertThat(preview.at("/errors").findValuesAsText("severity")).doesNotContain("ERROR");
        assertThat(client.execute(COMMIT, Map.of("id", preview.at("/id").asText()))
                .at("/data/commitLedgerImport/ledgerImport/state").asText()).isEqualTo("COMMITTED");
        assertThat(client.execute("mutation ($id: ID!) { annotateLedgerImport(input: {importId: $id}) { file { size } } }",
                Map.of("id", preview.at("/id").asText())).at("/data/annotateLedgerImport/file/size").asInt())
                .isPositive();
    }

    @Test
    void whatIsNoWorkbookIsAUserErrorAndAViewerMayNotImport() {
        ApiClient client = client(tenant, "planner", Role.PLANNER);
        JsonNode refused = client.execute(PREVIEW, Map.of("file", client.upload("台账.pdf", "%PDF".getBytes())));
        assertThat(refused.at("/data/previewLedgerImport/userErrors/0/code").asText())
                .isEqualTo("WORKBOOK_NOT_XLSX");
        String file = client.upload("台账.pdf", "%PDF".getBytes());
        assertThat(client(tenant, "viewer", Role.VIEWER).execute(PREVIEW, Map.of("file", file))
                .at("/errors/0/extensions/code").asText()).isEqualTo("ROLE_REQUIRED");
    }

    private static byte[] workbook(String output) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("表1");
            List<String> lines = List.of("序号|县（市）区|乡镇（街道）|集群名称|企业名称|批准情况|企业名称|行业类别|生产设备|能源消耗情况||||产品情况||||原辅材料||",
                    "|||||||||能源类型|消耗量|单位|是否协同供暖|产品名称|产能|2024年产量|产能（产量）单位|名称|使用量|单位", row("宝丰公司", output),
                    row("中卫公司", "30"), row("沙坡公司", "20"));
            for (int row = 0; row < lines.size(); row++) {
                String[] cells = lines.get(row).split("\\|", -1);
                for (int column = 0; column < cells.length; column++) {
                    if (!cells[column].isEmpty()) {
                        sheet.value(row, column, cells[column]);
                    }
                }
            }
        }
        return out.toByteArray();
    }

    private static String row(String name, String output) {
        return "1|沙坡头区|柔远镇|铁合金集群|" + name + "|市级||3140 铁合金冶炼|矿热炉|煤|100|吨|否|硅铁|50|" + output + "|万吨|硅石|9|吨";
    }
}
