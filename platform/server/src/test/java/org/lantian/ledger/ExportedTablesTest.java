package org.lantian.ledger;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.diagnosis.Diagnosis;
import org.lantian.diagnosis.Finding;
import org.lantian.diagnosis.FindingEdit;
import org.lantian.diagnosis.FindingFilter;
import org.lantian.diagnosis.FindingOrigin;
import org.lantian.diagnosis.FindingState;
import org.lantian.diagnosis.Findings;
import org.lantian.document.WorkbookReader;
import org.lantian.engine.reference.Industries;
import org.lantian.engine.sheet.CellProblem;
import org.lantian.engine.sheet.CellValue.Precision;
import org.lantian.engine.sheet.RowReading;
import org.lantian.engine.sheet.WorkbookInterpreter;
import org.lantian.ledger.LedgerImports.Options;
import org.lantian.ledger.LedgerImports.Report;
import org.lantian.plan.measure.Measure;
import org.lantian.plan.measure.MeasureInput;
import org.lantian.plan.measure.MeasureInput.Deadline;
import org.lantian.plan.measure.MeasureInput.Target;
import org.lantian.plan.measure.Measures;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.vocabulary.Pollutant;
import org.lantian.plugin.vocabulary.ProblemColumn;
import org.lantian.plugin.vocabulary.TaskAspect;
import org.lantian.plugin.vocabulary.UpgradeType;
import org.lantian.profile.Profiles;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Tables 3 and 4 of an export say what people found and planned, and an import of them changes nothing. */
class ExportedTablesTest extends DatabaseTest {

    private static final Options STRICT = new Options(Optional.empty(), false, false);

    @Inject
    LedgerImports imports;
    @Inject
    LedgerWorkbooks workbooks;
    @Inject
    Ledger ledger;
    @Inject
    Diagnosis diagnosis;
    @Inject
    Findings findings;
    @Inject
    Measures measures;
    @Inject
    Profiles profiles;

    @Test
    void anExportWithFindingsAndMeasuresChangesNothingAndFillsAnotherTenant() {
        fill(tenant);
        List<Finding> found = findings(tenant);
        List<Measure> planned = measures(tenant);
        byte[] export = export(tenant, Optional.empty());
        assertChangesNothing(tenant, importNow(tenant, "台账.xlsx", export));
        for (String table : List.of("table3", "table4")) {
            byte[] csv = export(tenant, Optional.of(table));
            Report report = importNow(tenant, table + ".csv", csv);
            assertChangesNothing(tenant, report);
            assertThat(report.summary().rows()).as(table).isPositive();
        }
        assertThat(findings(tenant)).isEqualTo(found);
        assertThat(measures(tenant)).isEqualTo(planned);

        assertThat(measures(other)).isEmpty();
        Report elsewhere = importNow(other, "台账.xlsx", export);
        assertThat(elsewhere.committed()).isTrue();
        assertThat(measures(other)).hasSameSizeAs(planned);
        assertThat(findings(other)).extracting(finding -> finding.content().text()).hasSize(2).contains("门禁未联网")
                .anyMatch(text -> text.startsWith("料场未封闭\n无喷淋\n"));
        assertChangesNothing(other, importNow(other, "台账.xlsx", export(other, Optional.empty())));
    }

    @Test
    void tablesSayWhatPeopleFoundAndPlannedAndNoMore() {
        TenantCode code = freshTenant();
        fill(code);
        Finding confirmed = findings(code).stream().filter(finding -> finding.origin() == FindingOrigin.RULE
                && finding.state() == FindingState.CONFIRMED).findFirst().orElseThrow();
        List<RowReading> problems = rows(code, "table3");
        assertThat(problems).hasSize(2);
        assertThat(problems.getFirst().text(Field.FINDING_FUGITIVE))
                .contains("料场未封闭\n无喷淋\n" + confirmed.content().text());
        assertThat(problems.getFirst().text(Field.FINDING_TRANSPORT)).isEmpty();
        assertThat(problems.getFirst().text(Field.FINDING_GRADE).orElseThrow().lines()).contains("门禁未联网");
        List<RowReading> tasks = rows(code, "table4");
        assertThat(tasks).extracting(row -> row.text(Field.MEASURE_SUBJECT).orElseThrow())
                .containsExactlyInAnyOrder("甲公司", "乙公司", "甲集群", "甲集群");
        assertThat(tasks).extracting(row -> row.text(Field.MEASURE_REDUCTION).orElse("")).contains("颗粒物 1.2\nNOx 3.4",
                "2.5");
        assertThat(tasks).extracting(row -> row.text(Field.MEASURE_DEADLINE).orElseThrow()).contains("2026年6月底前",
                "2027年3月31日");
        TenantCode empty = freshTenant();
        importNow(empty, "台账.xlsx", Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司")).bytes());
        assertThat(rows(empty, "table3")).isEmpty();
        assertThat(rows(empty, "table4")).isEmpty();
    }

    @Test
    void enterprisesOfOneNameInTwoClustersComeBackToTheirOwn() {
        TenantCode code = freshTenant();
        byte[] workbook = Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司"), Workbooks.enterprise("乙集群", "甲公司"))
                .sheet("表2", "企业名称|所属集群|环保绩效等级|生产设备/产污环节|无组织收集方式", "", "甲公司|甲集群|A|矿热炉|密闭负压",
                        "甲公司|乙集群|D|破碎|外部集气罩")
                .sheet("表3", "企业名称|所属集群|无组织收集方面", "", "甲公司|乙集群|料场未封闭")
                .sheet("表4", "企业名称（集群名称）|所属集群|提升类型|有组织治理方面|预期目标|完成时限", "", "甲公司|乙集群|就地改造|更换布袋|达标|2026年",
                        "甲公司|甲集群|就地改造|更换喷嘴|达标|2026年").bytes();
        Report report = importNow(code, "台账.xlsx", workbook);
        assertThat(report.problems()).filteredOn(CellProblem::isError).isEmpty();
        assertThat(measures(code)).extracting(measure -> measure.task(TaskAspect.ORGANISED)).containsExactly("更换喷嘴", "更换布袋");

        byte[] export = export(code, Optional.empty());
        assertChangesNothing(code, importNow(code, "台账.xlsx", export));
        for (String table : List.of("table2", "table3", "table4")) {
            assertChangesNothing(code, importNow(code, table + ".csv", export(code, Optional.of(table))));
        }
        for (long cluster : asOperator(code, () -> ledger.listClusters().stream().map(Cluster::requireId).toList())) {
            for (String table : List.of("table2", "table3", "table4")) {
                byte[] csv = export(code, Optional.of(cluster), Optional.of(table));
                assertChangesNothing(code, importNow(code, table + ".csv", csv));
            }
        }
        TenantCode fresh = freshTenant();
        assertThat(importNow(fresh, "台账.xlsx", export).committed()).isTrue();
        assertThat(measures(fresh)).extracting(measure -> measure.task(TaskAspect.ORGANISED)).containsExactly("更换喷嘴", "更换布袋");
    }

    /** Findings of rules and of a workbook, decided on in every way; measures of a workbook and by hand. */
    private void fill(TenantCode code) {
        assertThat(importNow(code, "台账.xlsx", Workbooks.empty()
                .table1(Workbooks.enterprise("甲集群", "甲公司"), Workbooks.enterprise("甲集群", "乙公司"))
                .table2(Workbooks.treatment("甲公司").replace("密闭负压", "外部集气罩"), Workbooks.treatment("乙公司")
                        .replace("密闭负压", "外部集气罩"))
                .findings("1|甲公司|料场未封闭⏎无喷淋||无门禁|", "2|乙公司|||无门禁|/")
                .measures("1|甲公司|就地改造|密闭料场⏎加喷淋|改双碱法||||达标|2026年6月底前|颗粒物1.2；NOx3.4",
                        "2|甲集群|做优做强||||||创A|2027|").bytes()).committed()).isTrue();
        asOperator(code, () -> diagnosis.run(Optional.empty(), Optional.of(2024)));
        asOperator(code, () -> {
            List<Finding> all = findings.list(FILTER, 0, 100);
            Finding rule = all.stream().filter(finding -> finding.origin() == FindingOrigin.RULE
                    && finding.content().column().isPresent()).findFirst().orElseThrow();
            findings.confirm(rule.id(), rule.rowVersion());
            List<Finding> gates = all.stream().filter(finding -> finding.content().text().equals("无门禁")).toList();
            Finding first = gates.getFirst();
            findings.revise(first.id(), first.rowVersion(),
                    new FindingEdit("门禁未联网", first.content().area(), Optional.of(ProblemColumn.GRADE)));
            findings.waive(gates.getLast().id(), gates.getLast().rowVersion(), "已建门禁");
            List<LedgerEntry> entries = ledger.list(2024);
            long cluster = entries.getLast().cluster().requireId();
            long second = entries.getLast().enterprise().requireId();
            measures.create(new MeasureInput(cluster, Optional.of(second), List.of(), UpgradeType.RETROFIT,
                    Map.of(TaskAspect.ORGANISED, "更换布袋"), "", new Deadline(LocalDate.of(2027, 3, 31), "尽快", Precision.MONTH),
                    List.of(new Target("", Pollutant.PM, new BigDecimal("5"))), Map.of(), Optional.of(new BigDecimal("2.50"))));
            measures.create(new MeasureInput(cluster, Optional.empty(), List.of(second), UpgradeType.RETROFIT,
                    Map.of(TaskAspect.INFRASTRUCTURE, "集中供热"), "  ", new Deadline(LocalDate.of(2026, 12, 31), "2026年底",
                            Precision.YEAR), List.of(), Map.of(), Optional.empty()));
            return 0;
        });
    }

    private static final FindingFilter FILTER = new FindingFilter(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.of(2024), Optional.empty());

    private void assertChangesNothing(TenantCode code, Report report) {
        assertThat(report.problems()).filteredOn(CellProblem::isError).isEmpty();
        assertThat(report.summary()).extracting(ImportSummary::added, ImportSummary::changed, ImportSummary::removed)
                .as(code.value()).containsExactly(0, 0, 0);
        assertThat(report.summary().extensions()).isNotEmpty()
                .allMatch(extension -> extension.added() == 0 && extension.changed() == 0, "changes nothing");
    }

    private List<RowReading> rows(TenantCode code, String table) {
        byte[] export = export(code, Optional.empty());
        return new WorkbookInterpreter(asOperator(code, () -> profiles.current()).tables(), Industries.standard())
                .read(WorkbookReader.read(export)).tables().stream().filter(reading -> reading.table().id().equals(table))
                .findFirst().orElseThrow().rows();
    }

    private byte[] export(TenantCode code, Optional<String> table) {
        return export(code, Optional.empty(), table);
    }

    private byte[] export(TenantCode code, Optional<Long> cluster, Optional<String> table) {
        return asOperator(code, () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (table.isPresent()) {
                workbooks.writeCsv(profiles.current(), 2024, cluster,
                        LedgerExports.requireTable(profiles.current(), table.get()), out);
            } else {
                workbooks.writeLedger(profiles.current(), 2024, cluster, out);
            }
            return out.toByteArray();
        });
    }

    private List<Finding> findings(TenantCode code) {
        return asOperator(code, () -> findings.list(FILTER, 0, 100));
    }

    private List<Measure> measures(TenantCode code) {
        return asOperator(code, () -> ledger.listClusters().stream()
                .flatMap(cluster -> measures.listOfCluster(cluster.requireId()).stream()).toList());
    }

    private Report importNow(TenantCode code, String name, byte[] workbook) {
        return asOperator(code, () -> imports.importNow(name, workbook, STRICT));
    }
}
