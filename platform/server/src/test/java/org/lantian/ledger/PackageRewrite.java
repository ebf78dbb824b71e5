package org.lantian.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.ss.util.CellReference;

/** Rewrites the XML of an .xlsx into what other programs write for the same cells. */
final class PackageRewrite {

    private static final Pattern SHARED = Pattern.compile("<si>(.*?)</si>", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("<row r=\"(\\d+)\"[^>]*?(?:/>|>(.*?)</row>)", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<c r=\"([A-Z]+)\\d+\"([^>]*?)(?:/>|>(.*?)</c>)", Pattern.DOTALL);

    private final Map<String, String> parts = new LinkedHashMap<>();

    private PackageRewrite() {
    }

    static PackageRewrite of(byte[] workbook) {
        PackageRewrite rewrite = new PackageRewrite();
        try (ZipFile zip = ZipFile.builder().setByteArray(workbook).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                rewrite.parts.put(entry.getName(),
                        new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rewrite;
    }

    /** Changes the parts whose names match. */
    PackageRewrite change(String names, UnaryOperator<String> change) {
        parts.replaceAll((name, text) -> name.matches(names) ? change.apply(text) : text);
        return this;
    }

    PackageRewrite sheets(UnaryOperator<String> change) {
        return change("xl/worksheets/sheet\\d+\\.xml", change);
    }

    PackageRewrite add(String name, String text) {
        parts.put(name, text);
        return this;
    }

    /** Rows and cells by their place alone, as programs do that write every cell; blank ones stand between. */
    PackageRewrite withoutReferences() {
        return sheets(sheet -> {
            int[] next = {1};
            return ROW.matcher(sheet).replaceAll(row -> {
                StringBuilder written = new StringBuilder();
                for (; next[0] < Integer.parseInt(row.group(1)); next[0]++) {
                    written.append("<row></row>");
                }
                next[0]++;
                return Matcher.quoteReplacement(written + "<row>" + cells(row) + "</row>");
            });
        });
    }

    private static String cells(MatchResult row) {
        StringBuilder written = new StringBuilder();
        int column = 0;
        Matcher cell = CELL.matcher(row.group(2) == null ? "" : row.group(2));
        while (cell.find()) {
            int place = CellReference.convertColStringToIndex(cell.group(1));
            for (; column < place; column++) {
                written.append("<c/>");
            }
            column++;
            written.append("<c").append(cell.group(2)).append('>')
                    .append(cell.group(3) == null ? "" : cell.group(3)).append("</c>");
        }
        return written.toString();
    }

    /** Texts within their cells, each in two runs with a guide to its pronunciation. */
    PackageRewrite inlineTexts() {
        Matcher shared = SHARED.matcher(parts.get("xl/sharedStrings.xml"));
        List<String> texts = shared.results().map(found -> found.group(1).replaceAll("<[^>]*>", "")).toList();
        return sheets(sheet -> Pattern.compile("t=\"s\"([^>]*)><v>(\\d+)</v>").matcher(sheet).replaceAll(cell -> {
            String text = texts.get(Integer.parseInt(cell.group(2)));
            int half = text.offsetByCodePoints(0, text.contains("&") ? 0 : text.codePointCount(0, text.length()) / 2);
            return Matcher.quoteReplacement("t=\"inlineStr\"" + cell.group(1) + "><is><r><rPr><b/></rPr><t xml:space=\"preserve\">"
                    + text.substring(0, half) + "</t></r><r><t xml:space=\"preserve\">" + text.substring(half)
                    + "</t></r><rPh sb=\"0\" eb=\"1\"><t>du yin</t></rPh><phoneticPr fontId=\"1\"/></is>");
        }));
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
