package org.lantian.app;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;

import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.lantian.file.FileSweep;
import org.lantian.tenancy.Tenant;
import org.lantian.tenancy.TenantDirectory;
import org.lantian.tenancy.Tenants;

/** Sweeps every tenant's unused files a few times a day while a server runs; one that fails does not stop the others. */
@Singleton
class FileHousekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(FileHousekeeping.class);

    private final TenantDirectory directory;
    private final Tenants tenants;
    private final FileSweep sweep;
    private final Clock clock;
    private final Duration kept;

    FileHousekeeping(TenantDirectory directory, Tenants tenants, FileSweep sweep, Clock clock,
            @Value("${lantian.file.keep-unused:7d}") Duration kept) {
        this.directory = directory;
        this.tenants = tenants;
        this.sweep = sweep;
        this.clock = clock;
        this.kept = kept;
    }

    @Scheduled(initialDelay = "10m", fixedDelay = "6h")
    void sweepAll() {
        OffsetDateTime before = OffsetDateTime.now(clock).minus(kept);
        for (Tenant tenant : directory.list()) {
            try {
                int removed = Installation.asOperator(() -> tenants.write(tenant.code(), () -> sweep.sweep(before)));
                if (removed > 0) {
                    LOG.info("{} unused files of tenant {} removed", removed, tenant.code());
                }
            } catch (RuntimeException e) {
                LOG.warn("files of tenant {} could not be swept: {}", tenant.code(), e.getMessage());
            }
        }
    }
}
