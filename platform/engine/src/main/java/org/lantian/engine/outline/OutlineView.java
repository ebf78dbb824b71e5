package org.lantian.engine.outline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.reading.Placement;
import org.lantian.engine.reading.ReadPlan;
import org.lantian.engine.reading.ReadSection;
import org.lantian.plugin.outline.OutlineNode;
import org.lantian.plugin.region.Vocabulary;
import org.lantian.plugin.vocabulary.UpgradeType;

/**
 * A plan on the common outline.
 *
 * @param nodes every node of the outline, in its order
 * @param supplements sections beside the outline
 * @param lacks what the outline asks and the plan does not have, one sentence each
 * @param words class words that the plan uses, with their upgrade type
 */
public record OutlineView(String title, List<Node> nodes, List<Supplement> supplements, List<String> lacks,
        List<ClassWord> words) {

    /** How far a node is covered. */
    public enum Coverage {
        /** Sections, and the table where the outline asks for one. */
        COVERED,
        /** Sections, but not the outline's table. */
        WITHOUT_TABLE,
        /** Nothing. */
        MISSING
    }

    /** A section that stands on a node. */
    public record Part(String id, String heading, int line, int items, int tables) {
    }

    /** A node with what covers it. */
    public record Node(String code, Optional<String> parent, String heading, String asks, Coverage coverage,
            List<Part> parts) {
        public Node {
            parts = List.copyOf(parts);
        }
    }

    /** A section beside the outline. */
    public record Supplement(String id, String heading, String reason, int line) {
    }

    /**
     * A class word.
     *
     * @param back the word that the same vocabulary prints for the type
     * @param count how often the plan uses it
     */
    public record ClassWord(String vocabulary, String word, UpgradeType type, String back, int count) {
    }

    public OutlineView {
        nodes = List.copyOf(nodes);
        supplements = List.copyOf(supplements);
        lacks = List.copyOf(lacks);
        words = List.copyOf(words);
    }

    public static OutlineView of(ReadPlan plan, ResolvedProfile profile) {
        Map<String, List<Part>> parts = new LinkedHashMap<>();
        List<Supplement> supplements = new ArrayList<>();
        for (ReadSection section : plan.sections()) {
            switch (section.placement()) {
                case Placement.Node node -> parts.computeIfAbsent(node.code(), ignored -> new ArrayList<>())
                        .add(part(plan, section));
                case Placement.Supplement supplement -> supplements.add(new Supplement(section.id(),
                        section.number() + section.heading(), supplement.reason(), section.line()));
            }
        }
        List<Node> nodes = profile.outline().stream()
                .map(node -> node(node, parts.getOrDefault(node.code(), List.of()), below(node, parts, profile), profile)).toList();
        return new OutlineView(plan.title(), nodes, supplements, lacks(nodes, profile), words(plan, profile));
    }

    private static Part part(ReadPlan plan, ReadSection section) {
        return new Part(section.id(), section.number() + section.heading(), section.line(), section.items().size(),
                (int) plan.tables().stream().filter(table -> table.section().equals(section.id())).count());
    }

    /** Whether a node of the next level holds a section. */
    private static boolean below(OutlineNode node, Map<String, List<Part>> parts, ResolvedProfile profile) {
        return profile.outline().stream().anyMatch(one -> one.parent().equals(Optional.of(node.code()))
                && parts.containsKey(one.code()));
    }

    private static Node node(OutlineNode node, List<Part> parts, boolean below, ResolvedProfile profile) {
        boolean tables = parts.stream().anyMatch(part -> part.tables() > 0);
        Coverage coverage = parts.isEmpty() && !below ? Coverage.MISSING
                : node.tableId().isPresent() && !tables ? Coverage.WITHOUT_TABLE : Coverage.COVERED;
        return new Node(node.code(), node.parent(), node.heading(), node.asks(), coverage, parts);
    }

    private static List<String> lacks(List<Node> nodes, ResolvedProfile profile) {
        return nodes.stream().flatMap(node -> switch (node.coverage()) {
            case COVERED -> Stream.<String>empty();
            case MISSING -> Stream.of("没有“" + node.heading() + "”：" + node.asks());
            case WITHOUT_TABLE -> Stream.of("“" + node.heading() + "”没有大纲要求的" + profile.outlineNode(node.code()).tableId()
                    .flatMap(profile::findTable).map(table -> "表" + table.number().map(String::valueOf).orElse("") + " "
                            + table.title().replaceAll("\\{[^}]*\\}", "")).orElse("表") + "。");
        }).toList();
    }

    private static List<ClassWord> words(ReadPlan plan, ResolvedProfile profile) {
        String text = Stream.concat(
                plan.sections().stream().flatMap(section -> Stream.concat(
                        section.paragraphs().stream().map(paragraph -> paragraph.text()),
                        section.items().stream().map(item -> item.text()))),
                plan.tables().stream().flatMap(table -> table.rows().stream().flatMap(List::stream)))
                .reduce("", (all, one) -> all + "\n" + one);
        List<ClassWord> words = new ArrayList<>();
        for (Vocabulary vocabulary : profile.region().vocabularies()) {
            for (Vocabulary.Term term : vocabulary.terms()) {
                String phrase = vocabulary.phrase().contains(term.word() + "一批") ? term.word() + "一批" : term.word();
                int count = count(text, phrase);
                if (count > 0) {
                    words.add(new ClassWord(vocabulary.id(), phrase, term.type(),
                            vocabulary.wordFor(term.type()).orElse(term.word()), count));
                }
            }
        }
        return words;
    }

    private static int count(String text, String word) {
        int count = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            count++;
        }
        return count;
    }
}
