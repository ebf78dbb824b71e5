package org.lantian.plan.region;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import org.lantian.common.Role;
import org.lantian.testing.ApiClient;
import org.lantian.testing.ApiTest;

import static org.assertj.core.api.Assertions.assertThat;

class RegionalPlanApiTest extends ApiTest {

    private static final String PLAN = """
            示例市2024年大气污染防治工作方案
            一、重点任务
            （一）企业治理
            1.完善企业台账。2024年6月底前，完成50家企业台账核查。
            责任领导：张三
            牵头单位：大气科
            责任单位：甲、乙分局
            2.推进锅炉改造。2024年10月15日前完成。
            责任领导：张三
            牵头单位：执法支队
            责任单位：甲、乙分局
            四、保障措施
            加强组织领导，落实工作责任。
            """;
    private static final String READ = """
            mutation ($file: ID!, $profile: String) { readPlan(input: {fileId: $file, profile: $profile}) {
                reading { id rowVersion title state itemCount unread { line } sections { id number heading outlineNode supplement line }
                    remarks { code severity line clause arithmetic } outline { lacks nodes { code coverage sections { items } } } }
                userErrors { code } } }
            """;
    private static final String ACCEPT = """
            mutation ($id: ID!, $version: Int!, $code: String!) {
              acceptPlanReading(input: {id: $id, rowVersion: $version, code: $code, issuer: "示例市生态环境局"}) {
                plan { id code termFrom items(filter: {role: LEAD}) { totalCount nodes { no title
                    roles { role name } deadlines { kind dueOn } quantities { value unit } } } load { name items } }
                userErrors { code path } } }
            """;

    private JsonNode read(ApiClient client, String text) {
        String file = client.upload("方案.txt", text.getBytes(StandardCharsets.UTF_8));
        JsonNode answer = client.execute(READ, Map.of("file", file, "profile", "shaanxi"));
        assertThat(answer.path("errors")).isEmpty();
        return answer.at("/data/readPlan/reading");
    }

    @Test
    void readsChecksAndAcceptsAPlan() {
        ApiClient client = client(tenant, "planner", Role.PLANNER);
        JsonNode reading = read(client, PLAN);

        assertThat(reading.path("itemCount").asInt()).isEqualTo(2);
        assertThat(reading.path("unread")).isEmpty();
        assertThat(reading.at("/sections/1/outlineNode").asText()).isEqualTo("tasks");
        assertThat(reading.path("remarks").findValuesAsText("code")).contains("HEADING_NUMBER_GAP");
        assertThat(reading.at("/outline/lacks").toString()).contains("没有“集群概况”");

        JsonNode accepted = client.execute(ACCEPT, Map.of("id", reading.path("id").asText(), "version", 0, "code",
                "air-2024")).at("/data/acceptPlanReading/plan");
        assertThat(accepted.path("termFrom").asInt()).isEqualTo(2024);
        assertThat(accepted.at("/items/totalCount").asInt()).isEqualTo(2);
        assertThat(accepted.at("/items/nodes/0/deadlines/0/dueOn").asText()).isEqualTo("2024-06-30");
        assertThat(accepted.at("/items/nodes/0/quantities/0/value").asText()).isEqualTo("50");
        assertThat(accepted.at("/items/nodes/0/roles").findValuesAsText("name")).containsExactly("张三", "大气科", "甲分局",
                "乙分局");
        assertThat(accepted.at("/load/0/items").asInt()).isEqualTo(2);

        JsonNode due = client.execute("query ($id: ID!) { regionalPlan(id: $id) { items(filter: {name: \"大气科\","
                + " dueTo: \"2024-06-30\"}) { nodes { no } } } }", Map.of("id", accepted.path("id").asText()));
        assertThat(due.at("/data/regionalPlan/items/nodes").findValuesAsText("no")).containsExactly("1");
        JsonNode elsewhere = client(other, "planner", Role.PLANNER).execute("{ regionalItems { totalCount } planReadings { totalCount } }");
        assertThat(elsewhere.at("/data/regionalItems/totalCount").asInt()).isZero();
        assertThat(elsewhere.at("/data/planReadings/totalCount").asInt()).isZero();
    }

    @Test
    void linksEveryLineToWhatItBecameAndPrintsTheRemarks() {
        ApiClient client = client(tenant, "linker", Role.PLANNER);
        JsonNode reading = read(client, PLAN + "2024年PM2.5平均浓度控制在46微克/立方米以内。\n");

        JsonNode shown = client.execute("query ($id: ID!) { planReading(id: $id) { lines { number text part section item }"
                + " targets { indicator kind value unit } } }", Map.of("id", reading.path("id").asText()));
        assertThat(shown.path("errors")).isEmpty();
        JsonNode lines = shown.at("/data/planReading/lines");
        assertThat(lines.findValuesAsText("number")).hasSize(14);
        assertThat(lines.findValuesAsText("part")).startsWith("FRONT", "HEADING", "HEADING", "ITEM", "ITEM");
        assertThat(lines.at("/3/item").asText()).isEqualTo("1");
        assertThat(lines.at("/13/text").asText()).startsWith("2024年PM2.5");
        assertThat(shown.at("/data/planReading/targets/0").toString())
                .isEqualTo("{\"indicator\":\"PM2.5\",\"kind\":\"AT_MOST\",\"value\":\"46\",\"unit\":\"微克/立方米\"}");

        String report = "mutation ($id: ID!) { renderCheckReport(input: {readingId: $id}) { file { name url } userErrors { code } } }";
        JsonNode file = client.execute(report, Map.of("id", reading.path("id").asText())).at("/data/renderCheckReport/file");
        assertThat(file.path("name").asText()).isEqualTo("方案.txt.校核报告.html");
        JsonNode foreign = client(other, "linker", Role.PLANNER).execute(report, Map.of("id", reading.path("id").asText()));
        assertThat(foreign.at("/errors/0/extensions/code").asText()).isEqualTo("READING_NOT_FOUND");
    }

    @Test
    void showsWhatANewerEditionChanges() {
        ApiClient client = client(tenant, "editor", Role.PLANNER);
        JsonNode first = read(client, PLAN);
        String plan = client.execute(ACCEPT, Map.of("id", first.path("id").asText(), "version", 0, "code", "edition"))
                .at("/data/acceptPlanReading/plan/id").asText();

        JsonNode second = read(client, PLAN.replace("50家", "60家").replace("四、保障", "二、保障")
                + "严格督查考核，定期通报进展。\n");
        JsonNode changes = client.execute("query ($id: ID!, $plan: ID!) { planReading(id: $id) { changes(planId: $plan) {"
                + " kind before after pieces { kind text } } } }", Map.of("id", second.path("id").asText(), "plan", plan))
                .at("/data/planReading/changes");

        assertThat(changes.findValuesAsText("kind")).contains("CHANGED", "ADDED");
        assertThat(changes).hasSize(2);
        assertThat(changes.at("/0/pieces").toString()).contains("{\"kind\":\"REMOVED\",\"text\":\"5\"}",
                "{\"kind\":\"ADDED\",\"text\":\"6\"}");
        assertThat(changes.at("/1/after").asText()).isEqualTo("严格督查考核，定期通报进展。");
    }

    @Test
    void refusesWhatIsNoPlanAndWhatWasDecided() {
        ApiClient client = client(tenant, "decider", Role.PLANNER);
        String file = client.upload("照片.bin", new byte[]{0, 1, 2, 3});
        JsonNode refused = client.execute(READ, Map.of("file", file));
        assertThat(refused.at("/errors/0/extensions/code").asText()).isEqualTo("DOCUMENT_UNKNOWN");

        JsonNode reading = read(client, PLAN);
        JsonNode badCode = client.execute(ACCEPT, Map.of("id", reading.path("id").asText(), "version", 0, "code", "方案 1"));
        assertThat(badCode.at("/data/acceptPlanReading/userErrors/0/code").asText()).isEqualTo("CODE_INVALID");
        String refuse = "mutation ($id: ID!) { refusePlanReading(input: {id: $id, rowVersion: 0}) { reading { state } } }";
        assertThat(client.execute(refuse, Map.of("id", reading.path("id").asText()))
                .at("/data/refusePlanReading/reading/state").asText()).isEqualTo("REFUSED");
        JsonNode late = client.execute(ACCEPT, Map.of("id", reading.path("id").asText(), "version", 0, "code", "late"));
        assertThat(late.at("/errors/0/extensions/code").asText()).isEqualTo("READING_DECIDED");
        assertThat(List.of(late.at("/data/acceptPlanReading").isNull())).containsExactly(true);
    }
}
