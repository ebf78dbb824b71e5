package org.lantian.plan.region;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.lantian.engine.document.Block;
import org.lantian.engine.document.Block.Orientation;
import org.lantian.engine.document.Block.ParagraphStyle;
import org.lantian.engine.document.Document;
import org.lantian.engine.document.Run;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.reading.ReadItem;
import org.lantian.engine.reading.ReadPlan;
import org.lantian.engine.reading.ReadSection;
import org.lantian.engine.reading.ReadTable;
import org.lantian.plugin.region.TemplateSection;
import org.lantian.plugin.region.TemplateSection.RoleStyle;

/** Lays a regional plan out in its region's own form: its headings, role lines or brackets, boxes and annexes. */
final class RegionalDocument {

    private static final int UPRIGHT_COLUMNS = 6;
    private static final int DEEPEST = 4;

    private final ReadPlan plan;
    private final RoleText roles;
    private final RoleStyle style;
    private final List<Block> blocks = new ArrayList<>();
    private boolean landscape;

    private RegionalDocument(ReadPlan plan, RoleStyle style) {
        this.plan = plan;
        this.style = style;
        this.roles = new RoleText(style);
    }

    static Document build(ReadPlan plan, ResolvedProfile profile) {
        RegionalDocument document = new RegionalDocument(plan, style(profile));
        plan.sections().forEach(document::section);
        return new Document(List.of(plan.title()), subtitle(plan), "", document.blocks);
    }

    static String subtitle(ReadPlan plan) {
        return plan.number().orElseGet(() -> plan.state().filter(state -> !state.equals("印发")).orElse(""));
    }

    /** How the template's tasks name who does them. */
    static RoleStyle style(ResolvedProfile profile) {
        return profile.region().sections().stream().map(TemplateSection::roles).filter(one -> one != RoleStyle.NONE)
                .findFirst().orElse(RoleStyle.UNIT_LINES);
    }

    private void section(ReadSection section) {
        turn(Orientation.PORTRAIT);
        if (section.id().matches("A\\d+")) {
            blocks.add(new Block.PageBreak());
        }
        blocks.add(new Block.Heading(Math.min(section.level(), DEEPEST), section.number(),
                List.of(Run.text(section.heading())), "s-" + section.id()));
        section.paragraphs().forEach(paragraph -> body(paragraph.text()));
        content(section);
        plan.tables().stream().filter(table -> table.section().equals(section.id())).forEach(this::table);
    }

    private void content(ReadSection section) {
        List<ReadItem> boxed = new ArrayList<>();
        for (ReadItem item : section.items()) {
            if (!item.box().isEmpty() && style == RoleStyle.BOX) {
                boxed.add(item);
            } else {
                item(section, item);
            }
        }
        if (!boxed.isEmpty()) {
            box(section, boxed);
        }
    }

    private void item(ReadSection section, ReadItem item) {
        List<String> lines = item.text().lines().toList();
        List<String> words = new ArrayList<>(lines.isEmpty() ? List.of(item.title()) : lines);
        roles.inline(item).ifPresent(bracket -> words.set(words.size() - 1, words.getLast() + bracket));
        blocks.add(new Block.Item(3, item.no() + ".", List.of(Run.text(words.getFirst())),
                "i-" + section.id() + "-" + item.no()));
        words.stream().skip(1).forEach(this::body);
        roles.lines(item).forEach(this::body);
    }

    private void box(ReadSection section, List<ReadItem> items) {
        String title = items.getFirst().box();
        String text = items.stream().map(item -> item.no() + "." + item.title() + "：\n" + item.text().lines().skip(1)
                .collect(Collectors.joining("\n"))).collect(Collectors.joining("\n"));
        blocks.add(new Block.Table("box-" + section.id(), "", List.of(new Block.Column("box", "专栏  " + title,
                Block.Align.LEFT, 20, List.of())), List.of(List.of(text)), List.of(), "b-" + section.id()));
    }

    private void table(ReadTable table) {
        turn(table.columns().size() > UPRIGHT_COLUMNS ? Orientation.LANDSCAPE : Orientation.PORTRAIT);
        blocks.add(table(table, "t-" + table.section() + "-" + blocks.size()));
        turn(Orientation.PORTRAIT);
    }

    static Block.Table table(ReadTable table, String id) {
        List<Block.Column> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            columns.add(new Block.Column(id + "-" + i, table.columns().get(i).replace("\n", ""), align(table, i),
                    width(table, i), List.of()));
        }
        return new Block.Table(id, table.title(), columns, table.rows(), List.of(), id);
    }

    private static Block.Align align(ReadTable table, int column) {
        boolean numbers = !table.rows().isEmpty()
                && table.rows().stream().allMatch(row -> row.get(column).length() <= 8);
        return numbers ? Block.Align.CENTER : Block.Align.LEFT;
    }

    private static int width(ReadTable table, int column) {
        int longest = table.rows().stream().mapToInt(row -> row.get(column).length()).max().orElse(4);
        return Math.clamp(longest / 4, 2, 16);
    }

    private void body(String text) {
        blocks.add(new Block.Paragraph(ParagraphStyle.BODY, List.of(Run.text(text)), ""));
    }

    private void turn(Orientation orientation) {
        boolean wanted = orientation == Orientation.LANDSCAPE;
        if (landscape != wanted) {
            blocks.add(new Block.Section(orientation));
            landscape = wanted;
        }
    }

}
