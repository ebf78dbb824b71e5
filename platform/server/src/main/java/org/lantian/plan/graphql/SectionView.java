package org.lantian.plan.graphql;

import java.util.List;

import org.lantian.plan.Clause;
import org.lantian.plan.draft.DraftClause.Kind;

/** A section of the outline with the clauses that stand in it. */
record SectionView(String code, String heading, List<Clause> clauses) {

    static List<SectionView> of(List<Clause> clauses) {
        return clauses.stream().filter(clause -> clause.kind() == Kind.SECTION)
                .map(section -> new SectionView(section.node(), section.text(),
                        clauses.stream().filter(clause -> clause.node().equals(section.node())
                                && clause.kind() != Kind.SECTION).toList()))
                .toList();
    }
}
