package org.lantian.engine.json;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One text for one value, so that equal values have equal hashes on every node and in every year.
 *
 * <p>Records, lists, maps, enums (by name; a table field by its id), {@code Optional}, decimals, dates and the
 * document model's blocks (with a {@code type} key) are written and read back equal. Keys are sorted by UTF-16 code
 * unit at every level; no blanks; a decimal is a string in plain notation with its scale kept; an empty
 * {@code Optional} and an empty list or map of a record are left out, so that a record may gain such a component
 * without changing the hash of older values. {@code float} and {@code double} are refused.
 */
public final class CanonicalJson {

    private static final ObjectMapper MAPPER = CanonicalMapper.create();

    private CanonicalJson() {
    }

    /**
     * The canonical text of a value.
     *
     * @throws IllegalArgumentException if the value contains something that has no canonical form
     */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(sorted(tree(value)));
        } catch (JsonProcessingException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /**
     * Reads a value that {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is not JSON, has an unknown or repeated key, or lacks a value
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException fault) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + fault.getMessage(), fault);
        }
    }

    /** Reads a list that {@link #write} wrote; see {@link #read}. */
    public static <T> List<T> readList(String json, Class<T> elementType) {
        try {
            return List.copyOf(MAPPER.readerForListOf(elementType).<List<T>>readValue(json));
        } catch (JsonProcessingException fault) {
            throw new IllegalArgumentException(
                    "not a list of " + elementType.getSimpleName() + ": " + fault.getMessage(), fault);
        }
    }

    /** SHA-256 of a value's canonical text in UTF-8, as 64 lower-case hexadecimal digits. */
    public static String hash(Object value) {
        return sha256(write(value));
    }

    /** SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. */
    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of bytes, as 64 lower-case hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("every JDK has SHA-256", fault);
        }
    }

    /** A bare list does not know its elements' declared type, on which a block's {@code type} key depends. */
    private static JsonNode tree(Object value) {
        if (value instanceof List<?> list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode(list.size());
            list.forEach(element -> array.add(tree(element)));
            return array;
        }
        return MAPPER.valueToTree(value);
    }

    /** Jackson sorts bean keys but writes the type key first, so the order is made here. */
    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            TreeSet<String> keys = new TreeSet<>();
            object.fieldNames().forEachRemaining(keys::add);
            keys.forEach(key -> copy.set(key, sorted(object.get(key))));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(element -> copy.add(sorted(element)));
            return copy;
        }
        return node;
    }
}
