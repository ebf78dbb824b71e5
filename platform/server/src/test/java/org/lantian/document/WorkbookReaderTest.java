package org.lantian.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

import org.lantian.common.DomainException;
import org.lantian.engine.sheet.Grid;
import org.lantian.engine.sheet.Grid.Cell;
import org.lantian.engine.sheet.Grid.Kind;
import org.lantian.engine.sheet.Grid.Merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class WorkbookReaderTest {

    @Test
    void readsCellsAsExcelSavesThem() throws IOException {
        List<Grid> grids = WorkbookReader.read(poi(book -> {
            Sheet sheet = book.createSheet("表1");
            Row row = sheet.createRow(2);
            row.createCell(0).setCellValue("甲公司\n乙");
            row.createCell(1).setCellValue(0.1 + 0.2);
            row.createCell(2).setCellValue(48000);
            row.createCell(3).setCellValue(true);
            row.createCell(4).setCellErrorValue((byte) 0x17);
            row.createCell(5).setCellFormula("1+1");
            row.createCell(7).setCellValue("  ");
            sheet.addMergedRegion(new CellRangeAddress(2, 4, 0, 0));
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.createSheet("旧").createRow(0).createCell(0).setCellValue("x");
            book.setSheetVisibility(1, SheetVisibility.HIDDEN);
        }));
        assertThat(grids).extracting(Grid::sheet, Grid::hidden).containsExactly(tuple("表1", false), tuple("旧", true));
        assertThat(grids.getFirst().merges()).containsExactly(new Merge(2, 0, 4, 0));
        assertThat(cells(grids.getFirst())).extracting(Cell::reference, Cell::kind, Cell::text).containsExactly(
                tuple("A3", Kind.TEXT, "甲公司\n乙"), tuple("B3", Kind.NUMBER, "0.30000000000000004"),
                tuple("C3", Kind.NUMBER, "48000"), tuple("D3", Kind.BOOLEAN, "TRUE"),
                tuple("E3", Kind.ERROR, "#REF!"), tuple("F3", Kind.NUMBER, "2"));
    }

    @Test
    void readsDatesByTheirStyle() throws IOException {
        List<Grid> grids = WorkbookReader.read(poi(book -> {
            Row row = book.createSheet("表4").createRow(0);
            for (String format : List.of("yyyy-mm-dd", "yyyy\"年\"m\"月\"", "[$-804]yyyy\\年m\\月d\\日;@", "0.00")) {
                CellStyle style = book.createCellStyle();
                style.setDataFormat(book.createDataFormat().getFormat(format));
                row.createCell(row.getPhysicalNumberOfCells()).setCellStyle(style);
                row.getCell(row.getPhysicalNumberOfCells() - 1).setCellValue(LocalDate.of(2026, 6, 30));
            }
        }));
        assertThat(cells(grids.getFirst())).extracting(Cell::kind, Cell::text).containsExactly(
                tuple(Kind.DATE, "2026-06-30"), tuple(Kind.DATE, "2026-06-30"), tuple(Kind.DATE, "2026-06-30"),
                tuple(Kind.NUMBER, "46203"));
    }

    @Test
    void readsInlineStringsWithoutReferencesAndAbsoluteTargets() {
        List<Grid> grids = WorkbookReader.read(zip(handMade("""
                <row><c t="inlineStr"><is><r><t>企业</t></r><r><t>名称</t></r><rPh><t>qiye</t></rPh></is></c>
                <c><v>1.10</v></c></row><row r="5"><c r="B5" t="str"><v>a_x000D_
                b</v></c></row>""")));
        assertThat(cells(grids.getFirst())).extracting(Cell::reference, Cell::text)
                .containsExactly(tuple("A1", "企业名称"), tuple("B1", "1.1"), tuple("B5", "a\r\nb"));
    }

    @Test
    void readsWhatFastexcelWrites() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (org.dhatim.fastexcel.Workbook book = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("表2");
            sheet.value(0, 0, "企业名称");
            sheet.value(1, 0, "=1+1");
            sheet.value(1, 1, new java.math.BigDecimal("12.5"));
        }
        assertThat(cells(WorkbookReader.read(out.toByteArray()).getFirst())).extracting(Cell::kind, Cell::text)
                .containsExactly(tuple(Kind.TEXT, "企业名称"), tuple(Kind.TEXT, "=1+1"), tuple(Kind.NUMBER, "12.5"));
    }

    @Test
    void aFormulaWithoutASavedValueIsAnErrorAndNotABlank() {
        List<Grid> grids = WorkbookReader.read(zip(handMade("""
                <row><c r="A1"><f>50*2</f></c><c r="B1"><f>50*2</f><v>100</v></c><c r="C1" t="str"><f>""</f><v></v></c>
                </row>""")));
        assertThat(cells(grids.getFirst())).extracting(Cell::reference, Cell::kind, Cell::text).containsExactly(
                tuple("A1", Kind.ERROR, "没有计算结果"), tuple("B1", Kind.NUMBER, "100"));
    }

    @Test
    void refusesWhatIsNoWorkbookWithAReason() throws IOException {
        refused("%PDF-1.7 \u0001".getBytes(StandardCharsets.UTF_8), "WORKBOOK_NOT_XLSX", "另存为");
        refused("企业名称".getBytes(StandardCharsets.UTF_8), "WORKBOOK_NOT_XLSX", "另存为");
        refused(new byte[0], "WORKBOOK_EMPTY", "空");
        refused(zip(Map.of("mimetype", "x", "content.xml", "<x/>")), "WORKBOOK_NOT_XLSX", "OpenDocument");
        refused(new byte[165], "WORKBOOK_NOT_XLSX", "~$");
        refused(zip(Map.of("[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>")), "WORKBOOK_NOT_XLSX", "Word");
        refused("PK\u0003\u0004 cut off".getBytes(StandardCharsets.ISO_8859_1), "WORKBOOK_DAMAGED", "损坏");
        refused(zip(handMade("<row><c t=\"s\"><v>7</v></c></row>")), "WORKBOOK_DAMAGED", "损坏");
    }

    @Test
    void readsTheOldFormatLikeTheNewOne() throws IOException {
        Filling filling = book -> {
            Sheet sheet = book.createSheet("表1");
            Row row = sheet.createRow(0);
            row.createCell(0).setCellValue("企业名称");
            row.createCell(1).setCellValue(0.1);
            row.createCell(2).setCellValue(true);
            row.createCell(3).setCellValue(LocalDate.of(2026, 6, 30));
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            row.getCell(3).setCellStyle(day);
            row.createCell(4).setCellFormula("B1*2");
            row.createCell(5).setCellFormula("A1&\"甲\"");
            row.createCell(6).setCellErrorValue(FormulaError.REF.getCode());
            sheet.createRow(3).createCell(0).setCellValue("合并");
            sheet.addMergedRegion(new CellRangeAddress(3, 5, 0, 1));
            book.createSheet("藏").createRow(0).createCell(0).setCellValue(7);
            book.setSheetHidden(1, true);
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        };
        ByteArrayOutputStream old = new ByteArrayOutputStream();
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            filling.fill(book);
            book.write(old);
        }
        assertThat(WorkbookReader.read(old.toByteArray())).isEqualTo(WorkbookReader.read(poi(filling)));
        assertThat(cells(WorkbookReader.read(old.toByteArray()).getFirst())).extracting(Cell::reference, Cell::kind,
                Cell::text).contains(tuple("B1", Kind.NUMBER, "0.1"), tuple("D1", Kind.DATE, "2026-06-30"),
                        tuple("E1", Kind.NUMBER, "0.2"), tuple("F1", Kind.TEXT, "企业名称甲"),
                        tuple("G1", Kind.ERROR, "#REF!"));
    }

    @Test
    void readsTextPartedByCommasInEitherEncoding() {
        String text = "企业名称,\"产\n量\",备注\r\n茌平公司,12,\"说\"\"是\"\"\"\r\n,'=1+1,-5\n";
        List<Grid> grids = WorkbookReader.read(text.getBytes(Charset.forName("GB18030")));
        assertThat(grids).isEqualTo(WorkbookReader.read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)));
        assertThat(cells(grids.getFirst())).extracting(Cell::reference, Cell::text).containsExactly(
                tuple("A1", "企业名称"), tuple("B1", "产\n量"), tuple("C1", "备注"), tuple("A2", "茌平公司"), tuple("B2", "12"),
                tuple("C2", "说\"是\""), tuple("B3", "=1+1"), tuple("C3", "-5"));
    }

    @Test
    void refusesALockedFileAndWhatOnlyLooksOld() throws IOException {
        refused(encrypted(poi(book -> book.createSheet("表1"))), "WORKBOOK_LOCKED", "密码");
        ByteArrayOutputStream locked = new ByteArrayOutputStream();
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            book.createSheet("表1");
            book.write(locked);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        refused(locked.toByteArray(), "WORKBOOK_LOCKED", "密码");
        refused(ole("WordDocument"), "WORKBOOK_NOT_XLSX", "Word");
        refused(ole("Book"), "WORKBOOK_OLD_FORMAT", "Excel 95");
        refused(ole("Workbook"), "WORKBOOK_DAMAGED", "损坏");
        refused(Arrays.copyOf(ole("Workbook"), 700), "WORKBOOK_DAMAGED", "损坏");
        refused(ole("_VBA_PROJECT_CUR"), "WORKBOOK_MACROS", "宏");
    }

    private static byte[] ole(String entry) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new java.io.ByteArrayInputStream(new byte[]{1, 2, 3, 4, 5}), entry);
            files.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    @Test
    void refusesMacros() {
        Map<String, String> parts = handMade("");
        parts.put("xl/vbaProject.bin", "x");
        refused(zip(parts), "WORKBOOK_MACROS", "宏");
    }

    @Test
    void refusesASheetThatGrowsOutOfProportion() {
        refused(zip(handMade(" ".repeat(40 * 1024 * 1024))), "WORKBOOK_TOO_LARGE", "过大");
    }

    @Test
    void refusesTooManyRowsButNotEmptyOnes() {
        String blank = "<row><c s=\"0\"/></row>".repeat(60_000);
        assertThat(WorkbookReader.read(zip(handMade(blank))).getFirst().rows()).isEmpty();
        refused(zip(handMade("<row><c><v>1</v></c></row>".repeat(50_001))), "WORKBOOK_TOO_MANY_ROWS", "50000");
    }

    @Test
    void readsNoEntityFromOutside() {
        Map<String, String> parts = handMade("<row><c t=\"inlineStr\"><is><t>&outside;</t></is></c></row>");
        parts.computeIfPresent("xl/sheet.xml", (name, xml) -> "<!DOCTYPE worksheet [<!ENTITY outside SYSTEM "
                + "\"file:///etc/hostname\">]>" + xml);
        refused(zip(parts), "WORKBOOK_DAMAGED", "损坏");
    }

    private static void refused(byte[] content, String code, String word) {
        assertThatThrownBy(() -> WorkbookReader.read(content)).isInstanceOfSatisfying(DomainException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.getMessage()).contains(word);
        });
    }

    private static List<Cell> cells(Grid grid) {
        return grid.rows().stream().flatMap(row -> new TreeMap<>(row.cells()).values().stream()).toList();
    }

    private interface Filling {
        void fill(Workbook book);
    }

    private static byte[] poi(Filling filling) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            filling.fill(book);
            book.write(out);
        }
        return out.toByteArray();
    }

    private static byte[] encrypted(byte[] workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var stream = encryptor.getDataStream(files)) {
                stream.write(workbook);
            } catch (java.security.GeneralSecurityException e) {
                throw new IOException(e);
            }
            files.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    /** The least of a workbook, with the rows given. */
    private static Map<String, String> handMade(String rows) {
        String relation = "<Relationships><Relationship Id=\"r1\" Type=\"http://x/%s\" Target=\"%s\"/></Relationships>";
        Map<String, String> parts = new TreeMap<>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put("_rels/.rels", relation.formatted("officeDocument", "/xl/workbook.xml"));
        parts.put("xl/_rels/workbook.xml.rels", relation.formatted("worksheet", "/xl/sheet.xml"));
        parts.put("xl/workbook.xml", "<workbook xmlns:r=\"http://r\"><sheets><sheet name=\"表\" r:id=\"r1\"/></sheets>"
                + "</workbook>");
        parts.put("xl/sheet.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        return parts;
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
