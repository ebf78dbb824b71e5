package org.lantian.graphql;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.lantian.common.Role;
import org.lantian.testing.ApiClient;
import org.lantian.testing.ApiTest;

import static org.assertj.core.api.Assertions.assertThat;

class ApiAccessTest extends ApiTest {

    /** Notes on which threads fetchers run within one request. */
    @Singleton
    static final class ThreadWatch extends SimplePerformantInstrumentation {

        private final Map<Object, Set<Thread>> threads = new ConcurrentHashMap<>();

        @Override
        public DataFetcher<?> instrumentDataFetcher(DataFetcher<?> fetcher,
                InstrumentationFieldFetchParameters parameters, @Nullable InstrumentationState state) {
            Object request = parameters.getExecutionContext().getExecutionId();
            threads.computeIfAbsent(request, ignored -> ConcurrentHashMap.newKeySet()).add(Thread.currentThread());
            return fetcher;
        }
    }

    @Inject
    ThreadWatch watch;

    @Test
    void refusesARequestWithoutAToken() {
        assertThat(anonymous().post("/graphql", "{\"query\":\"{ viewer { name } }\"}").statusCode()).isEqualTo(401);
    }

    @Test
    void answersWithTheTenantOfTheToken() {
        JsonNode here = client(tenant, "zhang", Role.PLANNER).execute("{ viewer { name tenant roles } }");
        JsonNode there = client(other, "zhang", Role.VIEWER).execute("{ viewer { name tenant roles } }");
        assertThat(here.at("/data/viewer/tenant").asText()).isEqualTo(tenant.value());
        assertThat(here.at("/data/viewer/roles/0").asText()).isEqualTo("PLANNER");
        assertThat(there.at("/data/viewer/tenant").asText()).isEqualTo(other.value());
    }

    @Test
    void signsInByPasswordAndLocksAfterFiveWrongOnes() throws Exception {
        String password = asOperator(tenant, () -> accounts.ensure("li", "李", Set.of(Role.VIEWER))).orElseThrow();
        ObjectMapper json = new ObjectMapper();
        String right = json.writeValueAsString(Map.of("tenant", tenant.value(), "user", "li", "password", password));
        String wrong = json.writeValueAsString(Map.of("tenant", tenant.value(), "user", "li", "password", "x"));
        String token = json.readTree(anonymous().post("/login", right).body()).required("token").asText();
        assertThat(new ApiClient(server.getURI(), token).execute("{ viewer { name } }").at("/data/viewer/name").asText())
                .isEqualTo("li");
        for (int i = 0; i < 5; i++) {
            assertThat(anonymous().post("/login", wrong).statusCode()).isEqualTo(401);
        }
        assertThat(anonymous().post("/login", right).statusCode()).isEqualTo(429);
    }

    @Test
    void aNewPasswordVoidsEarlierTokens() {
        ApiClient client = client(tenant, "wang", Role.VIEWER);
        assertThat(client.execute("{ viewer { name } }").at("/data/viewer/name").asText()).isEqualTo("wang");
        asOperator(tenant, () -> accounts.resetPassword("wang"));
        assertThat(client.execute("{ viewer { name } }").at("/errors/0/extensions/code").asText())
                .isEqualTo("TOKEN_VOID");
    }

    @Test
    void aFileOfOneTenantIsNotFoundByTheOther() {
        String id = client(tenant, "zhao", Role.PLANNER).upload("台账.txt", "内容".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(client(tenant, "zhao", Role.PLANNER).get("/files/" + id).body()).isEqualTo("内容");
        assertThat(client(other, "zhao", Role.PLANNER).get("/files/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void everyFetcherOfARequestRunsOnOneThread() {
        client(tenant, "qian", Role.PLANNER).execute("{ viewer { name tenant roles } installation { version time } }");
        client(tenant, "qian", Role.PLANNER).execute("mutation { first: ping second: ping }");
        assertThat(watch.threads).isNotEmpty();
        assertThat(watch.threads.values()).allSatisfy(threads -> assertThat(threads).hasSize(1));
    }

    @Test
    void malformedRequestsAreToldWhatIsWrong() {
        ApiClient client = client(tenant, "zhou", Role.VIEWER);
        assertThat(client.post("/graphql", "{").statusCode()).isEqualTo(400);
        assertThat(client.post("/graphql", "{\"variables\":{}}").body()).contains("QUERY_MISSING");
        assertThat(client.execute("{ nonsense }").at("/errors/0/message").asText()).contains("nonsense");
        assertThat(client.get("/graphql?query=mutation%7Bping%7D").statusCode()).isEqualTo(400);
    }

    @Test
    void healthIsOpenToAll() {
        assertThat(anonymous().get("/health").statusCode()).isEqualTo(200);
    }
}
