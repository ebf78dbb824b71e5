package org.lantian.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as runs: line breaks, subscripts of pollutants, and full-width punctuation between Latin fonts. */
final class WordText {

    /** A pollutant's formula that is not part of a longer Latin word or number. VOCs is written plain. */
    private static final Pattern FORMULA = Pattern.compile(
            "(?<![A-Za-z0-9])(?:(PM)(2\\.5|10)|(SO)(2)|(NO)(x|2)|(CO)(2)|(O)(3))(?![A-Za-z0-9])");
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
        if (!mayHoldFormula(line)) {
            writeRun(xml, line, false);
            return;
        }
        Matcher formula = FORMULA.matcher(line);
        int start = 0;
        while (formula.find()) {
            int group = firstGroup(formula);
            writeRun(xml, line.substring(start, formula.end(group)), false);
            writeRun(xml, formula.group(group + 1), true);
            start = formula.end();
        }
        writeRun(xml, line.substring(start), false);
    }

    private static int firstGroup(Matcher formula) {
        int group = 1;
        while (formula.group(group) == null) {
            group += 2;
        }
        return group;
    }

    private static boolean mayHoldFormula(String line) {
        return line.indexOf('O') >= 0 || line.indexOf('M') >= 0;
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
