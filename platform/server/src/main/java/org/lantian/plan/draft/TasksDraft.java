package org.lantian.plan.draft;

import java.util.List;
import java.util.Optional;

import org.lantian.plan.draft.Tally.Group;
import org.lantian.plugin.vocabulary.TaskAspect;
import org.lantian.plugin.vocabulary.UpgradeType;

/**
 * 重点任务: closures and relocations first, then infrastructure, pollution control, mobile sources and performance
 * grades; enterprise by enterprise, those with the same task together.
 */
final class TasksDraft {

    /** Tasks told in the text, and enterprises named for one; the rest is in table 4. */
    private static final int LISTED = 8;
    private static final int NAMED = 5;

    private final ClusterFacts facts;
    private final SectionDraft section;

    TasksDraft(ClusterFacts facts, SectionDraft section) {
        this.facts = facts;
        this.section = section;
    }

    void write() {
        if (facts.measures().isEmpty()) {
            section.paragraph("none", section.sentence().say("提升任务待逐企确定后填入表4。"));
        } else {
            structure();
            aspect("infrastructure", "强化环境基础设施建设。", TaskAspect.INFRASTRUCTURE);
            pollutionControl();
            aspect("mobile", "加强移动源监管。", TaskAspect.MOBILE);
            aspect("grade", "开展环保绩效提级行动。", TaskAspect.GRADE);
        }
        section.table("table4");
    }

    private void structure() {
        Sentence sentence = section.sentence();
        for (UpgradeType type : List.of(UpgradeType.CLOSURE, UpgradeType.RELOCATION)) {
            List<MeasureFacts> found = facts.measures().stream().filter(measure -> measure.type() == type).toList();
            if (!found.isEmpty()) {
                sentence.say(sentence.empty() ? "优化集群布局。" : "");
                sentence.say(type.term() + "企业").count(type.term() + "企业数",
                        found.stream().flatMap(measure -> measure.members().stream()).distinct().count(), "家")
                        .say("：" + described(found) + "。");
            }
        }
        if (!sentence.empty()) {
            section.item("structure", sentence);
        }
    }

    private static String described(List<MeasureFacts> measures) {
        Tally<MeasureFacts> deadlines = Tally.of(measures.stream(), measure -> deadline(measure));
        return String.join("；", deadlines.groups().stream()
                .map(group -> Lists.enterprises(group.members().stream().map(MeasureFacts::subject).toList(), LISTED) + "于"
                        + group.word() + "完成")
                .toList());
    }

    private static String deadline(MeasureFacts measure) {
        String text = measure.deadlineText().strip();
        if (text.matches(".*(前|底|内)$")) {
            return text;
        }
        return text.matches(".*(季度|半年)$") ? text + "内" : text.endsWith("日") ? text + "前" : text + "底前";
    }

    private void aspect(String name, String title, TaskAspect aspect) {
        tasks(title, aspect).ifPresent(sentence -> section.item(name, sentence));
    }

    private void pollutionControl() {
        Optional<Sentence> fugitive = tasks("无组织收集。", TaskAspect.FUGITIVE);
        Optional<Sentence> organised = tasks("末端治理。", TaskAspect.ORGANISED);
        if (fugitive.isPresent() || organised.isPresent()) {
            section.heading("control", "提升污染治理水平。");
            fugitive.ifPresent(sentence -> section.item("control", "fugitive", sentence));
            organised.ifPresent(sentence -> section.item("control", "organised", sentence));
        }
    }

    private Optional<Sentence> tasks(String title, TaskAspect aspect) {
        Tally<MeasureFacts> same = Tally.of(facts.measures().stream().filter(measure -> measure.tasks().containsKey(aspect)),
                measure -> plain(measure.tasks().get(aspect)));
        if (same.groups().isEmpty()) {
            return Optional.empty();
        }
        long enterprises = same.groups().stream().flatMap(group -> group.members().stream())
                .flatMap(measure -> measure.members().stream()).distinct().count();
        Sentence sentence = section.sentence().say(title + "涉及企业").count(aspect.term() + "任务企业数", enterprises, "家")
                .say("。");
        for (Group<MeasureFacts> group : same.largest(LISTED)) {
            sentence.say(Lists.enterprises(group.members().stream().map(MeasureFacts::subject).toList(), NAMED) + "："
                    + group.word() + "。");
        }
        return Optional.of(same.rest(LISTED).isEmpty() ? sentence : sentence.say("其余企业任务见表4。"));
    }

    private static String plain(String task) {
        return task.strip().replace("\n", "，").replaceAll("[。；;]+$", "");
    }
}
