package org.lantian.graphql;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import graphql.introspection.IntrospectionQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.lantian.common.Role;
import org.lantian.testing.ApiClient;
import org.lantian.testing.ApiTest;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code /graphql} against the GraphQL-over-HTTP specification. */
@Timeout(60)
class HttpProtocolTest extends ApiTest {

    private ApiClient reader() {
        return client(tenant, "protocol", Role.VIEWER);
    }

    private HttpResponse<String> post(String contentType, String accept, String body) throws Exception {
        reader();
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.getURI() + "/graphql"))
                .header("Authorization", "Bearer " + tokens.issue(accounts.identify(tenant, "protocol")))
                .header("Content-Type", contentType).header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void theStatusOfARefusedDocumentFollowsTheAcceptedType() throws Exception {
        HttpResponse<String> modern = post("application/json", "application/graphql-response+json",
                "{\"query\":\"{ nonsense }\"}");
        HttpResponse<String> legacy = post("application/json", "application/json", "{\"query\":\"{ nonsense }\"}");
        assertThat(modern.statusCode()).isEqualTo(400);
        assertThat(modern.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/graphql-response+json");
        assertThat(legacy.statusCode()).isEqualTo(200);
        assertThat(legacy.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
    }

    @Test
    void aBodyThatIsNotDeclaredAsJsonIsRefused() throws Exception {
        assertThat(post("text/plain", "application/json", "{\"query\":\"mutation { ping }\"}").statusCode())
                .isEqualTo(415);
        assertThat(post("application/json; charset=utf-8", "application/json", "{\"query\":\"mutation { ping }\"}")
                .statusCode()).isEqualTo(200);
    }

    @Test
    void anEmptyOperationNameIsNone() {
        assertThat(reader().post("/graphql", "{\"query\":\"mutation { ping }\",\"operationName\":\"\"}").body())
                .doesNotContain("errors");
        assertThat(reader().get("/graphql?query=mutation%7Bping%7D&operationName=").body())
                .contains("MUTATION_BY_GET");
    }

    @Test
    void bodiesOfAnotherShapeAreTheSendersMistake() {
        for (String body : new String[]{"null", "[]", "3", "\"text\"", "", "{\"query\":\"{ viewer { name } }\",\"operationName\":1}",
                "{\"query\":\"{ viewer { name } }\",\"variables\":[]}", "{\"query\":7}", "[".repeat(5_000)}) {
            assertThat(reader().post("/graphql", body).statusCode()).as("body %.40s", body).isEqualTo(400);
        }
        assertThat(reader().get("/graphql?query=%7Bviewer%7Bname%7D%7D&variables=null").statusCode()).isEqualTo(200);
        assertThat(reader().get("/graphql?query=%7Bviewer%7Bname%7D%7D&variables=%5B%5D").statusCode()).isEqualTo(400);
    }

    @Test
    void theStandardIntrospectionIsWithinTheLimitsAndAWideOrLongDocumentIsNot() {
        assertThat(reader().execute(IntrospectionQuery.INTROSPECTION_QUERY).has("errors")).isFalse();
        StringBuilder wide = new StringBuilder("{");
        for (int i = 0; i < 1_200; i++) {
            wide.append(" a").append(i).append(": installation { version }");
        }
        assertThat(reader().execute(wide.append('}').toString()).at("/errors/0/message").asText()).contains("complexity");
        assertThat(reader().execute("{" + " viewer".repeat(20_000) + "}").has("data")).isFalse();
        assertThat(reader().execute("{" + "viewer {".repeat(4_000)).has("data")).isFalse();
    }

    @Test
    void aBodyThatNoDocumentNeedsIsTooLarge() throws Exception {
        assertThat(post("application/json", "application/json", "{\"query\":\"" + " ".repeat(12 << 20) + "\"}")
                .statusCode()).isEqualTo(413);
    }

    @Test
    void textThatCannotBeStoredIsTheSendersMistake() {
        assertThat(anonymous().post("/login",
                "{\"tenant\":\"" + tenant + "\",\"user\":\"a\\u0000b\",\"password\":\"x\"}").statusCode()).isEqualTo(400);
    }
}
