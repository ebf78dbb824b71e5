package org.lantian.plan.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.lantian.engine.document.Run;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.quantity.Explanation;
import org.lantian.plan.draft.DraftClause.Kind;
import org.lantian.plugin.outline.OutlineNode;

/** Drafts the outline's chapters and sections from facts. */
public final class Composer {

    /** Key of the clause that states the yearly goals. */
    public static final String GOAL_CLAUSE = "goals." + GoalsDraft.YEARLY;

    private Composer() {
    }

    /**
     * A whole draft.
     *
     * @param title as printed, one line an entry
     * @param clauses in print order, each after its parent
     * @param explanations of every figure in the clauses
     */
    public record Draft(List<String> title, List<DraftClause> clauses, List<Explanation> explanations) {
        public Draft {
            title = List.copyOf(title);
            clauses = List.copyOf(clauses);
            explanations = List.copyOf(explanations);
        }
    }

    public static Draft compose(ClusterFacts facts, ResolvedProfile profile) {
        Map<String, Explanation> explanations = Sentence.collection();
        List<DraftClause> clauses = new ArrayList<>();
        for (OutlineNode node : profile.outline()) {
            boolean chapter = node.parent().isEmpty();
            clauses.add(new DraftClause(node.code(), node.parent().orElse(""), chapter ? Kind.CHAPTER : Kind.SECTION,
                    node.code(), List.of(Run.text(node.heading()))));
            SectionDraft section = new SectionDraft(node.code(), explanations);
            write(facts, profile, node.code(), section);
            clauses.addAll(section.clauses());
        }
        return new Draft(title(facts), clauses, List.copyOf(explanations.values()));
    }

    private static List<String> title(ClusterFacts facts) {
        return List.of(facts.place(), "大气污染防治水平提升工作方案");
    }

    /** Chapters, and sections that a profile adds, have no words of their own. */
    private static void write(ClusterFacts facts, ResolvedProfile profile, String node, SectionDraft section) {
        switch (node) {
            case "overview" -> new OverviewDraft(facts, section).write();
            case "status" -> new StatusDraft(facts, profile, section).write();
            case "problems" -> new ProblemsDraft(facts, section).write();
            case "goals" -> new GoalsDraft(facts, section).write();
            case "tasks" -> new TasksDraft(facts, section).write();
            default -> { }
        }
    }
}
