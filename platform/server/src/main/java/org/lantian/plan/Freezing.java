package org.lantian.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.lantian.engine.document.Document;
import org.lantian.engine.document.IssueForm;
import org.lantian.plan.draft.LedgerFacts;

/** Freezes a plan's tree as a version. */
@Singleton
class Freezing {

    private final PlanContents contents;
    private final ClauseRows clauses;
    private final ExplanationRows explanations;
    private final VersionRows versions;
    private final LedgerFacts ledger;

    Freezing(PlanContents contents, ClauseRows clauses, ExplanationRows explanations, VersionRows versions,
            LedgerFacts ledger) {
        this.contents = contents;
        this.clauses = clauses;
        this.explanations = explanations;
        this.versions = versions;
        this.ledger = ledger;
    }

    /** Freezes the plan as it stands: clauses, and tables from today's data. */
    PlanVersion freeze(Plan plan, PlanVersion.Stage stage) {
        return versions.insert(tree(plan), stage);
    }

    /** The plan as it stands. */
    PlanTree tree(Plan plan) {
        List<Clause> standing = clauses.listOf(plan.id());
        Document document = PlanDocument.build(plan, standing, contents.facts(plan), contents.profile(plan));
        Map<Long, Long> roots = clauses.roots(plan.id());
        List<FrozenClause> frozen = standing.stream().map(clause -> new FrozenClause(clause.id(),
                roots.getOrDefault(clause.id(), clause.id()), clause.parent(), clause.kind(), clause.node(), clause.key(),
                clause.runs())).toList();
        return new PlanTree(PlanTree.FORM, plan.id(), "", "", ledger.requireCluster(plan.cluster()).name(),
                plan.baseYear(), plan.termFrom(), plan.termTo(), plan.profile(), plan.profileHash(), document, frozen,
                explanations.listOf(plan.id()));
    }

    /** The version that was approved, under its number; not a word of it changes. */
    PlanVersion issue(Plan issued, String number, String on, Optional<IssueForm> form) {
        PlanTree approved = versions.newestTree(issued.id()).orElseThrow();
        Document document = approved.document();
        return versions.insert(new PlanTree(approved.form(), approved.plan(), number, on, approved.cluster(),
                approved.baseYear(), approved.termFrom(), approved.termTo(), approved.profile(), approved.profileHash(),
                new Document(document.title(), PlanDocument.subtitle(issued), document.mark(), document.blocks(), form),
                approved.clauses(), approved.explanations()), PlanVersion.Stage.ISSUED);
    }
}
