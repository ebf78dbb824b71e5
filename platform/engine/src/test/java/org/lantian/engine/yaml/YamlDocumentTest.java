package org.lantian.engine.yaml;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class YamlDocumentTest {

    enum Colour {
        RED, BLUE
    }

    record Part(String id, int width) {
        Part {
            if (width > 20) {
                throw new IllegalArgumentException("part " + id + ": too wide");
            }
        }
    }

    @Test
    void readsValuesByTheTypeThatIsAskedForNotByTheirSpelling() {
        String text = "version: 1.0\ncountry: no\nwidth: 12\nshare: 0.10\ncolour: BLUE\nopen: true\n";
        List<Object> values = read(text, node -> List.of(node.requireText("version"), node.requireText("country"),
                node.requireInteger("width"), node.requireDecimal("share"), node.requireChoice("colour", Colour.class),
                node.requireFlag("open")));
        assertThat(values).containsExactly("1.0", "no", 12, new BigDecimal("0.10"), Colour.BLUE, true);
    }

    @Test
    void readsNestedListsMapsAndMissingKeys() {
        String text = "parts:\n- id: a\n  width: 3\n- {id: b, width: 4}\nwords: [高压, 低压]\nnames: {县: 东县, 镇: 西镇}\n";
        read(text, node -> {
            assertThat(node.list("parts", YamlDocumentTest::part)).containsExactly(new Part("a", 3), new Part("b", 4));
            assertThat(node.texts("words")).containsExactly("高压", "低压");
            assertThat(node.textMap("names")).isEqualTo(Map.of("县", "东县", "镇", "西镇"));
            assertThat(node.findText("missing")).isEmpty();
            assertThat(node.texts("missing")).isEmpty();
            assertThat(node.has("missing")).isFalse();
            return Optional.empty();
        });
    }

    @Test
    void reportsAllProblemsAtOnceWithTheirPlaces() {
        String text = """
                name:
                colour: GREEN
                share: 1e3
                parts:
                - id: a
                  width: x
                  deep: 1
                - id: b
                  width: 99
                - 7
                extra: 1
                """;
        assertThat(problems(text, node -> {
            node.requireText("name");
            node.requireChoice("colour", Colour.class);
            node.requireDecimal("share");
            node.list("parts", YamlDocumentTest::part);
            node.requireText("code");
            return 1;
        })).containsExactly("t.yaml:1:1: 缺少“code”。", "t.yaml:1:6: 值为空；不需要时请删去该键。",
                "t.yaml:2:9: “GREEN”无效：只能是RED、BLUE之一。", "t.yaml:3:8: “1e3”不是数字（不用指数和千位分隔）。",
                "t.yaml:6:10: “x”不是整数。", "t.yaml:7:3: 未知的键“deep”：只能是id、width之一。",
                "t.yaml:8:3: part b: too wide", "t.yaml:10:3: 此处应为“键: 值”的映射。",
                "t.yaml:11:1: 未知的键“extra”：只能是name、colour、share、parts、code之一。");
    }

    @Test
    void reportsATextThatItsFormRefusesOnce() {
        assertThat(problems("ref: x\n", node -> node.requireParsed("ref", text -> {
            throw new IllegalArgumentException("not a reference");
        }))).containsExactly("t.yaml:1:6: not a reference");
        assertThat(problems("{}", node -> node.requireParsed("ref", Function.identity())))
                .containsExactly("t.yaml:1:1: 缺少“ref”。");
    }

    @Test
    void rejectsRepeatedKeys() {
        assertThat(problems("a: 1\na: 2\n", node -> node.requireText("a")))
                .containsExactly("t.yaml:2:1: 键“a”重复。");
    }

    @Test
    void rejectsBrokenSyntaxWithItsPlace() {
        assertThat(problems("a: [1\nb: 2\n", node -> 1)).singleElement().asString().startsWith("t.yaml:2:");
        assertThat(problems("", node -> 1)).containsExactly("t.yaml:1:1: 文件是空的。");
        assertThat(problems("a: 1\n---\nb: 2\n", node -> 1)).singleElement().asString().startsWith("t.yaml:");
    }

    @Test
    void rejectsAliasesThatPointBackAndTooManyAliases() {
        assertThat(problems("parts: &p\n- id: a\n  width: 1\n  parts: *p\n", YamlDocumentTest::tree))
                .singleElement().asString().contains("指回了自身");
        String many = "a: &a [1]\n" + "b: [" + "*a, ".repeat(YamlDocument.MAX_ALIASES + 1) + "]\n";
        assertThatThrownBy(() -> read(many, node -> 1)).isInstanceOf(YamlException.class);
    }

    @Test
    void rejectsFilesThatAreTooDeepOrTooLarge() {
        assertThat(problems("a: " + "[".repeat(100_000), node -> 1)).singleElement().asString().contains("嵌套过深");
        assertThat(problems("a: " + "x".repeat(YamlDocument.MAX_CODE_POINTS), node -> 1))
                .singleElement().asString().contains("文件过大");
    }

    private static Part part(YamlNode node) {
        return new Part(node.requireText("id"), node.requireInteger("width"));
    }

    private static List<Object> tree(YamlNode node) {
        node.findText("id");
        node.findText("width");
        return node.list("parts", YamlDocumentTest::tree).stream().map(Object.class::cast).toList();
    }

    private static <T> T read(String text, Function<YamlNode, T> reading) {
        return YamlDocument.parse("t.yaml", new StringReader(text)).read(reading);
    }

    private static List<String> problems(String text, Function<YamlNode, ?> reading) {
        YamlException fault = catchThrowableOfType(YamlException.class, () -> read(text, reading));
        assertThat(fault).isNotNull();
        return fault.problems().stream().map(YamlProblem::toString).toList();
    }
}
