package org.lantian.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.lantian.tenancy.Tenant;
import org.lantian.tenancy.TenantCode;
import org.lantian.tenancy.TenantOpening;

/** The region of each tenant that was opened; inside its transaction the directory of tenants is out of reach. */
@Singleton
final class TenantRegions implements TenantOpening {

    private final Map<TenantCode, String> regions = new ConcurrentHashMap<>();
    @Override
    public void opening(Tenant tenant) {
        regions.put(tenant.code(), tenant.regionCode());
    }

    /** GB/T 2260 code of the tenant. */
    Optional<String> find(TenantCode code) {
        return Optional.ofNullable(regions.get(code));
    }
}
