package org.lantian.engine.yaml;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * One YAML file whose top is a mapping.
 *
 * <pre>{@code
 * Tenant tenant = YamlDocument.parse("tenant.yaml", reader).read(node ->
 *         new Tenant(node.requireText("code"), node.texts("aliases"), node.find("profile", ProfileRef::parse)));
 * }</pre>
 *
 * <p>The type of a value is decided by who asks for it, never by how it is written: {@code version: 1.0} asked as text
 * is {@code 1.0}, and {@code no} is never false. Refused are: more than {@value #MAX_CODE_POINTS} characters, nesting
 * deeper than {@value #MAX_DEPTH}, more than {@value #MAX_ALIASES} aliases of collections, recursive aliases, more than
 * one document, repeated keys, keys that nobody asked for.
 */
public final class YamlDocument {

    static final int MAX_CODE_POINTS = 1_000_000;
    static final int MAX_DEPTH = 30;
    static final int MAX_ALIASES = 10;

    private final String file;
    private final Node root;

    private YamlDocument(String file, Node root) {
        this.file = file;
        this.root = root;
    }

    /**
     * Parses a file; the reader is read to its end and left open.
     *
     * @param fileName name printed before each problem
     * @throws YamlException if the text is not YAML or exceeds a limit
     */
    public static YamlDocument parse(String fileName, Reader reader) {
        String text = readAll(fileName, reader);
        LoadSettings settings = LoadSettings.builder().setLabel(fileName).setCodePointLimit(MAX_CODE_POINTS)
                .setMaxAliasesForCollections(MAX_ALIASES).setAllowRecursiveKeys(false).build();
        try {
            requireShallow(fileName, new Parse(settings).parseString(text));
            Optional<Node> root = new Compose(settings).composeString(text);
            return new YamlDocument(fileName, root.orElseThrow(() -> failure(fileName, Optional.empty(), "文件是空的。")));
        } catch (MarkedYamlEngineException fault) {
            String problem = Optional.ofNullable(fault.getProblem()).orElse("语法错误");
            throw failure(fileName, fault.getProblemMark().or(fault::getContextMark), "不是有效的YAML：" + problem);
        } catch (YamlEngineException fault) {
            throw failure(fileName, Optional.empty(), "不是有效的YAML：" + fault.getMessage());
        }
    }

    /**
     * Reads the document into a value. Everything that is wrong is collected; the value of a reading that met a
     * problem is thrown away.
     *
     * @param reading takes what it needs from the top mapping; an {@link IllegalArgumentException} it throws becomes a
     *     problem at the mapping
     * @throws YamlException with all problems of the file
     */
    public <T> T read(Function<YamlNode, T> reading) {
        YamlProblems problems = new YamlProblems(file);
        Optional<T> value = YamlNode.read(root, problems, reading);
        problems.throwIfAny();
        return value.orElseThrow();
    }

    /**
     * The same, held to a schema as well: what the reading does not find wrong at a place, the schema tells.
     *
     * @throws YamlException with all problems of the file
     */
    public <T> T read(YamlSchema schema, Function<YamlNode, T> reading) {
        YamlProblems problems = new YamlProblems(file);
        Optional<T> value = YamlNode.read(root, problems, reading);
        YamlProblems ofSchema = new YamlProblems(file);
        schema.check(root, ofSchema);
        problems.addElsewhere(ofSchema);
        problems.throwIfAny();
        return value.orElseThrow();
    }

    private static String readAll(String fileName, Reader reader) {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[8192];
        try {
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                text.append(buffer, 0, n);
                if (text.length() > MAX_CODE_POINTS) {
                    throw failure(fileName, Optional.empty(), "文件过大：最多" + MAX_CODE_POINTS + "个字符。");
                }
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fileName, fault);
        }
        return text.toString();
    }

    /** Composing and reading recurse, so the depth is checked on the event stream, which does not. */
    private static void requireShallow(String fileName, Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                throw failure(fileName, event.getStartMark(), "嵌套过深：最多" + MAX_DEPTH + "层。");
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }

    private static YamlException failure(String fileName, Optional<Mark> mark, String message) {
        int line = mark.map(at -> at.getLine() + 1).orElse(1);
        int column = mark.map(at -> at.getColumn() + 1).orElse(1);
        return new YamlException(List.of(new YamlProblem(fileName, line, column, message)));
    }
}
