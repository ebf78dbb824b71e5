package org.lantian.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumVal;
import org.openxmlformats.schemas.officeDocument.x2006.sharedTypes.STVerticalAlignRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.xml.sax.InputSource;

import org.lantian.engine.document.Block;
import org.lantian.engine.document.Document;
import org.lantian.engine.document.Run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class WordRendererTest {

    @Test
    void pageIsA4WithTheMarginsOfTheStandard() throws IOException {
        try (XWPFDocument word = open(WordSamples.plainPage(), PageSetting.GB9704_STRICT)) {
            CTSectPr section = word.getDocument().getBody().getSectPr();
            assertThat(List.of(section.getPgSz().getW(), section.getPgSz().getH())).containsExactly(big(11906), big(16838));
            assertThat(List.of(section.getPgMar().getTop(), section.getPgMar().getBottom(), section.getPgMar().getLeft(),
                    section.getPgMar().getRight())).containsExactly(big(2098), big(1984), big(1588), big(1474));
        }
    }

    @Test
    void softwareSettingHasItsOwnTopAndBottom() throws IOException {
        try (XWPFDocument word = open(WordSamples.plainPage(), PageSetting.GB33476_SOFTWARE)) {
            CTSectPr section = word.getDocument().getBody().getSectPr();
            assertThat(List.of(section.getPgMar().getTop(), section.getPgMar().getBottom()))
                    .containsExactly(big(1960), big(1847));
        }
    }

    @Test
    void headingsHaveNamedStylesAndBodyIsIndentedByTwoCharacters() throws IOException {
        try (XWPFDocument word = open(WordSamples.rich())) {
            XWPFParagraph chapter = paragraph(word, "一、集群基本情况");
            assertThat(chapter.getStyle()).isEqualTo("Heading1");
            assertThat(paragraph(word, "（一）集群概况").getStyle()).isEqualTo("Heading2");
            assertThat(word.getStyles().getStyle("Heading2").getCTStyle().xmlText()).contains("楷体_GB2312")
                    .contains("outlineLvl w:val=\"1\"");
            assertThat(word.getStyles().getStyle("BodyTextFirstIndent").getCTStyle().xmlText())
                    .contains("w:firstLineChars=\"200\"", "w:line=\"579\"", "w:lineRule=\"exact\"", "仿宋_GB2312");
            assertThat(word.getStyles().getStyle("Title").getCTStyle().xmlText()).contains("方正小标宋简体", "w:val=\"44\"");
        }
    }

    @Test
    void everyParagraphStyleNamesAnEastAsianFont() throws IOException {
        try (XWPFDocument word = open(WordSamples.rich())) {
            for (WordStyle style : WordStyle.values()) {
                assertThat(word.getStyles().getStyle(style.id).getCTStyle().xmlText()).contains("w:eastAsia=");
            }
        }
    }

    @Test
    void headerCellsSpanTheirLeavesAndReachDown() throws IOException {
        try (XWPFDocument word = open(WordSamples.rich())) {
            XWPFTable table = word.getTables().get(1);
            List<XWPFTableCell> top = table.getRow(0).getTableCells();
            assertThat(top).extracting(XWPFTableCell::getText).containsExactly("序号", "企业名称（集群名称）",
                    "提升类型（淘汰关停、搬迁入园、就地改造、做优做强）", "改造任务", "预期目标", "完成时限", "减排量（吨）");
            assertThat(span(top.get(3))).isEqualTo(5);
            assertThat(top.get(0).getCTTc().getTcPr().getVMerge().getVal()).isEqualTo(STMerge.RESTART);
            assertThat(top.get(3).getCTTc().getTcPr().isSetVMerge()).isFalse();
            List<XWPFTableCell> second = table.getRow(1).getTableCells();
            assertThat(second).hasSize(11);
            assertThat(second.get(0).getCTTc().getTcPr().isSetVMerge()).isTrue();
            assertThat(second.get(3).getText()).isEqualTo("无组织收集方面");
        }
    }

    @Test
    void columnsFillTheTextWidthExactly() throws IOException {
        try (XWPFDocument word = open(WordSamples.rich())) {
            int landscape = 16838 - 2098 - 1984;
            for (XWPFTable table : word.getTables()) {
                assertThat(table.getCTTbl().getTblGrid().getGridColList().stream()
                        .mapToInt(column -> ((BigInteger) column.getW()).intValue()).sum()).isEqualTo(landscape);
            }
            assertThat(word.getTables().get(0).getCTTbl().getTblGrid().sizeOfGridColArray()).isEqualTo(20);
        }
    }

    @Test
    void headerRowsRepeatAndRowsStayWholeUnlessTallerThanAPage() throws IOException {
        List<String> tall = new ArrayList<>(List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"));
        tall.set(4, "一行\n".repeat(60));
        Block.Table sample = WordSamples.table4(1);
        Block.Table table = new Block.Table("t", "表", sample.columns(), List.of(sample.rows().getFirst(), tall),
                List.of(), "");
        try (XWPFDocument word = open(WordSamples.document(table))) {
            List<XWPFTableRow> rows = word.getTables().getFirst().getRows();
            assertThat(rows).extracting(XWPFTableRow::isRepeatHeader).containsExactly(true, true, false, false);
            assertThat(rows).extracting(XWPFTableRow::isCantSplitRow).containsExactly(true, true, true, false);
        }
    }

    @Test
    void linesOfACellAreLineBreaksAndNumbersStandRight() throws IOException {
        try (XWPFDocument word = open(WordSamples.document(WordSamples.table1(1)))) {
            XWPFTableRow row = word.getTables().getFirst().getRow(2);
            assertThat(row.getCell(10).getText()).isEqualTo("123456.7\n2300");
            assertThat(row.getCell(10).getParagraphs()).hasSize(1);
            assertThat(row.getCell(10).getParagraphs().getFirst().getAlignment().name()).isEqualTo("RIGHT");
        }
    }

    @Test
    void linesThatBelongTogetherStayBesideEachOtherWhereOneWraps() throws IOException {
        Block.Table table = new Block.Table("t", "表", List.of(
                new Block.Column("a", "产品", Block.Align.LEFT, 1, "PRODUCT", List.of()),
                new Block.Column("b", "产量", Block.Align.RIGHT, 1, "PRODUCT", List.of()),
                new Block.Column("c", "备注", Block.Align.LEFT, 1, List.of())),
                List.of(List.of("很长的产品名称".repeat(12) + "\n微硅粉", "18\n3.96", "甲\n乙")), List.of(), "t");
        try (XWPFDocument word = open(WordSamples.document(table))) {
            XWPFTableRow row = word.getTables().getFirst().getRow(1);
            assertThat(row.getCell(1).getText()).matches("18\\n{2,}3\\.96");
            assertThat(row.getCell(2).getText()).isEqualTo("甲\n乙");
        }
    }

    @Test
    void everyAnchorIsABookmarkOnce() throws IOException {
        Document document = WordSamples.document(WordSamples.heading(1, "一、", "标题", "a1"), WordSamples.body("文", "b_2"),
                WordSamples.body("文", "b_2"), WordSamples.body("文", ""), WordSamples.table4(1));
        assertThat(bookmarks(document)).containsExactly("c_a1", "c_b_2", "c_t4");
    }

    @Test
    void refusesAnAnchorThatWordCannotKeep() {
        Document document = WordSamples.document(WordSamples.body("文", "a b"));
        assertThatThrownBy(() -> render(document, PageSetting.GB9704_STRICT)).hasMessageContaining("anchor 'a b'");
    }

    @Test
    void pollutantsGetSubscriptsButLongerWordsDoNot() throws IOException {
        String text = "PM2.5、PM10、SO2、NOx、NO2、CO2、O3、VOCs，xSO2、SO20、NOxy、CO2e、PM2.51";
        try (XWPFDocument word = open(WordSamples.document(WordSamples.body(text, "")))) {
            assertThat(subscripts(word.getParagraphs().getFirst().getRuns())).containsExactly("2.5", "10", "2", "x", "2",
                    "2", "3");
            assertThat(word.getParagraphs().getFirst().getText()).isEqualTo(text);
        }
    }

    @Test
    void tableCellsGetSubscriptsToo() throws IOException {
        try (XWPFDocument word = open(WordSamples.document(WordSamples.table4(1)))) {
            XWPFTableCell cell = word.getTables().getFirst().getRow(2).getCell(10);
            assertThat(cell.getText()).isEqualTo("颗粒物 12.50\nSO2 3.20\nNOx 8.00");
            assertThat(subscripts(cell.getParagraphs().getFirst().getRuns())).containsExactly("2", "x");
        }
    }

    @Test
    void sectionsTurnThePageAndKeepNumbering() throws IOException {
        try (XWPFDocument word = open(WordSamples.rich())) {
            List<CTSectPr> sections = new ArrayList<>();
            word.getParagraphs().stream().filter(p -> p.getCTP().isSetPPr() && p.getCTP().getPPr().isSetSectPr())
                    .forEach(p -> sections.add(p.getCTP().getPPr().getSectPr()));
            sections.add(word.getDocument().getBody().getSectPr());
            assertThat(sections).extracting(section -> section.getPgSz().getOrient() == STPageOrientation.LANDSCAPE)
                    .containsExactly(false, true, false, true, false);
            assertThat(sections).allSatisfy(section -> {
                assertThat(section.sizeOfFooterReferenceArray()).isEqualTo(2);
                assertThat(section.sizeOfHeaderReferenceArray()).isEqualTo(2);
                assertThat(section.getPgNumType().isSetStart()).isFalse();
            });
            String odd = sections.get(0).getFooterReferenceList().getFirst().getId();
            assertThat(text(word, odd)).contains("PAGE", "w:jc w:val=\"right\"", "— ");
            String turned = sections.get(1).getFooterReferenceList().getFirst().getId();
            assertThat(text(word, turned)).contains("PAGE", "vert=\"vert\"");
            assertThat(word.getSettings().getEvenAndOddHeadings()).isTrue();
        }
    }

    @Test
    void chartKeepsItsValuesAndLeavesUnknownOnesOut() throws IOException {
        try (XWPFDocument word = open(WordSamples.document(WordSamples.chart(Block.ChartKind.COLUMN)))) {
            XWPFChart chart = word.getCharts().getFirst();
            List<CTBarSer> series = chart.getCTChart().getPlotArea().getBarChartArray(0).getSerList();
            assertThat(series.get(0).getVal().getNumRef().getNumCache().getPtList()).extracting(CTNumVal::getV)
                    .containsExactly("12.5", "30", "41.25");
            assertThat(series.get(1).getVal().getNumRef().getNumCache().getPtList()).extracting(CTNumVal::getIdx)
                    .containsExactly(0L, 2L);
            assertThat(series).allSatisfy(one -> assertThat(one.getSpPr().isSetSolidFill()).isTrue());
            assertThat(chart.getCTChartSpace().xmlText()).contains("单位：吨", "dispBlanksAs", "\"gap\"", "仿宋_GB2312");
            assertThat(chart.getTitle().getBody().getParagraph(0).getText()).isEqualTo("主要污染物减排量");
        }
    }

    @Test
    void hostileTextStaysText() throws IOException {
        String hostile = "</w:t></w:r></w:p><w:p>&amp; \"q\" <script>\u0000\u0007\uD800\uFFFE𠮷]]>";
        Block.Table table = new Block.Table("t", hostile, WordSamples.table4(1).columns(),
                List.of(java.util.Collections.nCopies(11, hostile)), List.of(hostile), "");
        Document document = new Document(List.of(hostile), hostile, hostile, List.of(WordSamples.body(hostile, "x"),
                table, new Block.Chart(hostile, Block.ChartKind.LINE, hostile, List.of(hostile), List.of(), "")));
        String clean = "</w:t></w:r></w:p><w:p>&amp; \"q\" <script>𠮷]]>";
        try (XWPFDocument word = open(document)) {
            assertThat(word.getTables().getFirst().getRow(2).getCell(5).getText()).isEqualTo(clean);
            assertThat(word.getParagraphs()).extracting(XWPFParagraph::getText).contains(clean, "（" + clean + "）");
            assertThat(word.getProperties().getCoreProperties().getTitle()).isEqualTo(clean);
        }
        assertEveryPartIsWellFormed(render(document, PageSetting.GB9704_STRICT));
    }

    @Test
    void sameDocumentGivesTheSameBytes() {
        byte[] first = render(WordSamples.rich(), PageSetting.GB9704_STRICT);
        byte[] second = render(WordSamples.rich(), PageSetting.GB9704_STRICT);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void propertiesNameTheCreatorAndTheClocksInstant() throws IOException {
        try (XWPFDocument word = open(WordSamples.rich())) {
            assertThat(word.getProperties().getCoreProperties().getCreator()).isEqualTo("蓝天");
            assertThat(word.getProperties().getCoreProperties().getCreated().toInstant())
                    .isEqualTo(WordSamples.CLOCK.instant());
            assertThat(word.getProperties().getCoreProperties().getTitle()).isEqualTo("中卫市沙坡头区铁合金集群大气污染防治水平提升工作方案");
        }
    }

    @Test
    void figuresArePrintedAsTheirText() throws IOException {
        Document document = WordSamples.document(new Block.Paragraph(Block.ParagraphStyle.BODY,
                List.of(Run.text("减排"), Run.figure("12.50", "e1"), Run.text("吨")), ""));
        try (XWPFDocument word = open(document)) {
            assertThat(word.getParagraphs().getFirst().getText()).isEqualTo("减排12.50吨");
        }
    }

    private static byte[] render(Document document, PageSetting setting) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WordRenderer(WordSamples.CLOCK).render(document, setting, out);
        return out.toByteArray();
    }

    private static XWPFDocument open(Document document) throws IOException {
        return open(document, PageSetting.GB9704_STRICT);
    }

    private static XWPFDocument open(Document document, PageSetting setting) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(render(document, setting)));
    }

    private static XWPFParagraph paragraph(XWPFDocument word, String text) {
        return word.getParagraphs().stream().filter(p -> p.getText().equals(text)).findFirst().orElseThrow();
    }

    private static List<String> subscripts(List<XWPFRun> runs) {
        return runs.stream().filter(run -> run.getVerticalAlignment() == STVerticalAlignRun.SUBSCRIPT).map(XWPFRun::text)
                .toList();
    }

    private static int span(XWPFTableCell cell) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        return properties.isSetGridSpan() ? properties.getGridSpan().getVal().intValue() : 1;
    }

    private static List<String> bookmarks(Document document) throws IOException {
        try (XWPFDocument word = open(document)) {
            return word.getParagraphs().stream().flatMap(p -> p.getCTP().getBookmarkStartList().stream())
                    .map(mark -> mark.getName()).toList();
        }
    }

    private static String text(XWPFDocument word, String relation) throws IOException {
        return new String(word.getRelationById(relation).getPackagePart().getInputStream().readAllBytes(),
                StandardCharsets.UTF_8);
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    private static void assertEveryPartIsWellFormed(byte[] file) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
                    String xml = new String(entries.readAllBytes(), StandardCharsets.UTF_8);
                    try {
                        DocumentBuilderFactory.newInstance().newDocumentBuilder()
                                .parse(new InputSource(new StringReader(xml)));
                    } catch (org.xml.sax.SAXException | javax.xml.parsers.ParserConfigurationException e) {
                        throw new AssertionError(entry.getName() + " is not well-formed", e);
                    }
                }
            }
        }
    }
}
