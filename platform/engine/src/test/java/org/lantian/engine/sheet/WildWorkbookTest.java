package org.lantian.engine.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.lantian.engine.reference.Industries;
import org.lantian.engine.sheet.Grid.Merge;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Tables as clerks type them. */
class WildWorkbookTest {

    private static final Grid STAMP = Grids.grid("_lantian", List.of("profileId|national", "profileVersion|1.0.0",
            "profileHash|abc", "baseYear|2024", "templateVersion|1"));

    @Test
    void severalValuesInOneCellArePairedWithTheirUnits() {
        WorkbookReading reading = read(Grids.table1("1|||甲集群|甲公司|||||煤、电|１００、50|吨、万千瓦时|否、是|硅铁；硅锰|5；6|4；5|万t；万t|||"));
        assertThat(reading.problems()).isEmpty();
        RowReading row = only(reading);
        assertThat(row.lines(FieldGroup.ENERGY_USE)).extracting(line -> text(line, Field.ENERGY_TYPE),
                line -> text(line, Field.ENERGY_AMOUNT), line -> text(line, Field.ENERGY_UNIT))
                .containsExactly(tuple("煤", "100", "吨"), tuple("电", "50", "万千瓦时"));
        assertThat(row.lines(FieldGroup.PRODUCT)).extracting(line -> text(line, Field.PRODUCT_OUTPUT),
                line -> text(line, Field.PRODUCT_UNIT)).containsExactly(tuple("4", "万吨"), tuple("5", "万吨"));
    }

    @Test
    void unequalNumbersOfValuesAreAnError() {
        assertThat(read(Grids.table1("1|||甲集群|甲公司|||||煤、电|100|吨、度||硅铁|50、60|40|吨|||")).problems())
                .extracting(CellProblem::code, CellProblem::cell).containsExactlyInAnyOrder(
                        tuple(CellProblemCode.LINE_COUNT_MISMATCH, "K4"),
                        tuple(CellProblemCode.LINE_COUNT_MISMATCH, "O4"));
    }

    @Test
    void withOurStampOnlyLineBreaksPartValues() {
        WorkbookReading reading = read(STAMP, Grids.table1("1|||甲集群|甲公司||||炉、窑|煤、焦⏎电|100⏎50|吨⏎度||||||||"));
        assertThat(reading.problems()).isEmpty();
        assertThat(only(reading).lines(FieldGroup.EQUIPMENT)).singleElement()
                .satisfies(line -> assertThat(text(line, Field.EQUIPMENT_NAME)).isEqualTo("炉、窑"));
        assertThat(only(reading).lines(FieldGroup.ENERGY_USE)).hasSize(2);
    }

    @Test
    void aListMarkWithinOneTextPartsNothing() {
        RowReading row = only(read(Grids.table2("1|甲公司|破碎、筛分|外部集气罩|旋风、石灰石膏法|||8.5||")));
        assertThat(row.lines(FieldGroup.TREATMENT)).singleElement().satisfies(line -> assertThat(text(line,
                Field.TREATMENT_PROCESS)).isEqualTo("破碎、筛分"));
        WorkbookReading names = read(Grids.table1("1|||甲集群|甲公司||||1#、2#矿热炉|||||||||水泥（P.O、P.C）|5|吨"));
        assertThat(names.problems()).isEmpty();
        RowReading other = only(names);
        assertThat(other.lines(FieldGroup.EQUIPMENT)).hasSize(1);
        assertThat(other.lines(FieldGroup.RAW_MATERIAL)).hasSize(1);
    }

    @Test
    void aUnitBehindTheNumberIsReadAndConverted() {
        WorkbookReading reading = read(Grids.table1("1|||甲集群|甲公司|||||煤|1.5万吨|吨||硅铁|50万t|40|万吨|硅石|9kg|"),
                Grids.table2("1|甲公司|矿热炉|||||8.5mg/m³||125000吨"));
        assertThat(reading.problems()).isEmpty();
        RowReading row = reading.tables().getFirst().rows().getFirst();
        assertThat(text(row.lines(FieldGroup.ENERGY_USE).getFirst(), Field.ENERGY_AMOUNT)).isEqualTo("15000");
        assertThat(text(row.lines(FieldGroup.PRODUCT).getFirst(), Field.PRODUCT_CAPACITY)).isEqualTo("50");
        assertThat(text(row.lines(FieldGroup.RAW_MATERIAL).getFirst(), Field.MATERIAL_UNIT)).isEqualTo("千克");
        assertThat(reading.tables().getLast().rows().getFirst().text(Field.TRANSPORT_AMOUNT)).contains("12.5");
    }

    @Test
    void aUnitOfTheHeaderHoldsForItsColumn() {
        WorkbookReading reading = read(Grids.grid("表1", List.of(
                "序号|集群名称|企业名称|批准情况|行业类别|县（市）区|生产设备|能源消耗情况|||产品情况||",
                "|||||||能源类型|消耗量（吨）|单位|产品名称|产能（万吨/年）|2024年产量（吨）",
                "1|甲集群|甲公司|市级||||煤|100||硅铁|5|40000", "2|甲集群|乙公司|市级||||煤|100|千克|硅铁|5|4")));
        RowReading row = reading.tables().getFirst().rows().getFirst();
        assertThat(row.lines(FieldGroup.PRODUCT)).singleElement().satisfies(line -> {
            assertThat(text(line, Field.PRODUCT_UNIT)).isEqualTo("万吨");
            assertThat(line.find(Field.PRODUCT_OUTPUT).orElseThrow().number()).contains(new BigDecimal("4"));
        });
        assertThat(text(row.lines(FieldGroup.ENERGY_USE).getFirst(), Field.ENERGY_UNIT)).isEqualTo("吨");
        assertThat(reading.problems()).filteredOn(CellProblem::isError)
                .extracting(CellProblem::code, CellProblem::cell)
                .containsExactly(tuple(CellProblemCode.UNIT_DIFFERS, "J4"));
    }

    @Test
    void aHeaderInAnotherUnitOfTheKindIsConvertedWithAWarning() {
        WorkbookReading reading = read(Grids.grid("表2", List.of(
                Grids.TABLE2_TOP.replace("运输总量（万吨/年）", "运输总量（吨/年）"), Grids.TABLE2_LEAVES,
                "1|甲公司|矿热炉||||||| 5000")));
        assertThat(reading.problems()).extracting(CellProblem::code, CellProblem::isError)
                .containsExactly(tuple(CellProblemCode.UNIT_CONVERTED, false));
        assertThat(only(reading).find(Field.TRANSPORT_AMOUNT).flatMap(CellReading::number))
                .contains(new BigDecimal("0.5"));
    }

    @Test
    void aHeaderMayHaveAGroupAboveAndUnitsAndColumnNumbersBelow() {
        WorkbookReading reading = read(Grids.grid("铁合金", List.of("2023年报：铁合金集群统计表",
                "企业概况|||||废气治理|||||物流", Grids.TABLE2_TOP, Grids.TABLE2_LEAVES, "|||||||mg/m3|mg/m3|万吨", "1|2|3|4|5|6|7|8|9|10",
                "1|甲公司|矿热炉|密闭负压|/|SNCR|5升/分钟-8升/分钟|8.5|30|12.5"), new Merge(1, 0, 1, 4), new Merge(1, 5, 1, 8)));
        assertThat(reading.problems()).isEmpty();
        RowReading row = only(reading);
        assertThat(row.rows()).containsExactly(7);
        assertThat(reading.tables().getFirst().baseYear()).contains(2024);
        assertThat(row.lines(FieldGroup.TREATMENT).getFirst().find(Field.TREATMENT_AMMONIA).orElseThrow().value())
                .isEqualTo(new CellValue.Range(new BigDecimal("5"), new BigDecimal("8"), "升/分钟", "5升/分钟-8升/分钟"));
    }

    @Test
    void ofSeveralYearsTheLastIsTheBaseYears() {
        WorkbookReading reading = read(Grids.grid("表1", List.of("企业名称|集群名称|产品情况||||行业类别|县（市）区",
                "||产品名称|2022年产量|2024年产量|2023年产量||", "甲公司|甲集群|硅铁|1|3|2||")));
        assertThat(reading.tables().getFirst().baseYear()).contains(2024);
        assertThat(text(only(reading).lines(FieldGroup.PRODUCT).getFirst(), Field.PRODUCT_OUTPUT)).isEqualTo("3");
        assertThat(reading.problems()).filteredOn(problem -> problem.code() == CellProblemCode.COLUMN_UNKNOWN)
                .extracting(CellProblem::cell).containsExactly("D2", "F2");
        assertThat(reading.problems()).noneMatch(CellProblem::isError);
    }

    @Test
    void headersAreQuotedWithoutTheirLists() {
        assertThat(read(Grids.table1("1|||甲集群|甲公司|镇级|||||||||||||||")).problems())
                .extracting(CellProblem::message).singleElement().asString().startsWith("“批准情况”不能填");
    }

    @Test
    void sumsOfPlacesAreLeftOut() {
        WorkbookReading reading = read(Grids.table2("1|甲公司|窑||||||9|", "柔远镇小计|||||||||9", "|全县合计|||||||9|9"));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.tables().getFirst().rows()).hasSize(1);
    }

    @Test
    void aCellMergedOverTwoEnterprisesIsAnErrorOnce() {
        Grid table = merged(Grids.table1("1|||甲集群|甲公司|市级||||煤|1|吨||硅铁|5|4|吨|||",
                "2||||乙公司|||||煤||吨||硅铁||4|吨|||"), new Merge(3, 3, 4, 3), new Merge(3, 5, 4, 5), new Merge(3, 10, 4, 10),
                new Merge(3, 14, 4, 14), new Merge(3, 11, 4, 11));
        assertThat(read(table).problems()).extracting(CellProblem::code, CellProblem::cell).containsExactlyInAnyOrder(
                tuple(CellProblemCode.MERGED_OVER_ENTERPRISES, "K4"),
                tuple(CellProblemCode.MERGED_OVER_ENTERPRISES, "O4"));
        assertThat(read(table).problems()).extracting(CellProblem::message).first().asString().contains("甲公司、乙公司");
    }

    private static Grid merged(Grid grid, Merge... more) {
        List<Merge> merges = new ArrayList<>(grid.merges());
        merges.addAll(List.of(more));
        return new Grid(grid.sheet(), grid.hidden(), grid.rows(), merges);
    }

    private static WorkbookReading read(Grid... sheets) {
        return new WorkbookInterpreter(OutlineTables.all(), Industries.standard()).read(List.of(sheets));
    }

    private static RowReading only(WorkbookReading reading) {
        return reading.tables().getFirst().rows().getFirst();
    }

    private static String text(LineReading line, Field field) {
        return line.find(field).flatMap(CellReading::text).orElseThrow();
    }
}
