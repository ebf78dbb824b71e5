package org.lantian.engine.reading;

import java.util.List;

/**
 * A section.
 *
 * @param id place in the chapter tree, for example 2.1; annexes begin with A
 * @param level 1 for the outermost
 * @param number number as printed with its punctuation, for example 二、; blank without
 * @param heading text after the number
 * @param placement its place on the common outline
 * @param line 1-based line of the source
 */
public record ReadSection(String id, int level, String number, String heading, Placement placement,
        List<ReadParagraph> paragraphs, List<ReadItem> items, int line) {

    public ReadSection {
        paragraphs = List.copyOf(paragraphs);
        items = List.copyOf(items);
    }
}
