package org.lantian.plan.draft;

import java.util.List;

import org.lantian.engine.document.Run;

/**
 * A clause as the composer proposes it, in print order; its number follows from its place.
 *
 * @param key stable name within a plan: a redraft finds its clause by it
 * @param parent key of the clause it belongs to; blank for a chapter
 * @param node outline node it stands in
 * @param content text; empty for tables and charts, whose content is made from the facts
 */
public record DraftClause(String key, String parent, Kind kind, String node, List<Run> content) {

    /** What a clause is. */
    public enum Kind {
        /** 一、 */
        CHAPTER,
        /** （一） */
        SECTION,
        /** A heading 1. within a section. */
        HEADING,
        PARAGRAPH,
        /** A numbered item: 1. under a section, （1） under a heading. */
        ITEM,
        /** One of the outline's tables; the key is the table's id. */
        TABLE,
        CHART
    }

    public DraftClause {
        content = List.copyOf(content);
    }
}
