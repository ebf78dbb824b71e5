package org.lantian.document;

import org.lantian.engine.document.IssueForm;

/** Writes what stands around the text of an issued document: red head, addressee, signature and imprint. */
final class WordForm {

    /** 156 mm in points, less a little so that the head never wraps. */
    private static final int HEAD_POINTS = 430;
    private static final int LARGEST_HEAD = 62;
    private static final int SMALLEST_HEAD = 22;
    /** 0.35 mm and 0.25 mm in eighths of a point. */
    private static final int THICK = 8;
    private static final int THIN = 6;
    private static final int INDENT = 280;
    private static final int CELL_MARGINS = 216;

    private final WordXml xml;
    private final int width;

    WordForm(WordXml xml, int width) {
        this.xml = xml;
        this.width = width;
    }

    /** The head begins 35 mm below the top of the text area; the red line stands 4 mm below the number. */
    void head(IssueForm form) {
        if (!form.authority().isBlank()) {
            int points = headPoints(form);
            xml.markup("<w:p><w:pPr><w:pStyle w:val=\"" + WordStyle.RED_HEAD.id + "\"/></w:pPr><w:r><w:rPr><w:color "
                    + "w:val=\"FF0000\"/><w:sz w:val=\"" + points * 2 + "\"/><w:szCs w:val=\"" + points * 2
                    + "\"/></w:rPr><w:t xml:space=\"preserve\">").text(form.authority().strip()).markup("</w:t></w:r></w:p>");
            plain(WordStyle.RED_NUMBER, form.number());
        }
    }

    /** Size of the red head in points: as large as one line lets it be. */
    static int headPoints(IssueForm form) {
        return Math.clamp(HEAD_POINTS / form.authority().strip().length(), SMALLEST_HEAD, LARGEST_HEAD);
    }

    void addressee(IssueForm form) {
        form.addresseeLine().ifPresent(line -> plain(WordStyle.ADDRESSEE, line));
    }

    /** All that follows the text. */
    void close(IssueForm form) {
        if (!form.annexes().isEmpty()) {
            plain(WordStyle.NORMAL, "");
            form.annexLines().forEach(line -> plain(WordStyle.NOTE, line));
        }
        if (!form.signatory().isBlank()) {
            plain(WordStyle.NORMAL, "");
            plain(WordStyle.NORMAL, "");
            plain(WordStyle.SIGNATURE, form.signatory().strip());
        }
        form.signedOn().ifPresent(day -> plain(WordStyle.DATE, IssueForm.day(day)));
        form.noteLine().ifPresent(line -> plain(WordStyle.NOTE, line));
        if (form.imprint()) {
            imprint(form);
        }
    }

    /**
     * A table as wide as the text that floats at the foot of the last page's text area; a program that cannot float tables
     * shows it where it stands, behind the signature.
     */
    private void imprint(IssueForm form) {
        xml.markup("<w:tbl><w:tblPr><w:tblpPr w:leftFromText=\"0\" w:rightFromText=\"0\" w:vertAnchor=\"margin\" "
                + "w:horzAnchor=\"margin\" w:tblpX=\"1\" w:tblpYSpec=\"bottom\"/><w:tblW w:w=\"" + width + "\" w:type=\"dxa\"/>"
                + "<w:tblBorders>" + border("top", THICK) + border("bottom", THICK) + border("insideH", THIN)
                + "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"" + width
                + "\"/></w:tblGrid>");
        form.copiesLine().ifPresent(line -> row(line, ""));
        if (!form.printedBy().isBlank()) {
            row(form.printedBy().strip(), form.printedOnText());
        }
        xml.markup("</w:tbl>");
        plain(WordStyle.SECTION_END, "");
    }

    private static String border(String side, int size) {
        return "<w:" + side + " w:val=\"single\" w:sz=\"" + size + "\" w:space=\"0\" w:color=\"000000\"/>";
    }

    /** Left text, and right text at a tab; both one character in. */
    private void row(String left, String right) {
        xml.markup("<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/></w:tcPr>"
                + "<w:p><w:pPr><w:pStyle w:val=\"" + WordStyle.IMPRINT.id + "\"/><w:tabs><w:tab w:val=\"right\" w:pos=\""
                + (width - INDENT - CELL_MARGINS) + "\"/></w:tabs><w:ind w:left=\"" + INDENT + "\" w:right=\"" + INDENT + "\"/></w:pPr>");
        WordText.write(xml, left);
        if (!right.isEmpty()) {
            xml.markup("<w:r><w:tab/></w:r>");
            WordText.write(xml, right);
        }
        xml.markup("</w:p></w:tc></w:tr>");
    }

    private void plain(WordStyle style, String text) {
        xml.markup("<w:p><w:pPr><w:pStyle w:val=\"" + style.id + "\"/></w:pPr>");
        WordText.write(xml, text);
        xml.markup("</w:p>");
    }
}
