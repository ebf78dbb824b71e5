package org.lantian.engine.check.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.lantian.engine.reading.Columns;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** A total that is split in brackets (20家（甲4家、乙3家…）) or after 其中 equals the sum of its parts. */
final class Quotas {

    private static final String UNIT = "(万户|万吨|万元|亿元|万辆|家|个|户|台|套|吨|座|条|辆|项|公里|平方米|亩|人|名)";
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.])(\\d+(?:\\.\\d+)?)" + UNIT);
    private static final Pattern BRACKET = Pattern.compile("（([^（）]{6,400})）");
    private static final Pattern OF_WHICH = Pattern.compile("其中[：:，]?([^；。]{6,300})$");

    private record Part(BigDecimal value, String unit, String words) {
    }

    private Quotas() {
    }

    static void check(CheckedPlan plan) {
        for (Sentence sentence : plan.sentences()) {
            String text = sentence.text();
            Matcher bracket = BRACKET.matcher(text);
            while (bracket.find()) {
                int end = bracket.start();
                split(plan, sentence, text.substring(0, end), bracket.group(1), true);
            }
            Matcher ofWhich = OF_WHICH.matcher(text);
            if (ofWhich.find()) {
                split(plan, sentence, text.substring(0, ofWhich.start()), ofWhich.group(1), false);
            }
        }
    }

    /** A list is a split if each of its entries names somebody and a number of the total's unit. */
    private static void split(CheckedPlan plan, Sentence sentence, String before, String list, boolean whole) {
        List<Part> parts = new ArrayList<>();
        for (String entry : list.split("[、，；]")) {
            Matcher number = NUMBER.matcher(entry);
            if (!number.find() || number.start() == 0 || number.find()) {
                return;
            }
            number.reset();
            number.find();
            parts.add(new Part(new BigDecimal(number.group(1)), number.group(2), entry));
        }
        if (parts.size() < 2 || parts.stream().map(Part::unit).distinct().count() > 1) {
            return;
        }
        total(before, parts.getFirst().unit()).ifPresent(total -> compare(plan, sentence, total, parts, whole));
    }

    /** The last number of the unit before the list, in the same clause. */
    private static Optional<Part> total(String before, String unit) {
        Optional<Part> last = Optional.empty();
        String clause = before.substring(Math.max(before.lastIndexOf('；'), before.lastIndexOf('。')) + 1);
        Matcher number = NUMBER.matcher(clause);
        while (number.find()) {
            if (number.group(2).equals(unit)) {
                last = Optional.of(new Part(new BigDecimal(number.group(1)), unit, number.group()));
            }
        }
        return last;
    }

    private static void compare(CheckedPlan plan, Sentence sentence, Part total, List<Part> parts, boolean whole) {
        BigDecimal sum = parts.stream().map(Part::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        int order = sum.compareTo(total.value());
        if (order == 0) {
            return;
        }
        String arithmetic = parts.stream().map(part -> Columns.plain(part.value())).collect(Collectors.joining(" + ")) + " = "
                + Columns.plain(sum) + (order > 0 ? " > " : " < ") + Columns.plain(total.value());
        plan.remark(RemarkCode.QUOTA_DIFFERS, whole || order > 0 ? Severity.ERROR : Severity.WARNING, sentence.place(),
                "“" + total.words() + "”与其分解之和" + Columns.plain(sum) + total.unit() + "不符。",
                parts.stream().map(Part::words).toList(), arithmetic, "核对总数和各项分解。");
    }
}
