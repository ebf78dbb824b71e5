package org.lantian.plugin.region;

import java.util.Optional;

/**
 * A section of the region's own document template.
 *
 * @param parent id of the section above; empty for the outermost
 * @param heading heading without number; {@code {…}} stands for a parameter of the plan
 * @param numbering how it is numbered
 * @param node code of the outline node that it maps to; empty for a supplement
 * @param supplement why it has no place on the outline; blank for a node
 * @param content what stands in it
 * @param roles how the tasks in it name who does them
 */
public record TemplateSection(String id, Optional<String> parent, String heading, Numbering numbering,
        Optional<String> node, String supplement, Content content, RoleStyle roles) implements Identified {

    /** How a heading is numbered. */
    public enum Numbering {
        /** 第1章 */
        CHAPTER,
        /** 一、 */
        CHINESE,
        /** （一） */
        BRACKETED,
        /** Without number: 前言. */
        NONE,
        /** 附件1 */
        ANNEX
    }

    /** What stands in a section. */
    public enum Content {
        /** Paragraphs. */
        TEXT,
        /** Numbered tasks. */
        TASKS,
        /** A target sentence or table. */
        TARGETS,
        /** One table. */
        TABLE,
        /** Sub-sections only. */
        SECTIONS
    }

    /** How tasks name who does them. */
    public enum RoleStyle {
        /** Nothing. */
        NONE,
        /** Lines 责任领导, 牵头单位, 责任单位 after the task. */
        LEADER_LINES,
        /** Lines 牵头单位, 配合单位, 责任单位 after the task. */
        UNIT_LINES,
        /** Brackets at the end: （甲局牵头，乙局配合；丙组织落实）. */
        INLINE,
        /** Boxes 专栏 with tasks and points. */
        BOX
    }

    public TemplateSection {
        if (node.isPresent() != supplement.isBlank()) {
            throw new IllegalArgumentException("章节“" + id + "”须对应大纲节点（node）或写明补充理由（supplement），二者取一。");
        }
    }
}
