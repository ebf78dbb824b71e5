package org.lantian.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

import org.lantian.engine.document.Block;
import org.lantian.engine.document.Document;
import org.lantian.engine.document.IssueForm;
import org.lantian.engine.document.Run;

import static org.assertj.core.api.Assertions.assertThat;

/** What stands around the text of an issued document, in Word and as a page. */
final class IssueFormTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final IssueForm FORM = new IssueForm("示例市人民政府办公室文件", "示政办发〔2026〕3号", "各县（市、区）人民政府",
            List.of("企业名单", "任务表"), "示例市人民政府办公室", Optional.of(DAY), "此件公开发布", "市委办公室。", "示例市人民政府办公室",
            Optional.of(DAY));

    private static Document document(Optional<IssueForm> form) {
        return new Document(List.of("示例市工作方案"), "示政办发〔2026〕3号", "", List.of(new Block.Contents(),
                new Block.Heading(1, "一、", List.of(Run.text("基本情况")), "1"),
                new Block.Paragraph(Block.ParagraphStyle.BODY, List.of(Run.text("PM2.5浓度"), Run.figure("30", "f1")), "2"),
                new Block.Section(Block.Orientation.LANDSCAPE), WordSamples.body("表页", "3")), form);
    }

    private static XWPFDocument word(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WordRenderer(Clock.systemUTC()).render(document, PageSetting.GB9704_STRICT, out);
        return new XWPFDocument(new ByteArrayInputStream(out.toByteArray()));
    }

    @Test
    void theHeadIsRedAndTheNumberStandsAboveTheLineAndNotAgainBelowTheTitle() throws IOException {
        try (XWPFDocument word = word(document(Optional.of(FORM)))) {
            List<XWPFParagraph> paragraphs = word.getParagraphs();
            assertThat(paragraphs.getFirst().getText()).isEqualTo("示例市人民政府办公室文件");
            assertThat(paragraphs.getFirst().getRuns().getFirst().getColor()).isEqualTo("FF0000");
            assertThat(paragraphs).extracting(XWPFParagraph::getText).containsOnlyOnce("示政办发〔2026〕3号").contains(
                    "各县（市、区）人民政府：", "附件：1.企业名单", "　　　2.任务表", "示例市人民政府办公室", "2026年1月5日", "（此件公开发布）");
            assertThat(word.getTables().getLast().getRows()).extracting(row -> row.getCell(0).getText())
                    .containsExactly("抄送：市委办公室。", "示例市人民政府办公室\t2026年1月5日印发");
            assertThat(word.getDocument().getBody().getSectPr().getPgSz().isSetOrient()).isFalse();
        }
        try (XWPFDocument word = word(document(Optional.empty()))) {
            assertThat(word.getParagraphs()).extracting(XWPFParagraph::getText).contains("（示政办发〔2026〕3号）")
                    .noneMatch(text -> text.contains("附件"));
            assertThat(word.getTables()).isEmpty();
        }
    }

    @Test
    void theContentsPointAtTheHeadingsBookmarks() throws IOException {
        try (XWPFDocument word = word(document(Optional.empty()))) {
            XWPFParagraph line = word.getParagraphs().stream().filter(one -> "TOC1".equals(one.getStyle())).findFirst()
                    .orElseThrow();
            assertThat(line.getText()).startsWith("一、基本情况");
            assertThat(line.getCTP().xmlText()).contains("PAGEREF c_1 ");
        }
    }

    @Test
    void thePageHasTheSamePartsOnSheetsOfTheirOrientation() {
        String html = HtmlRenderer.render(document(Optional.of(FORM)));
        assertThat(html).contains("class=\"redhead\"", "<p class=\"rednumber\">示政办发〔2026〕3号</p>", "href=\"#c_1\"",
                "<h1 id=\"c_1\">一、基本情况</h1>", "PM<sub>2.5</sub>浓度<span data-figure=\"f1\">30</span>", "sheet landscape",
                "抄送：市委办公室。", "2026年1月5日印发").doesNotContain("<script", "class=\"subtitle\"");
        String hostile = HtmlRenderer.render(new Document(List.of("<b>"), "", "", List.of(WordSamples.body("<i>&\"", "x"))));
        assertThat(hostile).contains("&lt;b&gt;", "&lt;i&gt;&amp;&quot;").doesNotContain("<i>");
    }

    @Test
    void aSheetOnWhichNothingStandsIsNotPrinted() {
        String html = HtmlRenderer.render(new Document(List.of("示例方案"), "", "示例", List.of(new Block.Contents(),
                new Block.Section(Block.Orientation.LANDSCAPE), WordSamples.body("表页", "1"))));
        assertThat(html.split("<section", -1)).hasSize(3);
        assertThat(html).contains("sheet landscape");
    }

    @Test
    void aCapacityStandsBesideItsProductWhereTheNameWraps() {
        Block.Column name = new Block.Column("product", "产品名称", Block.Align.LEFT, 2, "PRODUCT", List.of());
        Block.Column capacity = new Block.Column("capacity", "产能", Block.Align.RIGHT, 2, "PRODUCT", List.of());
        Block.Column rest = new Block.Column("rest", "备注", Block.Align.LEFT, 20, "", List.of());
        String product = "高硅低铝硅铁合金产品".repeat(6);
        String html = HtmlRenderer.render(new Document(List.of(), "", "", List.of(new Block.Table("t", "表1", List.of(name,
                capacity, rest), List.of(List.of(product + "\n微硅粉", "15\n3", "无".repeat(900))), List.of(), "1"))));
        assertThat(html).containsPattern("15(<br>){2,}3").contains(product + "<br>微硅粉");
    }
}
