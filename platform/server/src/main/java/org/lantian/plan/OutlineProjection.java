package org.lantian.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.engine.document.Block;
import org.lantian.engine.quantity.Decimals;
import org.lantian.plan.draft.DraftClause.Kind;

/**
 * What an issued plan says on the national outline, for those who look across tenants: nodes with their words, the
 * measures of table 4 and totals. Telephone numbers and mail addresses are left out.
 *
 * @param nodes the outline's chapters and sections in print order
 * @param measures a row of table 4 each, by column id
 */
public record OutlineProjection(int form, String number, String issuedOn, String cluster, int baseYear, int termFrom,
        int termTo, List<Node> nodes, List<Map<String, String>> measures, Totals totals) {

    static final int FORM = 1;
    /** 12.6, or 颗粒物 3.5 where there is one pollutant alone. */
    private static final Pattern AMOUNT = Pattern.compile("(?:\\S+ )?(\\d+(?:\\.\\d+)?)");
    private static final Pattern CONTACT = Pattern.compile("(?<!\\d)(?:\\+?86[- ]?)?1[3-9]\\d{9}(?!\\d)"
            + "|(?<!\\d)0\\d{2,3}[-— ]\\d{7,8}(?!\\d)|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

    public OutlineProjection {
        nodes = List.copyOf(nodes);
        measures = List.copyOf(measures);
    }

    /** A chapter or section with the words below it. */
    public record Node(String code, String heading, List<String> clauses) {
        public Node {
            clauses = List.copyOf(clauses);
        }
    }

    /**
     * Sums over the plan.
     *
     * @param measuresByType rows of table 4 by upgrade type as printed
     * @param tonnes sum of the reductions that are known
     * @param unknown measures whose reduction is not known
     */
    public record Totals(int enterprises, int measures, Map<String, Integer> measuresByType, BigDecimal tonnes,
            int unknown) {
    }

    static OutlineProjection of(PlanTree tree) {
        List<Map<String, String>> measures = rows(tree, "table4");
        return new OutlineProjection(FORM, tree.number(), tree.issuedOn(), tree.cluster(), tree.baseYear(),
                tree.termFrom(), tree.termTo(), nodes(tree), measures, totals(rows(tree, "table1").size(), measures));
    }

    private static List<Node> nodes(PlanTree tree) {
        List<Node> nodes = new ArrayList<>();
        for (FrozenClause heading : tree.clauses()) {
            if (heading.kind() == Kind.CHAPTER || heading.kind() == Kind.SECTION) {
                nodes.add(new Node(heading.node(), heading.text(), tree.clauses().stream()
                        .filter(one -> one.node().equals(heading.node()) && one.id() != heading.id())
                        .map(FrozenClause::text).filter(text -> !text.isEmpty()).map(OutlineProjection::withoutContacts)
                        .toList()));
            }
        }
        return nodes;
    }

    static String withoutContacts(String text) {
        return CONTACT.matcher(text).replaceAll("（联系方式略）");
    }

    private static List<Map<String, String>> rows(PlanTree tree, String table) {
        Optional<Block.Table> found = PlanDocument.tables(tree.document()).stream().filter(one -> one.id().equals(table))
                .findFirst();
        return found.map(one -> one.rows().stream().map(row -> row(one, row)).toList()).orElse(List.of());
    }

    private static Map<String, String> row(Block.Table table, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(table.leaves().get(i).id(), withoutContacts(cells.get(i)));
        }
        return row;
    }

    private static Totals totals(int enterprises, List<Map<String, String>> measures) {
        Map<String, Integer> types = new TreeMap<>();
        BigDecimal tonnes = BigDecimal.ZERO;
        int unknown = 0;
        for (Map<String, String> measure : measures) {
            types.merge(measure.getOrDefault("upgradeType", ""), 1, Integer::sum);
            Optional<BigDecimal> reduction = number(measure.getOrDefault("reduction", ""));
            tonnes = tonnes.add(reduction.orElse(BigDecimal.ZERO));
            unknown += reduction.isEmpty() ? 1 : 0;
        }
        return new Totals(enterprises, measures.size(), types, Decimals.plain(tonnes), unknown);
    }

    /** What a reduction cell states: its total, or its only pollutant's amount. */
    private static Optional<BigDecimal> number(String cell) {
        Matcher stated = AMOUNT.matcher(cell.lines().findFirst().orElse("").strip());
        return stated.matches() ? Optional.of(new BigDecimal(stated.group(1))) : Optional.empty();
    }
}
