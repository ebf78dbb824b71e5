package org.lantian.app;

import java.util.function.Function;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.lantian.tenancy.TenantCode;
import org.lantian.tenancy.Tenants;

/** The options of a command that works in one tenant. */
final class TenantOption {

    @Mixin
    private DataOption data;
    @Option(names = "--tenant", required = true, paramLabel = "T", description = "Code of the tenant.")
    private String tenant;

    TenantCode code() {
        return new TenantCode(tenant);
    }

    /** Runs as operator in one read-only transaction of the tenant. */
    <T> T reading(Function<Installation, T> work) {
        TenantCode code = code();
        return data.inInstallation(installation -> ProgressLine.showing(System.err,
                () -> installation.bean(Tenants.class).read(code, () -> work.apply(installation))));
    }

    /** Runs as operator in one transaction of the tenant, committed if the work returns. */
    <T> T writing(Function<Installation, T> work) {
        TenantCode code = code();
        return data.inInstallation(installation -> ProgressLine.showing(System.err,
                () -> installation.bean(Tenants.class).write(code, () -> work.apply(installation))));
    }
}
