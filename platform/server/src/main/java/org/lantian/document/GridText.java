package org.lantian.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Texts of a workbook: runs joined, phonetic guides left out, escaped control characters restored. */
final class GridText {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private GridText() {
    }

    static List<String> sharedStrings(XMLStreamReader reader) throws XMLStreamException {
        List<String> strings = new ArrayList<>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("si")) {
                strings.add(richText(reader, "si"));
            }
        }
        return strings;
    }

    /** The text up to the end of the element that the reader stands on. */
    static String richText(XMLStreamReader reader, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int phonetic = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("rPh")) {
                phonetic++;
            } else if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("rPh")) {
                phonetic--;
            } else if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("t")
                    && phonetic == 0) {
                text.append(reader.getElementText());
            } else if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(element)) {
                break;
            }
        }
        return unescaped(text.toString());
    }

    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        Matcher matcher = ESCAPE.matcher(text);
        return matcher.replaceAll(found -> Matcher
                .quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
