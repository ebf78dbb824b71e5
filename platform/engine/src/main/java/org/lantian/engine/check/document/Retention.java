package org.lantian.engine.check.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.engine.numeral.ChineseNumerals;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** Data of one kind are kept for one time. */
final class Retention {

    private static final Pattern KEPT = Pattern.compile("([^，。；]{0,40}?)(?:至少|不少于)?(?:保存|保留|留存)(?:期|期限|时间)?(?:至少|不少于|不低于)?(?:为)?([一二三四五六七八九十]{1,3}|\\d{1,2})(年|个月)");
    private static final Map<String, Pattern> KINDS = Map.of("在线（自动）监测数据",
            Pattern.compile("在线|自动监测|自动监控|CEMS|连续监测|DCS"), "视频数据", Pattern.compile("视频"), "台账记录",
            Pattern.compile("台账|运行记录|管理记录"));

    private record Kept(Sentence sentence, String kind, int months, String words) {
    }

    private Retention() {
    }

    static void check(CheckedPlan plan) {
        List<Kept> all = new ArrayList<>();
        for (Sentence sentence : plan.sentences()) {
            Matcher kept = KEPT.matcher(sentence.text());
            int from = 0;
            while (kept.find()) {
                String about = sentence.text().substring(from, kept.start(2));
                String own = kept.group(1);
                from = kept.end();
                OptionalInt number = number(kept.group(2));
                if (number.isPresent()) {
                    int months = number.getAsInt() * (kept.group(3).equals("年") ? 12 : 1);
                    KINDS.forEach((kind, words) -> {
                        if (words.matcher(own).find() || generic(own) && words.matcher(about).find()) {
                            all.add(new Kept(sentence, kind, months, kept.group().strip()));
                        }
                    });
                }
            }
        }
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                compare(plan, all.get(i), all.get(j));
            }
        }
    }

    /** 相关数据 means what was named before it. */
    private static boolean generic(String words) {
        return words.matches(".*(?:相关|有关|上述|该|其)?数据.*") && KINDS.values().stream().noneMatch(kind -> kind.matcher(words).find());
    }

    private static void compare(CheckedPlan plan, Kept first, Kept second) {
        if (first.kind().equals(second.kind()) && first.months() != second.months()) {
            plan.remark(RemarkCode.RETENTION_CONFLICT, Severity.ERROR, second.sentence().place(),
                    first.kind() + "的保存期限前后不一：“" + first.words() + "”与“" + second.words() + "”。",
                    List.of(first.words(), second.words()), first.months() + "个月 ≠ " + second.months() + "个月",
                    "统一保存期限，或写明两种数据的区别。");
        }
    }

    private static OptionalInt number(String text) {
        return text.matches("\\d+") ? OptionalInt.of(Integer.parseInt(text)) : ChineseNumerals.read(text);
    }
}
