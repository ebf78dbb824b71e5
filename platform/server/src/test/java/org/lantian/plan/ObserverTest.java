package org.lantian.plan;

import java.io.IOException;
import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.common.Role;
import org.lantian.graphql.GlobalId;
import org.lantian.identity.Observers;
import org.lantian.tenancy.ControlSchema;
import org.lantian.tenancy.Observing;
import org.lantian.testing.ApiClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ObserverTest extends PlanTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Observers observers;
    @Inject
    Observing observing;
    @Inject
    ControlSchema control;
    @Inject
    JdbcOperations jdbc;

    @Test
    void anObserverReadsWhatATenantOfItsRegionPublishedAndNothingElse() throws IOException {
        Plan silent = approved();
        inTenant(() -> issuing.issue(silent.id(), silent.rowVersion(), "卫沙政办发〔2026〕31号", IssueTexts.none(), false));
        Plan draft = compose();
        Clause principle = inTenant(() -> plans.clauses(draft.id())).stream()
                .filter(clause -> clause.key().equals("goals.principle")).findFirst().orElseThrow();
        inTenant(() -> revise(principle.id(), principle.rowVersion(), "联系人电话13800138000，分类施策。"));
        Plan open = approve(draft);
        Plan issued = inTenant(() -> issuing.issue(open.id(), open.rowVersion(), "卫沙政办发〔2026〕32号", IssueTexts.none(), true)).plan();

        ApiClient province = observer("ningxia-" + tenant.value(), "64");
        JsonNode published = own(province);
        assertThat(published).hasSize(1);
        assertThat(published.at("/0/number").asText()).isEqualTo("卫沙政办发〔2026〕32号");
        JsonNode plan = json(province.get("/observer/plans/" + published.at("/0/id").asLong()));
        assertThat(plan.at("/projection/nodes").findValuesAsText("code")).containsExactly("basics", "overview", "status",
                "problems", "programme", "goals", "tasks");
        assertThat(plan.at("/projection/measures")).hasSize(plan.at("/projection/totals/measures").asInt());
        assertThat(plan.at("/projection/totals/enterprises").asInt()).isEqualTo(69);
        assertThat(plan.at("/projection/nodes/5/clauses").toString())
                .contains("实现主要污染物减排量" + plan.at("/projection/totals/tonnes").asText() + "吨")
                .contains("另有" + plan.at("/projection/totals/unknown").asInt() + "项任务的减排量待核算");
        assertThat(plan.toString()).contains("（联系方式略），分类施策").doesNotContain("13800138000");
        assertThat(own(observer("gansu-" + tenant.value(), "62"))).isEmpty();
        assertThat(observer("hebei-" + tenant.value(), "13").get("/observer/plans/" + published.at("/0/id").asLong())
                .statusCode()).isEqualTo(404);

        inTenant(() -> context.getBean(Revisions.class).withdraw(issued.id(), issued.rowVersion(), "另有部署"));
        assertThat(own(province).at("/0/withdrawn").asBoolean()).isTrue();
    }

    @Test
    void anObserversTokenOpensNothingOfATenantAndATenantsTokenNothingOfObservers() {
        ApiClient province = observer("shaanxi-" + tenant.value(), "61");
        assertThat(province.execute("{ plans { totalCount } }").at("/errors/0/extensions/code").asText())
                .isEqualTo("TOKEN_INVALID");
        assertThat(province.get("/files/" + GlobalId.of("File", 1)).statusCode()).isEqualTo(401);
        assertThat(client(tenant, "planner", Role.PLANNER).get("/observer/plans").statusCode()).isEqualTo(403);
        assertThat(anonymous().get("/observer/plans").statusCode()).isEqualTo(401);
    }

    @Test
    void theObserversRoleReadsPublishedPlansAloneAndTheApplicationNone() {
        for (String table : new String[]{"tenant", "token_key", "observer", "resolved_profile"}) {
            assertThatThrownBy(() -> observing.observe(() -> read(table))).hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> observing.observe(() -> read("\"t_" + tenant.value() + "\".plan")))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> control.read(() -> read("published_plan"))).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> inTenant(() -> read("lantian.published_plan"))).hasMessageContaining("permission denied");
        assertThat(observing.observe(() -> read("published_plan"))).isNotNull();
    }

    @Test
    void aNewPasswordVoidsOlderTokensAndWrongOnesLock() {
        String name = "ministry-" + tenant.value();
        ApiClient ministry = observer(name, "");
        String password = observers.resetPassword(name);
        assertThat(ministry.get("/observer/plans").statusCode()).isEqualTo(401);
        for (int i = 0; i < 5; i++) {
            assertThat(login(name, "wrong").statusCode()).isEqualTo(401);
        }
        assertThat(login(name, password).statusCode()).isEqualTo(429);
        assertThat(login("nobody", password).statusCode()).isEqualTo(401);
    }

    private Boolean read(String table) {
        return jdbc.prepareStatement("SELECT count(*) FROM " + table, query -> query.executeQuery().next());
    }

    private ApiClient observer(String name, String region) {
        try {
            JsonNode answer = JSON.readTree(login(name, observers.create(name, region)).body());
            return new ApiClient(server.getURI(), answer.at("/token").asText());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> login(String name, String password) {
        return anonymous().post("/observer/login", "{\"observer\": \"" + name + "\", \"password\": \"" + password + "\"}");
    }

    /** What the observer sees of this test's tenant. */
    private JsonNode own(ApiClient observer) throws IOException {
        var found = JSON.createArrayNode();
        json(observer.get("/observer/plans")).at("/plans").forEach(plan -> {
            if (plan.at("/tenant").asText().equals(tenant.value())) {
                found.add(plan);
            }
        });
        return found;
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
