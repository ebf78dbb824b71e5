package org.lantian.plan;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import org.lantian.tenancy.Tenant;
import org.lantian.tenancy.TenantCode;
import org.lantian.tenancy.TenantOpening;

/** Printed names of the tenants in use. */
@Singleton
class TenantNames implements TenantOpening {

    private final Map<TenantCode, String> names = new ConcurrentHashMap<>();

    @Override
    public void opening(Tenant tenant) {
        names.put(tenant.code(), tenant.name());
    }

    String require(TenantCode code) {
        String name = names.get(code);
        if (name == null) {
            throw new IllegalStateException("tenant " + code + " was not opened");
        }
        return name;
    }
}
