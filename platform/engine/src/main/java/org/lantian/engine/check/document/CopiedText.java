package org.lantian.engine.check.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** A long sentence does not stand word for word in two sections. */
final class CopiedText {

    private static final int LONG = 24;

    private CopiedText() {
    }

    static void check(CheckedPlan plan) {
        Map<String, Sentence> seen = new LinkedHashMap<>();
        for (Sentence sentence : plan.sentences()) {
            String text = sentence.text().replaceFirst("^(?:主要内容|主要任务|重点任务)[：:]", "").replaceAll("[（〔][^）〕]*(?:牵头|落实|负责)[^）〕]*[）〕]", "");
            if (text.length() < LONG) {
                continue;
            }
            Sentence first = seen.putIfAbsent(text, sentence);
            if (first != null && !first.section().equals(sentence.section())) {
                plan.remark(RemarkCode.TEXT_COPIED, Severity.WARNING, sentence.place(),
                        "与" + first.place().clause() + "（第" + first.place().line() + "行）有一句完全相同：“" + shortened(text)
                                + "”。",
                        List.of(text), "", "确认是否误抄；如是，改写为本部分的内容。");
            }
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
