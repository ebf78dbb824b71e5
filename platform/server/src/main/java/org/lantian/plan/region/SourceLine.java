package org.lantian.plan.region;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.lantian.engine.reading.ReadItem;
import org.lantian.engine.reading.ReadPlan;
import org.lantian.engine.reading.ReadSection;
import org.lantian.engine.reading.UnreadLine;
import org.lantian.engine.source.SourceBlock;
import org.lantian.engine.source.SourceDocument;

/**
 * A line of a received document with what it became.
 *
 * @param number 1-based
 * @param text as received; cells of a table row are separated by a tab
 * @param section id of the section that it went into; empty before the first
 * @param item number of the item as printed, where it went into one
 */
public record SourceLine(int number, String text, Part part, Optional<String> section, Optional<String> item) {

    /** What a line became part of. */
    public enum Part {
        /** Title, number, addressee and all else before the first section. */
        FRONT,
        /** The heading of a section. */
        HEADING,
        /** A paragraph that belongs to no item. */
        PARAGRAPH,
        /** A numbered item with its roles. */
        ITEM,
        /** A table. */
        TABLE,
        /** It was not understood. */
        UNREAD
    }

    private record Target(Part part, Optional<String> section, Optional<String> item) {
    }

    /** Every line that holds text, in document order. */
    static List<SourceLine> of(SourceDocument source, ReadPlan plan) {
        TreeMap<Integer, Target> starts = starts(plan);
        Set<Integer> unread = plan.unread().stream().map(UnreadLine::line).collect(Collectors.toCollection(HashSet::new));
        List<SourceLine> lines = new ArrayList<>();
        for (SourceBlock block : source.blocks()) {
            switch (block) {
                case SourceBlock.Text text when !text.text().isBlank() -> lines.add(
                        line(text.line(), text.text(), target(starts, text.line()), unread.contains(text.line())));
                case SourceBlock.Text blank -> {
                }
                case SourceBlock.Table table -> table.rows().forEach(row -> lines.add(line(row.line(),
                        row.cells().stream().map(SourceBlock.Cell::text).collect(Collectors.joining("\t")),
                        inTable(target(starts, row.line())), unread.contains(row.line()))));
            }
        }
        return lines;
    }

    private static SourceLine line(int number, String text, Target target, boolean unread) {
        return new SourceLine(number, text, unread ? Part.UNREAD : target.part(), target.section(), target.item());
    }

    private static Target target(TreeMap<Integer, Target> starts, int line) {
        return Optional.ofNullable(starts.floorEntry(line)).map(Map.Entry::getValue)
                .orElse(new Target(Part.FRONT, Optional.empty(), Optional.empty()));
    }

    private static Target inTable(Target target) {
        return new Target(target.part() == Part.FRONT ? Part.FRONT : Part.TABLE, target.section(), target.item());
    }

    /** The line on which each part begins; what follows belongs to it until the next begins. */
    private static TreeMap<Integer, Target> starts(ReadPlan plan) {
        TreeMap<Integer, Target> starts = new TreeMap<>();
        plan.tables().forEach(table -> starts.put(table.line(),
                new Target(Part.TABLE, Optional.of(table.section()), Optional.empty())));
        for (ReadSection section : plan.sections()) {
            Optional<String> id = Optional.of(section.id());
            section.paragraphs().forEach(one -> starts.put(one.line(), new Target(Part.PARAGRAPH, id, Optional.empty())));
            for (ReadItem item : section.items()) {
                starts.put(item.line(), new Target(Part.ITEM, id, Optional.of(item.no())));
            }
            starts.put(section.line(), new Target(Part.HEADING, id, Optional.empty()));
        }
        return starts;
    }
}
