package org.lantian.engine.check.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** One thing is done at one interval. */
final class Frequencies {

    private static final Pattern EVERY = Pattern.compile("([\\p{IsHan}]{4,12}?)(?:频次)?(?:提升至|提高到|达到|为|实行|不少于)?(每(?:日|天|周|月|季度|半年|年))(?:至少|不少于)?(\\d+|[一两二三四])次");

    private Frequencies() {
    }

    static void check(CheckedPlan plan) {
        Map<String, Sentence> places = new HashMap<>();
        Map<String, String> seen = new HashMap<>();
        for (Sentence sentence : plan.sentences()) {
            Matcher every = EVERY.matcher(sentence.text());
            while (every.find()) {
                String thing = every.group(1).replaceAll("^(?:对|将|的|和|并|要求|开展|进行|组织)+", "").replaceAll("频次$", "");
                String interval = every.group(2) + every.group(3) + "次";
                String before = seen.putIfAbsent(thing, interval);
                places.putIfAbsent(thing, sentence);
                if (thing.length() >= 4 && before != null && !before.equals(interval)) {
                    plan.remark(RemarkCode.FREQUENCY_CONFLICT, Severity.ERROR, sentence.place(),
                            "“" + thing + "”的频次前后不一：" + places.get(thing).place().clause() + "为" + before + "，此处为" + interval
                                    + "。",
                            List.of(before, interval), before + " ≠ " + interval, "统一频次。");
                }
            }
        }
    }
}
