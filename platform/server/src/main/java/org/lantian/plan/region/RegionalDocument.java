package org.lantian.plan.region;

import java.util.ArrayList;
import java.util.List;

import org.lantian.engine.document.Block;
import org.lantian.engine.document.Block.Orientation;
import org.lantian.engine.document.Block.ParagraphStyle;
import org.lantian.engine.document.Document;
import org.lantian.engine.document.Run;
import org.lantian.engine.profile.ResolvedProfile;
import org.lantian.engine.reading.ReadItem;
import org.lantian.engine.reading.ReadParagraph;
import org.lantian.engine.reading.ReadPlan;
import org.lantian.engine.reading.ReadSection;
import org.lantian.engine.reading.ReadTable;
import org.lantian.plugin.region.TemplateSection;
import org.lantian.plugin.region.TemplateSection.RoleStyle;

/** Lays a regional plan out in its region's own form: its headings, role lines or brackets, boxes and annexes. */
final class RegionalDocument {

    private static final int UPRIGHT_COLUMNS = 6;
    private static final int DEEPEST = 4;
    private static final String BOX_CONTENT = "主要内容";

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
        List<ReadTable> tables = plan.tables().stream().filter(table -> table.section().equals(section.id())).toList();
        boolean tablesOnly = section.paragraphs().isEmpty() && section.items().isEmpty() && !tables.isEmpty();
        boolean wasLandscape = landscape;
        turn(tablesOnly ? orientation(tables.getFirst()) : Orientation.PORTRAIT);
        if (section.id().matches("A\\d+") && wasLandscape == landscape) {
            blocks.add(new Block.PageBreak());
        }
        blocks.add(new Block.Heading(Math.min(section.level(), DEEPEST), number(section),
                List.of(Run.text(section.heading())), anchor("s", section.id())));
        List<ReadItem> boxed = section.items().stream().filter(this::boxed).toList();
        section.paragraphs().stream().map(ReadParagraph::text)
                .filter(text -> boxed.isEmpty() || !text.startsWith(BOX_CONTENT)).forEach(this::body);
        section.items().stream().filter(item -> !boxed(item)).forEach(item -> item(section, item));
        if (!boxed.isEmpty()) {
            box(section, boxed);
        }
        tables.forEach(this::table);
    }

    /** A chapter's number and an annex's label stand apart from the heading. */
    private static String number(ReadSection section) {
        return section.number().matches("第.*章|附件.*") ? section.number() + "　" : section.number();
    }

    private boolean boxed(ReadItem item) {
        return !item.box().isEmpty() && style == RoleStyle.BOX;
    }

    private void item(ReadSection section, ReadItem item) {
        List<String> lines = item.text().lines().toList();
        List<String> words = new ArrayList<>(lines.isEmpty() ? List.of(item.title()) : lines);
        roles.inline(item).ifPresent(bracket -> words.set(words.size() - 1, words.getLast() + bracket));
        blocks.add(new Block.Item(3, item.no() + ".", List.of(Run.text(words.getFirst())),
                anchor("i", section.id(), item.box().isEmpty() ? "" : "b", item.no())));
        words.stream().skip(1).forEach(this::body);
        roles.lines(item).forEach(this::body);
    }

    private void box(ReadSection section, List<ReadItem> items) {
        List<String> lines = new ArrayList<>(section.paragraphs().stream().map(ReadParagraph::text)
                .filter(text -> text.startsWith(BOX_CONTENT)).toList());
        for (ReadItem item : items) {
            lines.add(item.no() + "." + item.text());
        }
        blocks.add(new Block.Table(anchor("box", section.id()), "", List.of(new Block.Column("box",
                "专栏  " + items.getFirst().box(), Block.Align.LEFT, 20, List.of())),
                List.of(List.of(String.join("\n", lines))), List.of(), anchor("b", section.id())));
    }

    private void table(ReadTable table) {
        turn(orientation(table));
        blocks.add(table(table, anchor("t", table.section(), Integer.toString(blocks.size()))));
    }

    private static Orientation orientation(ReadTable table) {
        return table.columns().size() > UPRIGHT_COLUMNS ? Orientation.LANDSCAPE : Orientation.PORTRAIT;
    }

    static Block.Table table(ReadTable table, String id) {
        List<Block.Column> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            columns.add(new Block.Column(id + "_" + i, table.columns().get(i).replace("\n", ""), align(table, i),
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

    /** A bookmark's name: letters, digits and _ only. */
    static String anchor(String... parts) {
        return String.join("_", parts).replaceAll("[^A-Za-z0-9]+", "_");
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
