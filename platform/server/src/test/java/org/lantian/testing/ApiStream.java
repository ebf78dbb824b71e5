package org.lantian.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** An open subscription, read event by event. */
public final class ApiStream implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BufferedReader lines;

    ApiStream(InputStream content) {
        this.lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
    }

    /** The next line that says something; {@code null} as text once the stream has ended. */
    public String line() {
        try {
            String line = lines.readLine();
            while (line != null && line.isEmpty()) {
                line = lines.readLine();
            }
            return String.valueOf(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next result; comments are passed over. */
    public JsonNode next() {
        String name = line();
        while (name.startsWith(":")) {
            name = line();
        }
        if (!name.equals("event: next")) {
            throw new IllegalStateException("not a result: " + name);
        }
        try {
            return JSON.readTree(line().substring("data: ".length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
