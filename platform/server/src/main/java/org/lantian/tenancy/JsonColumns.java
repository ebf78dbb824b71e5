package org.lantian.tenancy;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.inject.Singleton;

/** Records, lists of records and texts by name in jsonb columns. */
@Singleton
public final class JsonColumns {

    private final ObjectMapper json;
    private final JavaType texts;

    JsonColumns(ObjectMapper json) {
        this.json = json;
        this.texts = json.getTypeFactory().constructMapType(Map.class, String.class, String.class);
    }

    public String write(Object value) {
        return write(json.writer(), value);
    }

    /** @param type what the column is read as; a sealed family is written by its common type */
    public String write(Object value, Class<?> type) {
        return write(json.writerFor(type), value);
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + value, e);
        }
    }

    public <T> T read(String text, Class<T> type) {
        return read(text, json.getTypeFactory().constructType(type));
    }

    /** A list of records of one type. */
    public <T> List<T> list(String text, Class<T> type) {
        return read(text, json.getTypeFactory().constructCollectionType(List.class, type));
    }

    /** Texts by name. */
    public Map<String, String> texts(String text) {
        return read(text, texts);
    }

    private <T> T read(String text, JavaType type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a jsonb column does not hold " + type.toCanonical(), e);
        }
    }
}
