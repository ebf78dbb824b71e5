package org.lantian.engine.profile;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.lantian.plugin.outline.OutlineNode;
import org.lantian.plugin.region.Identified;
import org.lantian.plugin.region.RegionalRules;
import org.lantian.plugin.region.TargetRule;
import org.lantian.plugin.region.TargetRule.Band;
import org.lantian.plugin.region.TemplateSection;

/** What must hold across the regional parts of a merged profile. */
final class RegionCheck {

    private static final BigDecimal LOWEST = new BigDecimal("-1E18");

    private RegionCheck() {
    }

    static void check(RegionalRules region, List<OutlineNode> outline, List<String> problems) {
        Set<String> nodes = outline.stream().map(OutlineNode::code).collect(Collectors.toSet());
        Set<String> sections = new HashSet<>();
        for (TemplateSection section : region.sections()) {
            section.parent().filter(parent -> !sections.contains(parent)).ifPresent(parent -> problems
                    .add("章节“" + section.id() + "”的上级“" + parent + "”不存在，或没有排在它前面。"));
            section.node().filter(node -> !nodes.contains(node)).ifPresent(node -> problems
                    .add("章节“" + section.id() + "”对应的大纲节点“" + node + "”不存在；可用：" + String.join("、", nodes) + "。"));
            sections.add(section.id());
        }
        Set<String> indicators = ids(region.indicators());
        region.targetRules().forEach(rule -> {
            missing("目标规则", rule.id(), "指标", List.of(rule.indicator()), indicators, problems);
            bands(rule, problems);
        });
        region.targetSets().forEach(set -> missing("目标表", set.id(), "指标", set.indicators(), indicators, problems));
        region.taskPatterns()
                .forEach(task -> missing("任务", task.id(), "章节", List.of(task.section()), sections, problems));
        Set<String> letters = ids(region.letters());
        region.consequences().stream().filter(step -> !step.letter().isBlank())
                .forEach(step -> missing("措施", step.id(), "文书", List.of(step.letter()), letters, problems));
        region.gradeSchemes().forEach(scheme -> scheme.demands().stream()
                .filter(demand -> !scheme.grades().contains(demand.grade())).forEach(demand -> problems
                        .add("分级“" + scheme.id() + "”的要求用了没有的等级“" + demand.grade() + "”。")));
    }

    private static Set<String> ids(List<? extends Identified> entries) {
        return entries.stream().map(Identified::id).collect(Collectors.toSet());
    }

    private static void missing(String what, String id, String of, List<String> wanted, Set<String> known,
            List<String> problems) {
        wanted.stream().filter(one -> !known.contains(one))
                .forEach(one -> problems.add(what + "“" + id + "”引用的" + of + "“" + one + "”不存在。"));
    }

    /** Bands hold every value once: from no lower end to no upper end, each beginning where the last ends. */
    private static void bands(TargetRule rule, List<String> problems) {
        if (rule.bands().isEmpty()) {
            problems.add("目标规则“" + rule.id() + "”没有分档（bands）。");
            return;
        }
        List<Band> ordered = rule.bands().stream()
                .sorted(Comparator.comparing(band -> band.low().orElse(LOWEST))).toList();
        if (ordered.getFirst().low().isPresent() || ordered.getLast().high().isPresent()) {
            problems.add("目标规则“" + rule.id() + "”的分档没有盖住所有数值：最低一档不应有下限，最高一档不应有上限。");
        }
        for (int i = 0; i + 1 < ordered.size(); i++) {
            Optional<BigDecimal> end = ordered.get(i).high();
            Optional<BigDecimal> begin = ordered.get(i + 1).low();
            boolean meets = end.isPresent() && begin.isPresent() && end.get().compareTo(begin.get()) == 0;
            if (!meets || ordered.get(i).highIncluded() == ordered.get(i + 1).lowIncluded()) {
                problems.add("目标规则“" + rule.id() + "”的分档在" + end.map(BigDecimal::toPlainString).orElse("上限")
                        + "处有空隙或重叠：相邻两档中只能有一档包含该数。");
            }
        }
    }
}
