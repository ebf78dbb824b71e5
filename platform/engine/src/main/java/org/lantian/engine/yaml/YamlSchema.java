package org.lantian.engine.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A JSON Schema (2020-12) that a YAML file is held to, each fault at its place in the file. Knows {@code type}, {@code
 * properties}, {@code required}, {@code additionalProperties: false}, {@code items}, {@code minItems}, {@code enum}, {@code
 * pattern}, {@code minLength}, {@code maxLength}, {@code minimum}, {@code maximum}, {@code oneOf}, {@code allOf}, {@code not} with
 * {@code required}, and {@code $ref} into its own {@code $defs}; any other keyword that constrains is refused. As everywhere
 * in these files a text is any scalar, however it is spelt.
 */
public final class YamlSchema {

    private static final Set<String> KNOWN = Set.of("$schema", "$id", "$defs", "$ref", "title", "description", "default",
            "examples", "type", "properties", "required", "additionalProperties", "items", "minItems", "enum", "pattern",
            "minLength", "maxLength", "minimum", "maximum", "oneOf", "allOf", "not");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode root;
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

    private YamlSchema(JsonNode root) {
        this.root = root;
        requireKnown(root);
    }

    /**
     * Reads a schema; the stream is left open.
     *
     * @throws IllegalArgumentException if it has a keyword that is not known
     */
    public static YamlSchema of(InputStream json) {
        try {
            return new YamlSchema(JSON.readTree(json));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** The schema's own JSON. */
    public JsonNode json() {
        return root.deepCopy();
    }

    void check(Node node, YamlProblems problems) {
        check(root, node, problems::add);
    }

    private void check(JsonNode given, Node node, BiConsumer<Node, String> problems) {
        JsonNode schema = given.has("$ref") ? root.at(given.get("$ref").textValue().substring(1)) : given;
        if (node.isRecursive()) {
            problems.accept(node, "引用（别名）指回了自身。");
            return;
        }
        schema.path("allOf").forEach(part -> check(part, node, problems));
        if (schema.has("oneOf")) {
            oneOf(schema.get("oneOf"), node, problems);
        }
        if (schema.has("not")) {
            List<String> together = texts(schema.at("/not/required"));
            if (node instanceof MappingNode mapping && keys(mapping).keySet().containsAll(together)) {
                problems.accept(keys(mapping).get(together.getLast()).getKeyNode(), String.join("与", together) + "只能写一个。");
            }
        }
        if (schema.path("type").asText().equals("object")) {
            object(schema, node, problems);
        } else if (schema.path("type").asText().equals("array")) {
            array(schema, node, problems);
        } else if (schema.has("type")) {
            scalar(schema, node, problems);
        }
    }

    private void object(JsonNode schema, Node node, BiConsumer<Node, String> problems) {
        if (!(node instanceof MappingNode mapping)) {
            problems.accept(node, "此处应为“键: 值”的映射。");
            return;
        }
        Map<String, NodeTuple> keys = keys(mapping);
        JsonNode properties = schema.path("properties");
        texts(schema.path("required")).stream().filter(key -> !keys.containsKey(key))
                .forEach(key -> problems.accept(mapping, "缺少“" + key + "”。"));
        keys.forEach((key, tuple) -> {
            if (properties.has(key)) {
                check(properties.get(key), tuple.getValueNode(), problems);
            } else if (schema.has("additionalProperties")) {
                problems.accept(tuple.getKeyNode(), "未知的键“" + key + "”：只能是" + String.join("、", names(properties)) + "之一。");
            }
        });
    }

    private void array(JsonNode schema, Node node, BiConsumer<Node, String> problems) {
        if (!(node instanceof SequenceNode sequence)) {
            problems.accept(node, "此处应为列表。");
            return;
        }
        if (sequence.getValue().size() < schema.path("minItems").asInt(0)) {
            problems.accept(node, "列表至少要有" + schema.get("minItems").asInt() + "项。");
        }
        sequence.getValue().forEach(element -> check(schema.path("items"), element, problems));
    }

    private void scalar(JsonNode schema, Node node, BiConsumer<Node, String> problems) {
        if (!(node instanceof ScalarNode scalar)) {
            problems.accept(node, "此处应为文字。");
            return;
        }
        String text = scalar.getValue();
        if (scalar.getTag().equals(Tag.NULL) || text.isBlank()) {
            problems.accept(node, "值为空；不需要时请删去该键。");
            return;
        }
        switch (schema.get("type").isArray() ? "string" : schema.get("type").textValue()) {
            case "integer" -> integer(schema, node, text, problems);
            case "boolean" -> {
                if (!text.equals("true") && !text.equals("false")) {
                    problems.accept(node, "“" + text + "”无效：只能是true或false。");
                }
            }
            default -> text(schema, node, text, problems);
        }
    }

    private void integer(JsonNode schema, Node node, String text, BiConsumer<Node, String> problems) {
        if (!text.matches("-?\\d{1,9}")) {
            problems.accept(node, "“" + text + "”不是整数。");
            return;
        }
        BigDecimal value = new BigDecimal(text);
        if (schema.has("minimum") && value.compareTo(schema.get("minimum").decimalValue()) < 0
                || schema.has("maximum") && value.compareTo(schema.get("maximum").decimalValue()) > 0) {
            problems.accept(node, "“" + text + "”超出范围：须在" + schema.path("minimum").asText("…") + "至" + schema.path("maximum").asText("…") + "之间。");
        }
    }

    private void text(JsonNode schema, Node node, String text, BiConsumer<Node, String> problems) {
        List<String> allowed = texts(schema.path("enum"));
        if (!allowed.isEmpty() && !allowed.contains(text)) {
            problems.accept(node, "“" + text + "”无效：只能是" + String.join("、", allowed) + "之一。");
        }
        int length = text.codePointCount(0, text.length());
        if (schema.has("maxLength") && length > schema.get("maxLength").asInt()) {
            problems.accept(node, "“" + text + "”过长：最多" + schema.get("maxLength").asInt() + "个字符。");
        }
        if (schema.has("pattern") && !patterns.computeIfAbsent(schema.get("pattern").textValue(), Pattern::compile).matcher(text).matches()) {
            problems.accept(node, "“" + text + "”的写法不对，例如" + schema.at("/examples/0").asText() + "（须符合" + schema.get("pattern").textValue() + "）。");
        }
    }

    /** Either groups of keys of which exactly one must be there, or whole schemas of which exactly one must fit. */
    private void oneOf(JsonNode branches, Node node, BiConsumer<Node, String> problems) {
        if (StreamSupport.stream(branches.spliterator(), false).allMatch(branch -> names(branch).equals(List.of("required")))) {
            if (!(node instanceof MappingNode mapping)) {
                return;
            }
            long met = StreamSupport.stream(branches.spliterator(), false)
                    .filter(branch -> keys(mapping).keySet().containsAll(texts(branch.get("required")))).count();
            if (met != 1) {
                problems.accept(node, "须有" + String.join("或", StreamSupport.stream(branches.spliterator(), false)
                        .flatMap(branch -> texts(branch.get("required")).stream()).toList()) + "之一，且只能有一个。");
            }
            return;
        }
        List<Map.Entry<Node, String>> fewest = List.of();
        for (JsonNode branch : branches) {
            List<Map.Entry<Node, String>> found = new ArrayList<>();
            check(branch, node, (place, message) -> found.add(Map.entry(place, message)));
            if (found.isEmpty()) {
                return;
            }
            fewest = fewest.isEmpty() || found.size() < fewest.size() ? found : fewest;
        }
        fewest.forEach(problem -> problems.accept(problem.getKey(), problem.getValue()));
    }

    private static Map<String, NodeTuple> keys(MappingNode mapping) {
        Map<String, NodeTuple> keys = new LinkedHashMap<>();
        mapping.getValue().forEach(tuple -> {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                keys.putIfAbsent(key.getValue(), tuple);
            }
        });
        return keys;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void requireKnown(JsonNode schema) {
        Set<String> unknown = new HashSet<>(names(schema));
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("JSON Schema keywords that are not known: " + unknown);
        }
        schema.path("properties").forEach(YamlSchema::requireKnown);
        schema.path("$defs").forEach(YamlSchema::requireKnown);
        schema.path("oneOf").forEach(YamlSchema::requireKnown);
        schema.path("allOf").forEach(YamlSchema::requireKnown);
        if (schema.has("items")) {
            requireKnown(schema.get("items"));
        }
        if (schema.has("not")) {
            requireKnown(schema.get("not"));
        }
    }
}
