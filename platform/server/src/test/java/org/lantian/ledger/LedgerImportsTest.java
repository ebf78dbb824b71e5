package org.lantian.ledger;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.app.tenant.SampleWorkbook;
import org.lantian.app.tenant.TenantFolder;
import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;
import org.lantian.common.UserErrorsException;
import org.lantian.engine.rule.FieldValue;
import org.lantian.engine.sheet.CellProblem;
import org.lantian.file.FileStore;
import org.lantian.ledger.LedgerImports.Options;
import org.lantian.ledger.LedgerImports.Report;
import org.lantian.plugin.rule.Severity;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.plugin.vocabulary.Approval;
import org.lantian.profile.Profiles;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class LedgerImportsTest extends DatabaseTest {

    private static final Options STRICT = new Options(Optional.empty(), false, false);
    private static final Options LENIENT = new Options(Optional.empty(), true, false);
    private static final String CODE = "91640502MA7600005G";

    @Inject
    LedgerImports imports;
    @Inject
    Ledger ledger;
    @Inject
    Profiles profiles;
    @Inject
    FileStore files;
    @Inject
    JdbcOperations jdbc;

    @Test
    void takesTheShapotouSampleWorkbookInAndRepeatingItChangesNothing() {
        TenantCode code = freshTenant();
        byte[] workbook = asOperator(code, () -> sample());
        Report first = importNow(code, workbook, STRICT);
        assertThat(first.problems()).filteredOn(CellProblem::isError).isEmpty();
        assertThat(first.committed()).isTrue();
        assertThat(first.summary().added()).isEqualTo(69);
        assertThat(first.summary().rows()).isEqualTo(69 * 4 + 136);
        assertThat(first.baseYear()).contains(2024);
        Map<Long, Integer> versions = versions(code);

        Report second = importNow(code, workbook, STRICT);
        assertThat(second.summary()).extracting(ImportSummary::added, ImportSummary::changed, ImportSummary::removed)
                .containsExactly(0, 0, 0);
        assertThat(versions(code)).isEqualTo(versions).hasSize(69);
        assertThat(asOperator(code, () -> ledger.version())).isEqualTo(1);
        assertThat(asOperator(other, () -> ledger.list(2024))).isEmpty();
    }

    @Test
    void keepsWhatAWorkbookSays() {
        TenantCode code = freshTenant();
        importNow(code, Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司").replace("煤|100|吨|否",
                "煤⏎电|100.50⏎3|吨⏎万千瓦时|否⏎是")).table2(Workbooks.treatment("甲公司"), "||||||/|||/||||||||")
                .codes("甲集群|甲公司|" + CODE + "|" + CODE + "001P")
                .outlets("甲集群|甲公司|DA001|工业炉窑|12000.5|7200|8.5|9|30|90|", "|甲公司|DA002|燃气锅炉|||||||").bytes(), STRICT);
        LedgerEntry entry = only(code);
        assertThat(entry.enterprise()).extracting(Enterprise::creditCode, Enterprise::divisionCode,
                Enterprise::industryCode, Enterprise::grade, Enterprise::town)
                .containsExactly(CODE, "640502", "3140", "C", "柔远镇");
        assertThat(entry.cluster().approval()).isEqualTo(Approval.MUNICIPAL);
        assertThat(entry.rows(FieldGroup.ENERGY_USE)).extracting(row -> row.find(Field.ENERGY_AMOUNT),
                row -> row.find(Field.ENERGY_HEATING))
                .containsExactly(
                        tuple(Optional.of(new FieldValue.Number(new BigDecimal("100.5"))),
                                Optional.of(new FieldValue.Text("否"))),
                        tuple(Optional.of(new FieldValue.Number(new BigDecimal("3"))),
                                Optional.of(new FieldValue.Text("是"))));
        LedgerRow treatment = entry.rows(FieldGroup.TREATMENT).getFirst();
        assertThat(treatment.find(Field.TREATMENT_DESULPHURISATION)).contains(new FieldValue.None());
        assertThat(treatment.find(Field.TREATMENT_CONCENTRATION_NOX))
                .contains(new FieldValue.Number(new BigDecimal("90")));
        assertThat(treatment.find(Field.TREATMENT_CONCENTRATION_VOCS)).isEmpty();
        assertThat(entry.rows(FieldGroup.OUTLET)).hasSize(2);
        assertThat(entry.rows(FieldGroup.OUTLET).getFirst().find(Field.OUTLET_CONCENTRATION_SO2))
                .contains(new FieldValue.Number(new BigDecimal("30")));
        assertThat(entry.values().get(Field.TRANSPORT_AMOUNT))
                .isEqualTo(new FieldValue.Number(new BigDecimal("12.5")));
        assertThat(entry.facts().values()).containsEntry(Field.CLUSTER_APPROVAL, new FieldValue.Text("市级"));
        assertThat(asOperator(code, () -> ledger.list(2023)).getFirst().rows()).isEmpty();
    }

    @Test
    void locatesEveryErrorAndWritesNothing() {
        TenantCode code = freshTenant();
        Report report = importNow(code, Workbooks.empty()
                .table1(Workbooks.enterprise("甲集群", "甲公司"),
                        Workbooks.enterprise("甲集群", "乙公司").replace("|40.5|", "|很多|").replace("|市级|", "|镇级|"))
                .table2(Workbooks.treatment("丙公司"), Workbooks.treatment("甲公司").replace("|氨水|", "||"))
                .codes("甲集群|甲公司|91350100M000100Y44|").bytes(), STRICT);
        assertThat(report.committed()).isFalse();
        assertThat(report.problems()).filteredOn(CellProblem::isError)
                .extracting(CellProblem::sheet, CellProblem::cell, CellProblem::code)
                .containsExactlyInAnyOrder(tuple("表1", "F4", CellProblemCode.CHOICE_NOT_ALLOWED),
                        tuple("表1", "P4", CellProblemCode.NUMBER_EXPECTED),
                        tuple("表2", "B3", CellProblemCode.ENTERPRISE_UNKNOWN),
                        tuple("表2", "H4", CellProblemCode.VALUE_REQUIRED),
                        tuple("企业档案", "C2", CellProblemCode.CREDIT_CODE_INVALID));
        assertThat(asOperator(code, () -> ledger.list(2024))).isEmpty();
        assertThat(asOperator(code, () -> ledger.listClusters())).isEmpty();
    }

    @Test
    void acceptsTheValidEnterprisesWhereAskedAndSaysWhichWereLeft() {
        TenantCode code = freshTenant();
        Report report = importNow(code, Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司"),
                Workbooks.enterprise("甲集群", "乙公司").replace("|40.5|", "|很多|")).bytes(), LENIENT);
        assertThat(report.committed()).isTrue();
        assertThat(report.summary().left()).containsExactly("乙公司");
        assertThat(report.summary().added()).isEqualTo(1);
        assertThat(names(code)).containsExactly("甲公司");
    }

    @Test
    void neverAcceptsATableInAUnitOfAnotherKind() {
        TenantCode code = freshTenant();
        Report report = importNow(code, Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司"))
                .table2(Workbooks.treatment("甲公司")).change("表2", line -> line.replace("（万吨/年）", "（辆/年）")).bytes(),
                LENIENT);
        assertThat(report.committed()).isFalse();
        assertThat(report.problems()).extracting(CellProblem::code, CellProblem::cell)
                .contains(tuple(CellProblemCode.COLUMN_UNIT_DIFFERS, "P1"));
        LedgerImport stored = asOperator(code, () -> imports.require(report.importId().orElseThrow()));
        assertThat(stored.state()).isEqualTo(LedgerImport.State.REJECTED);
    }

    @Test
    void changesOnlyWhatDiffersAndOnlyReportsWhatIsMissing() {
        TenantCode code = freshTenant();
        importNow(code, Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司"),
                Workbooks.enterprise("甲集群", "乙公司"), Workbooks.enterprise("甲集群", "丙公司")).bytes(), STRICT);
        Map<Long, Integer> before = versions(code);
        Report report = importNow(code, Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司"),
                Workbooks.enterprise("甲集群", "乙公司").replace("|40.5|", "|41|")).bytes(), STRICT);
        assertThat(report.summary()).extracting(ImportSummary::added, ImportSummary::changed, ImportSummary::removed,
                ImportSummary::removedNames).containsExactly(0, 1, 1, List.of("丙公司"));
        Map<Long, Integer> after = versions(code);
        assertThat(after.entrySet().stream().filter(entry -> !entry.getValue().equals(before.get(entry.getKey()))))
                .hasSize(1);
        assertThat(names(code)).containsExactly("甲公司", "乙公司", "丙公司");
    }

    @Test
    void knowsAnEnterpriseByItsCodeUnderAnotherName() {
        TenantCode code = freshTenant();
        importNow(code, Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司"))
                .codes("甲集群|甲公司|" + CODE + "|").bytes(), STRICT);
        Report report = importNow(code, Workbooks.empty().table1(Workbooks.enterprise("甲集群", "新甲公司"))
                .codes("甲集群|新甲公司|" + CODE + "|").bytes(), STRICT);
        assertThat(report.summary().changed()).isEqualTo(1);
        assertThat(report.summary().added()).isZero();
        assertThat(report.problems()).extracting(CellProblem::code, CellProblem::severity)
                .containsExactly(tuple(CellProblemCode.ENTERPRISE_RENAMED, Severity.WARNING));
        assertThat(names(code)).containsExactly("新甲公司");
    }

    @Test
    void neverGivesOneCodeToTwoEnterprises() {
        TenantCode code = freshTenant();
        importNow(code, Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司"))
                .codes("甲集群|甲公司|" + CODE + "|").bytes(), STRICT);
        assertThat(errors(importNow(code, Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司"))
                .codes("甲集群|甲公司|91371500MA3C00003Q|").bytes(), STRICT)))
                .containsExactly(tuple("企业档案", "C2", CellProblemCode.CREDIT_CODE_TAKEN));
        assertThat(errors(importNow(code, Workbooks.empty().table1(Workbooks.enterprise("甲集群", "乙公司"),
                Workbooks.enterprise("甲集群", "丙公司"))
                .codes("甲集群|乙公司|91371500MA3C00003Q|", "甲集群|丙公司|91371500MA3C00003Q|").bytes(), STRICT)))
                .containsExactly(tuple("企业档案", "C3", CellProblemCode.CREDIT_CODE_TAKEN));
    }

    @Test
    void aNameOfTwoClustersNeedsItsCluster() {
        TenantCode code = freshTenant();
        Workbooks two = Workbooks.empty().table1(Workbooks.enterprise("甲集群", "红星厂"),
                Workbooks.enterprise("乙集群", "红星厂"));
        assertThat(errors(importNow(code, two.table2(Workbooks.treatment("红星厂")).bytes(), STRICT)))
                .containsExactly(tuple("表2", "B3", CellProblemCode.ENTERPRISE_AMBIGUOUS));
        Report report = importNow(code, two.change("表2", line -> line + "|乙集群")
                .change("表2", line -> line.startsWith("序号") ? line.replaceAll("乙集群$", "集群名称")
                        : line.startsWith("|||||脱") ? line.replaceAll("乙集群$", "") : line)
                .bytes(), STRICT);
        assertThat(errors(report)).isEmpty();
        assertThat(asOperator(code, () -> ledger.list(2024))).filteredOn(entry -> !entry.rows(FieldGroup.TREATMENT)
                .isEmpty()).extracting(entry -> entry.cluster().name()).containsExactly("乙集群");
    }

    @Test
    void oneSheetAClusterIsKnownByItsHeader() {
        TenantCode code = freshTenant();
        String top = "企业名称|集群名称|批准情况|县（市）区|行业类别|产品情况||||统一社会信用代码|老板";
        String leaves = "|||||产品名称|产 能|2024年产量|产能(产量)单位||";
        Report report = importNow(code, Workbooks.empty()
                .sheet("东片", top, leaves, "甲公司|东集群|省级|沙坡头区|水泥制造|水泥⏎熟料|100⏎80|90⏎|万吨⏎万吨|" + CODE + "|张", "合计||||||100|90||")
                .sheet("西片", top, leaves, "乙公司|西集群|市级|沙坡头区|3140|硅铁|5|4|万吨||", "注：以上为2024年数据").bytes(), STRICT);
        assertThat(errors(report)).isEmpty();
        assertThat(report.summary().added()).isEqualTo(2);
        assertThat(asOperator(code, () -> ledger.list(2024)))
                .extracting(entry -> entry.cluster().name(), entry -> entry.enterprise().creditCode(),
                        entry -> entry.rows(FieldGroup.PRODUCT).size())
                .containsExactly(tuple("东集群", CODE, 2), tuple("西集群", null, 1));
        assertThat(report.problems()).extracting(CellProblem::code).contains(CellProblemCode.COLUMN_UNKNOWN);
    }

    @Test
    void aRowOfALaterWorkbookBelongsToTheEnterpriseOfTheLedger() {
        TenantCode code = freshTenant();
        importNow(code, Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司（一厂）")).bytes(), STRICT);
        Report report = importNow(code, Workbooks.empty().table2(Workbooks.treatment("甲公司(一厂)")).bytes(), STRICT);
        assertThat(report.summary()).extracting(ImportSummary::added, ImportSummary::changed, ImportSummary::removed)
                .containsExactly(0, 1, 0);
        LedgerEntry entry = only(code);
        assertThat(entry.enterprise().name()).isEqualTo("甲公司（一厂）");
        assertThat(entry.rows(FieldGroup.PRODUCT)).hasSize(1);
        assertThat(entry.rows(FieldGroup.TREATMENT)).hasSize(1);
    }

    @Test
    void aNearlyEqualNameIsAQuestionNotAMerge() {
        TenantCode code = freshTenant();
        importNow(code, Workbooks.empty().table1(Workbooks.enterprise("甲集群", "红星铁合金有限公司")).bytes(), STRICT);
        Report report = importNow(code, Workbooks.empty().table1(Workbooks.enterprise("甲集群", "红星铁合金有限责任公司"))
                .bytes(), STRICT);
        assertThat(report.problems()).extracting(CellProblem::code, CellProblem::cell)
                .containsExactly(tuple(CellProblemCode.ENTERPRISE_SIMILAR, "E3"));
        assertThat(names(code)).hasSize(2);
    }

    @Test
    void warnsOfOutputAboveCapacityAndOfAnotherHoldersPermit() {
        TenantCode code = freshTenant();
        Report report = importNow(code, Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司")
                .replace("|50|40.5|", "|50|50.1|")).codes("甲集群|甲公司|" + CODE + "|91371500MA3C00003Q001P").bytes(), STRICT);
        assertThat(report.committed()).isTrue();
        assertThat(report.problems()).extracting(CellProblem::cell, CellProblem::code, CellProblem::severity)
                .containsExactly(tuple("P3", CellProblemCode.OUTPUT_ABOVE_CAPACITY, Severity.WARNING),
                        tuple("D2", CellProblemCode.PERMIT_OF_OTHER_CODE, Severity.WARNING));
    }

    @Test
    void rowsThatContradictEachOtherAreErrors() {
        TenantCode code = freshTenant();
        Report report = importNow(code, Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司"),
                Workbooks.enterprise("甲集群", "乙公司").replace("|市级|", "|省级|"),
                Workbooks.enterprise("甲集群", "甲公司").replace("|柔远镇|", "|镇罗镇|")).bytes(), STRICT);
        assertThat(errors(report)).containsExactly(tuple("表1", "F4", CellProblemCode.CONTRADICTING_VALUES),
                tuple("表1", "C5", CellProblemCode.CONTRADICTING_VALUES));
    }

    @Test
    void figuresOfAFilledDownRowCountOnce() {
        TenantCode code = freshTenant();
        String row = Workbooks.enterprise("甲集群", "甲公司");
        Report report = importNow(code, Workbooks.empty().table1(row, row.replace("|硅铁|50|", "|锰铁|30|")).bytes(),
                STRICT);
        assertThat(report.committed()).isTrue();
        assertThat(report.problems()).extracting(CellProblem::cell, CellProblem::code, CellProblem::severity)
                .containsExactlyInAnyOrder(tuple("J4", CellProblemCode.DUPLICATE_ROW, Severity.WARNING),
                        tuple("R4", CellProblemCode.DUPLICATE_ROW, Severity.WARNING),
                        tuple("P4", CellProblemCode.OUTPUT_ABOVE_CAPACITY, Severity.WARNING));
        assertThat(only(code).rows(FieldGroup.ENERGY_USE)).hasSize(1);
        assertThat(only(code).rows(FieldGroup.PRODUCT)).hasSize(2);
    }

    @Test
    void oneProductWithTwoOutputsIsAnErrorUnlessEachHasItsOwnEquipment() {
        TenantCode code = freshTenant();
        String row = Workbooks.enterprise("甲集群", "甲公司");
        String other = row.replace("|40.5|", "|39|").replace("|煤|100|", "|煤|90|").replace("|硅石|9|", "||| ");
        assertThat(errors(importNow(code, Workbooks.empty().table1(row, other).bytes(), STRICT))).containsExactlyInAnyOrder(
                tuple("表1", "J4", CellProblemCode.CONTRADICTING_VALUES),
                tuple("表1", "N4", CellProblemCode.CONTRADICTING_VALUES));
        Report report = importNow(code, Workbooks.empty().table1(row, other.replace("|矿热炉|", "|二号矿热炉|")).bytes(),
                STRICT);
        assertThat(report.problems()).isEmpty();
        assertThat(only(code).rows(FieldGroup.PRODUCT)).hasSize(2);
    }

    @Test
    void aMissingClusterIsReportedOnceAndNotAgainInTheOtherTables() {
        TenantCode code = freshTenant();
        assertThat(errors(importNow(code, Workbooks.empty().table1(Workbooks.enterprise("", "甲公司"))
                .table2(Workbooks.treatment("甲公司")).bytes(), STRICT)))
                .containsExactly(tuple("表1", "D3", CellProblemCode.VALUE_REQUIRED));
    }

    @Test
    void anAmountNeedsAUnitButDenitrationWithoutReductantIsAStatement() {
        Report report = importNow(freshTenant(), Workbooks.empty()
                .table1(Workbooks.enterprise("甲集群", "甲公司").replace("|硅石|9|吨", "|硅石|9|/"))
                .table2(Workbooks.treatment("甲公司").replace("|氨水|5-8升/分钟|", "|/|/|")).bytes(), STRICT);
        assertThat(errors(report)).containsExactly(tuple("表1", "T3", CellProblemCode.VALUE_REQUIRED));
    }

    @Test
    void saysWhichClusterLacksTheEnterprise() {
        TenantCode code = freshTenant();
        Report report = importNow(code, Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司"))
                .outlets("乙集群|甲公司|DA001|||||||").bytes(), STRICT);
        assertThat(report.problems()).filteredOn(CellProblem::isError).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(CellProblemCode.ENTERPRISE_UNKNOWN);
            assertThat(problem.message()).contains("集群“乙集群”中没有");
        });
    }

    @Test
    void asksWhetherANearNameIsMeant() {
        Report report = importNow(freshTenant(), Workbooks.empty()
                .table1(Workbooks.enterprise("甲集群", "宁夏三元冶金有限公司"), Workbooks.enterprise("甲集群", "乙公司"))
                .table2(Workbooks.treatment("宁夏三元冶金有限责任公司"), Workbooks.treatment("宁夏三园冶金有限公司"),
                        Workbooks.treatment("丙公司集团")).bytes(), STRICT);
        assertThat(report.problems()).filteredOn(CellProblem::isError).extracting(CellProblem::cell,
                CellProblem::allowed).containsExactly(tuple("B3", List.of("宁夏三元冶金有限公司")),
                        tuple("B4", List.of("宁夏三元冶金有限公司")), tuple("B5", List.of()));
    }

    @Test
    void aCommitAfterTheLedgerMovedIsAConflict() {
        TenantCode code = freshTenant();
        byte[] workbook = Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司")).bytes();
        long file = asOperator(code, () -> files.save("台账.xlsx", "x", workbook).id());
        LedgerImport first = asOperator(code, () -> imports.preview(file, Optional.empty()));
        LedgerImport second = asOperator(code, () -> imports.preview(file, Optional.empty()));
        assertThat(first.summary().added()).isEqualTo(1);
        assertThat(asOperator(code, () -> ledger.list(2024))).isEmpty();
        assertThat(asOperator(code, () -> imports.commit(first.id(), false)).state())
                .isEqualTo(LedgerImport.State.COMMITTED);
        assertThatThrownBy(() -> asOperator(code, () -> imports.commit(second.id(), false)))
                .isInstanceOfSatisfying(DomainException.class,
                        conflict -> assertThat(conflict.category()).isEqualTo(ErrorCategory.CONFLICT));
        assertThatThrownBy(() -> asOperator(code, () -> imports.commit(first.id(), false)))
                .isInstanceOfSatisfying(DomainException.class,
                        twice -> assertThat(twice.category()).isEqualTo(ErrorCategory.FAILED_PRECONDITION));
    }

    @Test
    void aPreviewWithErrorsIsCommittedOnlyInPart() {
        TenantCode code = freshTenant();
        byte[] workbook = Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司"),
                Workbooks.enterprise("甲集群", "乙公司").replace("|40.5|", "|-1|")).bytes();
        long file = asOperator(code, () -> files.save("台账.xlsx", "x", workbook).id());
        LedgerImport preview = asOperator(code, () -> imports.preview(file, Optional.empty()));
        assertThatThrownBy(() -> asOperator(code, () -> imports.commit(preview.id(), false)))
                .isInstanceOfSatisfying(UserErrorsException.class, refused -> assertThat(refused.errors())
                        .singleElement().satisfies(error -> assertThat(error.code()).isEqualTo("IMPORT_HAS_ERRORS")));
        assertThat(asOperator(code, () -> imports.commit(preview.id(), true)).summary().left())
                .containsExactly("乙公司");
    }

    @Test
    void aDryRunLeavesNothingBehind() {
        TenantCode code = freshTenant();
        Report report = importNow(code, Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司")).bytes(),
                new Options(Optional.empty(), false, true));
        assertThat(report.summary().added()).isEqualTo(1);
        assertThat(report.importId()).isEmpty();
        assertThat(count(code, "SELECT count(*) FROM file")).isZero();
        assertThat(count(code, "SELECT count(*) FROM ledger_import")).isZero();
        assertThat(count(code, "SELECT count(*) FROM enterprise")).isZero();
    }

    @Test
    void theYearOfTheHeadersMustBeTheOneAskedFor() {
        TenantCode code = freshTenant();
        byte[] workbook = Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司")).bytes();
        Report report = importNow(code, workbook, new Options(Optional.of(2023), true, false));
        assertThat(report.problems()).extracting(CellProblem::code)
                .contains(CellProblemCode.BASE_YEAR_CONFLICT);
        assertThat(report.committed()).isFalse();
        Report unknown = importNow(code, Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司"))
                .change("表1", line -> line.replace("2024年产量", "产量")).bytes(), STRICT);
        assertThat(unknown.problems()).extracting(CellProblem::code)
                .containsExactly(CellProblemCode.BASE_YEAR_MISSING);
    }

    @Test
    void twoYearsStandSideBySide() {
        TenantCode code = freshTenant();
        Workbooks workbook = Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司"));
        importNow(code, workbook.bytes(), STRICT);
        importNow(code, workbook.change("表1", line -> line.replace("2024年", "2025年").replace("|40.5|", "|45|")).bytes(),
                STRICT);
        assertThat(output(code, 2024)).isEqualTo(new BigDecimal("40.5"));
        assertThat(output(code, 2025)).isEqualTo(new BigDecimal("45"));
        assertThat(asOperator(code, () -> ledger.baseYear())).contains(2025);
    }

    @Test
    void theFirstWorkbookOfATenantHasItsReductionsComputedFromItsOwnOutlets() {
        TenantCode code = freshTenant();
        importNow(code, Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司"))
                .outlets("甲集群|甲公司|DA001|其他|80000|6000||120|||")
                .measures("1|甲公司|就地改造||更换布袋||||颗粒物≤30毫克/立方米|2026年6月底前|").bytes(), STRICT);
        BigDecimal tonnes = asOperator(code, () -> jdbc.prepareStatement(
                "SELECT tonnes FROM measure_reduction WHERE method = 'COMPUTED' AND pollutant = 'PM'", select -> {
                    try (var row = select.executeQuery()) {
                        assertThat(row.next()).isTrue();
                        return row.getBigDecimal(1);
                    }
                }));
        assertThat(tonnes).isEqualByComparingTo("43.2");
    }

    @Test
    void thousandsOfRowsAreReadComparedAndWritten() {
        TenantCode code = freshTenant();
        String[] rows = IntStream.range(0, 5_000).mapToObj(i -> Workbooks.enterprise("集群" + i % 20, "企业" + i))
                .toArray(String[]::new);
        String[] treatments = IntStream.range(0, 5_000).mapToObj(i -> Workbooks.treatment("企业" + i))
                .toArray(String[]::new);
        String[] measures = IntStream.range(0, 5_000)
                .mapToObj(i -> i + "|企业" + i + "|就地改造||更换布袋||||颗粒物≤5毫克/立方米|2026年6月底前|").toArray(String[]::new);
        byte[] workbook = Workbooks.empty().table1(rows).table2(treatments).measures(measures).bytes();
        assertThat(importNow(code, workbook, STRICT).summary().added()).isEqualTo(5_000);
        assertThat(importNow(code, workbook, STRICT).summary().changed()).isZero();
        assertThat(count(code, "SELECT count(*) FROM emission_concentration")).isEqualTo(15_000);
        assertThat(count(code, "SELECT count(*) FROM measure")).isEqualTo(5_000);
    }

    private Report importNow(TenantCode code, byte[] workbook, Options options) {
        return asOperator(code, () -> imports.importNow("台账.xlsx", workbook, options));
    }

    private static List<org.assertj.core.groups.Tuple> errors(Report report) {
        return report.problems().stream().filter(CellProblem::isError)
                .map(problem -> tuple(problem.sheet(), problem.cell(), problem.code())).toList();
    }

    private byte[] sample() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SampleWorkbook.write(TenantFolder.read(Path.of("../../tenants/shapotou")), profiles.current(), out);
        return out.toByteArray();
    }

    private LedgerEntry only(TenantCode code) {
        List<LedgerEntry> entries = asOperator(code, () -> ledger.list(2024));
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    private List<String> names(TenantCode code) {
        return asOperator(code, () -> ledger.list(2024)).stream().map(entry -> entry.enterprise().name()).toList();
    }

    private Map<Long, Integer> versions(TenantCode code) {
        return asOperator(code, () -> ledger.list(2024)).stream().map(LedgerEntry::enterprise)
                .collect(Collectors.toMap(Enterprise::requireId, Enterprise::rowVersion));
    }

    private BigDecimal output(TenantCode code, int year) {
        LedgerRow product = asOperator(code, () -> ledger.list(year)).getFirst().rows(FieldGroup.PRODUCT).getFirst();
        return product.find(Field.PRODUCT_OUTPUT).map(FieldValue.Number.class::cast).orElseThrow().value();
    }

    private long count(TenantCode code, String sql) {
        return asOperator(code, () -> jdbc.prepareStatement(sql, select -> {
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }));
    }
}
