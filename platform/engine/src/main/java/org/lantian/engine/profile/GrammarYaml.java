package org.lantian.engine.profile;

import java.util.List;

import org.lantian.engine.yaml.YamlNode;
import org.lantian.plugin.grammar.GrammarSample;
import org.lantian.plugin.grammar.HeadingMeaning;
import org.lantian.plugin.grammar.ReadingGrammar;
import org.lantian.plugin.grammar.RoleKind;
import org.lantian.plugin.grammar.RoleWord;

/** {@code grammar.yaml}. */
final class GrammarYaml {

    private GrammarYaml() {
    }

    static ReadingGrammar read(YamlNode root) {
        return new ReadingGrammar(root.list("roleLabels", GrammarYaml::words).stream().flatMap(List::stream).toList(),
                root.list("roleVerbs", GrammarYaml::words).stream().flatMap(List::stream).toList(),
                root.list("headings", heading -> new HeadingMeaning(heading.requireText("id"), heading.texts("words"),
                        heading.findText("node"), heading.findText("reason").orElse(""))),
                root.list("samples", sample -> new GrammarSample(sample.requireText("id"), sample.requireText("text"),
                        sample.texts("expects"))));
    }

    private static List<RoleWord> words(YamlNode node) {
        RoleKind role = node.requireChoice("role", RoleKind.class, RoleKind::key);
        return node.texts("words").stream().map(word -> new RoleWord(role, word)).toList();
    }
}
