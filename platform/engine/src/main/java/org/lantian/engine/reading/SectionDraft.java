package org.lantian.engine.reading;

import java.util.ArrayList;
import java.util.List;

import org.lantian.engine.reading.Paragraphs.Para;

/** A section while it is read. */
final class SectionDraft {

    private final String id;
    private final int level;
    private final String number;
    private final String heading;
    private Placement placement;
    private final int line;
    private final RoleReader roles;
    private final DeadlineReader deadlines;
    private final List<ReadParagraph> paragraphs = new ArrayList<>();
    private final List<ItemDraft> items = new ArrayList<>();

    SectionDraft(String id, int level, String number, String heading, Placement placement, int line, RoleReader roles,
            DeadlineReader deadlines) {
        this.id = id;
        this.level = level;
        this.number = number;
        this.heading = heading;
        this.placement = placement;
        this.line = line;
        this.roles = roles;
        this.deadlines = deadlines;
    }

    String id() {
        return id;
    }

    String heading() {
        return heading;
    }

    Placement placement() {
        return placement;
    }

    List<ItemDraft> items() {
        return items;
    }

    /** The chapter that the section is in: sections of one chapter share its first number. */
    String chapter() {
        int dot = id.indexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }

    /** Id of the section above; blank at the top. */
    String parent() {
        int dot = id.lastIndexOf('.');
        return dot < 0 ? "" : id.substring(0, dot);
    }

    String number() {
        return number;
    }

    boolean annex() {
        return id.startsWith("A");
    }

    void paragraph(Para para) {
        String text = para.text();
        ReadRoles found = roles.roleLine(text) ? roles.line(text) : roles.inline(text);
        paragraphs.add(new ReadParagraph(text, found,
                deadlines.find(text).stream().map(DeadlineReader.Found::deadline).toList(), QuantityReader.find(text),
                para.line()));
    }

    ItemDraft item(Para para, Numbering number, String box) {
        ItemDraft item = new ItemDraft(number, para.line(), box, roles, deadlines);
        items.add(item);
        return item;
    }

    /** Whether its heading is known as tasks or not known at all. */
    boolean mayBeTasks() {
        return switch (placement) {
            case Placement.Node node -> node.code().equals(OutlinePlaces.TASKS);
            case Placement.Supplement supplement -> supplement.isUnmapped();
        };
    }

    void placeOnTasks() {
        placement = new Placement.Node(OutlinePlaces.TASKS);
    }

    /** Whether a paragraph says who does what, which makes the section a task although no item is numbered in it. */
    boolean hasDuties() {
        return paragraphs.stream().anyMatch(paragraph -> !paragraph.roles().isEmpty());
    }

    boolean hasText() {
        return items.isEmpty() && !paragraphs.isEmpty();
    }

    /** Takes the section's paragraphs as its first item, under the section's number and heading. */
    void becomeItem(Numbering of) {
        ItemDraft item = new ItemDraft(of, line, "", roles, deadlines);
        paragraphs.forEach(paragraph -> item.add(new Para(paragraph.line(), paragraph.text(), 0)));
        paragraphs.clear();
        items.addFirst(item);
    }

    ReadSection section() {
        return new ReadSection(id, level, number, heading, placement, paragraphs,
                items.stream().map(ItemDraft::item).toList(), line);
    }
}
