package org.lantian.engine.check.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.engine.numeral.ChineseNumerals;
import org.lantian.engine.reading.Normal;
import org.lantian.engine.reading.ReadSection;
import org.lantian.engine.source.SourceBlock;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** Headings under one heading are numbered 1, 2, 3 … in one style, and stand on lines of their own. */
final class HeadingNumbers {

    private static final Pattern NUMBER = Pattern.compile("[一二三四五六七八九十百〇零]+|\\d+(?!\\d*[.．]\\d)");
    private static final Pattern GLUED = Pattern.compile("[。；]([一二三四五六七八九十]{1,3}、[^。；，：]{2,25})$");

    private HeadingNumbers() {
    }

    static void check(CheckedPlan plan) {
        Map<String, List<ReadSection>> rows = new LinkedHashMap<>();
        for (ReadSection section : plan.plan().sections()) {
            if (!section.number().isBlank() && !section.id().matches("A\\d+")) {
                int dot = section.id().lastIndexOf('.');
                rows.computeIfAbsent(dot < 0 ? "" : section.id().substring(0, dot), ignored -> new ArrayList<>())
                        .add(section);
            }
        }
        rows.values().forEach(row -> row(plan, row));
        for (SourceBlock block : plan.source().blocks()) {
            if (block instanceof SourceBlock.Text text) {
                Matcher glued = GLUED.matcher(Normal.text(text.text()));
                if (glued.find()) {
                    plan.remark(RemarkCode.HEADING_IN_PARAGRAPH, Severity.WARNING, new Place(text.line(), glued.group(1)),
                            "标题“" + glued.group(1) + "”接在上一段的末尾，没有另起一行。", List.of(glued.group(1)), "",
                            "在标题前换行。");
                }
            }
        }
    }

    private static void row(CheckedPlan plan, List<ReadSection> row) {
        int last = 0;
        for (ReadSection section : row) {
            OptionalInt value = value(section.number());
            if (value.isEmpty()) {
                continue;
            }
            int number = value.getAsInt();
            if (last == 0 && section.number().matches("\\d+[.．]\\d.*")) {
                last = number - 1;
            }
            String printed = section.number() + section.heading();
            if (number > last + 1) {
                plan.remark(RemarkCode.HEADING_NUMBER_GAP, Severity.ERROR, plan.place(section),
                        "标题“" + printed + "”的序号应为" + like(section.number(), last + 1) + "，缺少" + missing(section, last, number)
                                + "。", List.of(printed), "上一个序号" + last + "，本标题" + number, "补上缺少的部分，或改正序号。");
            } else if (number <= last) {
                plan.remark(RemarkCode.HEADING_NUMBER_REPEATED, Severity.ERROR, plan.place(section),
                        "标题“" + printed + "”的序号重复或倒退，应为" + like(section.number(), last + 1) + "。", List.of(printed),
                        "上一个序号" + last + "，本标题" + number, "改正序号。");
            }
            last = Math.max(last, number);
        }
        style(plan, row);
    }

    private static void style(CheckedPlan plan, List<ReadSection> row) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        row.forEach(section -> counts.merge(style(section.number()), 1, Integer::sum));
        if (counts.size() < 2 || row.size() < 2) {
            return;
        }
        String usual = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        for (ReadSection section : row) {
            if (!style(section.number()).equals(usual)) {
                plan.remark(RemarkCode.NUMBERING_STYLE, Severity.WARNING, plan.place(section),
                        "标题“" + section.number() + section.heading() + "”的序号样式与同级标题（" + usual + "）不一致。",
                        List.of(section.number()), "", "改为与同级标题相同的样式。");
            }
        }
    }

    private static String missing(ReadSection section, int last, int number) {
        List<String> numbers = new ArrayList<>();
        for (int one = last + 1; one < number; one++) {
            numbers.add(like(section.number(), one));
        }
        return "“" + String.join("”“", numbers) + "”";
    }

    /** The number printed as the model is. */
    private static String like(String model, int number) {
        String digits = model.matches(".*\\d.*") ? Integer.toString(number) : ChineseNumerals.write(number);
        return NUMBER.matcher(model).replaceFirst(digits).strip();
    }

    private static String style(String number) {
        return NUMBER.matcher(number).replaceFirst(number.matches(".*\\d.*") ? "1" : "一").replaceAll("\\s", "")
                .replace('.', '．');
    }

    private static OptionalInt value(String number) {
        Matcher found = NUMBER.matcher(number);
        if (!found.find()) {
            return OptionalInt.empty();
        }
        return found.group().matches("\\d+") ? OptionalInt.of(Integer.parseInt(found.group()))
                : ChineseNumerals.read(found.group());
    }
}
