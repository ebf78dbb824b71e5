package org.lantian.app;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Optional;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.app.tenant.SampleWorkbook;
import org.lantian.app.tenant.TenantFolder;
import org.lantian.file.FileStore;
import org.lantian.file.StoredFile;
import org.lantian.ledger.LedgerImports;
import org.lantian.profile.Profiles;
import org.lantian.tenancy.TenantCode;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;

class FileHousekeepingTest extends DatabaseTest {

    @Inject
    FileHousekeeping housekeeping;
    @Inject
    FileStore files;
    @Inject
    LedgerImports imports;
    @Inject
    Profiles profiles;
    @Inject
    JdbcOperations jdbc;

    @Test
    void onlyOldFilesThatNothingRefersToAreRemoved() {
        StoredFile unused = store(tenant, "旧的.docx");
        asOperator(tenant, () -> imports.importNow("台账.xlsx", sampleWorkbook(),
                new LedgerImports.Options(Optional.empty(), false, false)));
        StoredFile elsewhere = store(other, "别处的.docx");
        age(tenant);
        StoredFile fresh = store(tenant, "新的.docx");
        housekeeping.sweepAll();
        assertThat(tenants.read(tenant, () -> files.find(unused.id()))).isEmpty();
        assertThat(tenants.read(tenant, () -> files.find(fresh.id()))).isPresent();
        assertThat(tenants.read(other, () -> files.find(elsewhere.id()))).isPresent();
        assertThat(tenants.<Integer>read(tenant, () -> count())).isEqualTo(2);
    }

    private StoredFile store(TenantCode code, String name) {
        return asOperator(code, () -> files.save(name, "application/octet-stream", new byte[]{1}));
    }

    private byte[] sampleWorkbook() {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        TenantFolder folder = TenantFolder.read(Path.of("../../tenants/shapotou"));
        SampleWorkbook.write(folder, profiles.require(folder.tenant().profile()), workbook);
        return workbook.toByteArray();
    }

    private void age(TenantCode code) {
        tenants.write(code, () -> jdbc.prepareStatement("UPDATE file SET created_at = created_at - interval '30 days'",
                statement -> statement.executeUpdate()));
    }

    private int count() {
        return jdbc.prepareStatement("SELECT count(*) FROM file", statement -> {
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        });
    }
}
