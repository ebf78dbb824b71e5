package org.lantian.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;

import org.lantian.engine.sheet.CellProblem;
import org.lantian.engine.sheet.CellValue.Deadline;
import org.lantian.engine.sheet.SheetContent.Entry;
import org.lantian.ledger.LedgerImports.Options;
import org.lantian.ledger.LedgerImports.Report;
import org.lantian.plugin.table.CellProblemCode;
import org.lantian.plugin.table.Field;
import org.lantian.plugin.table.FieldGroup;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Rows of table 4 reach an extension with their subject found, and share the import's transaction. */
class LedgerExtensionTest extends DatabaseTest {

    /** Remembers what it was given; refuses 淘汰关停 without saying why. */
    @Singleton
    @Requires(property = "test.ledger-extension")
    static class Remembering implements LedgerExtension {

        private final List<ImportedRow> committed = new ArrayList<>();

        @Override
        public FieldGroup group() {
            return FieldGroup.MEASURE;
        }

        @Override
        public Outcome preview(Rows rows) {
            List<CellProblem> problems = rows.rows().stream()
                    .filter(row -> row.text(Field.MEASURE_UPGRADE_TYPE).equals(Optional.of("淘汰关停")))
                    .map(row -> CellProblem.error(row.sheet(), row.cell(Field.MEASURE_UPGRADE_TYPE),
                            CellProblemCode.CHOICE_NOT_ALLOWED, "不接受淘汰关停。"))
                    .toList();
            return new Outcome(rows.rows().size(), 0, problems);
        }

        @Override
        public Outcome commit(Rows rows) {
            committed.addAll(rows.rows());
            return new Outcome(rows.rows().size(), 0, List.of());
        }

        @Override
        public List<Map<Field, Entry>> rows(int baseYear, List<LedgerEntry> entries) {
            return List.of();
        }
    }

    @Inject
    LedgerImports imports;
    @Inject
    Remembering remembering;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new HashMap<>(super.getProperties());
        properties.put("test.ledger-extension", "true");
        return properties;
    }

    @Test
    void givesMeasuresOfEnterprisesAndClustersWithTheirIds() {
        TenantCode code = freshTenant();
        remembering.committed.clear();
        Report report = importNow(code, Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司"))
                .measures("1|甲公司|就地改造|密闭|改双碱法||||达标|2026年6月底前|12.6", "2|甲集群|做优做强||||||创A|2027|").bytes(), false);
        assertThat(report.problems()).isEmpty();
        assertThat(report.summary().extensions())
                .contains(new ImportSummary.Extension(FieldGroup.MEASURE, 2, 0));
        assertThat(remembering.committed).extracting(row -> row.subject().name()).containsExactly("甲公司", "甲集群");
        ImportedRow first = remembering.committed.getFirst();
        assertThat(first.subject()).isInstanceOfSatisfying(ImportSubject.OfEnterprise.class,
                enterprise -> assertThat(enterprise.id()).isPresent());
        assertThat(remembering.committed.getLast().subject()).isInstanceOfSatisfying(ImportSubject.OfCluster.class,
                cluster -> assertThat(cluster.id()).isPresent());
        assertThat(first.text(Field.MEASURE_ORGANISED)).contains("改双碱法");
        assertThat(first.cell(Field.MEASURE_DEADLINE)).isEqualTo("J3");
        assertThat(first.deadline(Field.MEASURE_DEADLINE)).map(Deadline::lastDay)
                .contains(java.time.LocalDate.of(2026, 6, 30));
    }

    @Test
    void anErrorOfTheExtensionKeepsTheEnterpriseOut() {
        TenantCode code = freshTenant();
        byte[] workbook = Workbooks.empty()
                .table1(Workbooks.enterprise("甲集群", "甲公司"), Workbooks.enterprise("甲集群", "乙公司"))
                .measures("1|甲公司|淘汰关停||||||关停|2026|", "2|乙公司|就地改造||||||达标|2026|").bytes();
        Report refused = importNow(code, workbook, false);
        assertThat(refused.committed()).isFalse();
        assertThat(refused.problems()).extracting(CellProblem::sheet, CellProblem::cell)
                .containsExactly(tuple("表4", "C3"));
        remembering.committed.clear();
        Report partly = importNow(code, workbook, true);
        assertThat(partly.summary().left()).containsExactly("甲公司");
        assertThat(remembering.committed).extracting(row -> row.subject().name()).containsExactly("乙公司");
    }

    private Report importNow(TenantCode code, byte[] workbook, boolean acceptValid) {
        return asOperator(code, () -> imports.importNow("台账.xlsx", workbook,
                new Options(Optional.empty(), acceptValid, false)));
    }
}
