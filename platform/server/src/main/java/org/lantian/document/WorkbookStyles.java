package org.lantian.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.poi.ss.usermodel.DateUtil;

/** What the cell styles show a number as. */
record WorkbookStyles(List<Shown> styles) {

    /** Quoted and escaped characters of a number format, which are only printed. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.");
    private static final int PERCENT = 9;
    private static final int PERCENT_WITH_DECIMALS = 10;

    /** What a number is shown as: 0.085 in a cell of percentages reads 8.5%. */
    enum Shown {
        NUMBER, DATE, PERCENT
    }

    static WorkbookStyles none() {
        return new WorkbookStyles(List.of());
    }

    static WorkbookStyles read(XMLStreamReader reader) throws XMLStreamException {
        Map<Integer, String> formats = new HashMap<>();
        List<Shown> styles = new ArrayList<>();
        boolean cellFormats = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "numFmt" -> formats.put(number(reader), WorkbookArchive.attribute(reader, "formatCode"));
                    case "cellXfs" -> cellFormats = true;
                    case "xf" -> {
                        if (cellFormats) {
                            styles.add(shown(number(reader), formats));
                        }
                    }
                    default -> {
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("cellXfs")) {
                cellFormats = false;
            }
        }
        return new WorkbookStyles(List.copyOf(styles));
    }

    Shown shown(int style) {
        return style < styles.size() ? styles.get(style) : Shown.NUMBER;
    }

    private static int number(XMLStreamReader reader) {
        String id = WorkbookArchive.attribute(reader, "numFmtId");
        return id.isEmpty() ? 0 : Integer.parseInt(id);
    }

    /** Ids 27–36 and 50–58 are the built-in dates of Chinese Excel, which files do not spell out. */
    static Shown shown(int id, Map<Integer, String> formats) {
        boolean chinese = id >= 27 && id <= 36 || id >= 50 && id <= 58;
        String format = formats.getOrDefault(id, "");
        if (format.isEmpty() ? chinese || DateUtil.isInternalDateFormat(id) : DateUtil.isADateFormat(id, format)) {
            return Shown.DATE;
        }
        boolean percent = format.isEmpty() ? id == PERCENT || id == PERCENT_WITH_DECIMALS
                : LITERAL.matcher(format).replaceAll("").contains("%");
        return percent ? Shown.PERCENT : Shown.NUMBER;
    }
}
