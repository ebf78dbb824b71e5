package org.lantian.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.lantian.engine.check.PlanCheck;
import org.lantian.engine.check.PlanFacts;
import org.lantian.engine.check.PlanFacts.NamedRows;
import org.lantian.engine.check.Remark;
import org.lantian.engine.check.document.ComposedCheck;
import org.lantian.engine.document.Block;
import org.lantian.engine.document.Document;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.rule.EnterpriseFacts;
import org.lantian.plan.draft.ClusterFacts;
import org.lantian.plan.draft.Composer;
import org.lantian.plan.draft.LedgerFacts;
import org.lantian.plan.draft.PlannedMeasures;
import org.lantian.plan.measure.Measures;
import org.lantian.plugin.table.Field;

/** Reads what a plan is made from and lays it out; a closed plan comes from its frozen tree alone. */
@Singleton
class PlanContents {

    private final LedgerFacts ledger;
    private final Measures measures;
    private final ClauseRows clauses;
    private final VersionRows versions;

    PlanContents(LedgerFacts ledger, Measures measures, ClauseRows clauses, VersionRows versions) {
        this.ledger = ledger;
        this.measures = measures;
        this.clauses = clauses;
        this.versions = versions;
    }

    ResolvedProfile profile(Plan plan) {
        return ledger.profile(plan.profileHash());
    }

    ClusterFacts facts(Plan plan) {
        return facts(plan.cluster(), plan.baseYear(), plan.termFrom(), plan.termTo());
    }

    ClusterFacts facts(long cluster, int baseYear, int termFrom, int termTo) {
        LedgerFacts.Cluster found = ledger.requireCluster(cluster);
        List<EnterpriseFacts> enterprises = ledger.enterprises(cluster, baseYear);
        return new ClusterFacts(ledger.city(), found.name(), found.approval(), baseYear, termFrom, termTo, enterprises,
                ledger.findings(enterprises, baseYear), measures.facts(cluster, enterprises));
    }

    Document document(Plan plan) {
        if (plan.frozen()) {
            return versions.newestTree(plan.id()).orElseThrow(
                    () -> new IllegalStateException("closed plan " + plan.id() + " has no frozen version")).document();
        }
        return PlanDocument.build(plan, clauses.listOf(plan.id()), facts(plan), profile(plan));
    }

    /** The plan checked against itself; a closed one was checked when it was submitted. */
    List<Remark> check(Plan plan) {
        if (plan.frozen()) {
            return List.of();
        }
        ClusterFacts facts = facts(plan);
        ResolvedProfile profile = profile(plan);
        List<Clause> present = clauses.listOf(plan.id());
        Document document = PlanDocument.build(plan, present, facts, profile);
        Optional<Clause> goal = present.stream().filter(clause -> clause.key().equals(Composer.GOAL_CLAUSE)).findFirst();
        List<Remark> remarks = new ArrayList<>(PlanCheck.check(new PlanFacts(plan.termFrom(), plan.termTo(), namedRows(document, profile),
                PlannedMeasures.of(facts), "table4", PlannedMeasures.problems(facts), new PlanFacts.Clause(
                        goal.map(clause -> Long.toString(clause.id())).orElse("goals"), goal.map(Clause::text).orElse("")))));
        ComposedCheck.check(document, profile).stream()
                .filter(remark -> remarks.stream().noneMatch(one -> one.code() == remark.code()
                        && one.clause().equals(remark.clause()))).forEach(remarks::add);
        return remarks;
    }

    /** Tables 1 to 3 with the names in them, as they will be printed. */
    private static List<NamedRows> namedRows(Document document, ResolvedProfile profile) {
        List<NamedRows> tables = PlanDocument.tables(document).stream().flatMap(table -> names(table, profile).stream())
                .toList();
        return tables.isEmpty() ? List.of(new NamedRows("table1", "表1", List.of())) : tables;
    }

    private static Optional<NamedRows> names(Block.Table table, ResolvedProfile profile) {
        var leaves = profile.requireTable(table.id()).leaves();
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i).field().equals(Optional.of(Field.ENTERPRISE_NAME))) {
                int column = i;
                return Optional.of(new NamedRows(table.id(), table.caption().split(" ")[0],
                        table.rows().stream().map(row -> row.get(column)).toList()));
            }
        }
        return Optional.empty();
    }
}
