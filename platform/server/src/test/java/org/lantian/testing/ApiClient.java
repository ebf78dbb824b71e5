package org.lantian.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A client of the public API over real HTTP. */
public final class ApiClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI root;
    private final String token;
    private final String language;

    public ApiClient(URI root, String token) {
        this(root, token, "");
    }

    private ApiClient(URI root, String token, String language) {
        this.root = root;
        this.token = token;
        this.language = language;
    }

    /** The same client with an {@code Accept-Language}. */
    public ApiClient preferring(String wanted) {
        return new ApiClient(root, token, wanted);
    }

    /** Runs a document and returns the whole answer, data and errors. */
    public JsonNode execute(String document, Map<String, Object> variables) {
        try {
            return JSON.readTree(post("/graphql", JSON.writeValueAsString(Map.of("query", document, "variables", variables)))
                    .body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a document under a name of its own, by which its progress can be followed. */
    public JsonNode execute(String document, Map<String, Object> variables, String progress) {
        try {
            return JSON.readTree(post("/graphql", JSON.writeValueAsString(Map.of("query", document, "variables", variables,
                    "extensions", Map.of("progress", progress)))).body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens a subscription; it listens once this returns. */
    public ApiStream subscribe(String document, Map<String, Object> variables) {
        HttpResponse<java.io.InputStream> response = stream(document, variables);
        if (response.statusCode() != 200) {
            throw new IllegalStateException("subscription answered " + response.statusCode());
        }
        ApiStream opened = new ApiStream(response.body());
        String first = opened.line();
        if (!first.equals(": open")) {
            throw new IllegalStateException("not an open stream: " + first);
        }
        return opened;
    }

    /** Sends a document as one who accepts a stream. */
    public HttpResponse<java.io.InputStream> stream(String document, Map<String, Object> variables) {
        try {
            return http.send(request("/graphql").header("Content-Type", "application/json")
                    .header("Accept", "text/event-stream").POST(HttpRequest.BodyPublishers.ofString(
                            JSON.writeValueAsString(Map.of("query", document, "variables", variables)))).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public JsonNode execute(String document) {
        return execute(document, Map.of());
    }

    public HttpResponse<String> post(String path, String body) {
        return send(request(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** The content of a file. */
    public byte[] bytes(String path) {
        try {
            return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Uploads a file and returns its id. */
    public String upload(String name, byte[] content) {
        String boundary = "lantian-boundary";
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        HttpResponse<String> response = send(request("/files")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.concat(HttpRequest.BodyPublishers.ofByteArray(head),
                        HttpRequest.BodyPublishers.ofByteArray(content),
                        HttpRequest.BodyPublishers.ofByteArray(tail))));
        try {
            return JSON.readTree(response.body()).required("id").asText();
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("upload answered " + response.statusCode() + " " + response.body(), e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path));
        if (!language.isEmpty()) {
            request.header("Accept-Language", language);
        }
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
