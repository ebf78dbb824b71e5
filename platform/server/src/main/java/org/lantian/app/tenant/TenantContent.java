package org.lantian.app.tenant;

import jakarta.inject.Singleton;

import org.lantian.common.Applied;
import org.lantian.identity.OrgUnits;
import org.lantian.indicator.Indicators;
import org.lantian.tenancy.TenantCode;
import org.lantian.tenancy.Tenants;

/** Brings a folder's declarations into the tenant. */
@Singleton
public class TenantContent {

    private final Tenants tenants;
    private final OrgUnits units;
    private final Indicators indicators;

    TenantContent(Tenants tenants, OrgUnits units, Indicators indicators) {
        this.tenants = tenants;
        this.units = units;
        this.indicators = indicators;
    }

    /** What changed, by kind. */
    public record Outcome(Applied units, Applied indicators) {
    }

    /**
     * Applies units, groups, indicators and targets to the tenant that the folder declares, in one transaction, or in
     * the open one. Ledger rows are not applied: they come in as a workbook. Applying the same again changes nothing.
     */
    public Outcome apply(TenantFolder folder) {
        TenantCode tenant = folder.tenant().code();
        return tenants.write(tenant, () -> new Outcome(units.apply(folder.units(), folder.groups()),
                folder.plan().map(plan -> indicators.apply(plan.id(), plan.indicators(), plan.targets()))
                        .orElse(Applied.NOTHING)));
    }
}
