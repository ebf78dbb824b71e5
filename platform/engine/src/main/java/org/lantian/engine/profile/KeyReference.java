package org.lantian.engine.profile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import org.lantian.plugin.region.TextName;

/** The vendors' reference of every YAML key, as Markdown, from the JSON Schemas. */
public final class KeyReference {

    private static final String HEAD = """
            # Reference of the YAML keys

            Printed from the JSON Schemas in `platform/plugin-api/src/main/resources/org/lantian/plugin/schema`; a test compares. How
            the files are read, CEL functions and samples: [a profile in YAML](profile-yaml.md).

            """;

    private final JsonNode root;
    private final StringBuilder text;
    private final Deque<Map.Entry<String, JsonNode>> open = new ArrayDeque<>();
    private final List<String> written = new ArrayList<>();

    private KeyReference(JsonNode root, StringBuilder text) {
        this.root = root;
        this.text = text;
    }

    /** The whole page. */
    public static String markdown() {
        StringBuilder text = new StringBuilder(HEAD);
        ProfileSchemas.files().forEach(file -> new KeyReference(ProfileSchemas.of(file).json(), text).file());
        names(text);
        return text.toString().stripTrailing() + "\n";
    }

    private static void names(StringBuilder text) {
        text.append("""
                ## Names in texts

                Headings, captions and table titles may leave open names of a plan as `{name}`, letters all of these. A task pattern
                declares its own in `parameters`; the text of a diagnosis rule uses field ids.

                | name | where | meaning | example |
                |---|---|---|---|
                """);
        for (TextName name : TextName.values()) {
            text.append("| `{").append(name.key()).append("}` | ").append(name.ofPlan() ? "everywhere" : "letters").append(" | ")
                    .append(name.meaning()).append(" | ").append(name.example()).append(" |\n");
        }
    }

    private void file() {
        text.append("## ").append(root.get("title").textValue()).append("\n\n");
        paragraph(root.path("description").asText());
        keys(root);
        while (!open.isEmpty()) {
            Map.Entry<String, JsonNode> next = open.removeFirst();
            if (!written.contains(next.getKey())) {
                written.add(next.getKey());
                text.append("### `").append(next.getKey()).append("`\n\n");
                paragraph(next.getValue().path("description").asText());
                keys(next.getValue());
            }
        }
    }

    private void paragraph(String words) {
        if (!words.isBlank()) {
            text.append(words).append("\n\n");
        }
    }

    private void keys(JsonNode object) {
        List<String> needed = StreamSupport.stream(object.path("required").spliterator(), false).map(JsonNode::textValue).toList();
        text.append("| key | needed | value | meaning |\n|---|---|---|---|\n");
        for (Map.Entry<String, JsonNode> property : object.get("properties").properties()) {
            JsonNode schema = property.getValue();
            text.append("| `").append(property.getKey()).append("` | ").append(needed.contains(property.getKey()) ? "yes" : "").append(" | ")
                    .append(value(property.getKey(), schema)).append(" | ").append(schema.path("description").asText())
                    .append(schema.has("default") ? " Default `" + schema.get("default").asText() + "`." : "").append(example(schema)).append(" |\n");
        }
        text.append('\n');
    }

    private String value(String key, JsonNode schema) {
        if (schema.path("type").isArray()) {
            return "decimal";
        }
        return switch (schema.path("type").asText()) {
            case "integer" -> "integer" + (schema.has("maximum") ? ", " + schema.path("minimum").asText() + " to " + schema.get("maximum").asText() : "");
            case "boolean" -> "`true` or `false`";
            case "array" -> list(key, schema.get("items"), schema.path("minItems").asInt(0));
            case "object" -> mapping(key, schema);
            default -> scalar(schema);
        };
    }

    private static String scalar(JsonNode schema) {
        if (schema.has("enum")) {
            return StreamSupport.stream(schema.get("enum").spliterator(), false).map(word -> "`" + word.textValue() + "`")
                    .collect(Collectors.joining(", "));
        }
        return "text" + (schema.has("maxLength") ? ", at most " + schema.get("maxLength").asText() : "");
    }

    private String list(String key, JsonNode items, int least) {
        String atLeast = least > 0 ? ", at least " + least : "";
        if (items.path("type").asText().equals("string")) {
            return "list of texts" + atLeast;
        }
        return "list of " + mapping(key + "[]", items) + atLeast;
    }

    private String mapping(String name, JsonNode given) {
        JsonNode schema = given.has("$ref") ? root.at(given.get("$ref").textValue().substring(1)) : given;
        if (schema.has("oneOf") && !schema.has("type")) {
            List<String> names = new ArrayList<>();
            for (JsonNode branch : schema.get("oneOf")) {
                String branchName = branch.get("$ref").textValue().replaceFirst(".*/", "");
                open.addLast(Map.entry(branchName, root.at(branch.get("$ref").textValue().substring(1))));
                names.add("`" + branchName + "`");
            }
            return String.join(" or ", names);
        }
        open.addLast(Map.entry(name, schema));
        return "`" + name + "`";
    }

    private static String example(JsonNode schema) {
        JsonNode example = schema.at("/examples/0");
        boolean telling = example.isTextual() && !schema.has("enum") && !example.textValue().contains("\n")
                && !schema.path("description").asText().contains(example.textValue());
        return telling ? " E.g. `" + example.textValue() + "`." : "";
    }
}
