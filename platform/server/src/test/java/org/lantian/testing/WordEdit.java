package org.lantian.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;

/** A Word file under a person's hands; bookmarks stay with the paragraphs that hold them. */
public final class WordEdit {

    private XWPFDocument document;

    public WordEdit(byte[] content) throws IOException {
        this.document = new XWPFDocument(new ByteArrayInputStream(content));
    }

    public byte[] save() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.write(out);
        return out.toByteArray();
    }

    /** Replaces words of the one paragraph that holds them. */
    public void replace(String before, String after) {
        XWPFParagraph paragraph = paragraph(before);
        String text = paragraph.getText().replace(before, after);
        while (paragraph.getRuns().size() > 1) {
            paragraph.removeRun(paragraph.getRuns().size() - 1);
        }
        paragraph.getRuns().getFirst().setText(text, 0);
    }

    /** Adds a paragraph behind the one that holds the words. */
    public void add(String behind, String text) {
        try (XmlCursor cursor = paragraph(behind).getCTP().newCursor()) {
            cursor.toNextSibling();
            document.insertNewParagraph(cursor).createRun().setText(text);
        }
    }

    public void delete(String words) {
        document.removeBodyElement(document.getPosOfParagraph(paragraph(words)));
    }

    /** Moves a paragraph, with its bookmark, behind another. */
    public void move(String words, String behind) throws IOException {
        XmlObject moved = paragraph(words).getCTP();
        try (XmlCursor from = moved.newCursor(); XmlCursor to = paragraph(behind).getCTP().newCursor()) {
            to.toEndToken();
            to.toNextToken();
            from.moveXml(to);
        }
        document = new XWPFDocument(new ByteArrayInputStream(save()));
    }

    /** Replaces the text of a cell in the row that holds the words, in the first table with such a row. */
    public void cell(String rowWith, String before, String text) {
        XWPFTableCell cell = document.getTables().stream().map(XWPFTable::getRows).flatMap(List::stream)
                .map(XWPFTableRow::getTableCells).filter(cells -> holds(cells, rowWith) && holds(cells, before))
                .flatMap(List::stream).filter(one -> one.getText().equals(before)).findFirst().orElseThrow();
        XWPFParagraph paragraph = cell.getParagraphs().getFirst();
        while (!paragraph.getRuns().isEmpty()) {
            paragraph.removeRun(0);
        }
        paragraph.createRun().setText(text);
    }

    private static boolean holds(List<XWPFTableCell> cells, String text) {
        return cells.stream().anyMatch(cell -> cell.getText().contains(text));
    }

    /** Takes every bookmark away, as a converter may do. */
    public void forgetBookmarks() {
        document.getParagraphs().forEach(paragraph -> {
            while (paragraph.getCTP().sizeOfBookmarkStartArray() > 0) {
                paragraph.getCTP().removeBookmarkStart(0);
            }
            while (paragraph.getCTP().sizeOfBookmarkEndArray() > 0) {
                paragraph.getCTP().removeBookmarkEnd(0);
            }
        });
    }

    private XWPFParagraph paragraph(String words) {
        List<XWPFParagraph> found = document.getParagraphs().stream()
                .filter(paragraph -> paragraph.getText().contains(words)).toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(found.size() + " paragraphs hold “" + words + "”");
        }
        return found.getFirst();
    }
}
