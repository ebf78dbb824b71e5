package org.lantian.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.lantian.tenancy.Tenant;
import org.lantian.tenancy.TenantCode;
import org.lantian.tenancy.TenantOpening;
import org.lantian.tenancy.Tenants;

/** The region of each tenant that was opened; inside its transaction the directory of tenants is out of reach. */
@Singleton
final class TenantRegions implements TenantOpening {

    private final Map<TenantCode, String> regions = new ConcurrentHashMap<>();
    private final Tenants tenants;

    TenantRegions(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public void opening(Tenant tenant) {
        regions.put(tenant.code(), tenant.regionCode());
    }

    /** GB/T 2260 code of the open transaction's tenant. */
    Optional<String> current() {
        return tenants.current().map(regions::get);
    }
}
