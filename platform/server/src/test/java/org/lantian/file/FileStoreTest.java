package org.lantian.file;

import java.util.Random;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

import org.lantian.common.DomainException;
import org.lantian.testing.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Property(name = "lantian.file.quota", value = "8388608")
class FileStoreTest extends DatabaseTest {

    @Inject
    FileStore files;

    @Test
    void aFileOfSeveralChunksComesBackUnchangedAndOnlyInItsTenant() {
        byte[] content = new byte[2_500_000];
        new Random(7).nextBytes(content);
        StoredFile stored = asOperator(tenant, () -> files.save("../../方案.docx", "application/octet-stream", content));
        assertThat(stored.name()).isEqualTo("方案.docx");
        assertThat(stored.size()).isEqualTo(content.length);
        assertThat(tenants.<byte[]>read(tenant, () -> files.read(stored.id()))).isEqualTo(content);
        assertThat(tenants.read(other, () -> files.find(stored.id()))).isEmpty();
    }

    @Test
    void anEmptyFileIsAFile() {
        StoredFile stored = asOperator(tenant, () -> files.save("空.txt", "text/plain", new byte[0]));
        assertThat(tenants.<byte[]>read(tenant, () -> files.read(stored.id()))).isEmpty();
    }

    @Test
    void overTheQuotaNothingIsKept() {
        assertThatThrownBy(() -> asOperator(other, () -> files.save("大.bin", "application/octet-stream",
                new byte[9_000_000]))).isInstanceOfSatisfying(DomainException.class,
                        e -> assertThat(e.code()).isEqualTo("FILE_QUOTA"));
        assertThat(tenants.read(other, () -> files.find(1))).isEmpty();
    }
}
