package org.lantian.engine.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.lantian.engine.reading.ReadTarget.Kind;

/** The targets of air quality and emissions that one sentence sets. */
final class TargetSentence {

    private static final String INDICATOR = "(细颗粒物\\s*[（(]?PM2\\.5[）)]?|PM2\\.5|PM10|SO2|NO2|O3|优良天数(?:比率|比例)?|空气质量(?:优)?良好?率|重度及以上污染天数|重污染(?:天气)?天数|降尘量|综合指数|(?:颗粒物|二氧化硫|氮氧化物|挥发性有机物|VOCs|NOx)(?:排放总?量))";
    private static final String UNIT = "(个百分点|微克/立方米|毫克/立方米|%|天|吨/月·平方公里|吨/平方公里·月|万吨|吨)";
    private static final String GAP = "[^，。；\\d]{0,14}?";
    private static final Pattern CHANGE = Pattern.compile(INDICATOR + GAP
            + "(?:同比|比上年|较上年|较去年|(?:以|比|较)(?:19|20)\\d{2}年(?:为基准)?)(?:平均)?(下降|减少|降低|改善|提高|增加|上升)[^\\d，。；]{0,4}(\\d+(?:\\.\\d+)?)" + UNIT);
    private static final Pattern VALUE = Pattern.compile(INDICATOR + GAP
            + "(控制在|不超过|不得超过|不高于|不少于|不低于|达到|为)(?:(?:年均|平均)?[^\\d，。；]{0,4})(\\d+(?:\\.\\d+)?)" + UNIT + "(以内|以下|左右|以上)?");
    private static final Pattern ANY = Pattern.compile(INDICATOR);
    private static final Pattern PERIOD = Pattern.compile("秋冬季|采暖季|供暖季|(?:19|20)\\d{2}年(?:度)?|全年");
    private static final Pattern WINDOW = Pattern.compile("10月1日至(?:(?:19|20)\\d{2}年)?3月31日");
    private static final Pattern SCOPE = Pattern.compile("全市|全区|全县|全省|市建成区|建成区|各县（市、区）|各县市区|各办事处|市区|城区");

    private TargetSentence() {
    }

    static List<ReadTarget> find(String sentence, String section, int line) {
        SortedMap<Integer, ReadTarget> targets = new TreeMap<>();
        Matcher change = CHANGE.matcher(sentence);
        while (change.find()) {
            boolean down = change.group(2).matches("下降|减少|降低|改善");
            targets.put(change.start(), target(sentence, change, 3, down ? Kind.DECREASE : Kind.INCREASE, section, line));
        }
        Matcher value = VALUE.matcher(sentence);
        while (value.find()) {
            targets.putIfAbsent(value.start(), target(sentence, value, 3, kind(value.group(2), value.group(5)), section, line));
        }
        return List.copyOf(targets.values());
    }

    private static ReadTarget target(String sentence, Matcher found, int number, Kind kind, String section, int line) {
        return new ReadTarget(indicator(found.group(1)).orElseThrow(), scope(sentence, found.start()),
                period(sentence, found.start()), kind, Optional.of(new BigDecimal(found.group(number))),
                found.group(number + 1), found.group(), section, line);
    }

    private static Kind kind(String verb, @Nullable String after) {
        return switch (verb) {
            case "不超过", "不得超过", "不高于" -> Kind.AT_MOST;
            case "不少于", "不低于" -> Kind.AT_LEAST;
            default -> after == null || after.equals("左右") ? verb.equals("控制在") ? Kind.AT_MOST : Kind.VALUE
                    : after.equals("以上") ? Kind.AT_LEAST : Kind.AT_MOST;
        };
    }

    /** The indicator that words name, in one spelling. */
    static Optional<String> indicator(String words) {
        if (words.contains("污染") && words.contains("天数")) {
            return Optional.of("重污染天数");
        }
        Matcher found = ANY.matcher(words);
        if (!found.find()) {
            return Optional.empty();
        }
        String name = found.group();
        return Optional.of(name.contains("PM2.5") ? "PM2.5" : name.startsWith("优良天数") ? "优良天数"
                : name.startsWith("空气质量") ? "空气质量良好率" : name);
    }

    /** The season or year in the sentence that stands nearest before the target. */
    static String period(String text, int at) {
        if (WINDOW.matcher(text).find() || text.contains("秋冬季")) {
            return "秋冬季";
        }
        String period = "";
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
}
