package org.lantian.diagnosis.graphql;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.lantian.common.Role;
import org.lantian.diagnosis.SmallLedger;
import org.lantian.graphql.GlobalId;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.ApiClient;
import org.lantian.testing.ApiTest;

import static org.assertj.core.api.Assertions.assertThat;

class DiagnosisApiTest extends ApiTest {

    private static final String RUN = """
            mutation { runDiagnosis(input: {}) { summary { baseYear enterprises total unknowns added changed removed
                findings { ruleId severity count } } userErrors { code } } }""";
    private static final String LIST = """
            query ($filter: FindingFilter) { findings(filter: $filter) { totalCount nodes { id baseYear area column ruleId
                subject severity text source origin state reason rowVersion evidence { id label value }
                explanations { id text } enterprise { name } } } }""";
    private static final String WAIVE = """
            mutation ($id: ID!, $version: Int!, $reason: String!) { waiveFinding(input: {id: $id, rowVersion: $version,
                reason: $reason}) { finding { state reason decidedBy rowVersion } userErrors { path code message } } }""";

    @Inject
    JdbcOperations jdbc;

    private TenantCode city = new TenantCode("unset");
    private long cluster;

    @BeforeEach
    void makeLedger() {
        city = freshTenant();
        asOperator(city, () -> {
            SmallLedger ledger = new SmallLedger(jdbc);
            cluster = ledger.cluster("铁合金集群");
            for (String name : new String[] {"甲公司", "乙公司"}) {
                ledger.treatment(ledger.enterprise(cluster, name, "A级"), "破碎", "外部集气罩");
            }
            ledger.baseYear();
            return cluster;
        });
    }

    @Test
    void runsListsAndDecides() {
        ApiClient planner = client(city, "planner", Role.PLANNER);
        JsonNode summary = planner.execute(RUN).at("/data/runDiagnosis/summary");
        assertThat(summary.at("/baseYear").asInt()).isEqualTo(SmallLedger.YEAR);
        assertThat(summary.at("/added").asInt()).isEqualTo(2);
        assertThat(summary.at("/findings/0/ruleId").asText()).isEqualTo("collection-open");
        assertThat(planner.execute(RUN).at("/data/runDiagnosis/summary/added").asInt()).isZero();

        JsonNode page = planner.execute(LIST, Map.of("filter", Map.of("clusterId", GlobalId.of("Cluster", cluster),
                "area", "TREATMENT", "state", "OPEN"))).at("/data/findings");
        assertThat(page.at("/totalCount").asInt()).isEqualTo(2);
        JsonNode first = page.at("/nodes/0");
        assertThat(first.at("/enterprise/name").asText()).isEqualTo("甲公司");
        assertThat(first.at("/column").asText()).isEqualTo("FUGITIVE");
        assertThat(first.at("/evidence/0/value").asText()).isEqualTo("外部集气罩");

        Map<String, Object> decision = Map.of("id", first.at("/id").asText(), "version",
                first.at("/rowVersion").asInt(), "reason", "已列入关停");
        JsonNode waived = planner.execute(WAIVE, decision).at("/data/waiveFinding/finding");
        assertThat(waived.at("/state").asText()).isEqualTo("WAIVED");
        assertThat(waived.at("/decidedBy").asText()).isEqualTo("planner");
        assertThat(planner.execute(WAIVE, decision).at("/errors/0/extensions/code").asText())
                .isEqualTo("FINDING_CHANGED");
    }

    @Test
    void revisesOneAndDecidesOnAll() {
        ApiClient planner = client(city, "planner", Role.PLANNER);
        planner.execute(RUN);
        JsonNode first = planner.execute(LIST, Map.of()).at("/data/findings/nodes/0");
        JsonNode revised = planner.execute("""
                mutation ($id: ID!, $version: Int!) { reviseFinding(input: {id: $id, rowVersion: $version, text: "敞开破碎。",
                    proseOnly: true}) { finding { text originalText edited state column area holds changedSinceDecision
                    suggestion { upgradeType aspect text target { outlet } } } userErrors { code } } }""",
                Map.of("id", first.at("/id").asText(), "version", first.at("/rowVersion").asInt()))
                .at("/data/reviseFinding/finding");
        assertThat(revised.at("/text").asText()).isEqualTo("敞开破碎。");
        assertThat(revised.at("/originalText").asText()).startsWith("破碎采用外部集气罩");
        assertThat(revised.at("/edited").asBoolean()).isTrue();
        assertThat(revised.at("/state").asText()).isEqualTo("CONFIRMED");
        assertThat(revised.at("/column").isNull()).isTrue();
        assertThat(revised.at("/suggestion/aspect").asText()).isEqualTo("FUGITIVE");
        assertThat(revised.at("/suggestion/text").asText()).startsWith("破碎的外部集气罩改为密闭负压");

        String decide = """
                mutation ($input: DecideFindingsInput!) { decideFindings(input: $input) { findings { state reason }
                    userErrors { path code } } }""";
        JsonNode waived = planner.execute(decide, Map.of("input", Map.of("decision", "WAIVE", "reason", "统一整治",
                "filter", Map.of("ruleId", "collection-open"), "expectedCount", 1))).at("/data/decideFindings");
        assertThat(waived.at("/findings")).hasSize(1);
        assertThat(waived.at("/findings/0/reason").asText()).isEqualTo("统一整治");
        assertThat(planner.execute(decide, Map.of("input", Map.of("decision", "CONFIRM")))
                .at("/data/decideFindings/userErrors/0/code").asText()).isEqualTo("FINDINGS_NOT_CHOSEN");
        assertThat(client(other, "planner", Role.PLANNER).execute(decide, Map.of("input", Map.of("decision", "CONFIRM", "filter",
                Map.of()))).at("/data/decideFindings/userErrors/0/code").asText()).isEqualTo("FINDINGS_NUMBER");
    }

    @Test
    void answersAMissingReasonInThePayload() {
        ApiClient planner = client(city, "planner", Role.PLANNER);
        planner.execute(RUN);
        JsonNode finding = planner.execute(LIST, Map.of()).at("/data/findings/nodes/0");

        JsonNode payload = planner.execute(WAIVE, Map.of("id", finding.at("/id").asText(), "version",
                finding.at("/rowVersion").asInt(), "reason", "")).at("/data/waiveFinding");
        assertThat(payload.at("/finding").isNull()).isTrue();
        assertThat(payload.at("/userErrors/0/path/0").asText()).isEqualTo("reason");
    }

    @Test
    void showsFindingsBesideTheirEnterprises() {
        ApiClient planner = client(city, "planner", Role.PLANNER);
        planner.execute(RUN);

        JsonNode nodes = planner.execute("{ enterprises { nodes { name findings(baseYear: 2024) { ruleId } "
                + "none: findings(baseYear: 2023) { ruleId } } } }").at("/data/enterprises/nodes");
        assertThat(nodes).hasSize(2);
        assertThat(nodes.at("/1/findings")).hasSize(1);
        assertThat(nodes.at("/1/findings/0/ruleId").asText()).isEqualTo("collection-open");
        assertThat(nodes.at("/1/none")).isEmpty();
        JsonNode gaps = planner.execute("{ dataGaps(first: 3) { totalCount nodes { enterprise { name } text } } }")
                .at("/data/dataGaps");
        assertThat(planner.execute("{ meansBelowLimit(first: 3) { totalCount nodes { enterprise { name } text evidence { value } } } }")
                .at("/data/meansBelowLimit/totalCount").asInt(-1)).isZero();
        assertThat(gaps.at("/totalCount").asInt()).isGreaterThan(3);
        assertThat(gaps.at("/nodes/0/enterprise/name").asText()).isEqualTo("甲公司");
    }

    @Test
    void refusesReadersARunAndTheOtherTenantTheFindings() {
        client(city, "planner", Role.PLANNER).execute(RUN);

        assertThat(client(city, "reader", Role.VIEWER).execute(RUN).at("/errors/0/extensions/code").asText())
                .isEqualTo("ROLE_REQUIRED");
        assertThat(client(other, "planner", Role.PLANNER).execute(LIST, Map.of()).at("/data/findings/totalCount").asInt(-1))
                .isZero();
    }
}
