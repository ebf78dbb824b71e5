package org.lantian.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.micronaut.context.ApplicationContext;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

import org.lantian.common.Actor;
import org.lantian.tenancy.DatabaseSettingsFactory;
import org.lantian.tenancy.Provisioning;
import org.lantian.tenancy.TenantCode;
import org.lantian.tenancy.Tenants;

/** A test against real PostgreSQL with two fresh tenants of its own, {@link #tenant} and {@link #other}. */
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DatabaseTest implements TestPropertyProvider {

    private static final AtomicInteger SEQUENCE = new AtomicInteger();

    @Inject
    protected ApplicationContext context;
    @Inject
    protected Tenants tenants;
    @Inject
    protected Provisioning provisioning;

    protected TenantCode tenant = new TenantCode("unset");
    protected TenantCode other = new TenantCode("unset");

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new HashMap<>();
        DatabaseSettingsFactory.properties(TestPostgres.settings())
                .forEach((key, value) -> properties.put(key, String.valueOf(value)));
        properties.put("micronaut.server.port", "-1");
        properties.put("lantian.plugins", "target/plugins");
        return properties;
    }

    @BeforeAll
    void makeTenants() {
        provisioning.migrateControl();
        tenant = freshTenant();
        other = freshTenant();
    }

    /** A further migrated tenant. */
    protected TenantCode freshTenant() {
        TenantCode code = new TenantCode("test" + SEQUENCE.incrementAndGet());
        provisioning.apply(new Provisioning.Declaration(code, "测试市" + code, "640502", "national@1.0.0", ""));
        return code;
    }

    /** Runs as the operator, who holds every role, in a write transaction of the tenant. */
    protected <T> T asOperator(TenantCode code, java.util.function.Supplier<T> work) {
        try (var ignored = io.micronaut.core.propagation.PropagatedContext.getOrEmpty().plus(Actor.operator())
                .propagate()) {
            return tenants.write(code, work);
        }
    }
}
