package org.lantian.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.officeDocument.x2006.customProperties.CTProperty;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

import org.lantian.common.DomainException;
import org.lantian.engine.source.SourceBlock;
import org.lantian.engine.source.SourceDocument;

/** Reads the body of a .docx: paragraphs with automatic numbers written out, style and bookmarks; tables with merges. */
final class WordReader {

    private final XWPFDocument document;
    private final WordNumbers numbers;
    private final List<SourceBlock> blocks = new ArrayList<>();
    private int line;

    private WordReader(XWPFDocument document) {
        this.document = document;
        this.numbers = new WordNumbers(document);
    }

    static SourceDocument read(String name, byte[] content) {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(content))) {
            WordReader reader = new WordReader(document);
            document.getBodyElements().forEach(reader::element);
            return new SourceDocument(name, reader.blocks);
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException fault) {
            throw DomainException.badRequest("DOCUMENT_DAMAGED",
                    "文件“" + name + "”不是 .docx 文档，或已损坏、设有密码。请用文字处理软件打开并另存为 .docx 后再读取。");
        }
    }

    static Optional<String> stamp(byte[] content) {
        try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(content))) {
            return Optional.ofNullable(new POIXMLProperties(parts).getCustomProperties().getProperty(WordPackage.STAMP))
                    .map(CTProperty::getLpwstr).filter(stamp -> !stamp.isBlank());
        } catch (IOException | OpenXML4JException | XmlException | POIXMLException | OpenXML4JRuntimeException
                | IllegalArgumentException fault) {
            return Optional.empty();
        }
    }

    private void element(IBodyElement element) {
        switch (element) {
            case XWPFParagraph paragraph -> blocks.add(paragraph(paragraph));
            case XWPFTable table -> blocks.add(table(table));
            case XWPFSDT control -> control.getContent().getText().lines()
                    .forEach(text -> blocks.add(new SourceBlock.Text(++line, text, "", 0, List.of())));
            default -> {
                // sections and the like hold no text
            }
        }
    }

    private SourceBlock.Text paragraph(XWPFParagraph paragraph) {
        String style = Optional.ofNullable(paragraph.getStyleID()).map(document.getStyles()::getStyle)
                .map(XWPFStyle::getName).orElse("");
        List<String> anchors = paragraph.getCTP().getBookmarkStartList().stream().map(CTBookmark::getName).toList();
        return new SourceBlock.Text(++line, numbers.of(paragraph) + paragraph.getText(), style, level(style), anchors);
    }

    private static int level(String style) {
        String plain = style.toLowerCase(java.util.Locale.ROOT);
        return plain.matches("heading [1-9]") ? plain.charAt(8) - '0' : plain.matches("标题 ?[1-9]") ? plain.charAt(plain.length() - 1) - '0' : 0;
    }

    private SourceBlock.Table table(XWPFTable table) {
        int first = line + 1;
        List<SourceBlock.Row> rows = new ArrayList<>();
        List<String> anchors = new ArrayList<>();
        for (XWPFTableRow row : table.getRows()) {
            List<SourceBlock.Cell> cells = new ArrayList<>();
            int at = ++line;
            for (XWPFTableCell cell : row.getTableCells()) {
                cell.getParagraphs().forEach(paragraph -> paragraph.getCTP().getBookmarkStartList()
                        .forEach(bookmark -> anchors.add(bookmark.getName())));
                cells.add(new SourceBlock.Cell(text(cell), columns(cell), continued(cell)));
            }
            rows.add(new SourceBlock.Row(at, cells));
        }
        return new SourceBlock.Table(first, rows, anchors);
    }

    private String text(XWPFTableCell cell) {
        List<String> lines = new ArrayList<>();
        cell.getParagraphs().forEach(paragraph -> lines.add(numbers.of(paragraph) + paragraph.getText()));
        cell.getTables().forEach(inner -> inner.getRows().forEach(row -> row.getTableCells()
                .forEach(innerCell -> lines.add(innerCell.getText()))));
        return String.join("\n", lines).strip();
    }

    private static int columns(XWPFTableCell cell) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        return properties != null && properties.isSetGridSpan() ? properties.getGridSpan().getVal().intValue() : 1;
    }

    private static boolean continued(XWPFTableCell cell) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        return properties != null && properties.isSetVMerge()
                && (properties.getVMerge().getVal() == null || properties.getVMerge().getVal() == STMerge.CONTINUE);
    }
}
