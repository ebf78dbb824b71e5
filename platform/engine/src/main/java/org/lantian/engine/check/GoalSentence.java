package org.lantian.engine.check;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.lantian.engine.numeral.ChineseNumerals;
import org.lantian.engine.quantity.Decimals;
import org.lantian.plugin.vocabulary.UpgradeType;

/**
 * The outline's yearly goal sentence (chapter 2 section 1): 2025年，完成3家企业淘汰关停、2家企业就地改造，实现主要污染物减排量12.6吨；
 * 2026年，…。 It is written from goals and read back from a text that people may have edited.
 */
public final class GoalSentence {

    private static final String NUMBER = "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)";
    private static final String COUNT = "(\\d+|[一二三四五六七八九十百零〇两]+)(?:家|户|个)";
    /** A span of years states no single year; a year of comparison (较2024年) begins nothing. */
    private static final Pattern YEAR = Pattern
            .compile("20\\d{2}年?[-—–~至到]+20\\d{2}年|(?<![较比以与])(20\\d{2})年(?!均|度?基准|为基准)");
    private static final Pattern TONNES = Pattern.compile(
            "(?:减排|削减)[^\\d;。]{0,12}?" + NUMBER + "(万?)(?:吨|T(?![A-Z]))");
    private static final Pattern PENDING = Pattern.compile(COUNT + "(?:企业)?(?:的)?减排量?待核算");

    private GoalSentence() {
    }

    /** One sentence for all years, each with at least one enterprise; blank if there is none. */
    public static String write(List<YearGoal> goals) {
        String text = goals.stream().filter(goal -> !goal.counts().isEmpty()).map(GoalSentence::write)
                .collect(Collectors.joining("；"));
        return text.isEmpty() ? "" : text + "。";
    }

    private static String write(YearGoal goal) {
        String counts = goal.counts().entrySet().stream()
                .map(entry -> entry.getValue() + "家企业" + entry.getKey().term()).collect(Collectors.joining("、"));
        String tonnes = goal.tonnes().map(amount -> "实现主要污染物减排量" + Decimals.print(amount) + "吨"
                + (goal.pending() == 0 ? "" : "（其中" + goal.pending() + "家减排量待核算）")).orElse("主要污染物减排量待核算");
        return goal.year() + "年，完成" + counts + "，" + tonnes;
    }

    /** The goals that a text states, in its order; a year that is stated twice comes twice. */
    public static List<YearGoal> read(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
        Matcher year = YEAR.matcher(plain);
        List<YearGoal> goals = new ArrayList<>();
        Optional<Integer> open = Optional.empty();
        int start = 0;
        while (year.find()) {
            String segment = plain.substring(start, year.start());
            open.flatMap(number -> read(number, segment)).ifPresent(goals::add);
            open = Optional.ofNullable(year.group(1)).map(Integer::valueOf);
            start = year.end();
        }
        String rest = plain.substring(start);
        open.flatMap(number -> read(number, rest)).ifPresent(goals::add);
        return goals;
    }

    private static Optional<YearGoal> read(int year, String segment) {
        Map<UpgradeType, Integer> counts = new EnumMap<>(UpgradeType.class);
        for (UpgradeType type : UpgradeType.values()) {
            count(type, segment).ifPresent(count -> counts.put(type, count));
        }
        Matcher tonnes = TONNES.matcher(segment);
        Optional<BigDecimal> amount = tonnes.find() ? Optional.of(tonnes(tonnes)) : Optional.empty();
        Matcher pending = PENDING.matcher(segment);
        int unknown = pending.find() ? number(pending.group(1)) : 0;
        return counts.isEmpty() && amount.isEmpty() ? Optional.empty()
                : Optional.of(new YearGoal(year, counts, amount, unknown));
    }

    /** 3家企业淘汰关停, 三家企业完成淘汰关停, 淘汰关停企业3家. */
    private static Optional<Integer> count(UpgradeType type, String segment) {
        Matcher before = Pattern.compile(COUNT + "(?:企业)?[^\\d家户个、,;。]{0,4}" + type.term()).matcher(segment);
        if (before.find()) {
            return Optional.of(number(before.group(1)));
        }
        Matcher after = Pattern.compile(type.term() + "(?:\\([^()]*\\))?(?:企业|任务|项目)?(?:共计|共|为|:)?" + COUNT)
                .matcher(segment);
        return after.find() ? Optional.of(number(after.group(1))) : Optional.empty();
    }

    private static int number(String text) {
        return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : ChineseNumerals.read(text).orElse(0);
    }

    private static BigDecimal tonnes(Matcher matcher) {
        BigDecimal number = new BigDecimal(matcher.group(1).replace(",", ""));
        return matcher.group(2).isEmpty() ? number : number.movePointRight(4);
    }
}
