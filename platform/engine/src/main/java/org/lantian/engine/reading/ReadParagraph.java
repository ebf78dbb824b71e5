package org.lantian.engine.reading;

import java.util.List;

/** A paragraph of a section that belongs to no numbered item. */
public record ReadParagraph(String text, ReadRoles roles, List<Deadline> deadlines, List<ReadQuantity> quantities,
        int line) {

    public ReadParagraph {
        deadlines = List.copyOf(deadlines);
        quantities = List.copyOf(quantities);
    }
}
