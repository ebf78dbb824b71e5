package org.lantian.engine.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;


/**
 * Three columns of a table that belong together: a base value, its target and the change between them.
 *
 * @param percent whether the change is a percentage, else a difference
 */
public record Triple(ReadTable table, int base, int target, int change, boolean percent) {

    /** The triples of a table: three numeric columns in a row whose headers say so. */
    public static List<Triple> of(ReadTable table) {
        List<Triple> triples = new ArrayList<>();
        for (int i = 0; i + 2 < table.columns().size(); i++) {
            String base = table.columns().get(i).replaceAll("\\s", "");
            String target = table.columns().get(i + 1).replaceAll("\\s", "");
            String change = table.columns().get(i + 2).replaceAll("\\s", "");
            if (base.matches(".*(?:实际|现状|基数|基准|上年|去年|同期).*") && target.matches(".*(?:目标|控制|计划).*")
                    && change.matches(".*(?:下降|减少|降低|降幅|减排|削减|比例).*")) {
                int column = i + 2;
                boolean percent = table.rows().stream().anyMatch(row -> Columns.percent(row.get(column)))
                        || change.contains("%");
                triples.add(new Triple(table, i, i + 1, i + 2, percent));
            }
        }
        return triples;
    }

    public Optional<BigDecimal> base(int row) {
        return Columns.number(table.rows().get(row).get(base));
    }

    public Optional<BigDecimal> target(int row) {
        return Columns.number(table.rows().get(row).get(target));
    }

    public Optional<BigDecimal> change(int row) {
        return Columns.number(table.rows().get(row).get(change));
    }

    /** The value that the base comes to by a change. */
    public BigDecimal reduced(BigDecimal base, BigDecimal by) {
        return percent ? base.subtract(base.multiply(by).movePointLeft(2)) : base.subtract(by);
    }

    public String arithmetic(BigDecimal base, BigDecimal by, BigDecimal result) {
        return Columns.plain(base) + (percent ? " × (1 − " + Columns.plain(by) + "%) = " : " − " + Columns.plain(by) + " = ")
                + Columns.plain(result);
    }

    /** The row's first cell with words. */
    public String name(int row) {
        return table.rows().get(row).stream().filter(cell -> !cell.isBlank() && Columns.number(cell).isEmpty()).findFirst()
                .orElse("第" + (row + 1) + "行");
    }

    /** Header of the target column. */
    String targetHeader() {
        return table.columns().get(target).replaceAll("\\s", "");
    }

    /** What the columns are about: the words that base and target share. */
    public String subject() {
        return table.columns().get(base).replaceAll("\\s", "");
    }
}
