package org.lantian.engine.profile;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What differs between two resolved profiles, entry by entry. */
public final class ProfileChanges {

    /** The lists of a resolved profile: JSON pointer, Chinese word, key of the id. */
    private static final List<Part> PARTS = Stream.concat(
            Stream.of(new Part("/outline", "大纲节点", "code"), new Part("/tables", "表格", "id"),
                    new Part("/diagnosisRules", "诊断规则", "id"), new Part("/limits", "限值", "id"),
                    new Part("/techniqueLists", "工艺清单", "id"), new Part("/grammar/roleLabels", "角色词", "label"),
                    new Part("/grammar/roleVerbs", "角色动词", "label"), new Part("/grammar/headings", "标题含义", "id"),
                    new Part("/grammar/samples", "样例", "id")),
            RegionPart.ALL.stream().map(part -> new Part("/region/" + part.key(), part.kind(), "id"))).toList();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ProfileChanges() {
    }

    private record Part(String pointer, String kind, String idKey) {
    }

    /** What happens to an entry. */
    public enum Kind {
        ADDED("新增"), REMOVED("删除"), CHANGED("修改"),
        /** The same entries in another order. */
        MOVED("顺序");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** In Chinese. */
        public String word() {
            return word;
        }
    }

    /** One value of a changed entry; empty where it is not there. */
    public record Value(String key, Optional<String> from, Optional<String> to) {
    }

    /**
     * One difference.
     *
     * @param part what the entry is, in Chinese, for example 地方限值
     * @param id id of the entry; for MOVED the ids in their new order
     * @param values what of a CHANGED entry differs
     */
    public record Change(Kind kind, String part, String id, List<Value> values) {
        public Change {
            values = List.copyOf(values);
        }
    }

    /** The differences, list by list; empty for profiles of the same content, whatever their versions. */
    public static List<Change> between(ResolvedProfile before, ResolvedProfile after) {
        JsonNode from = tree(before);
        JsonNode to = tree(after);
        List<Change> changes = new ArrayList<>();
        List<Value> head = values(from.at("/metadata"), to.at("/metadata")).stream()
                .filter(value -> !value.key().startsWith("ref") && !value.key().startsWith("parent")).toList();
        if (!head.isEmpty()) {
            changes.add(new Change(Kind.CHANGED, "模板", after.ref().id(), head));
        }
        PARTS.forEach(part -> compare(part, entries(from, part), entries(to, part), changes));
        return changes;
    }

    private static void compare(Part part, Map<String, JsonNode> from, Map<String, JsonNode> to, List<Change> changes) {
        int before = changes.size();
        from.keySet().stream().filter(id -> !to.containsKey(id))
                .forEach(id -> changes.add(new Change(Kind.REMOVED, part.kind(), id, List.of())));
        to.forEach((id, entry) -> {
            if (!from.containsKey(id)) {
                changes.add(new Change(Kind.ADDED, part.kind(), id, List.of()));
            } else if (!from.get(id).equals(entry)) {
                changes.add(new Change(Kind.CHANGED, part.kind(), id, values(from.get(id), entry)));
            }
        });
        boolean sameEntries = changes.subList(before, changes.size()).stream().allMatch(one -> one.kind() == Kind.CHANGED);
        if (sameEntries && !List.copyOf(from.keySet()).equals(List.copyOf(to.keySet()))) {
            changes.add(new Change(Kind.MOVED, part.kind(), String.join("、", to.keySet()), List.of()));
        }
    }

    private static Map<String, JsonNode> entries(JsonNode root, Part part) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        root.at(part.pointer()).forEach(entry -> entries.put(entry.get(part.idKey()).asText(), entry));
        return entries;
    }

    private static List<Value> values(JsonNode from, JsonNode to) {
        Map<String, String> before = new TreeMap<>();
        Map<String, String> after = new TreeMap<>();
        flatten("", from, before);
        flatten("", to, after);
        Map<String, String> keys = new TreeMap<>(before);
        keys.putAll(after);
        return keys.keySet().stream().filter(key -> !Optional.ofNullable(before.get(key)).equals(Optional.ofNullable(after.get(key))))
                .map(key -> new Value(key, Optional.ofNullable(before.get(key)), Optional.ofNullable(after.get(key)))).toList();
    }

    /** Lists of texts are one value; entries of other lists go by their id, word or place. */
    private static void flatten(String key, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.properties().forEach(one -> flatten(key.isEmpty() ? one.getKey() : key + "." + one.getKey(), one.getValue(), values));
        } else if (node.isArray() && StreamSupport.stream(node.spliterator(), false).anyMatch(JsonNode::isContainerNode)) {
            for (int i = 0; i < node.size(); i++) {
                JsonNode entry = node.get(i);
                String name = entry.path("id").asText(entry.path("word").asText(Integer.toString(i + 1)));
                flatten(key + "[" + name + "]", entry, values);
            }
        } else if (node.isArray()) {
            values.put(key, StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).collect(Collectors.joining("、")));
        } else if (!node.isMissingNode()) {
            values.put(key, node.asText());
        }
    }

    private static JsonNode tree(ResolvedProfile profile) {
        try {
            return MAPPER.readTree(profile.json());
        } catch (JsonProcessingException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
