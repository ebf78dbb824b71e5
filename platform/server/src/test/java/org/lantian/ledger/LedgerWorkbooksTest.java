package org.lantian.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.document.WorkbookReader;
import org.lantian.engine.reference.Industries;
import org.lantian.engine.sheet.WorkbookInterpreter;
import org.lantian.engine.sheet.WorkbookReading;
import org.lantian.ledger.LedgerImports.Options;
import org.lantian.ledger.LedgerImports.Report;
import org.lantian.plugin.table.TableSpec;
import org.lantian.profile.Profiles;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerWorkbooksTest extends DatabaseTest {

    @Inject
    LedgerWorkbooks workbooks;
    @Inject
    LedgerImports imports;
    @Inject
    Profiles profiles;

    @Test
    void anExportImportedAgainChangesNothingAndFillsAnotherTenant() {
        byte[] original = Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司").replace("煤|100|吨|否",
                "煤⏎电|100.50⏎|吨⏎万千瓦时|否⏎"), Workbooks.enterprise("乙集群", "乙公司"))
                .table2(Workbooks.treatment("甲公司"), "|甲公司||锅炉|/|双碱法|/|||布袋除尘|/||30||||")
                .codes("甲集群|甲公司|91640502MA7600005G|91640502MA7600005G001P")
                .outlets("甲集群|甲公司|DA001|工业炉窑|12000.5|7200|8.5|9|30|90|", "甲集群|甲公司|DA002|燃气锅炉|||||||").bytes();
        assertThat(importNow(original).committed()).isTrue();
        byte[] export = asOperator(tenant, () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbooks.writeLedger(profiles.current(), 2024, out);
            return out.toByteArray();
        });
        Report again = importNow(export);
        assertThat(again.problems()).isEmpty();
        assertThat(again.summary()).extracting(ImportSummary::added, ImportSummary::changed, ImportSummary::removed)
                .containsExactly(0, 0, 0);
        Report elsewhere = asOperator(other,
                () -> imports.importNow("台账.xlsx", export, new Options(Optional.empty(), false, false)));
        assertThat(elsewhere.summary().added()).isEqualTo(2);
    }

    @Test
    void everyTableAsCsvImportedAgainChangesNothing() {
        var code = freshTenant();
        byte[] original = Workbooks.empty().table1(
                Workbooks.enterprise("甲集群", "甲公司").replace("矿热炉", "矿热炉⏎-20℃冷库").replace("煤|100|吨|否",
                        "煤、块⏎电|100.50⏎|吨⏎万千瓦时|否⏎").replace("硅石", "@硅石，\"一级\""))
                .table2(Workbooks.treatment("甲公司").replace("公路，国五", "'公路"))
                .codes("甲集群|甲公司|91640502MA7600005G|91640502MA7600005G001P")
                .outlets("甲集群|甲公司|+DA001|工业炉窑|12000.5|7200|8.5|9|30|90|").vocsMaterials("甲集群|甲公司|油漆|2|60|1.2")
                .lines("甲集群|甲公司|一线|炉|2|30|25|万吨").emissions("甲集群|甲公司|颗粒物|5|3.2|手工监测|执行报告").bytes();
        Options options = new Options(Optional.empty(), false, false);
        assertThat(asOperator(code, () -> imports.importNow("台账.xlsx", original, options)).committed()).isTrue();
        for (String table : List.of("table1", "table2", "enterprises", "outlets", "vocsMaterials", "productionLines",
                "emissions")) {
            Report again = asOperator(code, () -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                workbooks.writeCsv(profiles.current(), 2024, Optional.empty(),
                        LedgerExports.requireTable(profiles.current(), table), out);
                return imports.importNow(table + ".csv", out.toByteArray(), options);
            });
            assertThat(again.problems()).as(table).isEmpty();
            assertThat(again.committed()).isTrue();
            assertThat(again.summary()).as(table).extracting(ImportSummary::rows, ImportSummary::added,
                    ImportSummary::changed).containsExactly(1, 0, 0);
        }
    }

    @Test
    void anErrorInAnExportedCsvNamesTheRowThatASpreadsheetShows() {
        TenantCode code = freshTenant();
        Options options = new Options(Optional.empty(), false, false);
        byte[] original = Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司")).bytes();
        assertThat(asOperator(code, () -> imports.importNow("台账.xlsx", original, options)).committed()).isTrue();
        String csv = asOperator(code, () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbooks.writeCsv(profiles.current(), 2024, Optional.empty(),
                    LedgerExports.requireTable(profiles.current(), "table1"), out);
            return out.toString(StandardCharsets.UTF_8);
        });
        List<String> lines = csv.lines().toList();
        int line = lines.indexOf(lines.stream().filter(text -> text.contains("甲公司")).findFirst().orElseThrow()) + 1;
        Report report = asOperator(code, () -> imports.importNow("表1.csv",
                csv.replace("40.5", "很多").getBytes(StandardCharsets.UTF_8), options));
        assertThat(report.problems()).extracting(problem -> problem.code() + " " + problem.cell())
                .containsExactly("NUMBER_EXPECTED P" + line);
        String bare = String.join("\r\n", csv.replace("40.5", "很多").lines().skip(1).toList());
        Report without = asOperator(code, () -> imports.importNow("表1.csv", bare.getBytes(StandardCharsets.UTF_8),
                options));
        assertThat(without.problems()).extracting(problem -> problem.code() + " " + problem.cell())
                .containsExactly("NUMBER_EXPECTED P" + (line - 1));
    }

    @Test
    void aTemplateHasEveryTableAndNoRows() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var profile = asOperator(tenant, profiles::current);
        LedgerWorkbooks.writeTemplate(profile, 2025, List.of(), "示例数据", out);
        WorkbookReading reading = new WorkbookInterpreter(profile.tables(), Industries.standard())
                .read(WorkbookReader.read(out.toByteArray()));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.stamp().orElseThrow().baseYear()).isEqualTo(2025);
        assertThat(reading.tables()).extracting(table -> table.table().id())
                .containsExactlyElementsOf(profile.tables().stream().map(TableSpec::id).toList());
        assertThat(reading.tables()).allSatisfy(table -> assertThat(table.rows()).isEmpty());
    }

    private Report importNow(byte[] workbook) {
        return asOperator(tenant,
                () -> imports.importNow("台账.xlsx", workbook, new Options(Optional.empty(), false, false)));
    }
}
