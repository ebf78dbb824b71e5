package org.lantian.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.plugin.grammar.HeadingMeaning;
import org.lantian.plugin.outline.OutlineNode;
import org.lantian.plugin.region.TemplateSection;

/** Each section of the template and each heading word maps to a node of the outline, or says why not. */
final class MappingCheck {

    private static final int SHORTEST_REASON = 4;

    private MappingCheck() {
    }

    static List<Fault> faults(CheckedPlugin plugin) {
        ResolvedProfile profile = plugin.requireProfile();
        Set<String> nodes = profile.outline().stream().map(OutlineNode::code).collect(Collectors.toSet());
        List<Fault> faults = new ArrayList<>();
        String known = profile.outline().stream().map(node -> node.code() + "（" + node.heading() + "）")
                .collect(Collectors.joining("、"));
        for (TemplateSection section : plugin.requireContribution().region().sections()) {
            if (section.node().isEmpty() && section.supplement().strip().length() < SHORTEST_REASON) {
                faults.add(fault("章节“" + section.id() + "”", "补充理由“" + section.supplement() + "”没有说明为什么大纲没有这一节。",
                        "supplement写一句理由，或改用node对应大纲：" + known + "。"));
            }
        }
        for (HeadingMeaning heading : plugin.requireContribution().grammar().headings()) {
            heading.node().filter(node -> !nodes.contains(node)).ifPresent(node -> faults.add(fault("标题含义“" + heading.id() + "”",
                    "对应的大纲节点“" + node + "”不存在。", "node改为其中之一：" + known + "。")));
            if (heading.node().isEmpty() && heading.reason().strip().length() < SHORTEST_REASON) {
                faults.add(fault("标题含义“" + heading.id() + "”", "理由“" + heading.reason() + "”没有说明为什么大纲没有这一节。", "reason写一句理由。"));
            }
        }
        if (profile.metadata().parent().isPresent() && profile.region().sections().isEmpty()) {
            faults.add(fault("", "模板没有章节。", "在template.yaml中写出本地区方案的全部章节，每节对应大纲（node）或写明补充理由（supplement）。"));
        }
        return faults;
    }

    private static Fault fault(String place, String problem, String change) {
        return new Fault(Promise.MAPPING, place, problem, change);
    }
}
