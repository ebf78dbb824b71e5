package org.lantian.engine.check.document;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.lantian.engine.reading.ReadSection;
import org.lantian.engine.reading.UnreadLine;
import org.lantian.plugin.rule.RemarkCode;
import org.lantian.plugin.rule.Severity;

/** Nothing of a template is left in, no section is empty, no line stays unread. */
final class Leftovers {

    private static final Pattern PLACEHOLDER = Pattern.compile("(?<![A-Za-z])[xX×]{1,4}(?:市|县|区|集群|家|吨|年|月|日|万元)|(?<=[\\p{IsHan}])[xX×]{2,4}(?=[\\p{IsHan}])|_{3,}|……{2,}|（待(?:补充|定|填)[^）]*）|TODO");
    private static final Pattern INSTRUCTION = Pattern.compile("（(?:注明|请注明|此处|填写)[^）]{0,40}）|请在此|此处填写|示例：");

    private Leftovers() {
    }

    static void check(CheckedPlan plan) {
        title(plan);
        for (Sentence sentence : plan.sentences()) {
            found(plan, sentence, PLACEHOLDER, "占位符");
            found(plan, sentence, INSTRUCTION, "模板说明");
        }
        for (ReadSection section : plan.plan().sections()) {
            boolean empty = section.items().isEmpty() && section.paragraphs().isEmpty()
                    && plan.plan().tables().stream().noneMatch(table -> table.section().equals(section.id()))
                    && plan.plan().sections().stream().noneMatch(one -> one.id().startsWith(section.id() + "."));
            if (empty) {
                plan.remark(RemarkCode.SECTION_EMPTY, Severity.WARNING, plan.place(section),
                        "“" + section.number() + section.heading() + "”只有标题，没有内容。", List.of(section.heading()), "",
                        "补充内容，或删去标题。");
            }
        }
        List<UnreadLine> unread = plan.plan().unread();
        if (!unread.isEmpty()) {
            plan.remark(RemarkCode.LINES_UNREAD, Severity.INFO, new Place(unread.getFirst().line(), "全文"),
                    unread.size() + "行文字未能归入任何部分。", unread.stream().map(UnreadLine::text).limit(10).toList(), "",
                    "人工确认这些行的位置。");
        }
    }

    private static void title(CheckedPlan plan) {
        Matcher placeholder = PLACEHOLDER.matcher(plan.plan().title());
        if (placeholder.find()) {
            plan.remark(RemarkCode.INSTRUCTION_LEFT, Severity.WARNING, new Place(1, "标题"),
                    "标题中留有占位符“" + placeholder.group() + "”。", List.of(placeholder.group()), "", "填入实际内容。");
        }
    }

    private static void found(CheckedPlan plan, Sentence sentence, Pattern pattern, String what) {
        Matcher left = pattern.matcher(sentence.text());
        if (left.find()) {
            plan.remark(RemarkCode.INSTRUCTION_LEFT, Severity.WARNING, sentence.place(),
                    "留有" + what + "“" + left.group() + "”。", List.of(left.group()), "", "填入实际内容，或删去说明。");
        }
    }
}
