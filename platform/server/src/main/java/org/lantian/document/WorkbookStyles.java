package org.lantian.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.poi.ss.usermodel.DateUtil;

/** Which cell styles show a number as a date. */
record WorkbookStyles(List<Boolean> dates) {

    static WorkbookStyles none() {
        return new WorkbookStyles(List.of());
    }

    static WorkbookStyles read(XMLStreamReader reader) throws XMLStreamException {
        Map<Integer, String> formats = new HashMap<>();
        List<Boolean> dates = new ArrayList<>();
        boolean cellFormats = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "numFmt" -> formats.put(number(reader), WorkbookArchive.attribute(reader, "formatCode"));
                    case "cellXfs" -> cellFormats = true;
                    case "xf" -> {
                        if (cellFormats) {
                            dates.add(isDate(number(reader), formats));
                        }
                    }
                    default -> {
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("cellXfs")) {
                cellFormats = false;
            }
        }
        return new WorkbookStyles(List.copyOf(dates));
    }

    boolean isDate(int style) {
        return style < dates.size() && dates.get(style);
    }

    private static int number(XMLStreamReader reader) {
        String id = WorkbookArchive.attribute(reader, "numFmtId");
        return id.isEmpty() ? 0 : Integer.parseInt(id);
    }

    /** Ids 27–36 and 50–58 are the built-in dates of Chinese Excel, which files do not spell out. */
    static boolean isDate(int id, Map<Integer, String> formats) {
        boolean chinese = id >= 27 && id <= 36 || id >= 50 && id <= 58;
        return formats.containsKey(id) ? DateUtil.isADateFormat(id, formats.get(id))
                : chinese || DateUtil.isInternalDateFormat(id);
    }
}
