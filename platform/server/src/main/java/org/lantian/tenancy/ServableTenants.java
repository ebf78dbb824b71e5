package org.lantian.tenancy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import jakarta.inject.Singleton;

import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;

/** Decides whether a tenant may be served: it exists and its schema is not behind. Remembers a yes for seconds. */
@Singleton
final class ServableTenants {

    private static final Duration REMEMBERED = Duration.ofSeconds(3);

    private final TenantRows rows;
    private final TenantSchema schema;
    private final Clock clock;
    private final List<TenantOpening> openings;
    private final Map<TenantCode, Remembered> known = new ConcurrentHashMap<>();

    private record Remembered(Tenant tenant, Instant until) {
    }

    ServableTenants(TenantRows rows, TenantSchema schema, Clock clock, List<TenantOpening> openings) {
        this.rows = rows;
        this.schema = schema;
        this.clock = clock;
        this.openings = List.copyOf(openings);
    }

    /** @throws DomainException NOT_FOUND, or UNAVAILABLE while the schema is behind this version's */
    Tenant require(TenantCode code, Function<TenantCode, Tenant> load) {
        Remembered remembered = known.get(code);
        if (remembered != null && clock.instant().isBefore(remembered.until)) {
            return remembered.tenant;
        }
        Tenant tenant = load.apply(code);
        if (tenant.schemaVersion() < schema.version()) {
            throw new DomainException(ErrorCategory.UNAVAILABLE, "TENANT_NOT_MIGRATED", "租户“" + code + "”的数据结构（"
                    + tenant.schemaVersion() + "）低于本版本所需（" + schema.version()
                    + "），请运行 lantian tenant migrate。");
        }
        known.put(code, new Remembered(tenant, clock.instant().plus(REMEMBERED)));
        return tenant;
    }

    /** Reads the tenant inside the open control transaction, and tells whoever wants to know of it. */
    Tenant load(TenantCode code) {
        Tenant tenant = rows.find(code).orElseThrow(() -> TenantDirectory.unknown(code));
        openings.forEach(opening -> opening.opening(tenant));
        return tenant;
    }

    /** Forgets what was remembered, after a change by this process. */
    void forget(TenantCode code) {
        known.remove(code);
    }
}
