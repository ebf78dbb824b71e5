package org.lantian.engine.check.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.engine.reading.Columns;
import org.lantian.engine.reading.ReadTable;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** A rate of reduction says from which year it counts, and how many tonnes that is. */
final class Reductions {

    private static final Pattern BASE_YEAR = Pattern.compile("(?:以|较|比)((?:19|20)\\d{2})年(?:为基准年?|为基期|为基数)?|基准年[^\\d]{0,4}((?:19|20)\\d{2})年");
    private static final Pattern POLLUTANT = Pattern.compile("颗粒物|二氧化硫|氮氧化物|挥发性有机物|SO2|NOx|VOCs");
    private static final Pattern RATE = Pattern.compile("(颗粒物|二氧化硫|氮氧化物|挥发性有机物|VOCs|NOx|SO2|主要污染物)(?:排放量|排放总量)?(?:减排率|下降率|减排比例|下降比例)|(?:排放量|排放总量)(?:下降|减少|削减)\\d+(?:\\.\\d+)?%");
    private static final Pattern TONNES = Pattern.compile("减排[^。；]{0,12}\\d+(?:\\.\\d+)?(?:万)?吨|减排量");

    private Reductions() {
    }

    static void check(CheckedPlan plan) {
        List<String> rates = new ArrayList<>();
        List<String> arithmetic = new ArrayList<>();
        Optional<Place> place = Optional.empty();
        for (ReadTable table : plan.plan().tables()) {
            for (int row : Columns.dataRows(table)) {
                String text = String.join(" ", table.rows().get(row));
                Matcher rate = RATE.matcher(text);
                if (rate.find()) {
                    place = place.isPresent() ? place : Optional.of(plan.place(table, row));
                    rates.add(rate.group());
                    tonnes(plan, table.rows().get(row)).ifPresent(arithmetic::add);
                }
            }
        }
        if (place.isEmpty()) {
            return;
        }
        boolean stated = plan.sentences().stream().anyMatch(sentence -> TONNES.matcher(sentence.text()).find());
        if (!stated) {
            plan.remark(RemarkCode.REDUCTION_WITHOUT_TONNES, Severity.WARNING, place.get(),
                    "减排目标只有比例（" + String.join("、", rates) + "），没有减排量（吨）。", rates, String.join("；", arithmetic),
                    arithmetic.isEmpty() ? "补充以吨计的减排量。" : "补充以吨计的减排量，可按基准年排放量折算。");
        }
        if (baseYear(plan).isEmpty()) {
            plan.remark(RemarkCode.BASE_YEAR_MISSING, Severity.WARNING, place.get(), "减排比例没有写明基准年。", rates, "",
                    "写明以哪一年的排放量为基准。");
        }
    }

    private static Optional<String> baseYear(CheckedPlan plan) {
        for (Sentence sentence : plan.sentences()) {
            Matcher found = BASE_YEAR.matcher(sentence.text());
            if (found.find()) {
                return Optional.of(found.group(1) == null ? found.group(2) : found.group(1));
            }
        }
        return Optional.empty();
    }

    /** The tonnes that a rate comes to, where a table gives the base year's emissions. */
    private static Optional<String> tonnes(CheckedPlan plan, List<String> row) {
        Matcher pollutant = POLLUTANT.matcher(String.join(" ", row));
        Optional<BigDecimal> rate = row.reversed().stream().flatMap(cell -> Columns.number(cell).stream()).findFirst();
        Optional<String> year = baseYear(plan);
        if (!pollutant.find() || rate.isEmpty() || year.isEmpty()) {
            return Optional.empty();
        }
        for (ReadTable table : plan.plan().tables()) {
            int column = table.columns().stream().map(header -> header.replaceAll("\\s", "")).toList()
                    .indexOf(year.get() + "年");
            for (List<String> other : table.rows()) {
                if (column >= 0 && other.getFirst().replaceAll("\\s", "").equals(pollutant.group())) {
                    return Columns.number(other.get(column)).map(base -> pollutant.group() + " " + Columns.plain(base)
                            + " × " + Columns.plain(rate.get()) + "% = " + Columns.plain(base.multiply(rate.get())
                                    .movePointLeft(2).setScale(2, RoundingMode.HALF_EVEN)));
                }
            }
        }
        return Optional.empty();
    }
}
