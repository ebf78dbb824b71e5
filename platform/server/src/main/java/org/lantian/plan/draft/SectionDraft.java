package org.lantian.plan.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.lantian.engine.document.Run;
import org.lantian.engine.quantity.Explanation;
import org.lantian.plan.draft.DraftClause.Kind;

/** Collects the clauses of one section of the outline. */
final class SectionDraft {

    private final String node;
    private final Map<String, Explanation> explanations;
    private final List<DraftClause> clauses = new ArrayList<>();

    SectionDraft(String node, Map<String, Explanation> explanations) {
        this.node = node;
        this.explanations = explanations;
    }

    Sentence sentence() {
        return new Sentence(explanations);
    }

    /** Adds a paragraph unless nothing was said. */
    void paragraph(String name, Sentence sentence) {
        if (!sentence.empty()) {
            clauses.add(new DraftClause(node + "." + name, node, Kind.PARAGRAPH, node, sentence.runs()));
        }
    }

    void heading(String name, String words) {
        clauses.add(new DraftClause(node + "." + name, node, Kind.HEADING, node, List.of(Run.text(words))));
    }

    /** Adds an item of the section. */
    void item(String name, Sentence sentence) {
        clauses.add(new DraftClause(node + "." + name, node, Kind.ITEM, node, sentence.runs()));
    }

    /** Adds an item under a heading of the section. */
    void item(String heading, String name, Sentence sentence) {
        clauses.add(new DraftClause(node + "." + heading + "." + name, node + "." + heading, Kind.ITEM, node,
                sentence.runs()));
    }

    void chart(String name) {
        clauses.add(new DraftClause(name, node, Kind.CHART, node, List.of()));
    }

    void table(String id) {
        clauses.add(new DraftClause(id, node, Kind.TABLE, node, List.of()));
    }

    List<DraftClause> clauses() {
        return clauses;
    }
}
