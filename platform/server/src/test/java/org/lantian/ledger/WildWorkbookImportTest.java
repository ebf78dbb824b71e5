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
        Report report = importNow(code, WildWorkbook.bytes());
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
        Report report = importNow(code, WildWorkbook.bytes());
        Map<String, List<?>> expected = contents(code);
        assertThat(expected).hasSize(3);
        TenantCode old = freshTenant();
        assertThat(importNow(old, copied(WildWorkbook.bytes())).committed()).isTrue();
        assertThat(contents(old)).isEqualTo(expected);
        ByteArrayOutputStream annotated = new ByteArrayOutputStream();
        LedgerImports.writeAnnotated(WildWorkbook.bytes(), report.problems(), annotated);
        TenantCode third = freshTenant();
        assertThat(importNow(third, annotated.toByteArray()).committed()).isTrue();
        assertThat(contents(third)).isEqualTo(expected);
        assertThat(importNow(third, WildWorkbook.bytes()).summary()).extracting(ImportSummary::added, ImportSummary::changed)
                .containsExactly(0, 0);
    }

    /** All that is known, by enterprise. */
    private Map<String, List<?>> contents(TenantCode code) {
        Map<String, List<?>> contents = new java.util.TreeMap<>();
        asOperator(code, () -> ledger.list(2024)).forEach(entry -> contents.put(entry.enterprise().name(),
                List.of(entry.values(), entry.rows(), entry.cluster().name())));
        return contents;
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
