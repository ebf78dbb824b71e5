package org.lantian.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

import org.lantian.engine.sheet.CellProblem;
import org.lantian.engine.sheet.ProblemSheet;
import org.lantian.ledger.LedgerImports.Options;
import org.lantian.ledger.LedgerImports.Report;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lantian.ledger.Workbooks.enterprise;
import static org.lantian.ledger.Workbooks.treatment;

/** A workbook with one mistake of each kind: each is told once and at its cell, and nothing else is. */
class MistakesTest extends DatabaseTest {

    private static final Options STRICT = new Options(Optional.empty(), false, false);
    private static final Options LENIENT = new Options(Optional.empty(), true, false);
    private static final String CODE = "91640502MA7600005G";

    @Inject
    LedgerImports imports;
    @Inject
    Ledger ledger;

    @Test
    void everyMistakeIsToldAtItsCellAndNothingElseIs() {
        Report report = importNow(tenant, mistakes(), STRICT);
        assertThat(report.problems()).filteredOn(CellProblem::isError).extracting(MistakesTest::told)
                .containsExactlyInAnyOrderElementsOf(EXPECTED);
        assertThat(EXPECTED).hasSizeGreaterThanOrEqualTo(30).doesNotHaveDuplicates();
        assertThat(report.committed()).isFalse();
        assertThat(asOperator(tenant, () -> ledger.list(2024))).isEmpty();
        assertThat(asOperator(other, () -> ledger.list(2024))).isEmpty();
    }

    @Test
    void theAnnotatedCopyShowsEveryMistakeAndReadsLikeTheOriginal() throws IOException {
        TenantCode code = freshTenant();
        byte[] original = mistakes();
        Report report = importNow(code, original, STRICT);
        long file = asOperator(code, () -> imports.annotate(report.importId().orElseThrow()).id());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LedgerImports.writeAnnotated(original, report.problems(), out);
        assertThat(file).isPositive();
        try (XSSFWorkbook copy = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(copy.getSheet(ProblemSheet.NAME).getLastRowNum()).isEqualTo(report.problems().size());
            for (CellProblem problem : report.problems()) {
                if (problem.isError()) {
                    XSSFSheet sheet = copy.getSheet(problem.sheet());
                    CellReference place = new CellReference(problem.cell());
                    Cell cell = sheet.getRow(place.getRow()).getCell(place.getCol());
                    assertThat(cell.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
                    assertThat(cell.getCellStyle().getFillForegroundColor())
                            .isEqualTo(IndexedColors.ROSE.getIndex());
                    assertThat(cell.getCellComment().getString().getString()).contains(problem.message());
                }
            }
        }
        Report again = importNow(freshTenant(), out.toByteArray(), STRICT);
        assertThat(again.problems()).extracting(MistakesTest::told)
                .containsExactlyElementsOf(report.problems().stream().map(MistakesTest::told).toList());
    }

    @Test
    void onlyTheEnterprisesWithoutAMistakeAreTakenWhereAsked() {
        TenantCode code = freshTenant();
        Report report = importNow(code, mistakes(), LENIENT);
        assertThat(report.committed()).isTrue();
        Set<String> taken = asOperator(code, () -> ledger.list(2024)).stream()
                .map(entry -> entry.enterprise().name()).collect(Collectors.toSet());
        assertThat(taken).contains("甲公司").doesNotContainAnyElementsOf(report.summary().left());
        assertThat(report.summary().left()).contains("八公司", "十一公司").doesNotContain("甲公司");
    }

    @Test
    void everyDoubtIsToldAtItsCellAndKeepsNothingOut() {
        TenantCode code = freshTenant();
        Report report = importNow(code, Workbooks.empty().table1(enterprise("甲集群", "甲公司"), enterprise("甲集群", "乙公司"),
                enterprise("甲集群", "丙公司").replace("硅石|9|吨", "油漆|9|吨"), enterprise("甲集群", "丁公司").replace("50|40.5", "50|60.5"),
                enterprise("甲集群", "戊公司"), enterprise("甲集群", "戊公司"), enterprise("甲集群", "己公司"),
                enterprise("甲集群", "庚公司"))
                .table2(treatment("甲公司"), treatment("丙公司"), treatment("丁公司"), treatment("戊公司"),
                        treatment("己公司").replace("|90|", "|6000|"), treatment("庚公司").replace("|12.5|", "|99999|"))
                .outlets("甲集群|甲公司|DA001|炼丹炉|12000|7200|8|9|30|90|").vocsMaterials("甲集群|丙公司|油漆|9|50|6")
                .sheet("工资", "姓名|基本工资|奖金", "", "张三|5000|100").bytes(), STRICT);
        assertThat(report.problems()).extracting(MistakesTest::told).containsExactlyInAnyOrder(
                "表1!E4 ENTERPRISE_NOT_IN_TABLE", "表1!R5 VOCS_UNTREATED", "表1!P6 OUTPUT_ABOVE_CAPACITY",
                "表1!E8 DUPLICATE_ROW", "表2!N7 NUMBER_UNLIKELY", "表2!P8 NUMBER_UNLIKELY",
                "排放口!D3 SOURCE_CATEGORY_UNKNOWN", "含VOCs物料!F2 NUMBER_UNLIKELY", "工资! SHEET_UNKNOWN");
        assertThat(report.committed()).isTrue();
        assertThat(asOperator(code, () -> ledger.list(2024))).hasSize(7);
    }

    @Test
    void mistakesOfTheSupplementsAreToldAtTheirCells() {
        TenantCode code = freshTenant();
        Report report = importNow(code, Workbooks.empty().table1(enterprise("甲集群", "甲公司"))
                .sheet("企业档案", "集群名称|企业名称|清洁运输比例（%）", "", "甲集群|甲公司|120")
                .vocsMaterials("甲集群|甲公司|油漆|9|130|", "甲集群|甲公司|稀料|2|90|2.5", "甲集群|甲公司||2|90|")
                .lines("甲集群|甲公司|一线|炉|2|30||", "甲集群|甲公司|二线|炉|两台|30|25|万吨")
                .emissions("甲集群|甲公司|颗粒物|5|3.2|手工监测|", "甲集群|甲公司|颗粒物|5|3.3|手工监测|", "甲集群|甲公司|烟气|5|3|手工监测|",
                        "甲集群|甲公司|NOx|5|3.2||")
                .bytes(), STRICT);
        assertThat(report.problems()).extracting(MistakesTest::told).containsExactlyInAnyOrder(
                "企业档案!C2 NUMBER_OUT_OF_RANGE", "含VOCs物料!E2 NUMBER_OUT_OF_RANGE", "含VOCs物料!F3 NUMBER_OUT_OF_RANGE",
                "含VOCs物料!C4 VALUE_REQUIRED", "生产线!H2 VALUE_REQUIRED", "生产线!E3 NUMBER_EXPECTED",
                "年排放量!C3 CONTRADICTING_VALUES", "年排放量!C4 CHOICE_NOT_ALLOWED", "年排放量!F5 VALUE_REQUIRED");
        assertThat(report.committed()).isFalse();
        assertThat(asOperator(code, () -> ledger.list(2024))).isEmpty();
    }

    @Test
    void yearsThatDoNotAgreeRefuseTheWholeWorkbook() {
        TenantCode code = freshTenant();
        byte[] twoYears = Workbooks.empty().table1(enterprise("甲集群", "甲公司")).table2(treatment("甲公司"))
                .change("表2", line -> line.replace("2024年", "2023年")).bytes();
        Report report = importNow(code, twoYears, LENIENT);
        assertThat(report.problems()).extracting(MistakesTest::told).containsExactly("表2! BASE_YEAR_CONFLICT");
        assertThat(report.committed()).isFalse();
        Report asked = importNow(code, Workbooks.empty().table1(enterprise("甲集群", "甲公司")).bytes(),
                new Options(Optional.of(2025), true, false));
        assertThat(asked.problems()).extracting(MistakesTest::told).containsExactly("表1! BASE_YEAR_CONFLICT");
        assertThat(asked.committed()).isFalse();
        assertThat(asOperator(code, () -> ledger.list(2024))).isEmpty();
    }

    private static final List<String> EXPECTED = List.of("表1!B4 VALUE_REQUIRED", "表1!D5 VALUE_REQUIRED",
            "表1!E6 NAME_MISSING", "表1!F7 CHOICE_NOT_ALLOWED", "表1!G8 NAMES_DIFFER", "表1!K9 LINE_COUNT_MISMATCH",
            "表1!L10 VALUE_REQUIRED", "表1!M11 YES_NO_EXPECTED", "表1!K12 NUMBER_EXPECTED", "表1!P13 NUMBER_NEGATIVE",
            "表1!P14 CELL_ERROR_VALUE", "表1!P15 NUMBER_OUT_OF_RANGE", "表1!S16 NUMBER_OUT_OF_RANGE",
            "表1!O17 NUMBER_EXPECTED", "表1!O18 MERGED_OVER_ENTERPRISES", "表1!N21 CONTRADICTING_VALUES",
            "表1!F22 CONTRADICTING_VALUES", "表1!B24 CONTRADICTING_VALUES", "表1!O25 MERGED_NUMBER",
            "表2!B4 ENTERPRISE_UNKNOWN", "表2!H5 VALUE_REQUIRED", "表2!I6 VALUE_REQUIRED", "表2!L7 NUMBER_OUT_OF_RANGE",
            "表2!P8 NUMBER_OUT_OF_RANGE", "表2!L9 LINE_COUNT_MISMATCH", "表2!N10 NUMBER_EXPECTED",
            "企业档案!C2 CREDIT_CODE_INVALID", "企业档案!D3 PERMIT_NUMBER_INVALID", "企业档案!C5 CREDIT_CODE_TAKEN",
            "企业档案!D7 PERMIT_NUMBER_TAKEN", "企业档案!B8 ENTERPRISE_UNKNOWN", "排放口!C3 VALUE_REQUIRED",
            "排放口!F4 NUMBER_OUT_OF_RANGE", "排放口!G5 NUMBER_OUT_OF_RANGE", "排放口!C7 CONTRADICTING_VALUES",
            "表4!C3 CHOICE_NOT_ALLOWED", "表4!J4 DEADLINE_EXPECTED", "表4!J5 DEADLINE_AMBIGUOUS");

    private static byte[] mistakes() {
        String[] enterprises = {enterprise("甲集群", "甲公司"), enterprise("甲集群", "一公司").replace("沙坡头区", ""),
                enterprise("", "二公司"), enterprise("甲集群", "").replace("1|", "4|"),
                enterprise("甲集群", "四公司").replace("市级", "镇级"), enterprise("甲集群", "五公司").replace("市级|", "市级|伍公司"),
                enterprise("甲集群", "六公司").replace("煤|100|吨|否", "煤、电|100|吨、度|否、否"),
                enterprise("甲集群", "七公司").replace("100|吨", "100|"), enterprise("甲集群", "八公司").replace("吨|否", "吨|也许"),
                enterprise("甲集群", "九公司").replace("煤|100", "煤|很多"), enterprise("甲集群", "十公司").replace("40.5", "-40.5"),
                enterprise("甲集群", "十一公司").replace("40.5", "=1/0"),
                enterprise("甲集群", "十二公司").replace("40.5", "4050"),
                enterprise("甲集群", "十三公司").replace("硅石|9|吨", "硅石|3|亿吨"),
                enterprise("甲集群", "十四公司").replace("硅铁|50", "硅铁|50立方米"),
                enterprise("甲集群", "十五公司"), enterprise("甲集群", "十六公司").replace("硅铁|50", "硅铁|"),
                enterprise("甲集群", "十七公司"), enterprise("甲集群", "十七公司").replace("40.5", "41"),
                enterprise("甲集群", "十八公司").replace("市级", "国家级"), enterprise("甲集群", "十九公司"),
                enterprise("甲集群", "十九公司").replace("沙坡头区", "中宁县").replace("硅石", "兰炭"),
                enterprise("甲集群", "二十公司"), "|||||||||||||硅锰||30|万吨|||"};
        return Workbooks.empty().table1(enterprises).merge("表1", "O18:O19", "O25:O26")
                .table2(treatment("甲公司"), treatment("无此公司"), treatment("一公司").replace("氨水", ""),
                        treatment("四公司").replace("5-8升/分钟", ""), treatment("六公司").replace("|8.5|", "|200000|"),
                        treatment("七公司").replace("|12.5|", "|200000|"),
                        treatment("八公司").replace("矿热炉|密闭负压|/|SNCR|氨水|5-8升/分钟|布袋除尘|/|8.5|30|90",
                                "矿热炉⏎锅炉|密闭负压⏎管道|/|/|/|/|布袋⏎布袋|/|8⏎9⏎10|30⏎40|90⏎80"),
                        treatment("九公司").replace("|90|", "|九十|"))
                .codes("甲集群|四公司|91350100M000100Y44|", "甲集群|五公司||" + CODE, "甲集群|六公司|" + CODE + "|",
                        "甲集群|七公司|" + CODE + "|", "甲集群|八公司||91371500MA3C00003Q001P",
                        "甲集群|九公司||91371500MA3C00003Q001P", "乙集群|甲公司||")
                .outlets("甲集群|十公司||工业炉窑|12000|7200|8|9|30|90|", "甲集群|十一公司|DA001|工业炉窑|12000|9000|8|9|30|90|",
                        "甲集群|十二公司|DA001|工业炉窑|12000|7200|25|9|30|90|", "甲集群|十三公司|DA001|工业炉窑|12000|7200|8|9|30|90|",
                        "甲集群|十三公司|DA001|工业炉窑|12000|7200|8|9|30|80|")
                .measures("1|十四公司|搬走||更换布袋||||达标|2026年6月|", "2|十五公司|就地改造||更换布袋||||达标|尽快|",
                        "3|十六公司|就地改造||更换布袋||||达标|2026.1|")
                .bytes();
    }

    private static String told(CellProblem problem) {
        return problem.sheet() + "!" + problem.cell() + " " + problem.code();
    }

    private Report importNow(TenantCode code, byte[] workbook, Options options) {
        return asOperator(code, () -> imports.importNow("台账.xlsx", workbook, options));
    }
}
