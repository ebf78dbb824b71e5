package org.lantian.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.lantian.common.DomainException;
import org.lantian.engine.sheet.Grid;

/**
 * Reads an .xlsx, .xls or CSV file into plain grids, sheet by sheet and without building a model of the workbook. Whatever is wrong
 * with the file itself is refused with a reason a clerk understands.
 */
public final class WorkbookReader {

    private static final int MAX_SHEETS = 200;

    private WorkbookReader() {
    }

    /**
     * @throws DomainException BAD_REQUEST with WORKBOOK_EMPTY, WORKBOOK_NOT_XLSX, WORKBOOK_OLD_FORMAT, WORKBOOK_LOCKED,
     *     WORKBOOK_MACROS, WORKBOOK_DAMAGED; RESOURCE_EXHAUSTED with WORKBOOK_TOO_LARGE, WORKBOOK_TOO_MANY_ROWS
     */
    public static List<Grid> read(byte[] content) {
        WorkbookGuard.check(content);
        if (WorkbookGuard.isOld(content)) {
            return OldWorkbookReader.read(content);
        }
        if (!WorkbookGuard.isPackage(content)) {
            return CsvFile.read(content).orElseThrow(() -> WorkbookGuard.notXlsx(""));
        }
        try (WorkbookArchive archive = WorkbookArchive.open(content)) {
            return new Parts(archive).grids();
        } catch (XMLStreamException | IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            throw WorkbookGuard.damaged();
        }
    }

    /** The parts of one workbook, read in the order they need each other. */
    private static final class Parts {

        private final WorkbookArchive archive;
        private final Map<String, String> targets = new HashMap<>();
        private final String workbook;
        private boolean date1904;

        Parts(WorkbookArchive archive) throws IOException, XMLStreamException {
            this.archive = archive;
            this.workbook = archive.workbookPart();
        }

        List<Grid> grids() throws IOException, XMLStreamException {
            archive.relationships(workbook).forEach((id, relation) -> targets.put(id, relation.target()));
            List<Sheet> sheets = sheets();
            if (sheets.size() > MAX_SHEETS) {
                throw WorkbookGuard.tooLarge("工作表超过" + MAX_SHEETS + "个");
            }
            List<String> strings = sharedStrings();
            WorkbookStyles styles = styles();
            List<Grid> grids = new ArrayList<>();
            GridBudget budget = new GridBudget();
            for (Sheet sheet : sheets) {
                String part = targets.get(sheet.relation());
                if (part != null && archive.has(part)) {
                    try (WorkbookArchive.Xml xml = archive.xml(part)) {
                        grids.add(new GridParser(xml.reader(), strings, styles, date1904, budget).parse(sheet.name(),
                                sheet.hidden()));
                    }
                }
            }
            return grids;
        }

        private List<Sheet> sheets() throws IOException, XMLStreamException {
            List<Sheet> sheets = new ArrayList<>();
            try (WorkbookArchive.Xml xml = archive.xml(workbook)) {
                XMLStreamReader reader = xml.reader();
                while (reader.hasNext()) {
                    if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                        continue;
                    }
                    if (reader.getLocalName().equals("workbookPr")) {
                        String epoch = WorkbookArchive.attribute(reader, "date1904");
                        date1904 = epoch.equals("1") || epoch.equals("true");
                    } else if (reader.getLocalName().equals("sheet")) {
                        sheets.add(new Sheet(WorkbookArchive.attribute(reader, "name"),
                                !WorkbookArchive.attribute(reader, "state").matches("|visible"),
                                WorkbookArchive.attribute(reader, "id")));
                    }
                }
            }
            return sheets;
        }

        private List<String> sharedStrings() throws IOException, XMLStreamException {
            String part = archive.relatedPart(workbook, "sharedStrings");
            if (part.isEmpty()) {
                return List.of();
            }
            try (WorkbookArchive.Xml xml = archive.xml(part)) {
                return GridText.sharedStrings(xml.reader());
            }
        }

        private WorkbookStyles styles() throws IOException, XMLStreamException {
            String part = archive.relatedPart(workbook, "styles");
            if (part.isEmpty()) {
                return WorkbookStyles.none();
            }
            try (WorkbookArchive.Xml xml = archive.xml(part)) {
                return WorkbookStyles.read(xml.reader());
            }
        }
    }

    private record Sheet(String name, boolean hidden, String relation) {
    }
}
