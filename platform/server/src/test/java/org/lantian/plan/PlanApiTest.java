package org.lantian.plan;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import org.lantian.common.Role;
import org.lantian.graphql.GlobalId;
import org.lantian.testing.ApiClient;

import static org.assertj.core.api.Assertions.assertThat;

class PlanApiTest extends PlanTest {

    private static final String COMPOSE = """
            mutation ($cluster: ID!) { composePlan(input: {clusterId: $cluster, mark: "示例数据"}) {
              added userErrors { code } plan { id rowVersion termFrom termTo state cluster { name }
                sections { code heading clauses { id key text rowVersion runs { text explanation { title result unit } } } }
                tables { id caption columns { header } rows } remarks { code severity } versions { id }
                measures { subject enterprise { name } reduction { tonnes parts { pollutant method tonnes } } } } } }""";
    private static final String REVISE = """
            mutation ($id: ID!, $version: Int!, $text: String!) {
              reviseClause(input: {id: $id, rowVersion: $version, text: $text}) {
                clause { text edited rowVersion } userErrors { code } } }""";
    private static final String RENDER = """
            mutation ($id: ID!) { word: renderPlan(input: {id: $id}) { file { name size url } }
              tables: renderPlan(input: {id: $id, format: WORKBOOK}) { file { name url } } }""";
    private static final String ISSUE = """
            mutation ($id: ID!, $version: Int!, $number: String!) {
              issuePlan(input: {id: $id, rowVersion: $version, number: $number}) {
                plan { state number issuedOn versions { ordinal sha256 documents { kind url } } }
                userErrors { path code } } }""";
    private static final String CREATE = """
            mutation ($cluster: ID!, $enterprise: ID!) { createMeasure(input: {measure: {clusterId: $cluster,
              enterpriseId: $enterprise, upgradeType: CLOSURE, deadline: "2026-06-30"}}) {
                measure { id rowVersion subject deadlineText upgradeType tasks { aspect }
                  reduction { tonnes manual parts { pollutant method tonnes note explanation { text } } } }
                userErrors { path code } } }""";

    @Test
    void aPlanIsComposedReadRevisedRenderedAndIssued() {
        ApiClient planner = client(tenant, "planner", Role.PLANNER);
        JsonNode plan = compose(planner);
        assertThat(plan.at("/sections").findValuesAsText("code")).containsExactly("overview", "status", "problems", "goals",
                "tasks");
        assertThat(plan.at("/tables").findValuesAsText("id")).containsExactly("table1", "table2", "table3", "table4");
        assertThat(plan.at("/tables/0/rows")).hasSize(69);
        assertThat(plan.at("/measures")).hasSizeGreaterThanOrEqualTo(69);
        assertThat(plan.at("/measures/0/enterprise/name").asText()).isEqualTo(plan.at("/measures/0/subject").asText());
        JsonNode clause = plan.at("/sections/0/clauses/0");
        assertThat(clause.at("/runs").findValuesAsText("title")).contains("集群企业数");

        Map<String, Object> revision = Map.of("id", clause.at("/id").asText(), "version", clause.at("/rowVersion").asInt(),
                "text", "改写后的集群概况。");
        assertThat(planner.execute(REVISE, revision).at("/data/reviseClause/clause/edited").asBoolean()).isTrue();
        assertThat(planner.execute(REVISE, revision).at("/errors/0/extensions/category").asText()).isEqualTo("CONFLICT");

        JsonNode files = planner.execute(RENDER, Map.of("id", plan.at("/id").asText()));
        assertThat(files.at("/data/word/file/name").asText()).endsWith(".docx");
        assertThat(planner.get(files.at("/data/word/file/url").asText()).statusCode()).isEqualTo(200);
        assertThat(planner.get(files.at("/data/tables/file/url").asText()).statusCode()).isEqualTo(200);

        int version = approve(inTenant(() -> plans.require(GlobalId.parse("Plan", plan.at("/id").asText())))).rowVersion();
        Map<String, Object> issue = Map.of("id", plan.at("/id").asText(), "version", version, "number", "卫沙政办发〔2026〕8号");
        assertThat(planner.execute(ISSUE, issue).at("/errors/0/extensions/category").asText()).isEqualTo("FORBIDDEN");
        ApiClient leader = client(tenant, "leader", Role.LEADER);
        assertThat(leader.execute(ISSUE, Map.of("id", plan.at("/id").asText(), "version", version, "number",
                "卫沙政办发[2026]8号")).at("/data/issuePlan/userErrors/0/code").asText()).isEqualTo("NUMBER_INVALID");
        JsonNode issued = leader.execute(ISSUE, issue).at("/data/issuePlan/plan");
        assertThat(issued.at("/state").asText()).isEqualTo("ISSUED");
        assertThat(issued.at("/versions/1/documents").findValuesAsText("kind")).containsExactly("WORD", "WORKBOOK");
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        JsonNode plan = compose(client(tenant, "planner", Role.PLANNER));
        ApiClient stranger = client(other, "stranger", Role.PLANNER, Role.LEADER);
        assertThat(stranger.execute("{ plans { totalCount nodes { id } } }").at("/data/plans/totalCount").asInt()).isZero();
        assertThat(stranger.execute("query ($id: ID!) { plan(id: $id) { title } }",
                Map.of("id", plan.at("/id").asText())).at("/data/plan").isNull()).isTrue();
        assertThat(stranger.execute(RENDER, Map.of("id", plan.at("/id").asText())).at("/errors/0/extensions/category")
                .asText()).isEqualTo("NOT_FOUND");
    }

    @Test
    void aMeasureIsCreatedWithItsReductionComputedAndTakenAway() {
        ApiClient planner = client(tenant, "planner", Role.PLANNER);
        String clusterId = GlobalId.of("Cluster", cluster);
        String enterprise = planner.execute("{ enterprises(filter: {name: \"示例热力01厂\"}) { nodes { id } } }")
                .at("/data/enterprises/nodes/0/id").asText();
        JsonNode created = planner.execute(CREATE, Map.of("cluster", clusterId, "enterprise", enterprise))
                .at("/data/createMeasure/measure");
        assertThat(created.at("/subject").asText()).isEqualTo("示例热力01厂");
        assertThat(created.at("/deadlineText").asText()).isEqualTo("2026年6月");
        assertThat(created.at("/reduction/parts").findValuesAsText("method")).isNotEmpty();
        JsonNode gone = planner.execute("""
                mutation ($id: ID!, $version: Int!) { deleteMeasure(input: {id: $id, rowVersion: $version}) {
                  deletedId userErrors { code } } }""",
                Map.of("id", created.at("/id").asText(), "version", created.at("/rowVersion").asInt()));
        assertThat(gone.at("/data/deleteMeasure/deletedId").asText()).isEqualTo(created.at("/id").asText());
        assertThat(planner.execute("query ($id: ID!) { measures(clusterId: $id) { subject } }", Map.of("id", clusterId))
                .at("/data/measures")).hasSize(69);
    }

    @Test
    void aClosureWithTasksIsRefusedInItsField() {
        ApiClient planner = client(tenant, "planner", Role.PLANNER);
        JsonNode refused = planner.execute("""
                mutation ($cluster: ID!) { createMeasure(input: {measure: {clusterId: $cluster, upgradeType: CLOSURE,
                  deadline: "2026-06-30", tasks: [{aspect: MOBILE, text: "清洁运输"}]}}) {
                    measure { id } userErrors { path code message } } }""",
                Map.of("cluster", GlobalId.of("Cluster", cluster)));
        assertThat(refused.at("/data/createMeasure/measure").isNull()).isTrue();
        assertThat(refused.at("/data/createMeasure/userErrors/0/code").asText()).isEqualTo("CLOSURE_HAS_TASKS");
    }

    private JsonNode compose(ApiClient client) {
        JsonNode answer = client.execute(COMPOSE, Map.of("cluster", GlobalId.of("Cluster", cluster)));
        assertThat(answer.at("/errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.at("/data/composePlan/plan");
    }
}
