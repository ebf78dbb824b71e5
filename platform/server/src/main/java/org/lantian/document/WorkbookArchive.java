package org.lantian.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The parts of an Office package. Inflating is counted: a part that grows out of proportion stops the reading. */
final class WorkbookArchive implements AutoCloseable {

    private static final XMLInputFactory XML = factory();

    private final ZipFile zip;
    private long inflated;

    private WorkbookArchive(ZipFile zip) {
        this.zip = zip;
    }

    static WorkbookArchive open(byte[] content) throws IOException {
        ZipFile zip;
        try {
            zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get();
        } catch (IOException broken) {
            throw WorkbookGuard.damaged();
        }
        WorkbookArchive archive = new WorkbookArchive(zip);
        archive.checkEntries();
        return archive;
    }

    private void checkEntries() {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        if (entries.size() > WorkbookGuard.MAX_ENTRIES) {
            throw WorkbookGuard.tooLarge("文件内部条目超过" + WorkbookGuard.MAX_ENTRIES + "个");
        }
        for (ZipArchiveEntry entry : entries) {
            String name = entry.getName().toLowerCase(Locale.ROOT);
            if (name.endsWith("vbaproject.bin") || name.contains("macrosheets/")) {
                throw WorkbookGuard.macros();
            }
        }
        if (has("word/document.xml")) {
            throw WorkbookGuard.notXlsx("，而是 Word 文档");
        }
        if (has("content.xml") && has("mimetype")) {
            throw WorkbookGuard.notXlsx("，而是 OpenDocument 文件（如 .ods）");
        }
        if (!has("[Content_Types].xml")) {
            throw WorkbookGuard.notXlsx("");
        }
    }

    /** The main part; workbooks elsewhere than xl/workbook.xml exist. */
    String workbookPart() throws IOException, XMLStreamException {
        String part = relatedPart("", "officeDocument");
        if (part.isEmpty() || !part.toLowerCase(Locale.ROOT).contains("workbook")) {
            throw WorkbookGuard.notXlsx("");
        }
        return part;
    }

    /** The first part that {@code from} refers to by a relationship of this type; blank if there is none. */
    String relatedPart(String from, String type) throws IOException, XMLStreamException {
        return relationships(from).values().stream().filter(relation -> relation.type().endsWith("/" + type))
                .map(Relation::target).filter(this::has).findFirst().orElse("");
    }

    Map<String, Relation> relationships(String part) throws IOException, XMLStreamException {
        int slash = part.lastIndexOf('/') + 1;
        String rels = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
        Map<String, Relation> relations = new HashMap<>();
        if (!has(rels)) {
            return relations;
        }
        URI base = URI.create("/" + part.substring(0, slash));
        try (Xml xml = xml(rels)) {
            XMLStreamReader reader = xml.reader();
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("Relationship")
                        && !attribute(reader, "TargetMode").equals("External")) {
                    String target = base.resolve(attribute(reader, "Target").replace('\\', '/').replace(" ", "%20"))
                            .getPath();
                    relations.put(attribute(reader, "Id"), new Relation(attribute(reader, "Type"),
                            target.startsWith("/") ? target.substring(1) : target));
                }
            }
        }
        return relations;
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    Xml xml(String part) throws IOException, XMLStreamException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new IOException("part " + part + " is missing");
        }
        InputStream stream = new Counting(zip.getInputStream(entry), Math.max(1, entry.getCompressedSize()));
        return new Xml(stream, XML.createXMLStreamReader(stream));
    }

    /** The attribute of that local name, whatever its namespace; blank if absent. */
    static String attribute(XMLStreamReader reader, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    record Relation(String type, String target) {
    }

    /** An open XML part. */
    record Xml(InputStream stream, XMLStreamReader reader) implements AutoCloseable {
        @Override
        public void close() throws IOException, XMLStreamException {
            reader.close();
            stream.close();
        }
    }

    private final class Counting extends FilterInputStream {

        private final long compressed;
        private long own;

        Counting(InputStream stream, long compressed) {
            super(stream);
            this.compressed = compressed;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int bytes) {
            own += bytes;
            inflated += bytes;
            boolean outOfProportion = own > 4 * 1024 * 1024 && own > compressed * WorkbookGuard.MAX_RATIO;
            if (outOfProportion || inflated > WorkbookGuard.MAX_INFLATED_BYTES) {
                throw WorkbookGuard.tooLarge("解压后的内容超过限度");
            }
        }
    }
}
