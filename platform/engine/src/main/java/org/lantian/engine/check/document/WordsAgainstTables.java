package org.lantian.engine.check.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.lantian.engine.reading.Columns;
import org.lantian.engine.reading.ReadTable;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** What the text says of the largest and of trends is what the tables show. */
final class WordsAgainstTables {

    private static final Pattern LARGEST = Pattern.compile("主要(?:集聚|集中|分布|聚集)(?:于|在)([\\p{IsHan}、和及]{2,40})");
    private static final Pattern MOST = Pattern.compile("([\\p{IsHan}]{2,8})(?:的)?(?:企业|家数|数量|排放量|产值)最多");
    private static final Pattern TREND = Pattern.compile("(先升后降|先降后升|逐年下降|逐年上升|逐年增加|逐年减少|持续下降|持续上升|呈下降趋势|呈上升趋势)");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}年?");

    private WordsAgainstTables() {
    }

    static void check(CheckedPlan plan) {
        for (Sentence sentence : plan.sentences()) {
            Matcher largest = LARGEST.matcher(sentence.text());
            if (largest.find()) {
                largest(plan, sentence, largest.group(1), largest.group());
            }
            Matcher most = MOST.matcher(sentence.text());
            if (most.find()) {
                largest(plan, sentence, most.group(1), most.group());
            }
            Matcher trend = TREND.matcher(sentence.text());
            if (trend.find()) {
                trend(plan, sentence, trend.group());
            }
        }
    }

    private static void largest(CheckedPlan plan, Sentence sentence, String words, String claim) {
        List<String> named = Stream.of(words.split("[、和及，]")).map(String::strip).filter(name -> name.length() >= 2)
                .toList();
        for (ReadTable table : plan.plan().tables()) {
            int count = countColumn(table);
            if (count < 0 || named.isEmpty()) {
                continue;
            }
            List<Integer> rows = Columns.dataRows(table);
            List<Integer> ofNamed = rows.stream().filter(row -> named.stream().anyMatch(name -> table.rows().get(row)
                    .stream().anyMatch(cell -> cell.length() >= 2 && (name.startsWith(cell) || cell.startsWith(name))))).toList();
            if (ofNamed.size() != named.size()) {
                continue;
            }
            List<Integer> ordered = rows.stream().filter(row -> value(table, row, count).isPresent())
                    .sorted(Comparator.comparing((Integer row) -> value(table, row, count).orElseThrow()).reversed()).toList();
            List<Integer> top = ordered.stream().limit(named.size()).toList();
            BigDecimal least = ofNamed.stream().flatMap(row -> value(table, row, count).stream())
                    .min(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
            boolean right = top.stream().allMatch(row -> ofNamed.contains(row)
                    || value(table, row, count).orElseThrow().compareTo(least) <= 0);
            if (!right) {
                String shown = ordered.stream().limit(named.size() + 1).map(row -> label(table, row) + " "
                        + Columns.plain(value(table, row, count).orElseThrow())).collect(Collectors.joining("，"));
                plan.remark(RemarkCode.WORDS_AGAINST_TABLE, Severity.WARNING, sentence.place(),
                        "“" + claim + "”与表“" + table.title() + "”不符：该表中最多的依次为" + shown + "。", named, shown,
                        "改正文字，或写明按什么（产值、产能）衡量。");
                return;
            }
        }
    }

    private static int countColumn(ReadTable table) {
        for (int i = 0; i < table.columns().size(); i++) {
            String header = table.columns().get(i).replaceAll("\\s", "");
            if (header.matches("企业(?:数|数量|家数|个数)?(?:（家）|\\(家\\)|（个）)?|企业.*家.*|.*企业数.*")) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<BigDecimal> value(ReadTable table, int row, int column) {
        return Columns.number(table.rows().get(row).get(column));
    }

    private static String label(ReadTable table, int row) {
        return table.rows().get(row).stream().filter(cell -> !cell.isBlank() && Columns.number(cell).isEmpty()).findFirst()
                .orElse("");
    }

    /** Tables with columns of years in the sentence's section; a row that moves otherwise is named. */
    private static void trend(CheckedPlan plan, Sentence sentence, String claim) {
        for (ReadTable table : plan.plan().tables()) {
            List<Integer> years = new ArrayList<>();
            for (int i = 0; i < table.columns().size(); i++) {
                if (YEAR.matcher(table.columns().get(i).replaceAll("\\s", "")).matches()) {
                    years.add(i);
                }
            }
            if (years.size() < 2 || !table.section().equals(sentence.section())) {
                continue;
            }
            for (int row : Columns.dataRows(table)) {
                List<BigDecimal> values = years.stream().flatMap(year -> value(table, row, year).stream()).toList();
                if (values.size() == years.size() && sentence.text().contains(label(table, row)) && !moves(values, claim)) {
                    plan.remark(RemarkCode.WORDS_AGAINST_TABLE, Severity.WARNING, sentence.place(),
                            "文中称“" + claim + "”，而表“" + table.title() + "”中“" + label(table, row) + "”不是这样。",
                            List.of(label(table, row)), values.stream().map(Columns::plain).collect(Collectors.joining(" → ")),
                            "改正文字或表格。");
                }
            }
        }
    }

    private static boolean moves(List<BigDecimal> values, String claim) {
        int peak = values.indexOf(values.stream().max(Comparator.naturalOrder()).orElseThrow());
        int low = values.indexOf(values.stream().min(Comparator.naturalOrder()).orElseThrow());
        return switch (claim) {
            case "先升后降" -> peak > 0 && peak < values.size() - 1;
            case "先降后升" -> low > 0 && low < values.size() - 1;
            case "逐年下降", "逐年减少", "持续下降" -> steps(values, -1);
            case "逐年上升", "逐年增加", "持续上升" -> steps(values, 1);
            case "呈下降趋势" -> values.getLast().compareTo(values.getFirst()) < 0;
            default -> values.getLast().compareTo(values.getFirst()) > 0;
        };
    }

    private static boolean steps(List<BigDecimal> values, int direction) {
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i).compareTo(values.get(i - 1)) != direction) {
                return false;
            }
        }
        return true;
    }
}
