package org.lantian.tck;

import java.util.List;

import org.lantian.engine.template.TemplatePreview;

/** Composes headings, task patterns, target sets, tables and letters into a document; no name may stay open. */
final class TemplateCheck {

    private TemplateCheck() {
    }

    static List<Fault> faults(CheckedPlugin plugin) {
        return TemplatePreview.of(plugin.requireProfile()).unresolved().stream().map(one -> new Fault(Promise.TEMPLATES,
                one.place(), "名称" + String.join("、", one.names().stream().map(name -> "{" + name + "}").toList()) + "没有定义。",
                one.place().startsWith("任务") ? "把它写进该任务的parameters" + (one.known().isEmpty() ? "。" : "，或改用已有的参数" + one.known() + "。")
                        : "改用可用的名称之一：" + String.join("、", one.known()) + "。"))
                .toList();
    }
}
