package org.lantian.diagnosis;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.app.tenant.SampleWorkbook;
import org.lantian.app.tenant.TenantFolder;
import org.lantian.ledger.LedgerImports;
import org.lantian.profile.Profiles;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The sample tenant from workbook to findings. */
class ShapotouDiagnosisTest extends DatabaseTest {

    @Inject
    LedgerImports imports;
    @Inject
    Diagnosis diagnosis;
    @Inject
    Findings findings;
    @Inject
    Profiles profiles;

    @Test
    void findsProblemsInTheImportedSample() {
        TenantCode city = freshTenant();
        asOperator(city, () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            SampleWorkbook.write(TenantFolder.read(Path.of("../../tenants/shapotou")), profiles.current(), out);
            return imports.importNow("台账.xlsx", out.toByteArray(),
                    new LedgerImports.Options(Optional.empty(), false, false));
        });
        DiagnosisSummary summary = asOperator(city, () -> diagnosis.run(Optional.empty(), Optional.empty()));
        List<Finding> found = tenants.read(city, () -> findings.list(FindingFilter.all(), 0, 500));

        assertThat(summary.enterprises()).isEqualTo(69);
        assertThat(summary.findings()).extracting(DiagnosisSummary.RuleCount::ruleId).contains("collection-open",
                "reductant-missing", "outlet-above-limit-pm", "vocs-untreated", "transport-road-only", "grade-below-b");
        assertThat(found).hasSize(summary.total()).isNotEmpty();
        assertThat(found).allSatisfy(finding -> assertThat(finding.content().text()).doesNotContain("{", "未填"));
        assertThat(asOperator(city, () -> diagnosis.run(Optional.empty(), Optional.empty())).added()).isZero();
    }
}
