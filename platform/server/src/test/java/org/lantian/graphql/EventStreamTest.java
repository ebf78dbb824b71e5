package org.lantian.graphql;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.lantian.common.Progress;
import org.lantian.common.Role;
import org.lantian.tenancy.TenantCode;
import org.lantian.tenancy.event.Event;
import org.lantian.tenancy.event.Events;
import org.lantian.testing.ApiClient;
import org.lantian.testing.ApiStream;
import org.lantian.testing.ApiTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Subscriptions over HTTP as a client of GraphQL over SSE sees them. */
@Timeout(60)
class EventStreamTest extends ApiTest {

    private static final String PROGRESS = "subscription ($id: String!) { progress(id: $id) { step done total unit finished } }";

    @Inject
    Events events;
    @Inject
    ObjectMapper json;

    private void tell(TenantCode code, String id, String step, boolean finished) throws IOException {
        events.tell(new Event(code, "progress", id, json
                .writeValueAsString(new Progress.Step(step, 1, 2, Optional.of("行"), finished))));
    }

    @Test
    void aStreamBringsTheStepsOfItsOwnTenantAndEndsWithTheLast() throws IOException {
        ApiClient client = client(tenant, "listener", Role.PLANNER);
        try (ApiStream stream = client.subscribe(PROGRESS, Map.of("id", "progress-1"))) {
            tell(other, "progress-1", "别人的", false);
            tell(tenant, "progress-2", "另一项", false);
            tell(tenant, "progress-1", "读取工作簿", false);
            assertThat(stream.next().at("/data/progress").toString())
                    .isEqualTo("{\"step\":\"读取工作簿\",\"done\":1,\"total\":2,\"unit\":\"行\",\"finished\":false}");
            tell(tenant, "progress-1", "完成", true);
            assertThat(stream.next().at("/data/progress/finished").asBoolean()).isTrue();
            assertThat(stream.line()).isEqualTo("event: complete");
        }
    }

    @Test
    void whoComesLateHearsTheLatestStep() throws IOException {
        ApiClient client = client(tenant, "late", Role.PLANNER);
        tell(tenant, "progress-late", "写入", false);
        tell(tenant, "progress-late", "完成", true);
        try (ApiStream stream = client.subscribe(PROGRESS, Map.of("id", "progress-late"))) {
            assertThat(stream.next().at("/data/progress/step").asText()).isEqualTo("完成");
        }
    }

    @Test
    void aUserWhoMayNoLongerActHearsNothingMore() throws IOException {
        ApiClient client = client(tenant, "leaver", Role.PLANNER);
        try (ApiStream stream = client.subscribe(PROGRESS, Map.of("id", "progress-gone"))) {
            asOperator(tenant, () -> accounts.resetPassword("leaver"));
            tell(tenant, "progress-gone", "机密", false);
            assertThat(stream.next().at("/errors/0/extensions/category").asText()).isEqualTo("UNAUTHENTICATED");
            assertThat(stream.line()).isEqualTo("event: complete");
        }
    }

    @Test
    void whatCannotBeListenedToIsRefusedBeforeTheStreamOpens() throws IOException {
        ApiClient client = client(tenant, "wrong", Role.PLANNER);
        HttpResponse<InputStream> response = client.stream(PROGRESS, Map.of("id", "x"));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json.readTree(response.body()).at("/errors/0/extensions/code").asText()).isEqualTo("PROGRESS_ID_INVALID");
        assertThat(client.execute(PROGRESS, Map.of("id", "progress-3")).at("/errors/0/extensions/code").asText())
                .isEqualTo("SUBSCRIPTION_NEEDS_STREAM");
    }

    @Test
    void aQueryOverAStreamIsItsOneResult() throws IOException {
        HttpResponse<InputStream> response = client(tenant, "asker", Role.PLANNER).stream("{ installation { embedded } }",
                Map.of());
        assertThat(new String(response.body().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("event: next\ndata: {\"data\":{\"installation\":").endsWith("event: complete\ndata:\n\n");
    }

    @Test
    void aMutationThatNamesItselfTellsItsStepsToTheEnd() {
        ApiClient client = client(tenant, "reader", Role.PLANNER);
        String file = client.upload("方案.txt", "示例市工作方案\n一、重点任务\n1.完善台账。\n".getBytes(StandardCharsets.UTF_8));
        try (ApiStream stream = client.subscribe(PROGRESS, Map.of("id", "read-in-1"))) {
            JsonNode read = client.execute("mutation ($file: ID!) { readPlan(input: {fileId: $file}) { reading { id } } }",
                    Map.of("file", file), "read-in-1");
            assertThat(read.path("errors")).isEmpty();
            JsonNode step = stream.next().at("/data/progress");
            while (!step.at("/finished").asBoolean()) {
                assertThat(step.at("/step").asText()).isIn("读取文件", "识别章节、任务和表", "校核");
                step = stream.next().at("/data/progress");
            }
        }
    }

    @Test
    void whatIsPublishedIsHeardOnceItHasCommittedAndNotWhenItRollsBack() throws InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (Events.Listening ignored = events.listen(tenant, "test", "1", event -> heard.add(event.payload()))) {
            assertThatThrownBy(() -> asOperator(tenant, () -> {
                events.publish("test", "1", "rolled back");
                throw new IllegalStateException("no");
            })).hasMessage("no");
            publish(tenant, "committed");
            publish(other, "elsewhere");
            assertThat(heard.take()).isEqualTo("committed");
            publish(tenant, "committed again");
            assertThat(heard.take()).isEqualTo("committed again");
        }
    }

    private void publish(TenantCode code, String payload) {
        asOperator(code, () -> {
            events.publish("test", "1", payload);
            return Optional.empty();
        });
    }
}
