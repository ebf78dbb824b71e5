package org.lantian.plan.draft;

import java.util.List;
import java.util.Map;

import org.lantian.plugin.vocabulary.ProblemArea;

/** 存在的主要问题: by the five areas, enterprise by enterprise where they are few. */
final class ProblemsDraft {

    /** Rules named in an area, and enterprises named for a rule. */
    private static final int LISTED = 4;

    private final ClusterFacts facts;
    private final SectionDraft section;
    private final Map<String, String> names;

    ProblemsDraft(ClusterFacts facts, SectionDraft section) {
        this.facts = facts;
        this.section = section;
        this.names = facts.names();
    }

    void write() {
        section.paragraph("summary", summary());
        if (!facts.findings().isEmpty()) {
            for (ProblemArea area : ProblemArea.values()) {
                section.item(area.name().toLowerCase(java.util.Locale.ROOT), item(area));
            }
        }
        section.table("table3");
    }

    private Sentence summary() {
        Sentence sentence = section.sentence().say("对照稳定达标排放、环保绩效先进等级和同行业标杆，");
        if (facts.findings().isEmpty()) {
            return sentence.say("暂未登记问题。");
        }
        return sentence.say("共查找出问题").count("问题总数", facts.findings().size(), "项").say("，涉及")
                .count("有问题的企业", enterprises(facts.findings()), "家").say("企业。");
    }

    private static long enterprises(List<FindingFacts> findings) {
        return findings.stream().map(FindingFacts::enterprise).distinct().count();
    }

    private Sentence item(ProblemArea area) {
        List<FindingFacts> found = facts.findings().stream().filter(finding -> finding.area() == area).toList();
        Sentence sentence = section.sentence().say(area.term() + "方面。");
        if (found.isEmpty()) {
            return sentence.say("未发现突出问题。");
        }
        sentence.say("问题").count(area.term() + "问题数", found.size(), "项").say("，涉及")
                .count(area.term() + "涉及企业", enterprises(found), "家").say("企业。");
        Tally<FindingFacts> rules = Tally.of(found.stream(),
                finding -> finding.rule().isEmpty() ? finding.text() : finding.rule());
        for (Tally.Group<FindingFacts> rule : rules.largest(LISTED)) {
            describe(sentence, rule.members());
        }
        return rules.rest(LISTED).isEmpty() ? sentence : sentence.say("其余问题见表3。");
    }

    private void describe(Sentence sentence, List<FindingFacts> findings) {
        List<String> who = findings.stream().map(finding -> names.getOrDefault(finding.enterprise(), "")).distinct()
                .toList();
        FindingFacts first = findings.getFirst();
        boolean same = findings.stream().allMatch(finding -> finding.text().equals(first.text()));
        String text = first.text().replaceAll("[。；;]+$", "");
        if (who.size() == 1 || same) {
            sentence.say(Lists.enterprises(who, LISTED) + "：" + text + "。");
            return;
        }
        sentence.say(Lists.enterprises(who, LISTED) + "存在同类问题，如" + who.getFirst() + "：" + text + "。");
    }
}
