package org.lantian.engine.check.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.engine.reading.Columns;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** A coverage or completion rate is the count beside it over the whole that the plan names. */
final class Ratios {

    private static final Pattern COUNT = Pattern.compile("(?:等)?(\\d+)(家|台|个|座|套)([\\p{IsHan}]{2,8}?企业|[\\p{IsHan}]{2,6}?(?:锅炉|炉窑|矿热炉|加油站))");
    private static final Pattern RATE = Pattern.compile("(覆盖率|完成率|达标率|安装率|联网率|占比|比例)(?:已|均)?(?:达到|达|为|提高到|提升至)?(\\d+(?:\\.\\d+)?)%");

    private Ratios() {
    }

    static void check(CheckedPlan plan) {
        Map<String, Integer> wholes = new HashMap<>();
        for (Sentence sentence : plan.sentences()) {
            Matcher count = COUNT.matcher(sentence.text());
            while (count.find()) {
                wholes.merge(count.group(2) + count.group(3), Integer.parseInt(count.group(1)), Math::max);
            }
        }
        for (Sentence sentence : plan.sentences()) {
            Matcher rate = RATE.matcher(sentence.text());
            if (!rate.find()) {
                continue;
            }
            Matcher count = COUNT.matcher(sentence.text().substring(0, rate.start()));
            int part = 0;
            String what = "";
            while (count.find()) {
                part = Integer.parseInt(count.group(1));
                what = count.group(2) + count.group(3);
            }
            if (part > 0 && part < wholes.get(what)) {
                compare(plan, sentence, part, wholes.get(what), what, rate);
            }
        }
    }

    private static void compare(CheckedPlan plan, Sentence sentence, int part, int whole, String what, Matcher rate) {
        BigDecimal printed = new BigDecimal(rate.group(2));
        BigDecimal exact = Percent.exact(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
        if (Percent.rounded(printed, exact)) {
            return;
        }
        String shown = Columns.plain(exact.setScale(1, RoundingMode.HALF_EVEN));
        plan.remark(RemarkCode.RATIO_DIFFERS, Severity.ERROR, sentence.place(),
                "“" + rate.group() + "”与所列家数不符：" + part + what + "，全部" + whole + what + "，应为" + shown + "%。",
                List.of(rate.group(), part + what, whole + what),
                part + " ÷ " + whole + " = " + shown + "% ≠ " + Columns.plain(printed) + "%", "核对分子、分母和比例。");
    }
}
