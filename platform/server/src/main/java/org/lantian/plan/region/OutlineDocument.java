package org.lantian.plan.region;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.lantian.engine.document.Block;
import org.lantian.engine.document.Block.Align;
import org.lantian.engine.document.Block.Column;
import org.lantian.engine.document.Block.ParagraphStyle;
import org.lantian.engine.document.Document;
import org.lantian.engine.document.Run;
import org.lantian.engine.numeral.ChineseNumerals;
import org.lantian.engine.outline.OutlineView;
import org.lantian.engine.outline.OutlineView.Node;
import org.lantian.engine.reading.ReadItem;
import org.lantian.engine.reading.ReadPlan;
import org.lantian.engine.reading.ReadSection;
import org.lantian.plugin.region.TemplateSection.RoleStyle;

/** Lays a regional plan out on the common outline: each node with what the plan says to it, then supplements and gaps. */
final class OutlineDocument {

    private final ReadPlan plan;
    private final OutlineView view;
    private final RoleText roles = new RoleText(RoleStyle.UNIT_LINES);
    private final List<Block> blocks = new ArrayList<>();

    private OutlineDocument(ReadPlan plan, OutlineView view) {
        this.plan = plan;
        this.view = view;
    }

    static Document build(ReadPlan plan, OutlineView view) {
        OutlineDocument document = new OutlineDocument(plan, view);
        document.chapters();
        document.supplements();
        document.coverage();
        return new Document(List.of(plan.title(), "（按通用大纲排列）"), RegionalDocument.subtitle(plan), "",
                document.blocks);
    }

    private void chapters() {
        int chapter = 0;
        for (Node node : view.nodes().stream().filter(one -> one.parent().isEmpty()).toList()) {
            heading(1, ChineseNumerals.write(++chapter) + "、", node.heading(), node.code());
            parts(node);
            int section = 0;
            for (Node child : view.nodes().stream().filter(one -> one.parent().filter(node.code()::equals).isPresent())
                    .toList()) {
                heading(2, "（" + ChineseNumerals.write(++section) + "）", child.heading(), child.code());
                if (child.parts().isEmpty()) {
                    body("原方案没有与本节对应的内容。大纲要求：" + child.asks());
                }
                parts(child);
            }
        }
    }

    private void parts(Node node) {
        node.parts().forEach(part -> plan.sections().stream().filter(section -> section.id().equals(part.id()))
                .forEach(this::section));
    }

    private void section(ReadSection section) {
        boolean empty = section.paragraphs().isEmpty() && section.items().isEmpty()
                && plan.tables().stream().noneMatch(table -> table.section().equals(section.id()));
        if (empty) {
            return;
        }
        heading(3, "", section.heading(), RegionalDocument.anchor("s", section.id()));
        section.paragraphs().forEach(paragraph -> body(paragraph.text()));
        section.items().forEach(item -> item(section, item));
        plan.tables().stream().filter(table -> table.section().equals(section.id()))
                .forEach(table -> blocks.add(RegionalDocument.table(table, RegionalDocument.anchor("t", section.id(), Integer.toString(blocks.size())))));
    }

    private void item(ReadSection section, ReadItem item) {
        List<String> lines = item.text().lines().toList();
        blocks.add(new Block.Item(3, item.no() + ".",
                List.of(Run.text(lines.isEmpty() ? item.title() : lines.getFirst())), RegionalDocument.anchor("i", section.id(), item.no(), Integer.toString(blocks.size()))));
        lines.stream().skip(1).forEach(this::body);
        roles.lines(item).forEach(this::body);
    }

    private void supplements() {
        if (view.supplements().isEmpty()) {
            return;
        }
        heading(1, "三、", "大纲以外的内容", "supplements");
        view.supplements().forEach(one -> plan.sections().stream().filter(section -> section.id().equals(one.id()))
                .forEach(section -> {
                    heading(3, "", section.heading() + "（" + one.reason() + "）", RegionalDocument.anchor("s", section.id()));
                    section.paragraphs().forEach(paragraph -> body(paragraph.text()));
                    section.items().forEach(item -> item(section, item));
                }));
    }

    private void coverage() {
        heading(1, "", "与大纲的对照", "coverage");
        List<Column> columns = List.of(column("node", "大纲的节", 4), column("coverage", "对应情况", 3),
                column("sections", "原方案的章节", 12));
        List<List<String>> rows = view.nodes().stream().map(node -> List.of(node.heading(), word(node),
                node.parts().stream().map(OutlineView.Part::heading).collect(Collectors.joining("；")))).toList();
        blocks.add(new Block.Table("coverage", "大纲对照表", columns, rows, view.lacks(), "coverage_table"));
        if (!view.words().isEmpty()) {
            blocks.add(new Block.Table("words", "分类用词对照表",
                    List.of(column("word", "原方案用词", 5), column("type", "大纲提升类型", 5), column("back", "反查用词", 5),
                            column("count", "次数", 2)),
                    view.words().stream().map(word -> List.of(word.word(), word.type().term(), word.back(),
                            Integer.toString(word.count()))).toList(),
                    List.of(), "words_table"));
        }
    }

    private static String word(Node node) {
        return switch (node.coverage()) {
            case COVERED -> "有";
            case WITHOUT_TABLE -> "有，缺表";
            case MISSING -> "无";
        };
    }

    private static Column column(String id, String header, int width) {
        return new Column(id, header, Align.LEFT, width, List.of());
    }

    private void heading(int level, String number, String text, String anchor) {
        blocks.add(new Block.Heading(level, number, List.of(Run.text(text)), anchor));
    }

    private void body(String text) {
        blocks.add(new Block.Paragraph(ParagraphStyle.BODY, List.of(Run.text(text)), ""));
    }
}
