package org.lantian.ledger;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.lantian.diagnosis.Diagnosis;
import org.lantian.diagnosis.FindingFilter;
import org.lantian.diagnosis.Findings;
import org.lantian.engine.sheet.CellProblem;
import org.lantian.ledger.LedgerEdits.Cell;
import org.lantian.ledger.LedgerImports.Options;
import org.lantian.ledger.LedgerImports.Report;
import org.lantian.profile.Profiles;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;

/** An enterprise that says it has no permit is another than one of which nothing is known. */
class PermitNoneTest extends DatabaseTest {

    private static final String CODE = "91610400MA6XN0003B";
    private static final String NO_PERMIT = "没有排污许可证（登记）编号。";

    @Inject
    LedgerImports imports;
    @Inject
    LedgerEdits edits;
    @Inject
    LedgerWorkbooks workbooks;
    @Inject
    Ledger ledger;
    @Inject
    Diagnosis diagnosis;
    @Inject
    Findings findings;
    @Inject
    Profiles profiles;

    @Test
    void noneClearsAnOldNumberAndIsFound() {
        TenantCode code = freshTenant();
        importNow(code, workbook(CODE + "001P"));
        assertThat(permit(code)).isEqualTo(CODE + "001P");
        assertThat(found(code)).doesNotContain(NO_PERMIT);

        importNow(code, workbook(""));
        assertThat(permit(code)).isEqualTo(CODE + "001P");

        importNow(code, workbook("无"));
        assertThat(permit(code)).isEqualTo("/");
        assertThat(found(code)).contains(NO_PERMIT);

        Report again = importNow(code, export(code));
        assertThat(again.summary()).extracting(ImportSummary::added, ImportSummary::changed, ImportSummary::removed)
                .containsExactly(0, 0, 0);
        assertThat(permit(code)).isEqualTo("/");
        assertThat(asOperator(other, () -> ledger.list(2024))).isEmpty();
    }

    @Test
    void anEditSaysTheSame() {
        TenantCode code = freshTenant();
        importNow(code, workbook(CODE + "001P"));
        revise(code, "无");
        assertThat(permit(code)).isEqualTo("/");
        revise(code, "");
        assertThat(permit(code)).isNull();
    }

    private void revise(TenantCode code, String text) {
        Enterprise enterprise = asOperator(code, () -> ledger.list(2024)).getFirst().enterprise();
        asOperator(code, () -> edits.revise(new ChangeOrigin.OfEdit(), enterprise.requireId(),
                enterprise.rowVersion(), Optional.empty(),
                List.of(new Cell("enterprise.permitNumber", Optional.empty(), Optional.of(text)))));
    }

    private static byte[] workbook(String permit) {
        return Workbooks.empty().table1(Workbooks.enterprise("甲集群", "甲公司"))
                .codes("甲集群|甲公司|" + CODE + "|" + permit).bytes();
    }

    private @Nullable String permit(TenantCode code) {
        return asOperator(code, () -> ledger.list(2024)).getFirst().enterprise().permitNumber();
    }

    private List<String> found(TenantCode code) {
        asOperator(code, () -> diagnosis.run(Optional.empty(), Optional.of(2024)));
        FindingFilter all = new FindingFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(2024), Optional.empty());
        return asOperator(code, () -> findings.list(all, 0, 100)).stream().map(finding -> finding.content().text())
                .toList();
    }

    private byte[] export(TenantCode code) {
        return asOperator(code, () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbooks.writeLedger(profiles.current(), 2024, out);
            return out.toByteArray();
        });
    }

    private Report importNow(TenantCode code, byte[] workbook) {
        Report report = asOperator(code, () -> imports.importNow("台账.xlsx", workbook,
                new Options(Optional.empty(), false, false)));
        assertThat(report.problems()).filteredOn(CellProblem::isError).isEmpty();
        return report;
    }
}
