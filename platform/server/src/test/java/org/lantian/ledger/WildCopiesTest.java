package org.lantian.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.lantian.engine.rule.FieldValue;
import org.lantian.engine.sheet.CellProblem;
import org.lantian.ledger.LedgerImports.Options;
import org.lantian.ledger.LedgerImports.Report;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * The wild workbook as other programs save it gives the same ledger: copies saved by LibreOffice (made by
 * {@code src/test/resources/wild/make.sh}), and the markup that WPS and other writers use for the same cells.
 */
class WildCopiesTest extends DatabaseTest {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String ALL = "xl/.*\\.xml";

    @Inject
    LedgerImports imports;
    @Inject
    Ledger ledger;

    private Map<String, List<?>> expected = Map.of();

    @BeforeAll
    void importTheOriginal() {
        assertThat(importNow(tenant, "摸底表.xlsx", WildWorkbook.bytes()).committed()).isTrue();
        expected = contents(tenant);
        assertThat(expected).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"libreoffice.xlsx", "libreoffice.xls", "libreoffice-from-ods.xlsx"})
    void itsCopySavedByLibreOfficeGivesTheSameLedger(String name) throws IOException {
        assertSame(resource(name));
    }

    /** A merged cell of a workbook stands in the first row of its CSV copy alone; what is missing is told at its cell. */
    @Test
    void itsSheetsSavedByLibreOfficeAsCsvGiveTheSameLedgerOnceMergedCellsAreFilledDown() throws IOException {
        TenantCode code = freshTenant();
        String enterprises = new String(resource("libreoffice-table1.csv"), StandardCharsets.UTF_8);
        Report merged = importNow(code, "摸底表.csv", enterprises.getBytes(StandardCharsets.UTF_8));
        assertThat(merged.problems()).filteredOn(CellProblem::isError).extracting(CellProblem::cell, CellProblem::code)
                .containsExactly(tuple("B9", CellProblemCode.VALUE_REQUIRED), tuple("C9", CellProblemCode.VALUE_REQUIRED),
                        tuple("D9", CellProblemCode.VALUE_REQUIRED), tuple("B10", CellProblemCode.VALUE_REQUIRED),
                        tuple("C10", CellProblemCode.VALUE_REQUIRED), tuple("D10", CellProblemCode.VALUE_REQUIRED));
        String filled = enterprises.replace(",,,,镇罗镇", ",铁合金集群,市级,沙坡头区,镇罗镇");
        for (byte[] sheet : List.of(filled.getBytes(Charset.forName("GB18030")), resource("libreoffice-table2.csv"))) {
            Report report = importNow(code, "摸底表.csv", sheet);
            assertThat(report.problems()).filteredOn(CellProblem::isError).isEmpty();
            assertThat(report.committed()).isTrue();
        }
        assertThat(contents(code)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("markup")
    void theSameCellsInOtherMarkupGiveTheSameLedger(String writer, PackageRewrite workbook) {
        assertSame(workbook.bytes());
    }

    /** What was found in files of WPS, of the OpenXML SDK, of strict writers, and of programs without a model of cells. */
    static Stream<Arguments> markup() {
        return Stream.of(arguments("prefixed names", wild().change("xl/(workbook|sharedStrings|styles|worksheets/.*)\\.xml",
                text -> text.replaceAll("<(/?)([a-zA-Z]\\w*)", "<$1x:$2").replace("xmlns=\"" + MAIN, "xmlns:x=\"" + MAIN))),
                arguments("cells without references", wild().withoutReferences()),
                arguments("strict namespaces", wild().change(ALL, text -> text.replace(MAIN,
                        "http://purl.oclc.org/ooxml/spreadsheetml/main"))
                        .change(".*\\.(xml|rels)", text -> text.replace(
                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                                "http://purl.oclc.org/ooxml/officeDocument/relationships"))),
                arguments("a dimension of one cell", wild().sheets(text -> text.replaceAll("<dimension[^>]*/>", "")
                        .replaceFirst("(<worksheet[^>]*>)", "$1<dimension ref=\"A1\"/>"))),
                arguments("texts within cells, with pronunciation", wild().inlineTexts()),
                arguments("shared texts with pronunciation", wild().change("xl/sharedStrings\\.xml", text -> text
                        .replace("</si>", "<rPh sb=\"0\" eb=\"1\"><t>du yin</t></rPh><phoneticPr fontId=\"1\"/></si>"))),
                arguments("line breaks of Windows, escaped", wild().change("xl/sharedStrings\\.xml",
                        text -> text.replace("\n", "_x000D_&#10;"))),
                arguments("texts as results of formulas", wild().sheets(text -> text.replaceAll(
                        "(<c r=\"[A-Z]+\\d+\"[^>]*)><v>(\\d[\\d.]*)</v></c>", "$1><f>SUM(Z1:Z2)</f><v>$2</v></c>"))),
                arguments("properties that POI refuses", wild().add("docProps/core.xml", "<cp:coreProperties "
                        + "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                        + "xmlns:dcterms=\"http://purl.org/dc/terms/\"><dcterms:issued>x</dcterms:issued></cp:coreProperties>")
                        .add("docProps/custom.xml", "<Properties><property name=\"KSOProductBuildVer\"/></Properties>")),
                arguments("extensions and pictures in cells", wild().sheets(text -> text.replaceFirst("</sheetData>",
                        "<row r=\"40\"><c r=\"AB40\" t=\"str\"><f>_xlfn.DISPIMG(\"ID_1\",1)</f><v>=DISPIMG(\"ID_1\",1)</v></c></row>"
                                + "</sheetData>").replace("</worksheet>", "<extLst><ext uri=\"{1}\"><x14:dataValidations "
                                + "xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\" "
                                + "xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\"><x14:dataValidation>"
                                + "<x14:formula1><xm:f>$A$1</xm:f></x14:formula1><xm:sqref>A1:A9</xm:sqref></x14:dataValidation>"
                                + "</x14:dataValidations></ext></extLst></worksheet>"))),
                arguments("styles to the last row and column", wild().sheets(text -> text.replaceFirst("</sheetData>",
                        "<row r=\"1048575\" s=\"0\" customFormat=\"1\"/><row r=\"1048576\"><c r=\"A1048576\" s=\"0\"/>"
                                + "<c r=\"XFD1048576\" s=\"0\" t=\"s\"/></row></sheetData>"))),
                arguments("targets from the root", wild().change("xl/_rels/workbook\\.xml\\.rels",
                        text -> text.replace("Target=\"", "Target=\"/xl/"))));
    }

    @Test
    void percentagesAreReadAsTheyAreShown() {
        byte[] outlets = Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司"))
                .outlets("甲集群|甲公司|DA001|工业炉窑|12000|7200|0.085|9|30|90|").bytes();
        byte[] shown = PackageRewrite.of(outlets).change("xl/styles\\.xml", styles -> styles.replaceFirst(
                "<cellXfs[^>]*>.*?</cellXfs>", "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/></cellXfs>"))
                .sheets(sheet -> sheet.replaceAll("(<c r=\"G3\")[^>]*>(<v>0.085)", "$1 s=\"1\">$2")).bytes();
        TenantCode code = freshTenant();
        Report report = importNow(code, "排放口.xlsx", shown);
        assertThat(report.problems()).filteredOn(CellProblem::isError).isEmpty();
        assertThat(asOperator(code, () -> ledger.list(2024)).getFirst()
                .rows(FieldGroup.OUTLET).getFirst().find(Field.OUTLET_OXYGEN))
                .contains(new FieldValue.Number(new BigDecimal("8.5")));
    }

    private void assertSame(byte[] workbook) {
        TenantCode code = freshTenant();
        Report report = importNow(code, "摸底表.xlsx", workbook);
        assertThat(report.problems()).filteredOn(CellProblem::isError).isEmpty();
        assertThat(report.committed()).isTrue();
        assertThat(contents(code)).isEqualTo(expected);
        assertThat(asOperator(other, () -> ledger.list(2024))).isEmpty();
    }

    private static PackageRewrite wild() {
        return PackageRewrite.of(WildWorkbook.bytes());
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = WildCopiesTest.class.getResourceAsStream("/wild/" + name)) {
            return java.util.Objects.requireNonNull(stream, name).readAllBytes();
        }
    }

    /** All that is known, by enterprise. */
    private Map<String, List<?>> contents(TenantCode code) {
        Map<String, List<?>> contents = new TreeMap<>();
        asOperator(code, () -> ledger.list(2024)).forEach(entry -> contents.put(entry.enterprise().name(),
                List.of(entry.values(), entry.rows(), entry.cluster().name())));
        return contents;
    }

    private Report importNow(TenantCode code, String name, byte[] workbook) {
        return asOperator(code, () -> imports.importNow(name, workbook, new Options(Optional.empty(), false, false)));
    }
}
