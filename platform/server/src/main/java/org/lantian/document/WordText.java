package org.lantian.document;

/** Text as runs: line breaks, subscripts of pollutants, and full-width punctuation between Latin fonts. */
final class WordText {

    /** Marks that Word sets half-width in the Latin font unless told that they are Chinese. */
    private static final String AMBIGUOUS = "“”‘’…—·×°±";

    private WordText() {
    }

    static void write(WordXml xml, String text) {
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            writeLine(xml, text.substring(start, end));
            xml.markup("<w:r><w:br/></w:r>");
            start = end + 1;
        }
        writeLine(xml, start == 0 ? text : text.substring(start));
    }

    private static void writeLine(WordXml xml, String line) {
        Formulas.walk(line, text -> writeRun(xml, text, false), index -> writeRun(xml, index, true));
    }

    private static void writeRun(WordXml xml, String text, boolean subscript) {
        if (text.isEmpty()) {
            return;
        }
        xml.markup("<w:r>");
        if (subscript) {
            xml.markup("<w:rPr><w:vertAlign w:val=\"subscript\"/></w:rPr>");
        } else if (ambiguous(text)) {
            xml.markup("<w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr>");
        }
        xml.markup("<w:t xml:space=\"preserve\">").text(text).markup("</w:t></w:r>");
    }

    private static boolean ambiguous(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (AMBIGUOUS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
