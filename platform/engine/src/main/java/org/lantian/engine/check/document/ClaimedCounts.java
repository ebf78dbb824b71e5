package org.lantian.engine.check.document;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** A number of tasks that the text claims is the number of tasks that follow. */
final class ClaimedCounts {

    private static final Pattern CLAIM = Pattern.compile("(\\d{1,3})(?:项|条)(?:重点|主要|具体)?(?:工作)?(?:任务|措施)");

    private ClaimedCounts() {
    }

    static void check(CheckedPlan plan) {
        int tasks = plan.tasks().size();
        if (tasks == 0) {
            return;
        }
        for (Sentence sentence : plan.sentences()) {
            Matcher claim = CLAIM.matcher(sentence.text());
            while (claim.find()) {
                int claimed = Integer.parseInt(claim.group(1));
                if (claimed != tasks && claimed > tasks / 2 && claimed < tasks * 2) {
                    plan.remark(RemarkCode.CLAIMED_COUNT_DIFFERS, Severity.ERROR, sentence.place(),
                            "文中称“" + claim.group() + "”，实际列出" + tasks + "项。", List.of(claim.group()),
                            claimed + " ≠ " + tasks, "核对任务项数，改正文中的数字或补齐任务。");
                }
            }
        }
    }
}
