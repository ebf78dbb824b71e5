package org.lantian.engine.sheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.lantian.engine.reference.Industries;
import org.lantian.engine.sheet.Grid.Merge;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class WorkbookInterpreterTest {

    private static final String ROW = "1|沙坡头区|柔远镇|铁合金集群|甲公司|市级|甲公司|3140 铁合金冶炼|矿热炉⏎余热锅炉|煤⏎电|1,200.50⏎３００|吨⏎万千瓦时"
            + "|否⏎否|硅铁|50000|48000.1|吨|硅石⏎兰炭|90000⏎30000|吨⏎吨";

    @Test
    void readsTheOutlinesTableWithItsTwoHeaderRows() {
        TableReading table = only(read(Grids.table1(ROW)));
        RowReading row = table.rows().getFirst();
        assertThat(table.table().id()).isEqualTo("table1");
        assertThat(table.baseYear()).contains(2024);
        assertThat(row.rows()).containsExactly(4);
        assertThat(table.dataRows()).isEqualTo(1);
        assertThat(row.text(Field.ENTERPRISE_NAME)).contains("甲公司");
        assertThat(row.find(Field.ENTERPRISE_INDUSTRY).orElseThrow().value())
                .isEqualTo(new CellValue.Industry(Optional.of("3140"), "3140 铁合金冶炼"));
        assertThat(row.lines(FieldGroup.EQUIPMENT)).extracting(line -> text(line, Field.EQUIPMENT_NAME))
                .containsExactly("矿热炉", "余热锅炉");
        assertThat(row.lines(FieldGroup.ENERGY_USE))
                .extracting(line -> text(line, Field.ENERGY_TYPE), line -> number(line, Field.ENERGY_AMOUNT),
                        line -> text(line, Field.ENERGY_UNIT))
                .containsExactly(tuple("煤", new BigDecimal("1200.50"), "吨"),
                        tuple("电", new BigDecimal("300"), "万千瓦时"));
        assertThat(number(row.lines(FieldGroup.PRODUCT).getFirst(), Field.PRODUCT_OUTPUT))
                .isEqualTo(new BigDecimal("48000.1"));
        assertThat(row.lines(FieldGroup.RAW_MATERIAL)).hasSize(2);
    }

    @Test
    void findsNothingWrongWithAGoodTable() {
        assertThat(read(Grids.table1(ROW)).problems()).isEmpty();
    }

    @Test
    void matchesMovedColumnsByTheirPath() {
        WorkbookReading reading = read(Grids.grid("随便", List.of("企业名称|原辅材料|||产品情况|||| 集群 名称|序号|能源消耗情况|||",
                "|名称|使用量|单位|产品名称|产能|2023年产量|产能（产量）单位|||单位|能源类型|消耗量|是否协同供暖", "甲公司|硅石|5|吨|硅铁|7|6|吨|甲集群|1|度|电|9|是"),
                new Merge(0, 0, 1, 0), new Merge(0, 1, 0, 3), new Merge(0, 4, 0, 7), new Merge(0, 8, 1, 8),
                new Merge(0, 9, 1, 9), new Merge(0, 10, 0, 13)));
        RowReading row = only(reading).rows().getFirst();
        assertThat(only(reading).baseYear()).contains(2023);
        assertThat(row.text(Field.CLUSTER_NAME)).contains("甲集群");
        assertThat(text(row.lines(FieldGroup.ENERGY_USE).getFirst(), Field.ENERGY_UNIT)).isEqualTo("度");
        assertThat(text(row.lines(FieldGroup.RAW_MATERIAL).getFirst(), Field.MATERIAL_UNIT)).isEqualTo("吨");
    }

    @Test
    void matchesAHeaderThatLostItsMerges() {
        WorkbookReading reading = read(Grids.grid("表1", List.of(Grids.TABLE1_TOP, Grids.TABLE1_LEAVES, ROW)));
        RowReading row = only(reading).rows().getFirst();
        assertThat(reading.problems()).isEmpty();
        assertThat(text(row.lines(FieldGroup.RAW_MATERIAL).getFirst(), Field.MATERIAL_UNIT)).isEqualTo("吨");
        assertThat(text(row.lines(FieldGroup.ENERGY_USE).getLast(), Field.ENERGY_UNIT)).isEqualTo("万千瓦时");
    }

    @Test
    void oneOfTheTwoNamesMayBeBlank() {
        WorkbookReading reading = read(Grids.table1("1|||甲集群||市级|甲公司|||||||||||||"));
        assertThat(only(reading).rows().getFirst().text(Field.ENTERPRISE_NAME)).contains("甲公司");
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void twoDifferentNamesAreAnErrorAtTheSecond() {
        assertThat(read(Grids.table1("1|||甲集群|甲公司|市级|乙公司|||||||||||||")).problems())
                .extracting(CellProblem::code, CellProblem::cell)
                .containsExactly(tuple(CellProblemCode.NAMES_DIFFER, "G4"));
    }

    @Test
    void understandsAnExtraColumnThatBelongsToTheEnterprise() {
        Grid grid = Grids.grid("表1", List.of(Grids.TABLE1_TOP + "|统一社会信用代码|环保绩效等级|老板电话",
                Grids.TABLE1_LEAVES + "|||", ROW + "|91640502MA7600005G|B级|123"));
        WorkbookReading reading = read(grid);
        RowReading row = only(reading).rows().getFirst();
        assertThat(row.text(Field.ENTERPRISE_CREDIT_CODE)).contains("91640502MA7600005G");
        assertThat(row.text(Field.ENTERPRISE_GRADE)).contains("B级");
        assertThat(reading.problems()).extracting(CellProblem::code, CellProblem::cell, CellProblem::severity)
                .containsExactly(tuple(CellProblemCode.COLUMN_UNKNOWN, "W1", Severity.WARNING));
    }

    @Test
    void reportsAMissingRequiredColumn() {
        Grid grid = Grids.grid("企业补充信息", List.of("统一社会信用代码|排污许可证编号", "91640502MA7600005G|"));
        assertThat(read(grid).problems()).extracting(CellProblem::code, CellProblem::severity)
                .containsExactly(tuple(CellProblemCode.COLUMN_MISSING, Severity.ERROR));
    }

    @Test
    void refusesAHeaderInAUnitOfAnotherKind() {
        Grid grid = Grids.grid("表2", List.of(Grids.TABLE2_TOP.replace("运输总量（万吨/年）", "运输总量（辆/年）"),
                Grids.TABLE2_LEAVES, "1|甲公司|矿热炉|||||||5"));
        assertThat(read(grid).problems()).extracting(CellProblem::code, CellProblem::cell)
                .contains(tuple(CellProblemCode.COLUMN_UNIT_DIFFERS, "J1"));
    }

    @Test
    void twoYearsInOneHeaderAreAConflict() {
        Grid grid = Grids.grid("表2", List.of(Grids.TABLE2_TOP.replace("2024年污染物年均排放浓度（毫克/立方米）|",
                "2024年污染物年均排放浓度（毫克/立方米）|2023年污染物年均排放浓度（毫克/立方米）"), Grids.TABLE2_LEAVES, "1|甲公司|矿热炉||||||"));
        assertThat(read(grid).problems()).extracting(CellProblem::code)
                .contains(CellProblemCode.BASE_YEAR_CONFLICT);
    }

    @Test
    void tellsGivenNoneAndAbsentApart() {
        RowReading row = only(read(Grids.table2("1|甲公司|矿热炉|/|无||-|/||—"))).rows().getFirst();
        LineReading line = row.lines(FieldGroup.TREATMENT).getFirst();
        assertThat(value(line, Field.TREATMENT_COLLECTION)).isEqualTo(new CellValue.None("/"));
        assertThat(value(line, Field.TREATMENT_DESULPHURISATION)).isEqualTo(new CellValue.None("无"));
        assertThat(value(line, Field.TREATMENT_DENITRATION)).isEqualTo(new CellValue.Absent());
        assertThat(value(line, Field.TREATMENT_AMMONIA)).isEqualTo(new CellValue.None("-"));
        assertThat(value(line, Field.TREATMENT_CONCENTRATION_PM)).isEqualTo(new CellValue.Absent());
        assertThat(row.find(Field.TRANSPORT_AMOUNT).orElseThrow().value()).isEqualTo(new CellValue.Absent());
    }

    @Test
    void aValueMayBeRequiredByAnother() {
        assertThat(read(Grids.table2("1|甲公司|矿热炉|||SNCR|||9|", "2|乙公司|窑|||/|||9|", "3|丙公司|窑|||SNCR|5升/时||9|"))
                .problems()).extracting(CellProblem::code, CellProblem::cell)
                .containsExactly(tuple(CellProblemCode.VALUE_REQUIRED, "G3"));
    }

    @Test
    void reportsAllProblemsAtOnceEachAtItsCell() {
        WorkbookReading reading = read(
                Grids.table1("1|||甲集群|甲公司|镇级|甲公司|不存在的行业|炉|煤|很多|吨|也许|硅铁|-1|#REF!|吨|||"),
                Grids.grid("企业补充信息", List.of("企业名称|统一社会信用代码|排污许可证编号", "甲公司|91350100M000100Y44|123")));
        assertThat(reading.problems()).extracting(CellProblem::sheet, CellProblem::cell, CellProblem::code)
                .containsExactlyInAnyOrder(tuple("表1", "F4", CellProblemCode.CHOICE_NOT_ALLOWED),
                        tuple("表1", "H4", CellProblemCode.INDUSTRY_UNKNOWN),
                        tuple("表1", "K4", CellProblemCode.NUMBER_EXPECTED),
                        tuple("表1", "M4", CellProblemCode.YES_NO_EXPECTED),
                        tuple("表1", "O4", CellProblemCode.NUMBER_NEGATIVE),
                        tuple("表1", "P4", CellProblemCode.CELL_ERROR_VALUE),
                        tuple("企业补充信息", "B2", CellProblemCode.CREDIT_CODE_INVALID),
                        tuple("企业补充信息", "C2", CellProblemCode.PERMIT_NUMBER_INVALID));
        assertThat(reading.problems()).filteredOn(problem -> problem.code() == CellProblemCode.CHOICE_NOT_ALLOWED)
                .flatExtracting(CellProblem::allowed).contains("市级", "自发聚集");
    }

    @Test
    void unequalLinesOfOneGroupAreAnErrorAtTheCell() {
        assertThat(read(Grids.table1("1|||甲集群|甲公司||||炉|煤⏎电⏎气|1⏎2|吨||||||||")).problems())
                .extracting(CellProblem::code, CellProblem::cell)
                .containsExactly(tuple(CellProblemCode.LINE_COUNT_MISMATCH, "K4"),
                        tuple(CellProblemCode.LINE_COUNT_MISMATCH, "L4"));
    }

    @Test
    void aSingleNoneHoldsForEveryLine() {
        WorkbookReading reading = read(Grids.table2("1|甲公司|矿热炉⏎锅炉||/|/|||7⏎8|"));
        assertThat(reading.problems()).isEmpty();
        assertThat(only(reading).rows().getFirst().lines(FieldGroup.TREATMENT))
                .extracting(line -> value(line, Field.TREATMENT_DESULPHURISATION))
                .containsExactly(new CellValue.None("/"), new CellValue.None("/"));
    }

    @Test
    void blankLinesKeepTheirPlace() {
        RowReading row = only(read(Grids.table1("1|||甲集群|甲公司||||炉|煤⏎电|⏎2|吨⏎度|||||||"))).rows().getFirst();
        assertThat(row.lines(FieldGroup.ENERGY_USE)).extracting(line -> value(line, Field.ENERGY_AMOUNT))
                .containsExactly(new CellValue.Absent(), new CellValue.Number(BigDecimal.TWO));
    }

    @Test
    void rowsUnderAMergedOrBlankNameContinueTheEnterprise() {
        Grid sheet = Grids.table2("1|甲公司|矿热炉||/|SCR||5|6|10", "||锅炉||双碱法|/||7|8|", "2|乙公司|窑||/|/||9|9|");
        RowReading row = only(read(sheet)).rows().getFirst();
        assertThat(only(read(sheet)).rows()).hasSize(2);
        assertThat(row.rows()).containsExactly(3, 4);
        assertThat(row.lines(FieldGroup.TREATMENT)).extracting(line -> text(line, Field.TREATMENT_PROCESS))
                .containsExactly("矿热炉", "锅炉");
        assertThat(row.find(Field.TRANSPORT_AMOUNT).flatMap(CellReading::number)).contains(BigDecimal.TEN);
    }

    @Test
    void aRepeatedNameAddsEntriesAndAnEqualRowAddsNone() {
        WorkbookReading reading = read(Grids.table2("1|甲公司|矿热炉||/|SCR||5|6|10", "2|甲公司|锅炉||双碱法|/||7|8|",
                "3|甲公司|锅炉||双碱法|/||7|8|", "4|甲公司|窑||||||1|11"));
        assertThat(only(reading).rows()).singleElement().satisfies(row -> assertThat(row.lines(FieldGroup.TREATMENT))
                .extracting(line -> text(line, Field.TREATMENT_PROCESS)).containsExactly("矿热炉", "锅炉", "窑"));
        assertThat(reading.problems()).extracting(CellProblem::code, CellProblem::cell).containsExactly(
                tuple(CellProblemCode.DUPLICATE_ROW, "B5"), tuple(CellProblemCode.CONTRADICTING_VALUES, "J6"));
    }

    @Test
    void aClusterMergedOverItsEnterprisesHoldsForAll() {
        Grid table = Grids.table1("1|||甲集群|甲公司|市级||||煤|1|吨|||||||", "2||||乙公司|||||煤|2|吨|||||||");
        Grid merged = new Grid(table.sheet(), false, table.rows(), java.util.stream.Stream
                .concat(table.merges().stream(), java.util.stream.Stream.of(new Merge(3, 3, 4, 3))).toList());
        assertThat(only(read(merged)).rows()).extracting(row -> row.text(Field.CLUSTER_NAME))
                .containsExactly(Optional.of("甲集群"), Optional.of("甲集群"));
        assertThat(read(merged).problems()).isEmpty();
    }

    @Test
    void leavesOutSumsNotesBlankRowsAndRepeatedHeaders() {
        Grid sheet = Grids.table2("1|甲公司|矿热炉||/|SCR||5|6|10", "||||||||| ", "3|||||||||", Grids.TABLE2_TOP,
                Grids.TABLE2_LEAVES, "2|乙公司|窑||/|/||9|9|", "|合 计|||||||10|10", "小计||||||||10|", "注：一家企业填写一行信息。",
                "|填表人：张三  审核：李四");
        assertThat(only(read(sheet)).rows()).extracting(row -> row.text(Field.ENTERPRISE_NAME).orElseThrow())
                .containsExactly("甲公司", "乙公司");
        assertThat(read(sheet).problems()).isEmpty();
    }

    @Test
    void aTaskThatBeginsWithTheWordForSumIsNoSum() {
        Grid sheet = Grids.grid("表4", List.of("序号|企业名称（集群名称）|提升类型|改造任务||完成时限", "|||无组织收集方面|有组织治理方面|",
                "1|甲公司|就地改造|合计三台炉密闭||2026年"));
        assertThat(only(read(sheet)).rows()).hasSize(1);
        assertThat(read(sheet).problems()).isEmpty();
    }

    @Test
    void aNumberedRowWithoutANameIsAnError() {
        assertThat(read(Grids.table2("1|甲公司|矿热炉|||||||", "2||窑|||||||")).problems())
                .extracting(CellProblem::code, CellProblem::cell)
                .containsExactly(tuple(CellProblemCode.NAME_MISSING, "B4"));
    }

    @Test
    void aMergedNumberOverSeveralProductsIsAnError() {
        Grid table = Grids.table1("1|||甲集群|甲公司|||||||||硅铁|100|90|吨|||", "|||||||||||||硅锰||80|吨|||");
        Grid merged = new Grid(table.sheet(), false, table.rows(), java.util.stream.Stream
                .concat(table.merges().stream(), java.util.stream.Stream.of(new Merge(3, 14, 4, 14))).toList());
        assertThat(read(merged).problems()).extracting(CellProblem::code, CellProblem::cell)
                .containsExactly(tuple(CellProblemCode.MERGED_NUMBER, "O4"));
    }

    @Test
    void readsTheStampAndSkipsUnknownAndHiddenSheets() {
        WorkbookReading reading = read(
                Grids.grid("_lantian", List.of("profileId|national", "profileVersion|1.0.0", "profileHash|abc",
                        "baseYear|2024", "templateVersion|1")),
                Grids.table2("1|乙公司|窑|||||||"), Grids.grid("联系人", List.of("姓名|电话", "张三|1")), new Grid("旧表", true,
                        Grids.table2("1|甲公司|矿热炉|||||||").rows(), List.of()));
        assertThat(reading.stamp().orElseThrow().profile()).hasToString("national@1.0.0");
        assertThat(reading.stamp().orElseThrow().baseYear()).isEqualTo(2024);
        assertThat(reading.problems()).extracting(CellProblem::sheet, CellProblem::code).containsExactly(
                tuple("联系人", CellProblemCode.SHEET_UNKNOWN), tuple("旧表", CellProblemCode.SHEET_HIDDEN));
    }

    @Test
    void aNamedSheetWithoutItsHeaderIsAnError() {
        assertThat(read(Grids.grid("表1", List.of("a|b", "c|d"))).problems()).extracting(CellProblem::code)
                .containsExactly(CellProblemCode.HEADER_NOT_FOUND);
    }

    @Test
    void aWorkbookWithoutAnyTableIsAnErrorBesideTheUnknownSheets() {
        assertThat(read(Grids.grid("联系人", List.of("姓名|电话", "张三|1"))).problems())
                .extracting(CellProblem::code, CellProblem::isError).containsExactly(
                        tuple(CellProblemCode.SHEET_UNKNOWN, false), tuple(CellProblemCode.HEADER_NOT_FOUND, true));
        assertThat(read(Grids.grid("Sheet1", List.of(" "))).problems()).extracting(CellProblem::sheet, CellProblem::code)
                .containsExactly(tuple("Sheet1", CellProblemCode.HEADER_NOT_FOUND));
    }

    @Test
    void leavesOutTheSignaturesBelowATable() {
        assertThat(read(Grids.table2("1|甲公司|矿热炉||/|/||5|6|10", "填表人：张三|2025年1月5日|审核人：李四",
                "单位（盖章）：某局|13800000000", "填报日期: 2025-01-05|x", "负责人：王五|x", "联系电话：1|x")).problems()).isEmpty();
    }

    @Test
    void sayingThatThereIsNoneFillsNoCellThatMustBeFilled() {
        assertThat(read(Grids.table1("1|||/|甲公司|||||煤|5|吨|||||||"), Grids.table2("2|无|窑|||SNCR|/||9|"))
                .problems()).extracting(CellProblem::sheet, CellProblem::cell, CellProblem::code)
                .containsExactlyInAnyOrder(tuple("表1", "D4", CellProblemCode.VALUE_REQUIRED),
                        tuple("表2", "B3", CellProblemCode.VALUE_REQUIRED));
        assertThat(read(Grids.table2("1|-|窑|||SNCR|/||9|")).problems()).extracting(CellProblem::message)
                .singleElement().asString().contains("不能填“-”");
    }

    @Test
    void namesTheYearInMessagesAboutAYearsColumn() {
        assertThat(read(Grids.table1("1|||甲集群|甲公司|||||||||硅铁|5|很多|吨|||")).problems())
                .extracting(CellProblem::message).singleElement().asString().contains("“2024年产量”");
    }

    private static WorkbookReading read(Grid... sheets) {
        return new WorkbookInterpreter(OutlineTables.all(), Industries.standard()).read(List.of(sheets));
    }

    private static TableReading only(WorkbookReading reading) {
        assertThat(reading.tables()).hasSize(1);
        return reading.tables().getFirst();
    }

    private static CellValue value(LineReading line, Field field) {
        return line.find(field).orElseThrow().value();
    }

    private static String text(LineReading line, Field field) {
        return line.find(field).orElseThrow().text().orElseThrow();
    }

    private static BigDecimal number(LineReading line, Field field) {
        return line.find(field).orElseThrow().number().orElseThrow();
    }
}
