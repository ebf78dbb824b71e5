package org.lantian.app.tenant;

import jakarta.inject.Singleton;

import org.lantian.common.Applied;
import org.lantian.identity.OrgUnits;
import org.lantian.indicator.Indicators;
import org.lantian.plan.region.RegionalPlan;
import org.lantian.plan.region.RegionalPlans;
import org.lantian.profile.Profiles;
import org.lantian.tenancy.TenantCode;
import org.lantian.tenancy.Tenants;

/** Brings a folder's declarations into the tenant. */
@Singleton
public class TenantContent {

    private final Tenants tenants;
    private final OrgUnits units;
    private final Indicators indicators;
    private final RegionalPlans plans;
    private final Profiles profiles;

    TenantContent(Tenants tenants, OrgUnits units, Indicators indicators, RegionalPlans plans, Profiles profiles) {
        this.tenants = tenants;
        this.units = units;
        this.indicators = indicators;
        this.plans = plans;
        this.profiles = profiles;
    }

    private RegionalPlans.Content content(PlanDeclaration plan, RegionalDeclaration regional) {
        return new RegionalPlans.Content(plan.id(), plan.issuer(), plan.from(), plan.to(), RegionalPlan.Origin.DECLARED,
                DeclaredPlan.read(plan, regional, profiles.current()));
    }

    /** What changed, by kind. */
    public record Outcome(Applied units, Applied indicators, Applied plans) {
    }

    /**
     * Applies units, groups, indicators, targets and the regional plan to the tenant that the folder declares, in one transaction, or in
     * the open one. Ledger rows are not applied: they come in as a workbook. Applying the same again changes nothing.
     */
    public Outcome apply(TenantFolder folder) {
        TenantCode tenant = folder.tenant().code();
        return tenants.write(tenant, () -> new Outcome(units.apply(folder.units(), folder.groups()),
                folder.plan().map(plan -> indicators.apply(plan.id(), plan.indicators(), plan.targets()))
                        .orElse(Applied.NOTHING),
                plans.apply(folder.plan().flatMap(
                        plan -> plan.regional().map(regional -> content(plan, regional))))));
    }
}
