package org.lantian.plan;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.lantian.common.Role;
import org.lantian.graphql.GlobalId;
import org.lantian.plan.measure.Measure;
import org.lantian.testing.ApiClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Reductions by coefficients and balances, from the API to the stored row; check values of the domain notes. */
class AccountingApiTest extends PlanTest {

    private static final String CREATE = """
            mutation ($measure: MeasureFields!) { createMeasure(input: {measure: $measure}) { measure { id rowVersion
              accounts { unit pollutant method before { coefficient activity materials { name use content } coal sulphur
                conversion collected efficiencies running } after { efficiencies running } }
              reduction { tonnes manual parts { pollutant method tonnes note explanation { text } } } }
              userErrors { path code } } }""";
    private static final Map<String, Object> DUST = Map.of("coefficient", "2.5", "activity", "100000", "efficiencies",
            List.of("0"));
    private static final Map<String, Object> BAG = Map.of("efficiencies", List.of("0.95"), "running", "0.9");

    @Test
    void aCoefficientIsStoredWithItsExplanation() {
        ApiClient planner = client(tenant, "planner", Role.PLANNER);
        JsonNode measure = created(planner, "RETROFIT", account("", "PM", "COEFFICIENT", DUST, BAG));
        JsonNode part = measure.at("/reduction/parts/0");
        assertThat(part.at("/tonnes").asText()).isEqualTo("213.75");
        assertThat(part.at("/method").asText()).isEqualTo("COMPUTED");
        assertThat(measure.at("/reduction/manual").asBoolean()).isFalse();
        assertThat(part.at("/explanation/text").asText()).contains("改造前 产污系数 = 2.5", "改造后 η1 = 0.95", "213.75",
                "公告2021年第24号");
        assertThat(measure.at("/accounts/0/before/coefficient").asText()).isEqualTo("2.5");
        assertThat(measure.at("/accounts/0/after/running").asText()).isEqualTo("0.9");
        Measure stored = inTenant(() -> measures.require(GlobalId.parse("Measure", measure.at("/id").asText())));
        assertThat(stored.reduction().tonnes().orElseThrow()).isEqualByComparingTo("213.75");
        assertThat(client(other, "stranger", Role.PLANNER).execute("query ($id: ID!) { measures(clusterId: $id) { id } }",
                Map.of("id", GlobalId.of("Cluster", cluster))).at("/data/measures")).isEmpty();
        delete(planner, measure);
    }

    @Test
    void aBalanceOfMaterialsAndTheSulphurOfCoalAreAddedOnceEach() {
        ApiClient planner = client(tenant, "planner", Role.PLANNER);
        Map<String, Object> open = Map.of("materials", List.of(Map.of("name", "油漆", "use", "120", "content", "35")),
                "collected", "0", "efficiencies", List.of("0"));
        Map<String, Object> coal = Map.of("coal", "10000", "sulphur", "0.8", "conversion", "0.85", "efficiencies", List.of("0"));
        JsonNode measure = created(planner, "RETROFIT", account("喷漆", "VOCS", "BALANCE", open,
                Map.of("collected", "0.9", "efficiencies", List.of("0.8"))), account("锅炉", "SO2", "SULPHUR", coal,
                        Map.of("efficiencies", List.of("0.6", "0.8"), "running", "1")));
        assertThat(measure.at("/reduction/parts").findValuesAsText("tonnes")).containsExactly("125.12", "30.24");
        assertThat(measure.at("/reduction/tonnes").asText()).isEqualTo("155.36");
        delete(planner, measure);
    }

    @Test
    void aUnitCountsOnceAndAClosureTakesWhatIsLeft() {
        ApiClient planner = client(tenant, "planner", Role.PLANNER);
        JsonNode first = created(planner, "RETROFIT", account("一线", "PM", "COEFFICIENT", DUST, BAG));
        JsonNode closure = created(planner, "CLOSURE", account("一线", "PM", "COEFFICIENT", DUST, null));
        JsonNode part = closure.at("/reduction/parts/0");
        assertThat(part.at("/tonnes").asText()).isEqualTo("36.25");
        assertThat(part.at("/explanation/text").asText()).contains("前序任务已计入 = -213.75");
        delete(planner, first);
        delete(planner, closure);
        JsonNode alone = created(planner, "CLOSURE", account("一线", "PM", "COEFFICIENT", DUST, null));
        assertThat(alone.at("/reduction/parts/0/tonnes").asText()).isEqualTo("250");
        delete(planner, alone);
    }

    @Test
    void theWholeEnterpriseAndItsUnitsAreNotCountedBoth() {
        ApiClient planner = client(tenant, "planner", Role.PLANNER);
        assertThat(refused(fields("RETROFIT", account("", "PM", "COEFFICIENT", DUST, BAG),
                account("一线", "PM", "COEFFICIENT", DUST, BAG)))).isEqualTo("ACCOUNTING_REPEATED");
        JsonNode unit = created(planner, "RETROFIT", account("一线", "PM", "COEFFICIENT", DUST, BAG));
        JsonNode whole = created(planner, "RETROFIT", account("", "PM", "COEFFICIENT", DUST, BAG));
        assertThat(whole.at("/reduction/parts/0/tonnes").isNull()).isTrue();
        assertThat(whole.at("/reduction/parts/0/note").asText()).contains("重复计入");
        delete(planner, whole);
        JsonNode closure = created(planner, "CLOSURE", account("", "PM", "COEFFICIENT", DUST, null));
        assertThat(closure.at("/reduction/parts/0/tonnes").asText()).as("250 less 213.75 and 0.06 of the sample's measure")
                .isEqualTo("36.19");
        delete(planner, unit);
        delete(planner, closure);
    }

    @Test
    void aMeasureThatCannotBeAccountedTakesNothing() {
        ApiClient planner = client(tenant, "planner", Role.PLANNER);
        JsonNode unknown = created(planner, "RETROFIT", account("一线", "PM", "COEFFICIENT", DUST, BAG),
                account("二线", "PM", "COEFFICIENT", Map.of("coefficient", "2.5"), BAG));
        assertThat(unknown.at("/reduction/parts/0/tonnes").isNull()).isTrue();
        JsonNode second = created(planner, "RETROFIT", account("一线", "PM", "COEFFICIENT", DUST, BAG));
        assertThat(second.at("/reduction/parts/0/tonnes").asText()).isEqualTo("213.75");
        delete(planner, unknown);
        delete(planner, second);
    }

    @Test
    void whatIsMissingIsNamedAndNeverZero() {
        ApiClient planner = client(tenant, "planner", Role.PLANNER);
        JsonNode measure = created(planner, "RETROFIT", account("一线", "PM", "COEFFICIENT", Map.of("coefficient", "2.5"), BAG));
        assertThat(measure.at("/reduction/parts/0/tonnes").isNull()).isTrue();
        assertThat(measure.at("/reduction/parts/0/note").asText()).contains("一线", "产品产量");
        delete(planner, measure);
        JsonNode worse = created(planner, "RETROFIT", account("一线", "PM", "COEFFICIENT", DUST, Map.of("activity", "200000")));
        assertThat(worse.at("/reduction/parts/0/note").asText()).contains("高于改造前");
        delete(planner, worse);
    }

    @ParameterizedTest
    @CsvSource({"BALANCE, PM, ACCOUNTING_POLLUTANT", "SULPHUR, NOX, ACCOUNTING_POLLUTANT"})
    void aMethodIsHeldToItsPollutant(String method, String pollutant, String code) {
        assertThat(refused(fields("RETROFIT", account("", pollutant, method, DUST, BAG)))).isEqualTo(code);
    }

    @Test
    void oneUnitIsNotAccountedTwiceNorEnteredBesides() {
        Map<String, Object> twice = fields("RETROFIT", account("一线", "PM", "COEFFICIENT", DUST, BAG),
                account("一线", "PM", "COEFFICIENT", DUST, BAG));
        assertThat(refused(twice)).isEqualTo("ACCOUNTING_REPEATED");
        Map<String, Object> entered = new java.util.HashMap<>(fields("RETROFIT", account("", "PM", "COEFFICIENT", DUST, BAG)));
        entered.put("reductions", List.of(Map.of("pollutant", "PM", "tonnes", "3")));
        assertThat(refused(entered)).isEqualTo("ACCOUNTING_AND_ENTERED");
        Map<String, Object> whole = new java.util.HashMap<>(fields("RETROFIT", account("", "PM", "COEFFICIENT", DUST, BAG)));
        whole.remove("enterpriseId");
        assertThat(refused(whole)).isEqualTo("ACCOUNTING_NEEDS_ENTERPRISE");
    }

    private String refused(Map<String, Object> fields) {
        return client(tenant, "planner", Role.PLANNER).execute(CREATE, Map.of("measure", fields))
                .at("/data/createMeasure/userErrors/0/code").asText();
    }

    @SafeVarargs
    private JsonNode created(ApiClient planner, String type, Map<String, Object>... accounts) {
        JsonNode answer = planner.execute(CREATE, Map.of("measure", fields(type, accounts)));
        assertThat(answer.at("/data/createMeasure/userErrors")).as(answer.toString()).isEmpty();
        return answer.at("/data/createMeasure/measure");
    }

    @SafeVarargs
    private Map<String, Object> fields(String type, Map<String, Object>... accounts) {
        long enterprise = inTenant(() -> measures.listOfCluster(cluster)).stream()
                .filter(measure -> measure.subject().equals("示例农副10厂")).findFirst().orElseThrow().input().enterprise()
                .orElseThrow();
        return Map.of("clusterId", GlobalId.of("Cluster", cluster), "enterpriseId", GlobalId.of("Enterprise", enterprise),
                "upgradeType", type, "deadline", "2027-06-30", "accounts", List.of(accounts));
    }

    private static Map<String, Object> account(String unit, String pollutant, String method, Map<String, Object> before,
            @org.jspecify.annotations.Nullable Map<String, Object> after) {
        Map<String, Object> account = new java.util.HashMap<>(Map.of("unit", unit, "pollutant", pollutant, "method", method,
                "before", before));
        if (after != null) {
            account.put("after", after);
        }
        return account;
    }

    private static void delete(ApiClient planner, JsonNode measure) {
        planner.execute("mutation ($id: ID!, $version: Int!) { deleteMeasure(input: {id: $id, rowVersion: $version}) {"
                + " deletedId userErrors { code } } }", Map.of("id", measure.at("/id").asText(), "version",
                        measure.at("/rowVersion").asInt()));
    }
}
