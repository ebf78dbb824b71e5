package org.lantian.document;

import java.util.ArrayList;
import java.util.List;

import org.lantian.engine.document.Block.Align;
import org.lantian.engine.document.Block.Column;
import org.lantian.engine.document.Block.Table;

/**
 * Writes a table as markup, a row at a time: header rows merged both ways and repeated on each page, fixed column
 * widths that fill the text area exactly, rows kept whole unless they are taller than a page.
 */
final class WordTable {

    private final WordXml xml;
    private final Table table;
    private final WordSection section;
    private final List<Column> leaves;
    private final int[] widths;
    private final WordRowHeight height;
    private final TableLook look;

    WordTable(WordXml xml, Table table, WordSection section) {
        this.xml = xml;
        this.table = table;
        this.section = section;
        this.leaves = table.leaves();
        this.look = new TableLook(table, section.textWidth());
        this.widths = look.widths();
        this.height = new WordRowHeight(widths, 2 * TableLook.CELL_MARGIN, look.character(), section.textHeight());
    }

    void write() {
        xml.markup("<w:tbl><w:tblPr><w:tblW w:w=\"" + section.textWidth() + "\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>"
                + borders() + "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"" + TableLook.CELL_MARGIN
                + "\" w:type=\"dxa\"/><w:right w:w=\"" + TableLook.CELL_MARGIN + "\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>");
        xml.markup("<w:tblGrid>");
        for (int width : widths) {
            xml.markup("<w:gridCol w:w=\"" + width + "\"/>");
        }
        xml.markup("</w:tblGrid>");
        writeHeader();
        writeRows();
        xml.markup("</w:tbl>");
    }

    private static String borders() {
        StringBuilder borders = new StringBuilder("<w:tblBorders>");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            borders.append("<w:").append(side).append(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
        }
        return borders.append("</w:tblBorders>").toString();
    }

    private void writeHeader() {
        WordTableHeader header = new WordTableHeader(table.columns(), widths);
        for (int row = 0; row < header.depth(); row++) {
            xml.markup("<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"" + header.height(row, height)
                    + "\" w:hRule=\"atLeast\"/><w:tblHeader/></w:trPr>");
            header.row(row).forEach(this::writeHeaderCell);
            xml.markup("</w:tr>");
        }
    }

    private void writeHeaderCell(WordTableHeader.Cell cell) {
        xml.markup("<w:tc><w:tcPr><w:tcW w:w=\"" + cell.width() + "\" w:type=\"dxa\"/>"
                + (cell.columns() > 1 ? "<w:gridSpan w:val=\"" + cell.columns() + "\"/>" : "")
                + (cell.continued() ? "<w:vMerge/>" : cell.rows() > 1 ? "<w:vMerge w:val=\"restart\"/>" : "")
                + "<w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"" + look.head().id
                + "\"/></w:pPr>");
        if (!cell.continued()) {
            WordText.write(xml, cell.text());
        }
        xml.markup("</w:p></w:tc>");
    }

    private void writeRows() {
        List<String> openings = openings();
        for (List<String> given : table.rows()) {
            List<String> row = look.align(given);
            xml.markup(height.fitsOnePage(row) ? "<w:tr><w:trPr><w:cantSplit/></w:trPr>" : "<w:tr>");
            for (int i = 0; i < openings.size(); i++) {
                xml.markup(openings.get(i));
                WordText.write(xml, row.get(i));
                xml.markup("</w:p></w:tc>");
            }
            xml.markup("</w:tr>");
        }
    }

    /** What every cell of a column begins with; the same for all its rows. */
    private List<String> openings() {
        List<String> openings = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            Align align = leaves.get(i).align();
            String place = switch (align) {
                case LEFT -> "";
                case CENTER -> "<w:jc w:val=\"center\"/>";
                case RIGHT -> "<w:jc w:val=\"right\"/>";
            };
            openings.add("<w:tc><w:tcPr><w:tcW w:w=\"" + widths[i] + "\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/>"
                    + "</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"" + look.text().id + "\"/>" + place + "</w:pPr>");
        }
        return openings;
    }
}
