package org.lantian.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.lantian.engine.document.Block;
import org.lantian.engine.document.Block.Column;
import org.lantian.engine.document.Block.Orientation;
import org.lantian.engine.document.Document;
import org.lantian.engine.document.IssueForm;
import org.lantian.engine.document.Run;
import org.lantian.engine.quantity.Decimals;

/**
 * Writes a document as an HTML page that looks like the printed one: sheets of A4 with the margins, typefaces and sizes of
 * GB/T 9704-2012, landscape sheets for wide tables. No script, no other file. Anchors become ids {@code c_<anchor>}; a
 * figure with an explanation carries its id in {@code data-figure}.
 */
public final class HtmlRenderer {

    private static final String STYLE = """
            :root { --line: 28.95pt }
            body { margin: 0; padding: 8mm 0; background: #e9e9e9; color: #000; counter-reset: none }
            .sheet { background: #fff; width: 156mm; min-height: 225mm; padding: 37mm 26mm 35mm 28mm; margin: 0 auto 8mm; \
            box-shadow: 0 1px 4px rgba(0,0,0,.3); position: relative; overflow: hidden; \
            font: 16pt/var(--line) "Times New Roman", "仿宋_GB2312", FangSong, "仿宋", "Noto Serif CJK SC", serif; text-align: justify }
            .sheet.landscape { width: 225mm; min-height: 156mm; padding: 28mm 35mm 26mm 37mm }
            .mark { position: absolute; top: 15mm; left: 0; right: 0; text-align: center; font: 12pt "黑体", SimHei, "Noto Sans CJK SC", sans-serif }
            p, h1, h2, h3, h4 { margin: 0; font-size: 16pt; font-weight: normal }
            p.body, p.item, p.note, h1, h2, h3, h4 { text-indent: 2em }
            h1 { font-family: "Times New Roman", "黑体", SimHei, "Noto Sans CJK SC", sans-serif }
            h2, .subtitle { font-family: "Times New Roman", "楷体_GB2312", KaiTi, "楷体", "Noto Serif CJK SC", serif }
            .title { font: 22pt/32pt "Times New Roman", "方正小标宋简体", "宋体", SimSun, "Noto Serif CJK SC", serif; text-align: center }
            .subtitle { text-align: center; margin-bottom: var(--line) }
            .redhead { color: #f00; text-align: center; font-family: "方正小标宋简体", "宋体", SimSun, "Noto Serif CJK SC", serif; margin-top: 35mm; line-height: 1.3 }
            .rednumber { text-align: center; border-bottom: .5mm solid #f00; margin: calc(2 * var(--line)) 0; padding-bottom: 4mm }
            .signature { text-align: right; padding-right: 2em } .date { text-align: right; padding-right: 4em }
            .contents { margin: var(--line) 0 } .contents .t { text-align: center; font-family: "黑体", SimHei, "Noto Sans CJK SC", sans-serif }
            .contents a { display: block; color: inherit; text-decoration: none } .contents a.l2 { padding-left: 2em }
            .imprint { border-top: .35mm solid; border-bottom: .35mm solid; font-size: 14pt; margin-top: calc(2 * var(--line)) }
            .imprint p { font-size: 14pt; padding: 0 1em; display: flex; justify-content: space-between } .imprint p + p { border-top: .25mm solid }
            table { border-collapse: collapse; width: 100%; table-layout: fixed; margin-bottom: 2mm }
            thead { display: table-header-group } tr { break-inside: avoid }
            th, td { border: .5pt solid #000; padding: 1pt 2pt; vertical-align: middle; word-break: break-all; line-break: anywhere; white-space: pre-line; font-weight: normal }
            th { font-family: "黑体", SimHei, "Noto Sans CJK SC", sans-serif; text-align: center }
            caption { font: 14pt "黑体", SimHei, "Noto Sans CJK SC", sans-serif; padding: 2mm 0; text-align: center; break-after: avoid }
            .tablenote { font-size: 10.5pt; line-height: 15pt } .center { text-align: center } .right { text-align: right } .left { text-align: left }
            figure { margin: 3mm 0; text-align: center } figcaption { font-size: 14pt } sub { font-size: 65%; line-height: 0 }
            [data-figure] { border-bottom: 1px dotted #888 }
            @page { size: A4; margin: 37mm 26mm 35mm 28mm } @page wide { size: A4 landscape; margin: 28mm 35mm 26mm 37mm }
            @media print { body { background: none; padding: 0 } .sheet, .sheet.landscape { box-shadow: none; margin: 0; padding: 0; \
            width: auto; min-height: 0; break-after: page } .sheet.landscape { page: wide } [data-figure] { border: 0 } }
            """;
    private static final String[] COLOURS = {"#4472c4", "#ed7d31", "#a5a5a5", "#70ad47", "#ffc000", "#5b9bd5"};

    private final Document document;
    private final StringBuilder page = new StringBuilder();
    private Orientation orientation = Orientation.PORTRAIT;
    private int sheetStart;
    private int sheetEmpty;

    private HtmlRenderer(Document document) {
        this.document = document;
    }

    public static String render(Document document) {
        return new HtmlRenderer(document).render();
    }

    private String render() {
        page.append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                + "content=\"width=device-width\"><title>").append(escape(String.join("", document.title())))
                .append("</title>\n<style>\n").append(STYLE).append("</style></head>\n<body>\n");
        open();
        document.form().ifPresent(this::head);
        document.title().forEach(line -> element("p", "title", escape(line)));
        document.subtitleLine().ifPresent(line -> element("p", "subtitle", escape(line)));
        document.form().flatMap(IssueForm::addresseeLine).ifPresent(line -> element("p", "addressee", text(line)));
        document.blocks().forEach(this::block);
        document.form().ifPresent(this::close);
        return page.append("</section>\n</body>\n</html>\n").toString();
    }

    private void open() {
        sheetStart = page.length();
        page.append("<section class=\"sheet").append(orientation == Orientation.LANDSCAPE ? " landscape" : "").append("\">\n");
        if (!document.mark().isBlank()) {
            element("div", "mark", escape(document.mark()));
        }
        sheetEmpty = page.length();
    }

    /** Begins another sheet; one on which nothing stands yet takes the other orientation. */
    private void turn(Orientation next) {
        if (page.length() == sheetEmpty) {
            page.setLength(sheetStart);
        } else {
            page.append("</section>\n");
        }
        orientation = next;
        open();
    }

    private void element(String tag, String kind, String content) {
        page.append('<').append(tag).append(" class=\"").append(kind).append("\">").append(content).append("</").append(tag)
                .append(">\n");
    }

    private void head(IssueForm form) {
        if (!form.authority().isBlank()) {
            page.append("<p class=\"redhead\" style=\"font-size:").append(WordForm.headPoints(form)).append("pt\">")
                    .append(escape(form.authority().strip())).append("</p>\n");
            element("p", "rednumber", escape(form.number()));
        }
    }

    private void close(IssueForm form) {
        if (orientation == Orientation.LANDSCAPE) {
            turn(Orientation.PORTRAIT);
        }
        form.annexLines().forEach(line -> element("p", "note", text(line)));
        if (!form.signatory().isBlank()) {
            element("p", "signature", "<br><br>" + escape(form.signatory().strip()));
        }
        form.signedOn().ifPresent(day -> element("p", "date", IssueForm.day(day)));
        form.noteLine().ifPresent(line -> element("p", "note", escape(line)));
        if (form.imprint()) {
            page.append("<div class=\"imprint\">");
            form.copiesLine().ifPresent(line -> element("p", "copies", "<span>" + escape(line) + "</span>"));
            if (!form.printedBy().isBlank()) {
                element("p", "printed", "<span>" + escape(form.printedBy().strip()) + "</span><span>"
                        + form.printedOnText() + "</span>");
            }
            page.append("</div>\n");
        }
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> anchored("h" + heading.level(), "", heading.anchor(), heading.number(), heading.runs());
            case Block.Item item -> anchored("p", "item", item.anchor(), item.number(), item.runs());
            case Block.Paragraph paragraph -> anchored("p", kind(paragraph.style()), paragraph.anchor(), "", paragraph.runs());
            case Block.Table table -> table(table);
            case Block.Chart chart -> chart(chart);
            case Block.Contents ignored -> contents();
            case Block.Section section -> turn(section.orientation());
            case Block.PageBreak ignored -> turn(orientation);
        }
    }

    private static String kind(Block.ParagraphStyle style) {
        return switch (style) {
            case BODY -> "body";
            case ADDRESSEE -> "addressee";
            case SIGNATURE -> "signature";
            case DATE -> "date";
            case NOTE -> "note";
        };
    }

    private void anchored(String tag, String kind, String anchor, String number, List<Run> runs) {
        page.append('<').append(tag).append(kind.isEmpty() ? "" : " class=\"" + kind + "\"").append(id(anchor)).append('>')
                .append(escape(number));
        for (Run run : runs) {
            page.append(run.figure().map(figure -> "<span data-figure=\"" + escape(figure) + "\">" + text(run.text()) + "</span>")
                    .orElseGet(() -> text(run.text())));
        }
        page.append("</").append(tag).append(">\n");
    }

    private static String id(String anchor) {
        return anchor.isBlank() ? "" : " id=\"c_" + escape(anchor) + "\"";
    }

    private void contents() {
        page.append("<nav class=\"contents\"><p class=\"t\">目　　录</p>\n");
        document.contents().forEach(heading -> page.append("<a class=\"l").append(heading.level()).append("\" href=\"#c_")
                        .append(escape(heading.anchor())).append("\">").append(escape(heading.number()))
                        .append(heading.runs().stream().map(run -> text(run.text())).collect(Collectors.joining())).append("</a>\n"));
        page.append("</nav>\n");
        turn(orientation);
    }

    private void table(Block.Table table) {
        List<Column> leaves = table.leaves();
        WordSection paper = new WordSection(PageSetting.GB9704_STRICT, orientation);
        TableLook look = new TableLook(table, paper.textWidth());
        page.append("<table").append(id(table.anchor())).append(" style=\"font-size:").append(look.text().halfPoints() / 2.0)
                .append("pt;line-height:1.4\"><caption>").append(text(table.caption())).append("</caption>\n<colgroup>");
        for (int width : look.widths()) {
            page.append("<col style=\"width:").append(Math.round(1000.0 * width / look.width()) / 10.0).append("%\">");
        }
        page.append("</colgroup>\n<thead>\n");
        int depth = table.columns().stream().mapToInt(Column::depth).max().orElse(1);
        List<Column> level = table.columns();
        for (int row = 0; row < depth; row++) {
            page.append("<tr>");
            List<Column> next = new ArrayList<>();
            for (Column column : level) {
                boolean leaf = column.children().isEmpty();
                page.append("<th").append(leaf && depth - row > 1 ? " rowspan=\"" + (depth - row) + "\"" : "")
                        .append(column.leafCount() > 1 ? " colspan=\"" + column.leafCount() + "\"" : "").append('>')
                        .append(text(column.header())).append("</th>");
                next.addAll(column.children());
            }
            page.append("</tr>\n");
            level = next;
        }
        page.append("</thead>\n<tbody>\n");
        for (List<String> given : table.rows()) {
            List<String> row = look.align(given);
            page.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                page.append("<td class=\"").append(leaves.get(i).align().name().toLowerCase(java.util.Locale.ROOT)).append("\">")
                        .append(lines(row.get(i))).append("</td>");
            }
            page.append("</tr>\n");
        }
        page.append("</tbody></table>\n");
        table.notes().forEach(note -> element("p", "tablenote", text(note)));
    }

    /** Bars beside each other for each category, drawn as SVG; an unknown value has no bar. */
    private void chart(Block.Chart chart) {
        BigDecimal largest = chart.series().stream().flatMap(series -> series.values().stream()).flatMap(Optional::stream)
                .max(Comparator.naturalOrder()).filter(value -> value.signum() > 0).orElse(BigDecimal.ONE);
        int group = Math.max(40, 520 / Math.max(1, chart.categories().size()));
        int width = 60 + group * chart.categories().size();
        page.append("<figure").append(id(chart.anchor())).append("><svg viewBox=\"0 0 ").append(width).append(" 260\" role=\"img\" width=\"100%\">");
        for (int i = 0; i < chart.categories().size(); i++) {
            int bar = Math.max(4, (group - 10) / Math.max(1, chart.series().size()));
            for (int j = 0; j < chart.series().size(); j++) {
                int x = 50 + i * group + j * bar;
                String colour = COLOURS[j % COLOURS.length];
                chart.series().get(j).values().get(i).ifPresent(value -> {
                    long height = Math.max(1, Math.round(value.doubleValue() / largest.doubleValue() * 180));
                    page.append("<rect x=\"").append(x).append("\" y=\"").append(210 - height).append("\" width=\"").append(bar - 1)
                            .append("\" height=\"").append(height).append("\" fill=\"").append(colour).append("\"><title>")
                            .append(escape(Decimals.print(value) + chart.unit())).append("</title></rect>");
                    page.append("<text x=\"").append(x + bar / 2).append("\" y=\"").append(206 - height)
                            .append("\" font-size=\"9\" text-anchor=\"middle\">").append(escape(Decimals.print(value))).append("</text>");
                });
            }
            page.append("<text x=\"").append(50 + i * group + group / 2).append("\" y=\"226\" font-size=\"11\" text-anchor=\"middle\">")
                    .append(escape(chart.categories().get(i))).append("</text>");
        }
        page.append("<line x1=\"46\" y1=\"210\" x2=\"").append(width).append("\" y2=\"210\" stroke=\"#000\"/><text x=\"4\" y=\"20\" font-size=\"11\">")
                .append(escape(chart.unit())).append("</text>");
        for (int j = 0; j < chart.series().size(); j++) {
            page.append("<rect x=\"").append(50 + j * 120).append("\" y=\"240\" width=\"10\" height=\"10\" fill=\"").append(COLOURS[j % COLOURS.length])
                    .append("\"/><text x=\"").append(64 + j * 120).append("\" y=\"249\" font-size=\"11\">")
                    .append(escape(chart.series().get(j).name())).append("</text>");
        }
        page.append("</svg><figcaption>").append(text(chart.title())).append("</figcaption></figure>\n");
    }

    /** A cell's text; a browser drops a break at the end, so one that pads the cell is followed by a blank. */
    private static String lines(String cell) {
        return text(cell) + (cell.endsWith("\n") ? "&nbsp;" : "");
    }

    /** Escaped text with the subscripts of pollutants. */
    private static String text(String plain) {
        StringBuilder text = new StringBuilder();
        Formulas.walk(plain, piece -> text.append(escape(piece)),
                index -> text.append("<sub>").append(escape(index)).append("</sub>"));
        return text.toString().replace("\n", "<br>");
    }

    /** Text as it may stand in an element or an attribute of a page. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
