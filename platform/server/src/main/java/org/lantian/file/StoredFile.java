package org.lantian.file;

import java.time.OffsetDateTime;

/**
 * A file of the tenant.
 *
 * @param size bytes
 * @param sha256 lower-case hex of the content
 */
public record StoredFile(long id, String name, String mediaType, long size, String sha256, String createdBy,
        OffsetDateTime createdAt) {
}
