package org.lantian.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRelation;

import org.lantian.engine.document.Block;
import org.lantian.engine.document.Document;

/**
 * All parts but the main one. POI builds the package and its charts; the main part, which may hold tables of many
 * thousand rows, takes the place of POI's empty one while the package is written.
 */
record WordPackage(byte[] shell, Map<String, String> margins, List<String> charts, Instant created) {

    /** Custom property that says which export a file is. */
    static final String STAMP = "lantian.export";

    static WordPackage of(Document document, PageSetting setting, String stamp, Instant now) {
        Instant created = now.truncatedTo(ChronoUnit.SECONDS);
        try (XWPFDocument word = new XWPFDocument(); ByteArrayOutputStream shell = new ByteArrayOutputStream()) {
            describe(word, document, created);
            if (!stamp.isEmpty()) {
                word.getProperties().getCustomProperties().addProperty(STAMP, stamp);
            }
            addPart(word, "styles.xml", XWPFRelation.STYLES, WordParts.styles());
            addPart(word, "fontTable.xml", XWPFRelation.FONT_TABLE, WordParts.fonts());
            Map<String, String> margins = new LinkedHashMap<>();
            WordMargins.parts(setting, document.mark()).forEach((name, content) -> margins.put(name, addPart(word,
                    name + ".xml", name.startsWith("header") ? XWPFRelation.HEADER : XWPFRelation.FOOTER, content)));
            List<String> charts = new ArrayList<>();
            for (Block block : document.blocks()) {
                if (block instanceof Block.Chart chart) {
                    charts.add(ChartPart.add(word, chart));
                }
            }
            for (XWPFChart chart : word.getCharts()) {
                date(chart.getWorkbook().getProperties(), created);
            }
            word.write(shell);
            return new WordPackage(shell.toByteArray(), margins, charts, created);
        } catch (IOException | InvalidFormatException e) {
            throw new IllegalStateException("the Word package cannot be built", e);
        }
    }

    void writeTo(OutputStream out, PackageCopy.Content body) throws IOException {
        PackageCopy.write(shell, out, Map.of("word/document.xml", body, "word/settings.xml",
                stream -> stream.write(WordParts.settings().getBytes(StandardCharsets.UTF_8))));
    }

    private static void describe(XWPFDocument word, Document document, Instant created) {
        POIXMLProperties properties = word.getProperties();
        date(properties, created);
        properties.getCoreProperties().setTitle(WordXml.clean(String.join("", document.title())));
        properties.getExtendedProperties().getUnderlyingProperties().setApplication("Lantian");
    }

    private static void date(POIXMLProperties properties, Instant created) {
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setCreator("蓝天");
        core.setCreated(Optional.of(Date.from(created)));
        core.setModified(Optional.of(Date.from(created)));
    }

    private static String addPart(XWPFDocument word, String name, XWPFRelation relation, String content) {
        try {
            PackagePart part = word.getPackage().createPart(PackagingURIHelper.createPartName("/word/" + name),
                    relation.getContentType());
            try (OutputStream out = part.getOutputStream()) {
                out.write(content.getBytes(StandardCharsets.UTF_8));
            }
            return word.getPackagePart()
                    .addRelationship(part.getPartName(), TargetMode.INTERNAL, relation.getRelation()).getId();
        } catch (IOException | InvalidFormatException e) {
            throw new IllegalStateException("part " + name + " cannot be added", e);
        }
    }
}
