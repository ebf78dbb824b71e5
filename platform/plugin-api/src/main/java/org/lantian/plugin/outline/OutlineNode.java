package org.lantian.plugin.outline;

import java.util.Optional;

/**
 * A chapter or section of the common outline.
 *
 * @param code stable code: chapters {@code basics}, {@code programme}; sections {@code overview}, {@code status},
 *     {@code problems}, {@code goals}, {@code tasks}
 * @param parent code of the chapter a section belongs to; empty for a chapter
 * @param ordinal place among its siblings, from 1
 * @param heading heading text without its number, for example 集群基本情况
 * @param asks what the outline asks the section to contain, in Lantian's words
 * @param tableId the table that the section carries, if any
 */
public record OutlineNode(String code, Optional<String> parent, int ordinal, String heading, String asks,
        Optional<String> tableId) {

    public OutlineNode {
        if (code.isBlank() || heading.isBlank()) {
            throw new IllegalArgumentException("an outline node needs a code and a heading");
        }
        if (ordinal < 1) {
            throw new IllegalArgumentException("outline node " + code + ": ordinal starts at 1");
        }
    }
}
