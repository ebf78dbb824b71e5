package org.lantian.engine.profile;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.lantian.engine.yaml.YamlDocument;
import org.lantian.engine.yaml.YamlException;
import org.lantian.engine.yaml.YamlNode;
import org.lantian.engine.yaml.YamlProblem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The published schemas say what the readers read: the same keys, the same needed keys, the same words. */
class ProfileSchemasTest {

    private static final Pattern KEYS = Pattern.compile("未知的键“zzz”：只能是(.*)之一。");
    private static final Pattern WORDS = Pattern.compile("“zzz”无效：只能是(.*)之一。");
    private static final Map<String, Function<YamlNode, ?>> READERS = Map.ofEntries(Map.entry("outline.yaml", OutlineYaml::read),
            Map.entry("tables.yaml", TableYaml::read), Map.entry("rules.yaml", RuleYaml::rules), Map.entry("limits.yaml", RuleYaml::limits),
            Map.entry("techniques.yaml", RuleYaml::techniques), Map.entry("grammar.yaml", GrammarYaml::read),
            Map.entry("template.yaml", RegionYaml::template), Map.entry("vocabulary.yaml", RegionYaml::words),
            Map.entry("targets.yaml", RegionYaml::targets), Map.entry("tasks.yaml", RegionYaml::tasks),
            Map.entry("grades.yaml", RegionYaml::grades), Map.entry("calendar.yaml", RegionYaml::calendar),
            Map.entry("settings.yaml", RegionYaml::figures), Map.entry("sources.yaml", RegionYaml::sources),
            Map.entry("registers.yaml", RegionYaml::registers), Map.entry("profile.yaml", YamlProfile::head));

    /** A mapping of a sample with the schema that it was made from. */
    private record Place(ObjectNode object, JsonNode schema) {
    }

    static List<String> files() {
        return ProfileSchemas.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void acceptsItsOwnExamplesAsTheReaderDoes(String file) {
        for (int variant = 0; variant < 2; variant++) {
            String sample = sample(file, variant, new ArrayList<>()).toString();
            assertThat(problems(file, sample)).isEmpty();
            YamlDocument.parse(file, new StringReader(sample)).read(ProfileSchemas.of(file), READERS.get(file));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void knowsTheReadersKeysAndNoOther(String file) {
        for (int variant = 0; variant < 2; variant++) {
            List<Place> places = new ArrayList<>();
            ObjectNode sample = sample(file, variant, places);
            for (Place place : places) {
                place.object().put("zzz", "zzz");
                assertThat(problems(file, sample.toString())).as(place.object().toString()).singleElement()
                        .satisfies(problem -> assertThat(without(choosing(place), listed(KEYS, problem)))
                                .isEqualTo(without(choosing(place), names(place.schema().get("properties")))));
                place.object().remove("zzz");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void needsTheKeysThatTheReaderNeeds(String file) {
        for (int variant = 0; variant < 2; variant++) {
            List<Place> places = new ArrayList<>();
            ObjectNode sample = sample(file, variant, places);
            for (Place place : places) {
                Set<String> needed = new TreeSet<>();
                place.schema().path("required").forEach(key -> needed.add(key.textValue()));
                place.schema().path("oneOf").forEach(branch -> branch.path("required").forEach(key -> needed.add(key.textValue())));
                for (String key : names(place.object())) {
                    JsonNode value = place.object().remove(key);
                    assertThat(problemsWithSchema(file, sample.toString()).isEmpty()).as("without " + key + ": " + place.object())
                            .isEqualTo(!needed.contains(key));
                    if (!problems(file, sample.toString()).isEmpty()) {
                        assertThat(needed).as("the reader alone").contains(key);
                    }
                    place.object().set(key, value);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void allowsTheWordsThatTheReaderAllows(String file) {
        List<Place> places = new ArrayList<>();
        ObjectNode sample = sample(file, 0, places);
        for (Place place : places) {
            for (String key : names(place.object())) {
                JsonNode schema = place.schema().at("/properties/" + key);
                if (schema.has("enum")) {
                    JsonNode value = place.object().get(key);
                    place.object().put(key, "zzz");
                    Set<String> allowed = new TreeSet<>();
                    schema.get("enum").forEach(word -> allowed.add(word.textValue()));
                    assertThat(problems(file, sample.toString())).singleElement()
                            .satisfies(problem -> assertThat(listed(WORDS, problem)).isEqualTo(allowed));
                    place.object().set(key, value);
                }
            }
        }
    }

    @Test
    void tellsWhatOnlyTheSchemaKnowsByFileLineAndColumn(@TempDir Path folder) throws IOException {
        Path profile = Files.createDirectories(folder.resolve("profile"));
        Files.writeString(profile.resolve("profile.yaml"), "id: hubei\nversion: 1.0.0\nname: 试验\nregionCode: \"42\"\n");
        Files.writeString(profile.resolve("tasks.yaml"), """
                patterns:
                - id: Task_1
                  section: s
                  title: 试验
                  text: 试验
                  sources: 某文件第一章
                """);
        Files.writeString(profile.resolve("tables.yaml"), """
                tables:
                - {id: t, title: 试验, sheet: 试验, columns: []}
                """);
        Files.writeString(profile.resolve("template.yaml"), """
                sections:
                - {id: a, heading: 试验, numbering: CHINESE, content: TEXT}
                """);
        YamlException fault = catchThrowableOfType(YamlException.class, () -> YamlProfile.ofFolder(folder));
        assertThat(fault.problems().stream().map(YamlProblem::toString)).satisfiesExactlyInAnyOrder(
                problem -> assertThat(problem).startsWith("profile/profile.yaml:4:13: “42”的写法不对，例如420000"),
                problem -> assertThat(problem).startsWith("profile/profile.yaml:1:1: "),
                problem -> assertThat(problem).isEqualTo("profile/tables.yaml:2:42: 列表至少要有1项。"),
                problem -> assertThat(problem).startsWith("profile/tables.yaml:2:3: "),
                problem -> assertThat(problem).startsWith("profile/tasks.yaml:2:3: 缺少“source”"),
                problem -> assertThat(problem).startsWith("profile/tasks.yaml:2:7: “Task_1”的写法不对，例如"),
                problem -> assertThat(problem).startsWith("profile/tasks.yaml:6:3: 未知的键“sources”"),
                problem -> assertThat(problem).startsWith("profile/template.yaml:2:3: "));
    }

    @Test
    void theReferenceIsPrintedFromTheSchemas() throws IOException {
        Path committed = Path.of("../docs/plugin/reference.md");
        String printed = KeyReference.markdown();
        Path copy = Files.writeString(Path.of("target/reference.md"), printed);
        assertThat(Files.exists(committed) ? Files.readString(committed) : "").as("copy %s to %s", copy, committed).isEqualTo(printed);
    }

    private static List<String> problems(String file, String yaml) {
        return problems(() -> YamlDocument.parse(file, new StringReader(yaml)).read(READERS.get(file)));
    }

    private static List<String> problemsWithSchema(String file, String yaml) {
        return problems(() -> YamlDocument.parse(file, new StringReader(yaml)).read(ProfileSchemas.of(file), READERS.get(file)));
    }

    private static List<String> problems(Runnable reading) {
        try {
            reading.run();
            return List.of();
        } catch (YamlException fault) {
            return fault.problems().stream().map(YamlProblem::message).toList();
        }
    }

    private static Set<String> listed(Pattern pattern, String problem) {
        Matcher matcher = pattern.matcher(problem);
        assertThat(matcher.matches()).as(problem).isTrue();
        return new TreeSet<>(List.of(matcher.group(1).split("、")));
    }

    /** The key by which the reader tells a group of columns from a column. */
    private static String choosing(Place place) {
        return place.schema().at("/properties/field").isObject() ? "columns" : "";
    }

    private static Set<String> without(String key, Set<String> keys) {
        Set<String> rest = new TreeSet<>(keys);
        rest.remove(key);
        return rest;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Every key with its example; of keys that exclude each other the first in variant 0, the second in variant 1. */
    private static ObjectNode sample(String file, int variant, List<Place> places) {
        JsonNode root = ProfileSchemas.of(file).json();
        return (ObjectNode) value(root, root, variant, 0, places);
    }

    private static JsonNode value(JsonNode root, JsonNode given, int variant, int depth, List<Place> places) {
        JsonNode schema = given.has("$ref") ? root.at(given.get("$ref").textValue().substring(1)) : given;
        if (schema.has("oneOf") && !schema.has("type")) {
            return value(root, schema.get("oneOf").get(depth > 3 ? 0 : variant), variant, depth + 1, places);
        }
        if (schema.path("type").asText().equals("array") && !schema.has("examples")) {
            ArrayNode list = new ObjectMapper().createArrayNode();
            return list.add(value(root, schema.get("items"), variant, depth + 1, places));
        }
        if (!schema.path("type").asText().equals("object")) {
            return schema.at("/examples/0");
        }
        ObjectNode object = new ObjectMapper().createObjectNode();
        Map<String, JsonNode> properties = new HashMap<>();
        schema.get("properties").properties().forEach(one -> properties.put(one.getKey(), one.getValue()));
        excluded(schema, variant).forEach(properties::remove);
        names(schema.get("properties")).stream().filter(properties::containsKey)
                .forEach(key -> object.set(key, value(root, properties.get(key), variant, depth + 1, places)));
        places.add(new Place(object, schema));
        return object;
    }

    private static List<String> excluded(JsonNode schema, int variant) {
        List<String> keys = new ArrayList<>();
        schema.path("oneOf").forEach(branch -> branch.path("required").forEach(key -> keys.add(key.textValue())));
        if (!keys.isEmpty()) {
            keys.remove(variant);
        }
        Stream.of(schema.path("allOf")).forEach(all -> all.forEach(part -> keys.add(part.at("/not/required/" + variant).textValue())));
        return keys;
    }
}
