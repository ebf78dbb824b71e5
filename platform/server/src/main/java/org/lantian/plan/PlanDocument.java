package org.lantian.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.lantian.engine.document.Block;
import org.lantian.engine.document.Block.Orientation;
import org.lantian.engine.document.Document;
import org.lantian.engine.numeral.ChineseNumerals;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.plan.draft.ClusterFacts;
import org.lantian.plan.draft.DraftClause.Kind;
import org.lantian.plan.draft.PlanTables;
import org.lantian.plan.draft.ReductionChart;

/**
 * Lays a plan's clauses out as a document: numbers follow from the clauses' places, tables stand on landscape pages,
 * every block's anchor is its clause's id.
 */
final class PlanDocument {

    private final Plan plan;
    private final List<Clause> clauses;
    private final ClusterFacts facts;
    private final ResolvedProfile profile;
    private final List<Block> blocks = new ArrayList<>();
    private boolean landscape;

    private PlanDocument(Plan plan, List<Clause> clauses, ClusterFacts facts, ResolvedProfile profile) {
        this.plan = plan;
        this.clauses = clauses;
        this.facts = facts;
        this.profile = profile;
    }

    static Document build(Plan plan, List<Clause> clauses, ClusterFacts facts, ResolvedProfile profile) {
        PlanDocument document = new PlanDocument(plan, clauses, facts, profile);
        document.children(Optional.empty());
        return new Document(plan.title(), subtitle(plan), plan.mark(), document.blocks);
    }

    /** The tables alone, in print order. */
    static List<Block.Table> tables(Document document) {
        return document.blocks().stream().filter(Block.Table.class::isInstance).map(Block.Table.class::cast).toList();
    }

    /** The line below the title: how far the plan has come, or its number. */
    static String subtitle(Plan plan) {
        return switch (plan.state()) {
            case DRAFT -> "草稿";
            case CONSULTATION -> "征求意见稿";
            case REVIEW -> "送审稿";
            case APPROVED -> "审定稿";
            case ISSUED, REVISED -> plan.number().orElse("");
            case WITHDRAWN -> "已撤回";
        };
    }

    private void children(Optional<Clause> parent) {
        int number = 0;
        for (Clause clause : clauses.stream().filter(one -> one.parent().equals(parent.map(Clause::id)))
                .sorted(Comparator.comparingInt(Clause::ordinal)).toList()) {
            boolean numbered = switch (clause.kind()) {
                case CHAPTER, SECTION, HEADING, ITEM -> true;
                case PARAGRAPH, TABLE, CHART -> false;
            };
            number += numbered ? 1 : 0;
            add(clause, parent, number);
            children(Optional.of(clause));
        }
    }

    private void add(Clause clause, Optional<Clause> parent, int number) {
        String anchor = Long.toString(clause.id());
        switch (clause.kind()) {
            case CHAPTER -> upright(new Block.Heading(1, ChineseNumerals.write(number) + "、", clause.runs(), anchor));
            case SECTION -> upright(
                    new Block.Heading(2, "（" + ChineseNumerals.write(number) + "）", clause.runs(), anchor));
            case HEADING -> upright(new Block.Heading(3, number + ".", clause.runs(), anchor));
            case ITEM -> {
                boolean deep = parent.map(Clause::kind).filter(kind -> kind == Kind.HEADING).isPresent();
                upright(new Block.Item(deep ? 4 : 3, deep ? "（" + number + "）" : number + ".", clause.runs(), anchor));
            }
            case PARAGRAPH -> upright(new Block.Paragraph(Block.ParagraphStyle.BODY, clause.runs(), anchor));
            case CHART -> ReductionChart.of(facts, anchor).ifPresent(this::upright);
            case TABLE -> profile.findTable(clause.key()).ifPresent(spec -> {
                turn(Orientation.LANDSCAPE);
                blocks.add(new PlanTables(facts).table(spec, anchor));
            });
        }
    }

    private void upright(Block block) {
        turn(Orientation.PORTRAIT);
        blocks.add(block);
    }

    private void turn(Orientation orientation) {
        boolean wanted = orientation == Orientation.LANDSCAPE;
        if (landscape != wanted) {
            blocks.add(new Block.Section(orientation));
            landscape = wanted;
        }
    }
}
