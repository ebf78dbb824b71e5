package org.lantian.engine.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.lantian.engine.reading.Paragraphs.Grid;
import org.lantian.engine.reading.Paragraphs.Para;
import org.lantian.plugin.grammar.ReadingGrammar;

/** The sections as they grow, and the item that paragraphs go to. */
final class SectionTree {

    /** Depth of a section without number. */
    static final int UNNUMBERED = 90;

    private record Open(int depth, SectionDraft section) {
    }

    private final RoleReader roles;
    private final DeadlineReader deadlines;
    private final OutlinePlaces places;
    private final List<SectionDraft> all = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Integer> children = new HashMap<>();
    private final List<ReadTable> tables = new ArrayList<>();
    private Optional<ItemDraft> item = Optional.empty();

    SectionTree(ReadingGrammar grammar, RoleReader roles, DeadlineReader deadlines) {
        this.roles = roles;
        this.deadlines = deadlines;
        this.places = new OutlinePlaces(grammar.headings());
    }

    void preamble(Para para) {
        if (all.isEmpty()) {
            add("0", 1, "", "前言", new Placement.Supplement("大纲没有前言"), para.line());
        }
        all.getFirst().paragraph(para);
    }

    /** Opens a section; whatever its depth, the next section does not stand below an unnumbered one. */
    void open(int depth, String number, String heading, int line) {
        leaveItem();
        while (!open.isEmpty() && (open.peek().depth() >= depth || open.peek().depth() == UNNUMBERED)) {
            open.pop();
        }
        Optional<SectionDraft> parent = Optional.ofNullable(open.peek()).map(Open::section);
        String under = parent.map(SectionDraft::id).orElse("");
        int ordinal = children.merge(under, 1, Integer::sum);
        String id = under.isEmpty() ? Integer.toString(ordinal) : under + "." + ordinal;
        SectionDraft section = add(id, open.size() + 1, number, heading,
                places.of(heading, parent.map(SectionDraft::placement)), line);
        open.push(new Open(depth, section));
    }

    void annex(String label, String heading, int line) {
        leaveItem();
        open.clear();
        int ordinal = children.merge("A", 1, Integer::sum);
        SectionDraft section = add("A" + ordinal, 1, label, heading, places.annex(heading), line);
        open.push(new Open(0, section));
    }

    private SectionDraft add(String id, int level, String number, String heading, Placement placement, int line) {
        SectionDraft section = new SectionDraft(id, level, number, heading, placement, line, roles, deadlines);
        all.add(section);
        return section;
    }

    void item(Para para, Numbering number, String box) {
        item = Optional.of(section(para.line()).item(para, number, box));
    }

    /** A sub-item （1） goes on the item before it; without one it is an item itself. */
    void subItem(Para para, Numbering number) {
        if (item.isPresent()) {
            item.get().add(para);
        } else {
            item(para, number, "");
            item = Optional.empty();
        }
    }

    /** Whether 2.1 stands below an open item 2. */
    boolean below(Numbering number) {
        return item.filter(one -> number.printed().matches(one.value() + "[.．].*")).isPresent();
    }

    /** A paragraph of the open item, else of the section. */
    void text(Para para) {
        item.ifPresentOrElse(one -> one.add(para), () -> section(para.line()).paragraph(para));
    }

    /** Whether a short line is likely part of the item that is open. */
    boolean atItem(String text) {
        return item.isPresent() && item.get().expectsMore() && !text.matches(".*\\d日.*");
    }

    void leaveItem() {
        item = Optional.empty();
    }

    void table(String title, List<Grid> pieces) {
        SectionDraft section = section(pieces.getFirst().line());
        tables.add(TableReader.read(title.isBlank() ? section.heading() : title, pieces, section.id()));
    }

    private SectionDraft section(int line) {
        if (!open.isEmpty()) {
            return open.peek().section();
        }
        return all.isEmpty() ? add("0", 1, "", "前言", new Placement.Supplement("大纲没有前言"), line) : all.getLast();
    }

    List<ReadSection> sections() {
        Duties.apply(all);
        Sharing.apply(all);
        return all.stream().map(SectionDraft::section).toList();
    }

    List<ReadTable> tables() {
        return tables;
    }
}
