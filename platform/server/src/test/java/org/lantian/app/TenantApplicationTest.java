package org.lantian.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.app.tenant.TenantFolder;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;

class TenantApplicationTest extends DatabaseTest {

    @Inject
    TenantApplication application;

    @Test
    void severalThatApplyTheSameTenantAtOnceMakeItOnce() throws Exception {
        application.prepare();
        TenantFolder folder = TenantFolder.read(Path.of("../../tenants/guancheng"));
        List<TenantApplication.Applied> applied = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<TenantApplication.Applied>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(threads.submit(() -> Installation.asOperator(() -> application.apply(folder))));
            }
            for (Future<TenantApplication.Applied> one : all) {
                applied.add(one.get());
            }
        }
        assertThat(applied).filteredOn(one -> one.firstPassword().isPresent()).hasSize(1);
        assertThat(applied).filteredOn(TenantApplication.Applied::unchanged).hasSize(3);
    }
}
