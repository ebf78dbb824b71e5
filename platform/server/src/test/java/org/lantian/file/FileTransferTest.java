package org.lantian.file;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.lantian.common.Role;
import org.lantian.testing.ApiClient;
import org.lantian.testing.ApiTest;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class FileTransferTest extends ApiTest {

    private HttpResponse<String> upload(String disposition, String type, byte[] content) throws Exception {
        client(tenant, "sender", Role.PLANNER);
        byte[] head = ("--edge\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.getURI() + "/files"))
                .header("Authorization", "Bearer " + tokens.issue(accounts.identify(tenant, "sender")))
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.concat(HttpRequest.BodyPublishers.ofByteArray(head),
                        HttpRequest.BodyPublishers.ofByteArray(content),
                        HttpRequest.BodyPublishers.ofString("\r\n--edge--\r\n")))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aFileOfManyChunksComesBackOverHttpUnchanged() {
        byte[] content = new byte[5_300_001];
        new Random(11).nextBytes(content);
        ApiClient client = client(tenant, "sender", Role.PLANNER);
        assertThat(client.bytes("/files/" + client.upload("大文件.bin", content))).isEqualTo(content);
    }

    @Test
    void aFileOverTheLimitIsRefusedAsTooLarge() throws Exception {
        HttpResponse<String> answer = upload("name=\"file\"; filename=\"big.bin\"", "application/octet-stream",
                new byte[65 << 20]);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("TOO_LARGE").contains("64 MB");
    }

    @Test
    void aRequestWithoutAFileOrWithAnUnreadableTypeIsNoInternalError() throws Exception {
        assertThat(upload("name=\"other\"; filename=\"a.txt\"", "text/plain", new byte[3]).statusCode()).isEqualTo(400);
        HttpResponse<String> odd = upload("name=\"file\"; filename=\"a.txt\"", "nonsense", new byte[3]);
        assertThat(odd.statusCode()).isIn(201, 400);
        if (odd.statusCode() == 201) {
            String id = odd.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
            assertThat(client(tenant, "sender", Role.PLANNER).get("/files/" + id).statusCode()).isEqualTo(200);
        }
    }
}
