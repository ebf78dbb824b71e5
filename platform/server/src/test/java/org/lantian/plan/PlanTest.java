package org.lantian.plan;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeAll;

import org.lantian.app.tenant.SampleWorkbook;
import org.lantian.app.tenant.TenantFolder;
import org.lantian.diagnosis.Diagnosis;
import org.lantian.ledger.Ledger;
import org.lantian.ledger.LedgerImports;
import org.lantian.plan.measure.Measures;
import org.lantian.profile.Profiles;
import org.lantian.testing.ApiTest;

/** A tenant with the Shapotou sample workbook imported and diagnosed; {@link #other} stays empty. */
abstract class PlanTest extends ApiTest {

    @Inject
    LedgerImports imports;
    @Inject
    Ledger ledger;
    @Inject
    Diagnosis diagnosis;
    @Inject
    Profiles profiles;
    @Inject
    Measures measures;
    @Inject
    Plans plans;
    @Inject
    Issuing issuing;
    @Inject
    ClauseEdits edits;
    @Inject
    ClauseUndo undo;
    @Inject
    Approvals approvals;

    long cluster;

    @BeforeAll
    void importSample() {
        inTenant(() -> {
            ByteArrayOutputStream workbook = new ByteArrayOutputStream();
            SampleWorkbook.write(TenantFolder.read(Path.of("../../tenants/shapotou")), profiles.current(), workbook);
            imports.importNow("台账.xlsx", workbook.toByteArray(),
                    new LedgerImports.Options(Optional.empty(), false, false));
            cluster = ledger.listClusters().getFirst().requireId();
            return diagnosis.run(Optional.of(cluster), Optional.empty());
        });
    }

    <T> T inTenant(Supplier<T> work) {
        return asOperator(tenant, work);
    }

    Plan compose() {
        return inTenant(() -> plans.compose(cluster, new PlanOrder(2024, 2025, 2027, "示例数据"))).plan();
    }

    Clause revise(long clause, int rowVersion, String text) {
        return edits.revise(clause, rowVersion, text, false);
    }

    /** A plan that went through review and waits for its number. */
    Plan approved() {
        return approve(compose());
    }

    Plan approve(Plan plan) {
        Plan submitted = inTenant(() -> approvals.submit(plan.id(), plans.require(plan.id()).rowVersion(), "",
                "已逐条核对，情况属实。"));
        Plan reviewed = inTenant(() -> approvals.approve(plan.id(), submitted.rowVersion(), "同意"));
        return inTenant(() -> approvals.approve(plan.id(), reviewed.rowVersion(), "同意"));
    }
}
