package org.lantian.engine.yaml;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of a YAML file, read by key.
 *
 * <p>A {@code require…} that fails notes the problem and returns a placeholder, so that the rest is still checked; the
 * placeholder never leaves {@link YamlDocument#read}. So read all keys before checking anything across them. A key with
 * an empty value is a problem; leave the key out instead. A key that was never asked for is a problem. {@code find…}
 * answers empty where the key is missing.
 */
public final class YamlNode {

    private static final String RECURSIVE = "引用（别名）指回了自身。";

    private final MappingNode mapping;
    private final YamlProblems problems;
    private final ScalarForms forms;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private boolean aborted;

    private YamlNode(MappingNode mapping, YamlProblems problems) {
        this.mapping = mapping;
        this.problems = problems;
        this.forms = new ScalarForms(problems);
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(tuple.getKeyNode(), "键必须是文字。");
            } else if (entries.putIfAbsent(key.getValue(), tuple) != null) {
                problems.add(key, "键“" + key.getValue() + "”重复。");
            }
        }
    }

    /** Reads a node as a mapping; empty if anything in it was wrong, which is then noted. */
    static <T> Optional<T> read(Node node, YamlProblems problems, Function<YamlNode, T> reading) {
        int before = problems.count();
        if (node.isRecursive()) {
            problems.add(node, RECURSIVE);
            return Optional.empty();
        }
        if (!(node instanceof MappingNode mapping)) {
            problems.add(node, "此处应为“键: 值”的映射。");
            return Optional.empty();
        }
        YamlNode reader = new YamlNode(mapping, problems);
        Optional<T> value = reader.guard(mapping, () -> reading.apply(reader));
        // After an aborted reading it is not known which keys would have been asked for.
        if (!reader.aborted) {
            reader.rejectUnknownKeys();
        }
        return problems.count() == before ? value : Optional.empty();
    }

    public boolean has(String key) {
        return find(key).isPresent();
    }

    /** A text that is not blank, exactly as written. */
    public String requireText(String key) {
        return require(key, forms::text, "?");
    }

    /** A text that is not blank, exactly as written. */
    public Optional<String> findText(String key) {
        return find(key).flatMap(forms::text);
    }

    /** An integer in decimal digits. */
    public int requireInteger(String key) {
        return require(key, forms::integer, 1);
    }

    public Optional<Integer> findInteger(String key) {
        return find(key).flatMap(forms::integer);
    }

    /** An exact decimal without exponent. */
    public BigDecimal requireDecimal(String key) {
        return require(key, forms::decimal, BigDecimal.ONE);
    }

    public Optional<BigDecimal> findDecimal(String key) {
        return find(key).flatMap(forms::decimal);
    }

    /** {@code true} or {@code false}. */
    public boolean requireFlag(String key) {
        return require(key, forms::flag, false);
    }

    public Optional<Boolean> findFlag(String key) {
        return find(key).flatMap(forms::flag);
    }

    /** The constant of {@code type} with this exact name. */
    public <E extends Enum<E>> E requireChoice(String key, Class<E> type) {
        return requireChoice(key, type, Enum::name);
    }

    /** The constant of {@code type} whose word, for example its Chinese term, is exactly this. */
    public <E extends Enum<E>> E requireChoice(String key, Class<E> type, Function<E, String> word) {
        return require(key, node -> forms.choice(node, type, word), type.getEnumConstants()[0]);
    }

    /** The constant of {@code type} with this exact name. */
    public <E extends Enum<E>> Optional<E> findChoice(String key, Class<E> type) {
        return findChoice(key, type, Enum::name);
    }

    /** The constant of {@code type} whose word, for example its Chinese term, is exactly this. */
    public <E extends Enum<E>> Optional<E> findChoice(String key, Class<E> type, Function<E, String> word) {
        return find(key).flatMap(node -> forms.choice(node, type, word));
    }

    /**
     * A text in a form of its own.
     *
     * @param form reads the text; what it throws as {@link IllegalArgumentException} becomes the problem
     */
    public <T> T requireParsed(String key, Function<String, T> form) {
        return findParsed(key, form).orElseThrow(() -> missing(key));
    }

    /** A text in a form of its own; see {@link #requireParsed}. */
    public <T> Optional<T> findParsed(String key, Function<String, T> form) {
        return find(key).flatMap(node -> forms.text(node).flatMap(text -> guard(node, () -> form.apply(text))));
    }

    /** A list of texts; empty where the key is missing. */
    public List<String> texts(String key) {
        return find(key).stream().flatMap(node -> elements(node).stream()).flatMap(node -> forms.text(node).stream()).toList();
    }

    /** A list of mappings; empty where the key is missing. Elements with a problem are left out. */
    public <T> List<T> list(String key, Function<YamlNode, T> reading) {
        return find(key).stream().flatMap(node -> elements(node).stream())
                .flatMap(node -> read(node, problems, reading).stream()).toList();
    }

    /** A mapping. */
    public <T> T require(String key, Function<YamlNode, T> reading) {
        return find(key, reading).orElseThrow(() -> missing(key));
    }

    /** A mapping. */
    public <T> Optional<T> find(String key, Function<YamlNode, T> reading) {
        return find(key).flatMap(node -> read(node, problems, reading));
    }

    /** A mapping of free keys to texts, in file order; empty where the key is missing. */
    public Map<String, String> textMap(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        find(key).ifPresent(node -> read(node, problems, inner -> {
            inner.entries.keySet().forEach(name -> inner.findText(name).ifPresent(text -> texts.put(name, text)));
            return texts;
        }));
        return texts;
    }

    /** Notes a problem at the value of a key, or at the mapping where the key is missing. */
    public void problem(String key, String message) {
        problems.add(find(key).orElse(mapping), message);
    }

    private Optional<Node> find(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key)).map(NodeTuple::getValueNode);
    }

    private <T> T require(String key, Function<Node, Optional<T>> form, T placeholder) {
        Optional<Node> node = find(key);
        if (node.isEmpty()) {
            problems.add(mapping, "缺少“" + key + "”。");
        }
        return node.flatMap(form).orElse(placeholder);
    }

    /** Ends the reading of this mapping: there is no placeholder for a value of the caller's type. */
    private IllegalArgumentException missing(String key) {
        aborted = true;
        String message = "缺少“" + key + "”。";
        if (find(key).isEmpty()) {
            problems.add(mapping, message);
        }
        return new IllegalArgumentException(message);
    }

    private List<Node> elements(Node node) {
        if (node instanceof SequenceNode sequence && !node.isRecursive()) {
            return sequence.getValue();
        }
        problems.add(node, node.isRecursive() ? RECURSIVE : "此处应为列表。");
        return List.of();
    }

    private <T> Optional<T> guard(Node node, Supplier<T> work) {
        int before = problems.count();
        try {
            return Optional.of(work.get());
        } catch (IllegalArgumentException fault) {
            // With a problem noted already, the fault is only its consequence.
            if (problems.count() == before) {
                problems.add(node, String.valueOf(fault.getMessage()));
            }
            return Optional.empty();
        }
    }

    private void rejectUnknownKeys() {
        entries.forEach((key, tuple) -> {
            if (!asked.contains(key)) {
                problems.add(tuple.getKeyNode(), "未知的键“" + key + "”：只能是" + String.join("、", asked) + "之一。");
            }
        });
    }
}
