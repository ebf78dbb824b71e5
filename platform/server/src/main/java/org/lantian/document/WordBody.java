package org.lantian.document;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.lantian.engine.document.Block;
import org.lantian.engine.document.Block.Orientation;
import org.lantian.engine.document.Document;
import org.lantian.engine.document.Run;

/** Writes the main part: blocks in order, a section's properties at its end, a bookmark for every anchor. */
final class WordBody {

    private static final Pattern ANCHOR = Pattern.compile("[\\p{L}\\p{N}_]{1,38}");

    private final WordXml xml;
    private final PageSetting setting;
    private final Map<String, String> margins;
    private final List<String> charts;
    private final Set<String> anchors = new HashSet<>();
    private Orientation orientation = Orientation.PORTRAIT;
    private boolean sectionEmpty = true;
    private boolean breakBefore;
    private List<Block.Heading> headings = List.of();
    private int bookmark;
    private int chart;

    /**
     * @param margins relation ids of headers and footers
     * @param charts relation ids of the charts in the order of their blocks
     */
    WordBody(WordXml xml, PageSetting setting, Map<String, String> margins, List<String> charts) {
        this.xml = xml;
        this.setting = setting;
        this.margins = margins;
        this.charts = charts;
    }

    void write(Document document) {
        xml.markup("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document " + WordNames.SPACES
                + "><w:body>");
        headings = document.contents();
        WordForm form = new WordForm(xml, section().textWidth());
        document.form().ifPresent(form::head);
        document.title().forEach(line -> plain(WordStyle.TITLE, line));
        document.subtitleLine().ifPresent(line -> plain(WordStyle.SUBTITLE, line));
        if (!document.title().isEmpty()) {
            plain(WordStyle.NORMAL, "");
        }
        document.form().ifPresent(form::addressee);
        document.blocks().forEach(this::block);
        document.form().ifPresent(issued -> {
            if (orientation == Orientation.LANDSCAPE) {
                begin(Orientation.PORTRAIT);
            }
            form.close(issued);
        });
        xml.markup(section().markup(margins)).markup("</w:body></w:document>");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> numbered(WordStyle.ofHeading(heading.level()), heading.number(),
                    heading.runs(), heading.anchor());
            case Block.Item item -> numbered(item.level() < 4 ? WordStyle.ITEM_3 : WordStyle.ITEM_4, item.number(),
                    item.runs(), item.anchor());
            case Block.Paragraph paragraph -> numbered(style(paragraph.style()), "", paragraph.runs(),
                    paragraph.anchor());
            case Block.Table table -> table(table);
            case Block.Chart drawing -> chart(drawing);
            case Block.Contents ignored -> contents();
            case Block.Section next -> begin(next.orientation());
            case Block.PageBreak ignored -> breakBefore = true;
        }
    }

    /** The page numbers are fields, which the reader's program fills in. */
    private void contents() {
        plain(WordStyle.CONTENTS_TITLE, "目　　录");
        for (Block.Heading heading : headings) {
            open(heading.level() == 1 ? WordStyle.CONTENTS_1 : WordStyle.CONTENTS_2);
            WordText.write(xml, heading.number() + String.join("", heading.runs().stream().map(Run::text).toList()));
            xml.markup("<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r><w:r><w:instrText "
                    + "xml:space=\"preserve\"> PAGEREF c_" + heading.anchor() + " \\h </w:instrText></w:r><w:r><w:fldChar "
                    + "w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>");
        }
        breakBefore = true;
    }

    private static WordStyle style(Block.ParagraphStyle style) {
        return switch (style) {
            case BODY -> WordStyle.BODY;
            case ADDRESSEE -> WordStyle.ADDRESSEE;
            case SIGNATURE -> WordStyle.SIGNATURE;
            case DATE -> WordStyle.DATE;
            case NOTE -> WordStyle.NOTE;
        };
    }

    private void numbered(WordStyle style, String number, List<Run> runs, String anchor) {
        open(style);
        int mark = startBookmark(anchor);
        WordText.write(xml, number + String.join("", runs.stream().map(Run::text).toList()));
        endBookmark(mark);
        xml.markup("</w:p>");
    }

    private void plain(WordStyle style, String text) {
        open(style);
        WordText.write(xml, text);
        xml.markup("</w:p>");
    }

    private void open(WordStyle style) {
        sectionEmpty = false;
        xml.markup("<w:p><w:pPr><w:pStyle w:val=\"" + style.id + "\"/>")
                .markup(breakBefore ? "<w:pageBreakBefore/>" : "").markup("</w:pPr>");
        breakBefore = false;
    }

    private int startBookmark(String anchor) {
        if (anchor.isBlank() || !anchors.add(anchor)) {
            return 0;
        }
        if (!ANCHOR.matcher(anchor).matches()) {
            throw new IllegalArgumentException("anchor '" + anchor + "': letters, digits and _ only, at most 38");
        }
        xml.markup("<w:bookmarkStart w:id=\"" + ++bookmark + "\" w:name=\"c_" + anchor + "\"/>");
        return bookmark;
    }

    private void endBookmark(int mark) {
        if (mark > 0) {
            xml.markup("<w:bookmarkEnd w:id=\"" + mark + "\"/>");
        }
    }

    private void table(Block.Table table) {
        open(WordStyle.CAPTION);
        int mark = startBookmark(table.anchor());
        WordText.write(xml, table.caption());
        endBookmark(mark);
        xml.markup("</w:p>");
        new WordTable(xml, table, section()).write();
        if (table.notes().isEmpty()) {
            plain(WordStyle.SECTION_END, "");
        }
        table.notes().forEach(note -> plain(WordStyle.TABLE_NOTE, note));
    }

    private void chart(Block.Chart block) {
        open(WordStyle.FIGURE);
        int mark = startBookmark(block.anchor());
        xml.markup(ChartPart.inline(charts.get(chart), ++chart, block, section().textWidth()));
        endBookmark(mark);
        xml.markup("</w:p>");
    }

    private void begin(Orientation next) {
        if (!sectionEmpty) {
            xml.markup("<w:p><w:pPr><w:pStyle w:val=\"" + WordStyle.SECTION_END.id + "\"/>")
                    .markup(section().markup(margins)).markup("</w:pPr></w:p>");
            sectionEmpty = true;
        }
        breakBefore = false;
        orientation = next;
    }

    private WordSection section() {
        return new WordSection(setting, orientation);
    }
}
