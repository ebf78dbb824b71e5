package org.lantian.plan;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.lantian.engine.document.Block;

/** Where a clause of a frozen version stands, as people name it: 二、（一）目标，第2段. */
public final class ClausePlaces {

    private ClausePlaces() {
    }

    public static String of(PlanTree tree, long clause) {
        Map<Long, FrozenClause> byId = tree.clauses().stream()
                .collect(Collectors.toMap(FrozenClause::id, Function.identity()));
        FrozenClause found = byId.get(clause);
        if (found == null) {
            return "（已删除的条款）";
        }
        String above = found.parent().map(byId::get).map(parent -> above(tree, parent, byId)).orElse("");
        return above + switch (found.kind()) {
            case CHAPTER, SECTION, HEADING -> number(tree, clause) + found.text();
            case ITEM -> number(tree, clause);
            case PARAGRAPH -> "第" + paragraph(tree, found) + "段";
            case TABLE -> caption(tree, clause);
            case CHART -> "图";
        };
    }

    private static String above(PlanTree tree, FrozenClause clause, Map<Long, FrozenClause> byId) {
        String outer = clause.parent().map(byId::get).map(parent -> above(tree, parent, byId)).orElse("");
        return outer + number(tree, clause.id());
    }

    private static long paragraph(PlanTree tree, FrozenClause paragraph) {
        return 1 + tree.clauses().stream().filter(one -> one.kind() == paragraph.kind()
                && one.parent().equals(paragraph.parent())).takeWhile(one -> one.id() != paragraph.id()).count();
    }

    private static String number(PlanTree tree, long clause) {
        return block(tree, clause).map(block -> switch (block) {
            case Block.Heading heading -> heading.number();
            case Block.Item item -> item.number();
            default -> "";
        }).orElse("");
    }

    private static String caption(PlanTree tree, long clause) {
        return block(tree, clause).map(block -> block instanceof Block.Table table ? table.caption().split(" ")[0] : "表")
                .orElse("表");
    }

    private static Optional<Block> block(PlanTree tree, long clause) {
        String anchor = Long.toString(clause);
        return tree.document().blocks().stream().filter(block -> switch (block) {
            case Block.Heading heading -> heading.anchor().equals(anchor);
            case Block.Item item -> item.anchor().equals(anchor);
            case Block.Table table -> table.anchor().equals(anchor);
            default -> false;
        }).findFirst();
    }
}
