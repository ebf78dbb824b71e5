package org.lantian.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import io.micronaut.context.annotation.Value;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import org.lantian.common.Actor;
import org.lantian.common.DomainException;
import org.lantian.common.ErrorCategory;

/** Stores and streams files in chunks of at most 1 MiB; called inside the tenant's transaction. */
@Singleton
public class FileStore {

    private static final int CHUNK = 1 << 20;
    private static final String SELECT = "SELECT id, name, media_type, size, sha256, created_by, created_at FROM file ";

    private final JdbcOperations jdbc;
    private final long quota;

    FileStore(JdbcOperations jdbc, @Value("${lantian.file.quota:5368709120}") long quota) {
        this.jdbc = jdbc;
        this.quota = quota;
    }

    /**
     * Stores the stream to its end.
     *
     * @param name file name for people; path parts are dropped
     * @throws DomainException RESOURCE_EXHAUSTED if the tenant's quota would be passed
     */
    public StoredFile save(String name, String mediaType, InputStream content) {
        long id = insert(plain(name), mediaType);
        long size = 0;
        MessageDigest digest = sha256();
        try {
            byte[] chunk = content.readNBytes(CHUNK);
            for (int ordinal = 0; chunk.length > 0; ordinal++) {
                digest.update(chunk);
                size += chunk.length;
                insertChunk(id, ordinal, chunk);
                chunk = content.readNBytes(CHUNK);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        complete(id, size, HexFormat.of().formatHex(digest.digest()));
        requireWithinQuota();
        return require(id);
    }

    public StoredFile save(String name, String mediaType, byte[] content) {
        return save(name, mediaType, new java.io.ByteArrayInputStream(content));
    }

    public Optional<StoredFile> find(long id) {
        return jdbc.prepareStatement(SELECT + "WHERE id = ?", statement -> {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(file(rows)) : Optional.empty();
            }
        });
    }

    /** @throws DomainException NOT_FOUND if the tenant has no such file */
    public StoredFile require(long id) {
        return find(id).orElseThrow(() -> DomainException.notFound("FILE_NOT_FOUND", "没有编号为 " + id + " 的文件。"));
    }

    /** Writes the content chunk by chunk. */
    public void write(long id, OutputStream out) {
        byte[] chunk = chunk(id, 0);
        for (int ordinal = 1; chunk.length > 0; ordinal++) {
            try {
                out.write(chunk);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            chunk = chunk(id, ordinal);
        }
    }

    /** The whole content; for files whose size the caller has bounded. */
    public byte[] read(long id) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        write(id, out);
        return out.toByteArray();
    }

    /** One chunk of the content, empty after the last. */
    byte[] chunk(long id, int ordinal) {
        return jdbc.prepareStatement("SELECT content FROM file_chunk WHERE file_id = ? AND ordinal = ?", statement -> {
            statement.setLong(1, id);
            statement.setInt(2, ordinal);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getBytes(1) : new byte[0];
            }
        });
    }

    private long insert(String name, String mediaType) {
        return jdbc.prepareStatement("INSERT INTO file(name, media_type, size, sha256, created_by) "
                + "VALUES (?, ?, 0, repeat('0', 64), ?) RETURNING id", statement -> {
                    statement.setString(1, name);
                    statement.setString(2, mediaType);
                    statement.setString(3, Actor.current().name());
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }

    private void insertChunk(long id, int ordinal, byte[] chunk) {
        jdbc.prepareStatement("INSERT INTO file_chunk(file_id, ordinal, content) VALUES (?, ?, ?)", statement -> {
            statement.setLong(1, id);
            statement.setInt(2, ordinal);
            statement.setBytes(3, chunk);
            return statement.executeUpdate();
        });
    }

    private void complete(long id, long size, String sha256) {
        jdbc.prepareStatement("UPDATE file SET size = ?, sha256 = ? WHERE id = ?", statement -> {
            statement.setLong(1, size);
            statement.setString(2, sha256);
            statement.setLong(3, id);
            return statement.executeUpdate();
        });
    }

    private void requireWithinQuota() {
        long used = jdbc.prepareStatement("SELECT coalesce(sum(size), 0) FROM file", statement -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
        if (used > quota) {
            throw new DomainException(ErrorCategory.RESOURCE_EXHAUSTED, "FILE_QUOTA",
                    "文件空间已满：上限 " + quota / CHUNK + " MiB。请删除不用的文件或联系管理员。");
        }
    }

    private static StoredFile file(ResultSet row) throws SQLException {
        return new StoredFile(row.getLong("id"), row.getString("name"), row.getString("media_type"),
                row.getLong("size"), row.getString("sha256"), row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class));
    }

    private static String plain(String name) {
        String last = Arrays.stream(name.split("[/\\\\]")).reduce((a, b) -> b).orElse("").strip();
        return last.isEmpty() ? "未命名" : last.substring(0, Math.min(200, last.length()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
