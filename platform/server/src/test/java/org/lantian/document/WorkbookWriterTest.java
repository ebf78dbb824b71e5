package org.lantian.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

import org.lantian.engine.document.Block;
import org.lantian.engine.document.Block.Align;
import org.lantian.engine.document.Block.Column;
import org.lantian.engine.reference.Industries;
import org.lantian.engine.sheet.SheetContent;
import org.lantian.engine.sheet.SheetContent.Entry;
import org.lantian.engine.sheet.WorkbookContent;
import org.lantian.engine.sheet.WorkbookInterpreter;
import org.lantian.engine.sheet.WorkbookReading;
import org.lantian.engine.sheet.WorkbookStamp;
import org.lantian.plugin.ProfileRef;
import org.lantian.plugin.table.ColumnSpec;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.table.TableSpec;

import static org.assertj.core.api.Assertions.assertThat;

class WorkbookWriterTest {

    private static final WorkbookStamp STAMP = new WorkbookStamp(ProfileRef.parse("national@1.0.0"), "hash", 2024, 1);

    private static final TableSpec TABLE = new TableSpec("t", Optional.of(1), "表1  {baseYear}年产品", "表1 产品",
            List.of(leaf("name", "企业名称", Field.ENTERPRISE_NAME, "always"),
                    new ColumnSpec("approval", "批准情况", List.of(), Optional.of(Field.CLUSTER_APPROVAL),
                            Field.CLUSTER_APPROVAL.type(), Optional.empty(), List.of("国家级", "自发聚集"), false, "never",
                            "按批复文件填写", 4, List.of()),
                    new ColumnSpec("products", "产品情况", List.of(), Optional.empty(), Field.PRODUCT_NAME.type(),
                            Optional.empty(), List.of(), false, "never", "", 1,
                            List.of(leaf("product", "产品名称", Field.PRODUCT_NAME, "never"),
                                    leaf("output", "{baseYear}年产量", Field.PRODUCT_OUTPUT, "never")))),
            List.of("注：一家企业填写一行信息。"));

    private static final List<List<Entry>> ROWS = List.of(
            List.of(Entry.text("=HYPERLINK(\"x\")"), Entry.text("自发聚集"), Entry.text("硅铁"),
                    Entry.number(Optional.of(new BigDecimal("48000.10")))),
            List.of(Entry.text("007"), Entry.text(""), Entry.lines(List.of(Entry.text("砖"), Entry.text("瓦"))),
                    Entry.lines(List.of(Entry.number(Optional.of(new BigDecimal("12345678901234567.8"))),
                            Entry.number(Optional.empty())))));

    @Test
    void whatIsWrittenIsReadBack() {
        WorkbookReading reading = new WorkbookInterpreter(List.of(TABLE), Industries.standard())
                .read(WorkbookReader.read(written("")));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.stamp()).contains(STAMP);
        assertThat(reading.tables().getFirst().baseYear()).contains(2024);
        assertThat(reading.tables().getFirst().rows()).hasSize(2);
        assertThat(reading.tables().getFirst().rows().getFirst().text(Field.ENTERPRISE_NAME))
                .contains("=HYPERLINK(\"x\")");
        assertThat(reading.tables().getFirst().rows().getLast().lines(FieldGroup.PRODUCT))
                .extracting(line -> line.find(Field.PRODUCT_OUTPUT).orElseThrow().number())
                .containsExactly(Optional.of(new BigDecimal("12345678901234567.8")), Optional.empty());
    }

    @Test
    void textNeverBecomesAFormulaAndNumbersAreNumbers() throws IOException {
        try (XSSFWorkbook book = open(written("示例数据"))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("示例数据");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("表1  2024年产品");
            assertThat(sheet.getRow(5).getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(sheet.getRow(5).getCell(0).getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(sheet.getRow(5).getCell(3).getNumericCellValue()).isEqualTo(48000.1);
            assertThat(sheet.getRow(6).getCell(0).getCellType()).isEqualTo(CellType.STRING);
        }
    }

    @Test
    void theTemplateGuidesTheClerk() throws IOException {
        try (XSSFWorkbook book = open(written(""))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getMergedRegions()).extracting(Object::toString)
                    .anyMatch(region -> region.contains("C3:D3")).anyMatch(region -> region.contains("A3:A4"));
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 4);
            assertThat(sheet.getCellComment(new CellAddress("B3")).getString().getString())
                    .contains("按批复文件填写", "国家级、自发聚集");
            assertThat(sheet.getCellComment(new CellAddress("A3")).getString().getString()).contains("必填");
            DataValidation list = sheet.getDataValidations().getFirst();
            assertThat(list.getValidationConstraint().getFormula1()).isEqualTo("_lantian!$C$1:$C$2");
            assertThat(list.getShowErrorBox()).isTrue();
            assertThat(list.getRegions().getCellRangeAddresses()[0].getFirstRow()).isEqualTo(4);
            assertThat(sheet.getProtect()).isTrue();
            assertThat(sheet.getRow(2).getCell(0).getCellStyle().getLocked()).isTrue();
            assertThat(sheet.getRow(4).getCell(0).getCellStyle().getLocked()).isFalse();
            assertThat(sheet.getColumnStyle(0).getLocked()).isFalse();
            assertThat(book.isSheetVeryHidden(1)).isTrue();
            assertThat(book.getSheetAt(1).getRow(1).getCell(2).getStringCellValue()).isEqualTo("自发聚集");
        }
    }

    @Test
    void writesTheTablesOfADocument() throws IOException {
        Block.Table table = new Block.Table("t3", "表3  问题/分析", List.of(new Column("n", "企业名称", Align.LEFT, 5, List.of()),
                new Column("g", "问题", Align.LEFT, 1, List.of(new Column("a", "条数", Align.RIGHT, 3, List.of())))),
                List.of(List.of("001", "12.50"), List.of("甲", "无")), List.of("注"), "a1");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookWriter.writeTables(List.of(table, table), "示例数据", out);
        try (XSSFWorkbook book = open(out.toByteArray())) {
            assertThat(book.getSheetAt(0).getSheetName()).isEqualTo("表3  问题_分析");
            assertThat(book.getSheetAt(1).getSheetName()).isEqualTo("表3  问题_分析(2)");
            assertThat(book.getSheetAt(0).getRow(4).getCell(1).getStringCellValue()).isEqualTo("条数");
            assertThat(book.getSheetAt(0).getRow(5).getCell(0).getStringCellValue()).isEqualTo("001");
            assertThat(book.getSheetAt(0).getRow(5).getCell(1).getNumericCellValue()).isEqualTo(12.5);
        }
    }

    private static byte[] written(String banner) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookWriter.write(new WorkbookContent(Optional.of(STAMP),
                List.of(new SheetContent(TABLE, TABLE.title(), 2024, banner, ROWS))), out);
        return out.toByteArray();
    }

    private static XSSFWorkbook open(byte[] content) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(content));
    }

    private static ColumnSpec leaf(String id, String header, Field field, String required) {
        return new ColumnSpec(id, header, List.of(), Optional.of(field), field.type(), Optional.empty(), List.of(),
                false, required, "", 4, List.of());
    }
}
