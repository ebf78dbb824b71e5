package org.lantian.engine.check.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** An indicator has one target for one time: text and annex agree. */
final class TargetConflicts {

    private static final String INDICATOR = "(细颗粒物（?PM2\\.5）?|PM2\\.5|PM10|SO2|NO2|O3|优良天数(?:比率|比例)?|重度及以上污染天数|重污染天数|降尘量|综合指数)";
    private static final Pattern RELATIVE = Pattern.compile(INDICATOR + "[^，。；\\d]{0,14}?(?:同比|比上年|较上年|较去年)(?:平均)?(下降|减少|降低|改善|提高|增加|上升)[^\\d，。；]{0,4}(\\d+(?:\\.\\d+)?)(%|天|个百分点|微克/立方米)");
    private static final Pattern ABSOLUTE = Pattern.compile(INDICATOR + "[^，。；\\d]{0,14}?(?:控制在|不超过|不得超过|不高于|不少于|不低于|达到|为)(\\d+(?:\\.\\d+)?)(微克/立方米|%|天|吨/月·平方公里)");
    private static final Pattern PERIOD = Pattern.compile("秋冬季|采暖季|供暖季|(?:19|20)\\d{2}年(?:度)?|全年|年均|月均");
    private static final Pattern WINDOW = Pattern.compile("10月1日至(?:(?:19|20)\\d{2}年)?3月31日");
    private static final Pattern SCOPE = Pattern.compile("全市|全区|全县|全省|市建成区|建成区|各县（市、区）|各县市区|各办事处|市区|城区");

    private record Target(Sentence sentence, String indicator, String kind, String period, String scope, BigDecimal value,
            String unit, String words) {
    }

    private TargetConflicts() {
    }

    static void check(CheckedPlan plan) {
        List<Target> targets = new ArrayList<>();
        for (Sentence sentence : plan.sentences()) {
            find(sentence, RELATIVE, true, targets);
            find(sentence, ABSOLUTE, false, targets);
        }
        List<Target> reported = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            for (int j = i + 1; j < targets.size(); j++) {
                Target first = targets.get(i);
                Target second = targets.get(j);
                if (same(first, second) && first.value().compareTo(second.value()) != 0
                        && reported.stream().noneMatch(one -> one == second)) {
                    reported.add(second);
                    report(plan, first, second);
                }
            }
        }
    }

    private static void find(Sentence sentence, Pattern pattern, boolean relative, List<Target> targets) {
        Matcher found = pattern.matcher(sentence.text());
        while (found.find()) {
            String kind = relative ? "同比" + direction(found.group(2)) : "数值";
            int value = relative ? 3 : 2;
            targets.add(new Target(sentence, indicator(found.group(1)), kind, period(sentence.text(), found.start()),
                    scope(sentence.text(), found.start()), new BigDecimal(found.group(value)), found.group(value + 1),
                    found.group()));
        }
    }

    private static String indicator(String words) {
        return words.contains("PM2.5") ? "PM2.5" : words.contains("污染天数") ? "重污染天数"
                : words.startsWith("优良天数") ? "优良天数" : words;
    }

    private static String direction(String words) {
        return words.matches("下降|减少|降低|改善") ? "下降" : "上升";
    }

    /** The season or year in the sentence that stands nearest before the target. */
    private static String period(String text, int at) {
        String period = "";
        if (WINDOW.matcher(text).find() || text.contains("秋冬季")) {
            return "秋冬季";
        }
        Matcher found = PERIOD.matcher(text);
        while (found.find() && found.start() <= at) {
            period = found.group().replaceAll("年度?$", "年");
        }
        return period;
    }

    private static String scope(String text, int at) {
        String scope = "";
        Matcher found = SCOPE.matcher(text);
        while (found.find() && found.start() <= at) {
            scope = found.group();
        }
        return scope;
    }

    private static boolean same(Target first, Target second) {
        return first.indicator().equals(second.indicator()) && first.kind().equals(second.kind())
                && first.unit().equals(second.unit()) && first.period().equals(second.period())
                && !first.period().isEmpty() && !first.sentence().section().equals(second.sentence().section());
    }

    private static void report(CheckedPlan plan, Target first, Target second) {
        boolean sameScope = first.scope().equals(second.scope());
        plan.remark(RemarkCode.TARGET_CONFLICT, sameScope ? Severity.ERROR : Severity.WARNING, second.sentence().place(),
                second.period() + second.indicator() + "的目标前后不一：" + first.sentence().place().clause() + "（第"
                        + first.sentence().place().line() + "行）为“" + first.words() + "”，此处为“" + second.words() + "”"
                        + (sameScope ? "。" : "（范围的写法也不同：" + named(first.scope()) + "与" + named(second.scope()) + "）。"),
                List.of(first.words(), second.words()), Percent.plain(first.value()) + first.unit() + " ≠ "
                        + Percent.plain(second.value()) + second.unit(),
                "统一目标值；范围不同的，写明各自的范围。");
    }

    private static String named(String scope) {
        return scope.isEmpty() ? "未写范围" : "“" + scope + "”";
    }
}
