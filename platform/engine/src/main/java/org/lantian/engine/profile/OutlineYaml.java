package org.lantian.engine.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.lantian.engine.yaml.YamlNode;
import org.lantian.plugin.outline.OutlineNode;

/** {@code outline.yaml}: chapters with their sections; the place in the file is the ordinal. */
final class OutlineYaml {

    private OutlineYaml() {
    }

    static List<OutlineNode> read(YamlNode root) {
        List<OutlineNode> nodes = new ArrayList<>();
        for (Chapter chapter : root.list("chapters", OutlineYaml::chapter)) {
            long before = nodes.stream().filter(node -> node.parent().isEmpty()).count();
            nodes.add(chapter.head.node(Optional.empty(), (int) before + 1));
            for (int i = 0; i < chapter.sections.size(); i++) {
                nodes.add(chapter.sections.get(i).node(Optional.of(chapter.head.code), i + 1));
            }
        }
        return nodes;
    }

    private static Chapter chapter(YamlNode node) {
        return new Chapter(part(node), node.list("sections", OutlineYaml::part));
    }

    private static Part part(YamlNode node) {
        return new Part(node.requireText("code"), node.requireText("heading"), node.requireText("asks"),
                node.findText("table"));
    }

    private record Chapter(Part head, List<Part> sections) {
    }

    private record Part(String code, String heading, String asks, Optional<String> table) {

        OutlineNode node(Optional<String> parent, int ordinal) {
            return new OutlineNode(code, parent, ordinal, heading, asks, table);
        }
    }
}
