package org.lantian.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

import org.lantian.engine.rule.FieldValue;
import org.lantian.engine.sheet.CellProblem;
import org.lantian.ledger.LedgerImports.Options;
import org.lantian.ledger.LedgerImports.Report;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** A workbook as it comes from the counties: nothing is where the template has it, and all of it is right. */
class WildWorkbookImportTest extends DatabaseTest {

    @Inject
    LedgerImports imports;
    @Inject
    Ledger ledger;

    @Test
    void aWildButRightWorkbookIsTakenWithoutAnError() {
        TenantCode code = freshTenant();
        Report report = importNow(code, wild());
        assertThat(report.problems()).filteredOn(CellProblem::isError).isEmpty();
        assertThat(report.committed()).isTrue();
        assertThat(report.baseYear()).contains(2024);
        List<LedgerEntry> entries = asOperator(code, () -> ledger.list(2024));
        assertThat(entries).extracting(entry -> entry.enterprise().name())
                .containsExactly("宁夏甲冶金有限公司", "乙铸造厂", "丙家具有限公司");
        LedgerEntry first = entries.getFirst();
        assertThat(first.rows(FieldGroup.PRODUCT)).extracting(row -> row.find(Field.PRODUCT_NAME),
                row -> row.find(Field.PRODUCT_OUTPUT), row -> row.find(Field.PRODUCT_UNIT))
                .containsExactly(product("硅铁", "4.05", "万吨"), product("硅锰合金", "1.2", "万吨"));
        assertThat(first.rows(FieldGroup.ENERGY_USE)).extracting(row -> row.find(Field.ENERGY_AMOUNT).orElseThrow())
                .containsExactly(new FieldValue.Number(new BigDecimal("1200.5")),
                        new FieldValue.Number(new BigDecimal("30000")));
        assertThat(first.rows(FieldGroup.TREATMENT)).hasSize(2);
        assertThat(first.values().get(Field.TRANSPORT_AMOUNT))
                .isEqualTo(new FieldValue.Number(new BigDecimal("12.5")));
        assertThat(entries).extracting(entry -> entry.cluster().name()).containsOnly("铁合金集群");
        assertThat(asOperator(other, () -> ledger.list(2024))).isEmpty();
    }

    @Test
    void itsCopyInTheOldFormatAndItsAnnotatedCopyGiveTheSameLedger() throws IOException {
        TenantCode code = freshTenant();
        Report report = importNow(code, wild());
        Map<String, List<?>> expected = contents(code);
        assertThat(expected).hasSize(3);
        TenantCode old = freshTenant();
        assertThat(importNow(old, copied(wild())).committed()).isTrue();
        assertThat(contents(old)).isEqualTo(expected);
        ByteArrayOutputStream annotated = new ByteArrayOutputStream();
        LedgerImports.writeAnnotated(wild(), report.problems(), annotated);
        TenantCode third = freshTenant();
        assertThat(importNow(third, annotated.toByteArray()).committed()).isTrue();
        assertThat(contents(third)).isEqualTo(expected);
        assertThat(importNow(third, wild()).summary()).extracting(ImportSummary::added, ImportSummary::changed)
                .containsExactly(0, 0);
    }

    /** All that is known, by enterprise. */
    private Map<String, List<?>> contents(TenantCode code) {
        Map<String, List<?>> contents = new java.util.TreeMap<>();
        asOperator(code, () -> ledger.list(2024)).forEach(entry -> contents.put(entry.enterprise().name(),
                List.of(entry.values(), entry.rows(), entry.cluster().name())));
        return contents;
    }

    static byte[] wild() {
        return Workbooks.empty().sheet("Sheet1", "附件1：沙坡头区铁合金集群摸底表||||||||||||||||||||", "填报单位：沙坡头分局||||||||||||填报日期：2025年3月",
                "序号|集群基本情况||||企业概况||||能源消耗情况||||产品情况|||原辅材料|||备注",
                "|集群名称|批准情况|县(市)区|乡镇（街道）|企业名称|统一社会信用代码|行业类别|生产设备|能源类型|消耗量|单位|是否协同供暖|产品名称|产能|2024年产量|名称|使用量|单位|",
                "||||||||||||||（万吨/年）|（吨）||||",
                "1|铁合金集群|市级|沙坡头区|柔远镇|宁夏甲冶金有限公司|９１６４０５０２MA7600005G|3140 铁合金冶炼|1#、2#矿热炉；余热锅炉|煤、电|1，200.50、３００００|吨、万千瓦时|否；否"
                        + "|硅铁|5|40500|硅石、兰炭|9万吨、3万吨||已整改",
                "|||||||||||||硅锰合金|1.5|1.2万吨||||", "柔远镇小计|||||||||||||6.5|52500||||",
                "2||||镇罗镇|乙铸造厂||3391|中频炉|电|５０|万千瓦时|×|铸件|0.8|6000 t|生铁|7000|t|/",
                "3||||镇罗镇|丙家具有限公司||2110|喷漆房⏎干燥室|电⏎天然气|20⏎3.5|万kWh⏎万m3|否⏎否|木门|/|/|油漆|12.5|吨|-",
                "合计|||||||||||||7.3|58500||||", "注：一家企业填写一行。")
                .merge("Sheet1", "A1:T1", "B3:E3", "F3:I3", "J3:M3", "N3:P3", "Q3:S3", "B6:B10", "C6:C10", "D6:D10",
                        "E6:E7", "F6:F7", "G6:G7", "H6:H7", "I6:I7", "J6:J7", "K6:K7", "L6:L7", "M6:M7", "A6:A7",
                        "A3:A4", "T3:T4", "Q6:Q7", "R6:R7", "S6:S7")
                .sheet("废气治理", "企业名称|环保绩效等级|生产设备/产污环节|收集与治理|||||||2024年污染物年均排放浓度（毫克/立方米）||||运输总量（吨/年）|主要运输方式|联系人",
                        "|||无组织收集方式|脱硫工艺|脱硝工艺|还原剂类型|喷氨量|除尘工艺|VOCs治理工艺|颗粒物|二氧化硫|氮氧化物|非甲烷总烃|||",
                        "宁夏甲冶金有限公司|C级|矿热炉|密闭负压|/|SNCR脱硝|氨水|5升/分钟～8升/分钟|旋风、布袋除尘|无|8.5|30|90|/|125000|公路，国五|张三",
                        "|/|破碎、筛分|外部集气罩|/|/|/|/|布袋除尘|/|9|||||||",
                        "乙铸造厂|D|中频炉|外部集气罩|－|－|－|－|布袋除尘|－|12||||8000吨|公路|李四",
                        "丙家具有限公司|B-|喷漆、干燥|密闭负压|/|/|/|/|漆雾过滤棉|活性炭+RTO||||20mg/m3|3000|公路|王五")
                .merge("废气治理", "A3:A4", "P3:P4", "O3:O4", "Q3:Q4", "D1:J1", "K1:N1").bytes();
    }

    private static org.assertj.core.groups.Tuple product(String name, String output, String unit) {
        return tuple(Optional.of(new FieldValue.Text(name)),
                Optional.of(new FieldValue.Number(new BigDecimal(output))), Optional.of(new FieldValue.Text(unit)));
    }

    /** The workbook as an .xls. */
    private static byte[] copied(byte[] workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook from = new XSSFWorkbook(new ByteArrayInputStream(workbook)); Workbook to = new HSSFWorkbook()) {
            for (Sheet sheet : from) {
                Sheet copy = to.createSheet(sheet.getSheetName());
                for (Row row : sheet) {
                    Row copied = copy.createRow(row.getRowNum());
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.NUMERIC) {
                            copied.createCell(cell.getColumnIndex()).setCellValue(cell.getNumericCellValue());
                        } else if (cell.getCellType() == CellType.STRING) {
                            copied.createCell(cell.getColumnIndex()).setCellValue(cell.getStringCellValue());
                        }
                    }
                }
                sheet.getMergedRegions().forEach(copy::addMergedRegion);
            }
            to.write(out);
        }
        return out.toByteArray();
    }

    private Report importNow(TenantCode code, byte[] workbook) {
        return asOperator(code,
                () -> imports.importNow("摸底表.xlsx", workbook, new Options(Optional.empty(), false, false)));
    }
}
