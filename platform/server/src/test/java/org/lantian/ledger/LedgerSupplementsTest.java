package org.lantian.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

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

/** What the outline's text asks for and its tables have no column for. */
class LedgerSupplementsTest extends DatabaseTest {

    private static final String OUTLET_TOP = "集群名称|企业名称|编号|源类别|标干流量（标立方米/小时）|年运行小时|2024年年均实测浓度（毫克/立方米）"
            + "|||监测方式|执行标准|执行限值（毫克/立方米）|";
    private static final String OUTLET_LEAVES = "||||||颗粒物|SO2|NOx|||颗粒物|NOx";

    @Inject
    LedgerImports imports;
    @Inject
    Ledger ledger;

    @Test
    void supplementSheetsAreKeptAndCompared() {
        TenantCode code = freshTenant();
        Report report = importNow(code, Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司"))
                .sheet("企业档案", "企业名称|清洁运输比例（%）", "", "甲公司|82.5").vocsMaterials("甲集群|甲公司|油漆|2000kg|60|1.1")
                .lines("甲集群|甲公司|一线|12500kVA矿热炉|2|30|25|万吨", "甲集群|甲公司|二线|精炼炉|1|20|20|万吨")
                .emissions("甲集群|甲公司|颗粒物|20|10.5|手工监测|执行报告", "甲集群|甲公司|二氧化硫|/|3|物料衡算|环境统计")
                .sheet("排放口", OUTLET_TOP, OUTLET_LEAVES,
                        "甲集群|甲公司|DA001|工业炉窑|50000|7200|35|30||自动监测|GB 28666—2012 表2|30|200")
                .bytes());
        assertThat(report.problems()).filteredOn(CellProblem::isError).isEmpty();
        LedgerEntry entry = asOperator(code, () -> ledger.list(2024)).getFirst();
        assertThat(entry.values().get(Field.TRANSPORT_CLEAN_SHARE)).isEqualTo(number("82.5"));
        LedgerRow outlet = entry.rows(FieldGroup.OUTLET).getFirst();
        assertThat(outlet.find(Field.OUTLET_STANDARD)).contains(new FieldValue.Text("GB 28666—2012 表2"));
        assertThat(outlet.find(Field.OUTLET_LIMIT_PM)).contains(number("30"));
        assertThat(outlet.find(Field.OUTLET_LIMIT_NOX)).contains(number("200"));
        assertThat(entry.rows(FieldGroup.VOCS_MATERIAL).getFirst().find(Field.VOCS_MATERIAL_USE)).contains(number("2"));
        assertThat(entry.rows(FieldGroup.PRODUCTION_LINE)).hasSize(2);
        List<PermitComparison> comparisons = PermitComparison.of(entry.rows(FieldGroup.OUTLET),
                entry.rows(FieldGroup.EMISSION), entry.rows(FieldGroup.PRODUCT),
                entry.rows(FieldGroup.PRODUCTION_LINE));
        assertThat(comparisons).extracting(PermitComparison::item, PermitComparison::ledger,
                PermitComparison::permitted, PermitComparison::actual, PermitComparison::conclusion).containsExactly(
                        tuple("颗粒物", decimal("12.6"), decimal("20"), decimal("10.5"),
                                PermitComparison.Conclusion.WITHIN_PERMIT),
                        tuple("SO2", decimal("10.8"), Optional.empty(), decimal("3"),
                                PermitComparison.Conclusion.INCOMPLETE),
                        tuple("产能", decimal("50"), decimal("45"), decimal("40.5"),
                                PermitComparison.Conclusion.ABOVE_PERMIT));
        assertThat(comparisons.getFirst().text())
                .isEqualTo("台账和实际均未超过许可排放量20吨。台账由排放口实测核算12.6吨，上报实际排放量10.5吨（手工监测），实际少2.1吨。");
        assertThat(comparisons.getFirst().difference()).isEqualTo(decimal("-2.1"));
        assertThat(comparisons.getLast().text()).isEqualTo("台账产能50万吨超过许可产能45万吨。");
        assertThat(asOperator(other, () -> ledger.list(2024))).isEmpty();
    }

    @Test
    void saysWhatCannotBe() {
        Report report = importNow(freshTenant(), Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司"))
                .sheet("企业档案", "企业名称|清洁运输比例（%）", "", "甲公司|120")
                .vocsMaterials("甲集群|甲公司|油漆|2|600|1.2", "甲集群|甲公司|稀料|2|50|1.2", "甲集群|甲公司|胶|2|50|3")
                .lines("甲集群|甲公司|一线|炉|2|30||")
                .emissions("甲集群|甲公司|颗粒物|20|10.5|估计|", "甲集群|甲公司|VOCs|20|10.5||", "甲集群|甲公司|VOCs|20||/|",
                        "甲集群|甲公司|臭氧|||/|")
                .bytes());
        assertThat(report.problems()).filteredOn(problem -> problem.code() != CellProblemCode.COLUMN_MISSING)
                .extracting(CellProblem::sheet, CellProblem::cell, CellProblem::code)
                .containsExactlyInAnyOrder(tuple("企业档案", "B2", CellProblemCode.NUMBER_OUT_OF_RANGE),
                        tuple("含VOCs物料", "E2", CellProblemCode.NUMBER_OUT_OF_RANGE),
                        tuple("含VOCs物料", "F3", CellProblemCode.NUMBER_UNLIKELY),
                        tuple("含VOCs物料", "F4", CellProblemCode.NUMBER_OUT_OF_RANGE),
                        tuple("生产线", "H2", CellProblemCode.VALUE_REQUIRED),
                        tuple("年排放量", "F2", CellProblemCode.CHOICE_NOT_ALLOWED),
                        tuple("年排放量", "F3", CellProblemCode.VALUE_REQUIRED),
                        tuple("年排放量", "C4", CellProblemCode.CONTRADICTING_VALUES),
                        tuple("年排放量", "C5", CellProblemCode.CHOICE_NOT_ALLOWED));
    }

    private static FieldValue number(String value) {
        return new FieldValue.Number(new BigDecimal(value));
    }

    private static Optional<BigDecimal> decimal(String value) {
        return Optional.of(new BigDecimal(value));
    }

    private Report importNow(TenantCode code, byte[] workbook) {
        return asOperator(code,
                () -> imports.importNow("台账.xlsx", workbook, new Options(Optional.empty(), false, false)));
    }
}
