package org.lantian.plan.dossier;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.common.Role;
import org.lantian.diagnosis.SmallLedger;
import org.lantian.graphql.GlobalId;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.ApiClient;
import org.lantian.testing.ApiTest;

import static org.assertj.core.api.Assertions.assertThat;

class DossierApiTest extends ApiTest {

    private static final String RENDER = """
            mutation ($id: ID!, $format: EnterpriseFileFormat!) { renderEnterpriseFile(input: {enterpriseId: $id, format: $format}) {
                file { name url size } userErrors { code } } }""";

    @Inject
    JdbcOperations jdbc;

    @Test
    void gathersAllThatIsKeptOfAnEnterprise() {
        TenantCode city = freshTenant();
        TenantCode other = freshTenant();
        long enterprise = make(city, "甲公司");
        long stranger = make(other, "乙公司");
        ApiClient planner = client(city, "planner", Role.PLANNER);
        planner.execute("mutation { runDiagnosis(input: {}) { summary { total } } }");

        JsonNode file = file(planner, enterprise, "HTML");
        assertThat(file.path("name").asText()).isEqualTo("甲公司企业档案.html");
        String page = new String(planner.bytes(file.path("url").asText()), StandardCharsets.UTF_8);
        assertThat(page).contains("甲公司", "企业档案（一企一档）", "外部集气罩", "DA001", "一、", "基本情况", "2024年台账没有登记能源消耗。", "待确认", "数据缺失")
                .doesNotContain("乙公司");
        assertThat(planner.bytes(file(planner, enterprise, "WORD").path("url").asText())).startsWith((byte) 'P', (byte) 'K');

        ApiClient there = client(other, "planner", Role.PLANNER);
        assertThat(stranger).isEqualTo(enterprise);
        String own = new String(there.bytes(file(there, stranger, "HTML").path("url").asText()), StandardCharsets.UTF_8);
        assertThat(own).contains("乙公司").doesNotContain("甲公司");
        assertThat(there.execute(RENDER, Map.of("id", GlobalId.of("Enterprise", 999), "format", "WORD"))
                .at("/errors/0/extensions/code").asText()).isEqualTo("ENTERPRISE_NOT_FOUND");
    }

    private JsonNode file(ApiClient client, long enterprise, String format) {
        return client.execute(RENDER, Map.of("id", GlobalId.of("Enterprise", enterprise), "format", format))
                .at("/data/renderEnterpriseFile/file");
    }

    private long make(TenantCode code, String name) {
        return asOperator(code, () -> {
            SmallLedger ledger = new SmallLedger(jdbc);
            long enterprise = ledger.enterprise(ledger.cluster("铁合金集群"), name, "B级");
            ledger.treatment(enterprise, "破碎", "外部集气罩");
            ledger.outlet(enterprise, "DA001", "燃煤锅炉", "12", "80000", "6000");
            ledger.baseYear();
            return enterprise;
        });
    }
}
