package org.lantian.engine.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;


/** The numbers of a table's columns. */
public final class Columns {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|-?\\d+(?:\\.\\d+)?");
    private static final Pattern CELL = Pattern.compile("^(?:[≤≥<>约]\\s*)?(" + NUMBER.pattern() + ")\\s*(%|％)?[^\\d]{0,6}$");

    private Columns() {
    }

    /** The number of a cell that holds one number, with or without a unit. */
    public static Optional<BigDecimal> number(String cell) {
        Matcher found = CELL.matcher(cell.strip());
        return found.matches() ? Optional.of(new BigDecimal(found.group(1).replace(",", ""))) : Optional.empty();
    }

    public static boolean percent(String cell) {
        return cell.strip().endsWith("%") || cell.strip().endsWith("％");
    }

    /** A row whose first words are one of these. */
    public static boolean labelled(List<String> row, String... words) {
        for (int i = 0; i < Math.min(3, row.size()); i++) {
            String cell = row.get(i).replaceAll("\\s", "");
            for (String word : words) {
                if (cell.equals(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A number without trailing zeros and exponent. */
    public static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    /** Rows that are neither totals nor averages. */
    public static List<Integer> dataRows(ReadTable table) {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            if (!labelled(table.rows().get(i), "合计", "总计", "小计", "平均", "均值", "平均值", "全市", "全区", "全县")) {
                rows.add(i);
            }
        }
        return rows;
    }
}
